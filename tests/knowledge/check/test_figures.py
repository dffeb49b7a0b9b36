"""A figure counts in the statement what it counts in the quote."""

from __future__ import annotations

import pytest

from knowledge.check.figures import is_year, prove_figures
from tests.knowledge.check.islands import case, told


def problems(quote: str, statement: str) -> str:
    altered = case("ships-lost", quote=quote, statement=statement, companions=(), stands_for={})
    return told(prove_figures(altered))


@pytest.mark.parametrize(
    ("quote", "statement"),
    [
        ("43 were killed and 370 wounded", "43 were killed and 370 wounded"),
        ("43 were killed and 370 wounded", "43 were killed"),
        ("Norland took 12 islands in 2031", "Norland took islands in 2031"),
        ("Norland took twelve islands", "Norland took no islands"),
    ],
)
def test_what_is_told_as_the_quote_has_it_passes(quote: str, statement: str) -> None:
    assert problems(quote, statement) == ""


@pytest.mark.parametrize(
    ("quote", "statement", "told_of"),
    [
        ("43 ships, 370 crews", "43 ships, 43 crews", "has the figure 43 2 times, its quotes 1"),
        ("43 ships, 370 crews", "370 ships, 43 crews", "in another order than the quote"),
        (
            "43 were killed and 370 wounded",
            "43 were wounded",
            "“43” stands beside “wounded”, in the quote beside “killed”",
        ),
        (
            "Since the invasion of 2022 Norland lost ships, most of them in autumn 2031",
            "Since the invasion of 2031 Norland lost ships",
            "“2031” stands beside",
        ),
    ],
)
def test_a_figure_that_was_doubled_or_moved_is_told(
    quote: str, statement: str, told_of: str
) -> None:
    assert told_of in problems(quote, statement)


@pytest.mark.parametrize(
    ("figure", "year"), [("2031", True), ("1899", False), ("20310", False), ("more", False)]
)
def test_a_year_is_a_figure_of_four_digits_in_our_times(figure: str, year: bool) -> None:
    assert is_year(figure) is year
