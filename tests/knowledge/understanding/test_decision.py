"""What the parts of a question come to together."""

from __future__ import annotations

import pytest

from knowledge.answer import Kind, Verdict
from knowledge.understanding.decision import MOST_OPTIONS, Decision, together


def told(*facts: str, verdict: Verdict | None = None, own_word: bool = False) -> Decision:
    return Decision(Kind.ANSWERED, facts, verdict, own_word=own_word)


UNSAID = Decision(Kind.NOT_SAID, near=("near",))
UNNAMED = Decision(Kind.NOT_NAMED, names=("farholm",))
CHOICE = Decision(Kind.CLARIFY, near=("a", "b", "c"))


def test_the_first_fact_of_each_part_stands_before_any_second_one() -> None:
    """So that what finds no room leaves out no part."""
    both = together([told("a", "b", "c"), told("d", "a")])
    assert both is not None
    assert both.facts == ("a", "d", "b", "c")


def test_a_yes_or_no_to_one_part_is_none_to_all() -> None:
    one, two = told("a", verdict=Verdict.NO), told("b", verdict=Verdict.NO)
    alone, both = together([one]), together([one, two])
    assert alone is not None
    assert both is not None
    assert (alone.verdict, both.verdict) == (Verdict.NO, None)


@pytest.mark.parametrize(
    ("parts", "rest", "names"),
    [
        ([told("a"), UNSAID], Kind.NOT_SAID, ()),
        ([told("a"), UNNAMED], Kind.NOT_NAMED, ("farholm",)),
        ([UNNAMED, UNSAID, told("a")], Kind.NOT_SAID, ("farholm",)),
        ([told("a"), told("b")], None, ()),
    ],
)
def test_of_what_is_not_answered_the_answer_says_so(
    parts: list[Decision], rest: Kind | None, names: tuple[str, ...]
) -> None:
    found = together(parts)
    assert found is not None
    assert (found.kind, found.rest, found.names) == (Kind.ANSWERED, rest, names)


@pytest.mark.parametrize(
    "parts",
    [
        [UNSAID, UNNAMED],
        [told("a"), Decision(Kind.OFF_TOPIC)],
        [told("a"), Decision(Kind.SMALL_TALK)],
        [CHOICE, UNSAID],
        [CHOICE],
    ],
    ids=["no part told", "another subject", "small talk", "a choice and a no", "one choice"],
)
def test_parts_that_come_to_nothing_together_are_no_answer(parts: list[Decision]) -> None:
    assert together(parts) is None


def test_where_a_part_may_mean_several_facts_a_few_of_all_parts_are_offered() -> None:
    found = together([CHOICE, told("d", "e")])
    assert found is not None
    assert (found.kind, found.near) == (Kind.CLARIFY, ("a", "d", "b", "e"))
    assert len(found.near) == MOST_OPTIONS


def test_it_is_the_articles_own_word_only_where_every_part_is() -> None:
    own, other = told("a", own_word=True), told("b")
    both, mixed = together([own, own]), together([own, other])
    assert both is not None
    assert mixed is not None
    assert (both.own_word, mixed.own_word) == (True, False)


@pytest.mark.parametrize(
    ("decision", "several"),
    [
        (CHOICE, True),
        (Decision(Kind.ANSWERED, ("a", "b"), means_several=True), True),
        (told("a", "b"), False),
        (UNSAID, False),
    ],
)
def test_a_question_means_several_facts_where_they_are_offered_or_told_as_its_meanings(
    decision: Decision, several: bool
) -> None:
    assert decision.of_several is several
    assert decision.answered is (decision.kind is Kind.ANSWERED)
