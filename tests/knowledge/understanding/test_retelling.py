"""What asks of the very fact told gets just that: its words, whose word it is, a yes or a no."""

from __future__ import annotations

import pytest

from knowledge import Answer, Exchange, Kind, Knowledge, Verdict

HELD = "pokrovsk-held"
CLAIMED = "russia-lost-2024"
TOGETHER = "civilians-killed-and-injured"
"""Tells of killed and injured in one."""


def after(told: str, asked: str, knowledge: Knowledge) -> Answer:
    return knowledge.ask(asked, after=Exchange(facts=(told,)))


def ids(answer: Answer) -> tuple[list[str], list[str]]:
    """What is told as the answer, and what beside a no."""
    return [fact.id for fact in answer.facts], [fact.id for fact in answer.near]


@pytest.mark.parametrize("asked", ["really?", "справді?", "wirklich?"])
def test_a_doubt_of_the_articles_own_word_is_met_with_that_and_of_anothers_it_isnt(
    asked: str, knowledge: Knowledge
) -> None:
    own, claimed = (after(told, asked, knowledge) for told in (HELD, CLAIMED))
    assert (own.kind, own.own_word, ids(own)) == (Kind.ANSWERED, True, ([HELD], []))
    assert not claimed.own_word


def test_a_doubt_that_names_another_place_is_no_doubt_of_what_was_told(
    knowledge: Knowledge,
) -> None:
    assert after(HELD, "really Toretsk?", knowledge).own_word is False


def test_who_says_what_the_article_says_itself_isnt_said_and_what_another_does_is(
    knowledge: Knowledge,
) -> None:
    own, claimed = (after(told, "says who?", knowledge) for told in (HELD, CLAIMED))
    assert (own.kind, own.own_word, ids(own)) == (Kind.NOT_SAID, True, ([], [HELD]))
    assert (claimed.kind, ids(claimed)) == (Kind.ANSWERED, (["russian-losses-who-says"], []))


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("which sentence?", True),
        ("does it literally say threatened?", True),
        ("does it use the word besieged?", False),
    ],
)
def test_its_very_words_are_shown_and_words_that_it_lacks_arent_said(
    asked: str, told: bool, knowledge: Knowledge
) -> None:
    answer = after(HELD, asked, knowledge)
    assert ids(answer) == (([HELD], []) if told else ([], [HELD]))


def test_the_words_on_another_place_are_those_of_its_own_fact(knowledge: Knowledge) -> None:
    asked = "what is the wording on Toretsk?"
    assert ids(after(HELD, asked, knowledge)) == (["toretsk-held"], [])


@pytest.mark.parametrize(
    ("told", "asked", "verdict"),
    [
        (HELD, "so it's russian?", Verdict.NO),
        ("most-taken-in-autumn", "in autumn?", Verdict.YES),
        ("most-taken-in-autumn", "in winter?", Verdict.NO),
        (CLAIMED, "more than 500,000?", Verdict.NO),
    ],
)
def test_a_claim_that_names_nothing_else_is_held_against_the_fact_told(
    told: str, asked: str, verdict: Verdict, knowledge: Knowledge
) -> None:
    answer = after(told, asked, knowledge)
    assert (answer.verdict, ids(answer)) == (verdict, ([told], []))


@pytest.mark.parametrize("asked", ["and the killed?", "and the injured?"])
def test_of_what_is_told_in_one_neither_part_is_said(asked: str, knowledge: Knowledge) -> None:
    answer = after(TOGETHER, asked, knowledge)
    assert (answer.kind, ids(answer)) == (Kind.NOT_SAID, ([], [TOGETHER]))
