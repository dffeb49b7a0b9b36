"""Whether a question asks on whose word a fact rests, and whether it's the article's own."""

from __future__ import annotations

from knowledge.answer import Certainty, Fact
from knowledge.understanding.reading import Reading


def asks_who_says(reading: Reading) -> bool:
    """Whether the question asks on whose word something rests."""
    return "according" in reading.symbols or {"who", "say"} <= reading.symbols


def is_own_word(fact: Fact) -> bool:
    """Whether the article itself says so, and plainly."""
    return fact.speaker is None and fact.certainty is Certainty.STATED
