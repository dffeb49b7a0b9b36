"""Whether a question asks on whose word a fact rests, and whether it's the article's own."""

from __future__ import annotations

from knowledge.answer import Certainty, Fact
from knowledge.understanding.claims import DOUBTING, MUTE, SAYS, is_open
from knowledge.understanding.following import THERE
from knowledge.understanding.reading import Item, Reading

SAYING = frozenset((SAYS, "according"))
"""Concepts of the words that put something as what somebody says."""
CERTAIN = frozenset((DOUBTING, "support_claim", "exact"))
"""Concepts of the words that ask for more than that somebody says so."""
DISBELIEF = "disbelief"
"""The concept of words that doubt what was just told."""


def asks_who_says(reading: Reading) -> bool:
    """Whether the question asks on whose word something rests.

    "Did Norland's sources confirm it?" names whose word is meant, and asks if it's so.
    """
    if {"who", SAYS} <= reading.symbols:
        return True
    said = [item for item in reading.items if item.kind != "neutral"]
    asks_of = (
        before is not None and before.kind == "name" and set(MUTE).isdisjoint(before.symbols)
        for before, item in zip([None, *said], said, strict=False)
        if "according" in item.symbols
    )
    return any(is_open(reading) or not named for named in asks_of)


def asks_of_saying(reading: Reading) -> bool:
    """Whether `reading` puts something as what somebody says: "does Norland claim that …?"."""
    return not SAYING.isdisjoint(reading.symbols)


def asks_if_certain(reading: Reading) -> bool:
    """Whether `reading` asks if something is certain, or doubts it: "did they really …?"."""
    doubted = any(DISBELIEF in item.concepts for item in reading.items)
    return doubted or not CERTAIN.isdisjoint(reading.symbols)


def only_doubts(reading: Reading) -> bool:
    """Whether the question asks how sure something is, and says nothing of what: "really?"."""
    asks_of_a_place = any(THERE in item.concepts for item in reading.items)
    if asks_of_a_place or not any(_doubts(item) for item in reading.items):
        return False
    return all(
        item.kind in ("neutral", "common") or _doubts(item) or "yes_no" in item.symbols
        for item in reading.items
    )


def _doubts(item: Item) -> bool:
    return DOUBTING in item.symbols or DISBELIEF in item.concepts


def is_own_word(fact: Fact) -> bool:
    """Whether the article itself says so, and plainly."""
    return fact.speaker is None and fact.certainty is Certainty.STATED
