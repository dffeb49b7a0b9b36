"""What a question takes for granted or names is met with the fact that tells otherwise."""

from __future__ import annotations

import pytest

from knowledge import Kind, Knowledge, Verdict


@pytest.mark.parametrize(
    ("question", "fact"),
    [
        ("the UN came up with the 427,000, correct?", "russian-losses-who-says"),
        ("was it the CIA who said Donetsk takes 2 years", "donetsk-estimate-by-isw"),
        ("kamala won over there didnt she", "trump-won-election"),
    ],
)
def test_who_is_put_for_the_one_that_a_fact_names_is_denied(
    question: str, fact: str, knowledge: Knowledge
) -> None:
    answer = knowledge.ask(question)
    assert ([f.id for f in answer.facts], answer.verdict) == ([fact], Verdict.NO)


@pytest.mark.parametrize(
    "question",
    ["what did the UN say of the losses?", "who is Kamala Harris?", "who holds Mariupol?"],
)
def test_who_is_only_asked_of_is_never_named(question: str, knowledge: Knowledge) -> None:
    assert knowledge.ask(question).kind is Kind.NOT_NAMED


def test_what_is_as_large_as_one_place_may_be_as_large_as_another(knowledge: Knowledge) -> None:
    answer = knowledge.ask("the land Russia took is as big as Belgium")
    assert (answer.kind, answer.verdict) == (Kind.NOT_NAMED, None)


@pytest.mark.parametrize(
    ("question", "fact"),
    [
        ("Was it at Avdiivka that thousands of North Koreans were killed?", "north-koreans-where"),
        ("Why was Pokrovsk chosen as the centre of the attack?", "vovchansk-center-of-attack"),
        ("why did talks on ukraine's security break off", "security-discussed"),
    ],
)
def test_what_is_taken_for_granted_is_met_with_the_contrary_fact(
    question: str, fact: str, knowledge: Knowledge
) -> None:
    assert [f.id for f in knowledge.ask(question).facts] == [fact]


@pytest.mark.parametrize(
    "question",
    ["why was Vovchansk the centre of the attack", "why did they take only small towns?"],
)
def test_why_what_is_so_is_so_isnt_said(question: str, knowledge: Knowledge) -> None:
    assert not knowledge.ask(question).facts


@pytest.mark.parametrize(
    "question",
    ["does the article say when avdiivka fell?", "does the article say why pokrovsk fell?"],
)
def test_whether_the_article_says_when_takes_nothing_for_granted(
    question: str, knowledge: Knowledge
) -> None:
    assert knowledge.ask(question).verdict is None
