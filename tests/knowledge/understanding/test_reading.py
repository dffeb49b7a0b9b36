"""A question is read as names, figures and concepts, and what is left over is known as such."""

from __future__ import annotations

import pytest

from tests.knowledge.understanding.small_world import read, reader


def pieces(text: str, language: str = "en") -> list[tuple[str, str]]:
    """Each piece as typed, and its kind."""
    return [(item.typed, item.kind) for item in read(text, language).items]


def test_every_word_of_a_question_has_its_kind() -> None:
    assert pieces("Who still holds the harbour of Ekvik, and zebras?") == [
        ("Who", "ask"),
        ("still", "common"),
        ("holds", "act"),
        ("the", "neutral"),
        ("harbour", "known"),
        ("of", "neutral"),
        ("Ekvik", "name"),
        ("and", "neutral"),
        ("zebras", "unknown"),
    ]


def test_words_of_no_known_meaning_are_told() -> None:
    assert read("who holds zebras in Ekvik").unknown == ("zebras",)


@pytest.mark.parametrize(
    ("text", "symbols"),
    [
        ("who holds Ekvik", {"who", "hold", "@place", "@ekvik"}),
        ("which side lost ships", {"who", "lose", "ships"}),
        ("who holds Farholm", {"who", "hold", "@unnamed place"}),
        ("Norland lost 4,200 vessels in 2031", {"@norland", "lose", "#4200", "#figure", "ships"}),
        ("did they lose 17 ships in 1999", {"lose", "#figure", "ships", "#year"}),
        ("Stenby lost", {"@norland", "@party", "lose"}),
    ],
)
def test_a_question_is_its_symbols(text: str, symbols: set[str]) -> None:
    assert read(text).symbols - {"#2031"} == symbols


def test_a_figure_that_no_article_prints_has_no_symbol_of_its_own() -> None:
    assert "#4200" in read("4.200 ships").symbols
    assert read("4,300 ships").symbols == {"#figure", "ships"}


@pytest.mark.parametrize("typed", ["shps", "shipps"])
def test_a_misspelt_word_is_mended(typed: str) -> None:
    assert "ships" in reader().read(f"who lost {typed}", "en").symbols
    assert "ships" not in reader({}).read(f"who lost {typed}", "en").symbols


def test_a_word_that_begins_otherwise_isnt_mended() -> None:
    assert "ships" not in read("who lost chips").symbols


def test_names_and_figures_are_found_where_they_stand() -> None:
    reading = read("Who lost forty ships at Port Ekvik?")
    assert [(m.id, m.start, m.end) for m in reading.mentions] == [("port-ekvik", 5, 7)]
    assert [(f.value, f.start, f.end) for f in reading.figures] == [(40, 2, 3)]


def test_a_word_that_a_language_lacks_is_read_as_english() -> None:
    assert read("wer hält ships", "de").symbols == {"who", "hold", "ships"}


def test_a_language_without_a_lexicon_is_read_as_english() -> None:
    assert read("who holds Ekvik", "fr").symbols == read("who holds Ekvik").symbols


def test_sentences_are_counted() -> None:
    assert [item.sentence for item in read("He lost. Who holds it? Ekvik").items] == [
        *(0, 0),
        *(1, 1, 1),
        2,
    ]


@pytest.mark.parametrize("text", ["", "   ", "???", "🎉🎉", "\u200b", "\x00"])
def test_of_nothing_nothing_is_read(text: str) -> None:
    reading = read(text)
    assert (reading.items, reading.mentions, reading.figures) == ((), (), ())


@pytest.mark.parametrize(
    "text",
    [
        "who holds Ekvik",
        "WHO HOLDS EKVIK",
        "who holds Ek\u200bvik",
        "ｗｈｏ holds Ekvik",
        "whо hоlds Еkvik",
    ],
)
def test_dress_changes_nothing_of_what_is_read(text: str) -> None:
    assert read(text).symbols == {"who", "hold", "@place", "@ekvik"}
