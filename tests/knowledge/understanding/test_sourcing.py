"""It's told from other questions what asks whose word it is, or only doubts what was told."""

from __future__ import annotations

from dataclasses import replace

import pytest

from knowledge.answer import Certainty
from knowledge.understanding.lexicon import compile_lexicon, concept_kinds
from knowledge.understanding.names import NameIndex
from knowledge.understanding.reading import Reader, Reading
from knowledge.understanding.sourcing import asks_who_says, is_own_word, only_doubts
from tests.knowledge.understanding.small_world import EKVIK_HELD, ENGLISH, NAMES, SHIPS_LOST

WORDS: dict[str, dict[str, object]] = {
    **ENGLISH,
    "act": {**ENGLISH["act"], "according": ["according", "source*"]},
    "quality": {**ENGLISH["quality"], "trust": ["sure"]},
    "common": {**ENGLISH["common"], "disbelief": ["really"], "there": ["there"]},
    "neutral": {**ENGLISH["neutral"], "you": ["are", "you"]},
}
READER = Reader(
    {"en": compile_lexicon("en", WORDS)},
    concept_kinds([WORDS]),
    NameIndex.of(NAMES),
    frozenset(),
    {},
    {},
)


def read(text: str) -> Reading:
    return READER.read(text, "en")


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("who says the Norland lost", True),
        ("source?", True),
        ("what source of Norland?", True),
        ("Norland sources?", False),
        ("who of the Norland sources?", True),
        ("Ekvik sources?", True),
        ("who lost?", False),
        ("Norland says?", False),
    ],
)
def test_whose_word_it_is_is_asked_unless_somebody_is_named_whose_it_may_be(
    text: str, asks: bool
) -> None:
    assert asks_who_says(read(text)) is asks


@pytest.mark.parametrize(
    ("text", "doubts"),
    [
        ("really?", True),
        ("are you sure?", True),
        ("sure, true or false?", True),
        ("really Ekvik?", False),
        ("are you sure the ships fell?", False),
        ("sure there?", False),
        ("are you?", False),
    ],
)
def test_a_doubt_says_nothing_of_what_is_doubted(text: str, doubts: bool) -> None:
    """Whether it's sure there asks of the place."""
    assert only_doubts(read(text)) is doubts


def test_the_articles_own_word_is_what_it_states_without_a_speaker() -> None:
    assert is_own_word(EKVIK_HELD)
    assert not is_own_word(SHIPS_LOST)
    assert not is_own_word(replace(EKVIK_HELD, certainty=Certainty.SAID_TO_BE))
