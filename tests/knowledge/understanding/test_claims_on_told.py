"""A claim that follows an answer is held against what was told, where it names nothing else."""

from __future__ import annotations

from dataclasses import replace

import pytest

from knowledge.answer import Fact, Verdict
from knowledge.understanding.claims_on_told import verdict_on
from tests.knowledge.understanding.small_world import (
    EKVIK_HELD,
    SHIPS_LOST,
    fact,
    lessons,
    read,
    telling,
)

YES, NO = Verdict.YES, Verdict.NO
TAKEN = fact("taken", "In spring of 2031 Norland took ships.", ("norland",), period="2031")


def verdict(text: str, told: Fact) -> Verdict | None:
    sides = {"ekvik-held": "norland", "sandhavn-taken": "sudmark"}
    return verdict_on(read(text), told, lessons(TAKEN, holders=sides))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("is the Norland holding?", YES),
        ("is the Sudmark holding?", NO),
        ("did Sudmark take?", NO),
        ("did Sudmark lose?", None),
        ("will Sudmark hold?", None),
        ("did Sudmark or Norland hold?", None),
        ("does Farholm hold?", None),
        ("is the Sudmark counted?", None),
    ],
)
def test_a_side_holds_the_place_told_of_or_it_does_not(text: str, said: Verdict | None) -> None:
    assert verdict(text, EKVIK_HELD) is said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("is the 4,200?", YES),
        ("more than 4,000 ships?", YES),
        ("more than 5,000 ships?", NO),
        ("more than 4,200 ships?", None),
        ("about 4,200 crews?", None),
        ("4,200 or 4,000?", None),
        ("how many ships?", None),
    ],
)
def test_a_figure_is_compared_where_nothing_else_is_said(text: str, said: Verdict | None) -> None:
    assert verdict(text, SHIPS_LOST) is said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("did Norland in 2031?", YES),
        ("did Norland in 2030?", NO),
        ("in 2030?", None),
        ("did crews in 2030?", None),
        ("did Norland in spring?", YES),
        ("did Norland in autumn?", NO),
        ("in autumn?", None),
        ("and in autumn?", None),
    ],
)
def test_a_time_is_that_of_the_fact_or_another_where_it_is_asked_if_so(
    text: str, said: Verdict | None
) -> None:
    assert verdict(text, TAKEN) is said


def test_of_a_fact_without_a_time_none_is_denied() -> None:
    undated = replace(TAKEN, id="undated", quote="Norland took ships.", period=None)
    known = replace(lessons(), tellings={"undated": telling(undated)})
    for text in ("did Norland in 2030?", "did Norland in autumn?"):
        assert verdict_on(read(text), undated, known) is None


def test_a_small_figure_may_count_anything() -> None:
    few = fact("few", "Norland lost 12 ships.", ("norland",))
    assert verdict_on(read("is the 12?"), few, lessons(few)) is None
