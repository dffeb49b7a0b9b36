"""Tells what asks, after an answer, for the very words: "which sentence?", "literally so?"."""

from __future__ import annotations

from knowledge.understanding.reading import Item, Reading
from knowledge.understanding.telling import Telling

WORDING = "wording"
"""The concept of words for words: a quote, a paragraph, "literally"."""
_ASKING_NOTHING_ELSE = frozenset(
    ("say", "article", "what", "which", "where", "how", "exact", "yes_no")
)


def asks_for_wording(reading: Reading) -> bool:
    """Whether `reading` asks how the article puts what was told.

    A word for words by itself does, or with one that asks for it: "which line?", not "sentenced?".
    """
    if not any(WORDING in item.concepts for item in reading.items):
        return False
    others = [item for item in reading.items if item.kind not in ("neutral", "common")]
    return not others or any(_only_asks(item) for item in others)


def is_on_words_of(reading: Reading, telling: Telling) -> bool:
    """Whether the words that `reading` asks for, if it names any, are told by the fact."""
    asked = [item for item in reading.items if not _only_asks(item)]
    return all(telling.tells(*item.symbols, f"w {item.word}") for item in asked)


def _only_asks(item: Item) -> bool:
    if WORDING in item.concepts or item.kind in ("neutral", "common"):
        return True
    return not _ASKING_NOTHING_ELSE.isdisjoint(item.symbols)
