"""A figure is the same in any dress."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from knowledge.understanding.lexicon import Lexicon
from knowledge.understanding.numbers import Figure, figures_in
from knowledge.understanding.text import clean, tokens_of

Figures = Callable[..., list[Figure]]


@pytest.fixture(scope="module")
def figures(lexicons: Mapping[str, Lexicon]) -> Figures:
    """Finds the figures of a text, English unless its language is given."""
    return lambda text, language="en": figures_in(
        tokens_of(clean(text)), lexicons[language].numbers, lexicons[language].number_joints
    )


@pytest.mark.parametrize(
    "text",
    [
        *("427000", "427,000", "427.000", "427 000", "427\u00a0000", "427\u202f000", "427'000"),
        *("427k", "427 K", "427 thousand", "４２７,０００", "0.427 million", "0,427 million"),
        *("four hundred and twenty-seven thousand", "four hundred twenty seven thousand"),
    ],
)
def test_a_figure_is_the_same_however_it_is_grouped_or_spelled(
    text: str, figures: Figures
) -> None:
    assert [figure.value for figure in figures(text)] == [427_000]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("uk", "427 тисяч"),
        ("uk", "427 тис."),
        ("uk", "чотириста двадцять сім тисяч"),
        ("ru", "427 тыс."),
        ("ru", "четыреста двадцать семь тысяч"),
        ("sv", "427 tusen"),
        ("sv", "fyrahundratjugosju tusen"),
        ("sv", "fyrahundratjugosjutusen"),
        ("sv", "fyra hundra och tjugosju tusen"),
        ("de", "427 Tausend"),
        ("de", "427 Tsd."),
        ("de", "vierhundertsiebenundzwanzigtausend"),
        ("de", "vierhundert und siebenundzwanzig Tausend"),
    ],
)
def test_every_language_has_its_number_words(language: str, text: str, figures: Figures) -> None:
    assert [figure.value for figure in figures(text, language)] == [427_000]


@pytest.mark.parametrize(
    ("text", "year"),
    [("in 2024", True), ("2,024 men", False), ("2 024", False), ("1812", False), ("20240", False)],
)
def test_a_year_has_four_digits_and_no_separator(text: str, year: bool, figures: Figures) -> None:
    (figure,) = figures(text)
    assert figure.year is year


@pytest.mark.parametrize("text", ["one of them", "who holds it", "", "and"])
def test_a_word_that_may_be_no_number_is_none(text: str, figures: Figures) -> None:
    assert figures(text) == []


def test_two_figures_stay_two(figures: Figures) -> None:
    assert [f.value for f in figures("43,000 killed and 370,000 wounded")] == [43_000, 370_000]
    assert [f.value for f in figures("forty. thirty")] == [40, 30]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("in 2024 and two years before", [2024, 2]),
        ("400 and twenty-seven thousand", [400, 27_000]),
        ("twenty and thirty", [20, 30]),
        ("two and two hundred", [2, 200]),
        ("two hundred and three hundred", [200, 300]),
        ("four hundred thousand and five hundred thousand", [400_000, 500_000]),
        ("four hundred and. twenty", [400, 20]),
        ("two hundred and a half", [200]),
        ("one hundred and two thousand three hundred", [102_300]),
        ("a thousand and two hundred", [1200]),
    ],
)
def test_and_joins_words_to_the_hundreds_or_thousands_that_they_go_on_with(
    text: str, values: list[float], figures: Figures
) -> None:
    assert [figure.value for figure in figures(text)] == values


def test_and_joins_no_numbers_where_a_language_doesnt_write_them_so(figures: Figures) -> None:
    assert [figure.value for figure in figures("двести и двадцать", "ru")] == [200, 20]


def test_the_year_before_an_and_stays_a_year_and_the_and_is_left(figures: Figures) -> None:
    year, two = figures("2024 and two")
    assert (year.year, year.end, two.start) == (True, 1, 2)


@pytest.mark.parametrize("text", ["8.2 million", "8200 thousand", "8,200,000"])
def test_a_fraction_of_a_million_is_as_exact_as_its_digits(text: str, figures: Figures) -> None:
    assert [figure.value for figure in figures(text)] == [8_200_000]


def test_a_figure_tells_which_words_write_it(figures: Figures) -> None:
    (figure,) = figures("some four hundred thousand men")
    assert (figure.start, figure.end) == (1, 4)
    (figure,) = figures("some 400 thousand men")
    assert (figure.start, figure.end) == (1, 3)


def test_digits_of_any_length_are_survived(figures: Figures) -> None:
    assert figures("9" * 100_000)


def test_number_words_of_any_length_are_survived(figures: Figures) -> None:
    assert figures("tre" * 30_000, "sv") == []
