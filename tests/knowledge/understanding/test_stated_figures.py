"""A figure in a claim is held against the one that a fact states."""

from __future__ import annotations

from dataclasses import replace

import pytest

from knowledge.answer import Verdict
from knowledge.understanding.stated_figures import compares_figures, verdict_by_figures
from tests.knowledge.understanding.small_world import EKVIK_HELD, SHIPS_LOST, fact, read

YES, NO = Verdict.YES, Verdict.NO
"""The fact states 4,200 ships, lost in 2031."""


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Norland lost 9,000 ships", NO),
        ("Norland lost 9,000 ships in 2031", NO),
        ("Norland lost more than 4,000 ships", YES),
        ("Norland lost more than 5,000 ships", NO),
        ("Norland lost fewer than 5,000 ships", YES),
        ("Norland lost fewer than 4,000 ships", NO),
    ],
)
def test_another_figure_is_denied_and_a_bound_is_reckoned(text: str, verdict: Verdict) -> None:
    assert verdict_by_figures(read(text), [SHIPS_LOST]) is verdict


@pytest.mark.parametrize(
    "text",
    [
        "Norland lost 4,200 ships",
        "Norland lost 4,100 ships",
        "Norland lost about 4,000 ships",
        "Norland lost 9,000 ships in 2030",
        "Norland lost 9,000 acres",
        "Norland lost 9,000 or 8,000 ships",
        "Norland lost 12 ships",
    ],
    ids=["same", "rounded", "about", "another year", "another unit", "two", "small"],
)
def test_what_may_be_the_same_or_of_something_else_is_left_to_the_words(text: str) -> None:
    assert verdict_by_figures(read(text), [SHIPS_LOST]) is None


def test_a_fact_without_a_figure_and_facts_that_differ_settle_none() -> None:
    more = fact("more", "Norland lost 5,100 ships in 2031.")
    claim = read("Norland lost 9,000 ships")
    assert verdict_by_figures(claim, [EKVIK_HELD]) is None
    assert verdict_by_figures(claim, [SHIPS_LOST, more]) is None


def test_who_are_lost_may_be_those_of_either_figure_of_the_quote() -> None:
    """The killed and the wounded are lost."""
    both = replace(SHIPS_LOST, quote="4,200 were killed and 9,000 wounded.")
    assert verdict_by_figures(read("Norland lost 9,000"), [both]) is None
    assert verdict_by_figures(read("Norland lost 9,000 killed"), [both]) is NO
    assert verdict_by_figures(read("Norland lost 7,000"), [both]) is NO


@pytest.mark.parametrize(
    ("text", "compares"),
    [("more than 4,000 ships", True), ("4,000 ships", False), ("more than 12 ships", False)],
)
def test_only_large_figures_are_compared(text: str, compares: bool) -> None:
    assert compares_figures(read(text)) is compares
