"""A figure is held against those that an article prints as a number, not by its digits."""

from __future__ import annotations

import pytest

from knowledge.understanding.numbers import Figure
from knowledge.understanding.printed_figures import figures_printed, prints

PRINTED = "In 2031 Norland lost 427,000 men, 43 ships and 4168 crates; 2,031 came back."


def test_what_is_printed_is_years_and_figures() -> None:
    assert [(figure.value, figure.year) for figure in figures_printed(PRINTED)] == [
        *((2031, True), (427_000, False), (43, False), (4168, False), (2031, False))
    ]


@pytest.mark.parametrize("value", [427_000, 43, 4168, 2031])
def test_a_figure_is_printed_with_or_without_separators(value: float) -> None:
    assert prints(PRINTED, Figure(value, 0, 1, year=False))


@pytest.mark.parametrize("value", [27_000, 7000, 427, 4, 3, 168, 0])
def test_a_part_of_a_printed_figure_isnt_printed(value: float) -> None:
    assert not prints(PRINTED, Figure(value, 0, 1, year=False))


def test_a_year_is_printed_as_a_year_only() -> None:
    assert prints("in 2031", Figure(2031, 0, 1, year=True))
    assert not prints("2,031 men", Figure(2031, 0, 1, year=True))
    assert not prints("in 2031", Figure(2031, 0, 1, year=False))
