"""A text is read for names first, then for telling words and figures; nothing overlaps."""

from __future__ import annotations

from dataclasses import replace

import pytest

from knowledge.check.lexicon import Found
from knowledge.check.reading import LONGEST_FIGURE, NameBook, nearest, read
from tests.knowledge.check.islands import article, reading


def test_names_figures_and_telling_words_are_found_and_the_rest_is_free() -> None:
    found = reading("Sudmark claims that the Norlanders lost 900 ships.")
    assert found.name_ids == {"sudmark": 1, "norland": 1}
    assert found.keys("numbers") == ("900",)
    assert [found.words(each) for each in found.of("reporting")] == ["claims"]
    free = [found.tokens[at].typed for at in found.free()]
    assert "ships" in free
    assert not {"Sudmark", "Norlanders", "900", "claims"} & set(free)


@pytest.mark.parametrize(
    ("text", "language", "figure"),
    [
        ("12 thousand ships", "en", "12000"),
        ("12 тисяч кораблів", "uk", "12000"),
        ("4 Millionen", "de", "4000000"),
        ("12 ships", "en", "12"),
        ("1.5 million", "en", "1.5"),
        ("9" * (LONGEST_FIGURE + 1) + " thousand", "en", "9" * (LONGEST_FIGURE + 1)),
    ],
)
def test_a_figure_is_taken_times_the_word_behind_it(text: str, language: str, figure: str) -> None:
    assert reading(text, language).keys("numbers")[0] == figure


def test_a_short_name_counts_in_capitals_alone() -> None:
    assert reading("the SM fleet").name_ids == {"sudmark": 1}
    assert reading("the sm fleet").name_ids == {}


def test_where_two_names_share_a_spelling_the_articles_own_is_meant() -> None:
    ekvik = article().names[2]
    other = replace(ekvik, id="other-ekvik")
    book = NameBook.of((ekvik,), (other,))
    assert read("Ekvik", "en", book).name_ids == {"ekvik": 1}
    assert book.own == {"ekvik"}


def test_the_nearest_is_found_on_either_side_and_of_two_the_one_that_follows() -> None:
    before, after, far = (
        Found("outcomes", key, at, at + 1)
        for key, at in (("killed", 3), ("wounded", 7), ("lost", 9))
    )
    assert nearest(5, 6, [before, after, far]) == "wounded"
    assert nearest(4, 5, [before, after, far]) == "killed"
    assert nearest(5, 6, []) is None
