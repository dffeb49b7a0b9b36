"""After an answer one may ask for its very words, or whether it uses a word."""

from __future__ import annotations

import pytest

from knowledge.understanding.lexicon import compile_lexicon, concept_kinds
from knowledge.understanding.names import NameIndex
from knowledge.understanding.reading import Reader, Reading
from knowledge.understanding.wording_asked import asks_for_wording, is_on_words_of
from tests.knowledge.understanding.small_world import EKVIK_HELD, ENGLISH, NAMES, telling

WORDS: dict[str, dict[str, object]] = {
    **ENGLISH,
    "ask": {**ENGLISH["ask"], "which": ["which"], "where": ["where"]},
    "common": {**ENGLISH["common"], "wording": ["literally", "sentence*", "word"]},
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
        ("which sentence?", True),
        ("literally?", True),
        ("what is the word?", True),
        ("did the sentence say sailors?", True),
        ("where is the sentence of Ekvik?", True),
        ("were the sailors sentenced?", False),
        ("which sailors?", False),
        ("", False),
    ],
)
def test_a_word_for_words_asks_for_them_by_itself_or_with_one_that_asks(
    text: str, asks: bool
) -> None:
    assert asks_for_wording(read(text)) is asks


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("which sentence?", True),
        ("what is the word?", True),
        ("which sentence of Ekvik?", True),
        ("is the word sailors?", False),
        ("is the word besieged?", False),
        ("which sentence of Farholm?", False),
    ],
)
def test_words_that_are_asked_for_must_be_the_facts(text: str, told: bool) -> None:
    assert is_on_words_of(read(text), telling(EKVIK_HELD)) is told
