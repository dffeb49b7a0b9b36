"""Whether a question asks on whose word a fact rests, and whether it's the article's own."""

from __future__ import annotations

from knowledge.answer import Certainty, Fact
from knowledge.understanding.claims import DOUBTING
from knowledge.understanding.reading import Reading


def asks_who_says(reading: Reading) -> bool:
    """Whether the question asks on whose word something rests."""
    return "according" in reading.symbols or {"who", "say"} <= reading.symbols


def only_doubts(reading: Reading) -> bool:
    """Whether the question asks how sure something is, and says nothing of what."""
    asking = [item for item in reading.items if item.kind not in ("neutral", "common")]
    doubts = any(DOUBTING in item.symbols for item in asking)
    return doubts and all({DOUBTING, "yes_no"} & set(item.symbols) for item in asking)


def is_own_word(fact: Fact) -> bool:
    """Whether the article itself says so, and plainly."""
    return fact.speaker is None and fact.certainty is Certainty.STATED
