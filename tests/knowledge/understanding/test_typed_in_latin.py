"""Cyrillic that is typed in Latin letters is read like Cyrillic, in whatever way it's typed."""

from __future__ import annotations

import pytest

from knowledge import Knowledge
from knowledge.understanding.lexicon import compile_lexicon
from knowledge.understanding.names import NameEntry
from knowledge.understanding.typed_in_latin import (
    LatinReader,
    as_typed_in_latin,
    with_letters_for_digits,
)

UKRAINIAN: dict[str, dict[str, object]] = {
    "ask": {"who": ["хто"]},
    "act": {"hold": ["тримає"]},
    "neutral": {"the": ["це"]},
}
EKVIK = NameEntry("ekvik", "place", True, ("екві*", "екв", "EKV"))


@pytest.mark.parametrize(
    ("one", "other"),
    [("тримає", "trymaie"), ("захопила", "zahopyla"), ("який", "yakyi"), ("ще", "shche")],
)
def test_ways_of_typing_a_word_in_latin_letters_meet(one: str, other: str) -> None:
    assert as_typed_in_latin(one) == as_typed_in_latin(other)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("4to tam", "chto tam"),
        ("razre6ili", "razreshili"),
        ("4asov yar 4ey", "chasov yar chey"),
        ("427k", "427k"),
        ("F16", "F16"),
        ("4,168 km2", "4,168 km2"),
    ],
)
def test_digits_within_words_stand_for_cyrillic_letters(typed: str, read: str) -> None:
    assert with_letters_for_digits(typed) == read


def test_they_do_so_only_where_cyrillic_is_typed_in_latin_letters(knowledge: Knowledge) -> None:
    assert knowledge.ask("4to s pokrovskom").language == "ru"
    assert knowledge.ask("were 4000 km2 taken?").language == "en"


@pytest.mark.parametrize("text", ["хто тримає Еквік", "hto trymaye Ekvik", "hto trimaje ekvik"])
def test_words_and_names_are_found_in_either_letters(text: str) -> None:
    languages = {"uk": UKRAINIAN, "en": {}}
    compiled = {name: compile_lexicon(name, content) for name, content in languages.items()}
    reading = LatinReader(languages, compiled, [EKVIK], (), {}).read(text, "uk")
    assert [item.symbols for item in reading.items] == [("who",), ("hold",), ("@place", "@ekvik")]


def test_initials_in_latin_letters_are_no_cyrillic_word() -> None:
    """Those in Cyrillic are."""
    languages = {"uk": UKRAINIAN, "en": {}}
    compiled = {name: compile_lexicon(name, content) for name, content in languages.items()}
    names = [NameEntry("isw", "organisation", True, ("isw", "іос"))]
    reader = LatinReader(languages, compiled, names, (), {})
    assert [m.id for m in reader.read("isw", "uk").mentions] == []
    assert [m.id for m in reader.read("ios", "uk").mentions] == ["isw"]
