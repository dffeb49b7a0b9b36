"""Turns claims round: what one side does to another, the other does to it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from itertools import combinations

from knowledge.understanding.claim_features import denials_in
from knowledge.understanding.reading import Reading
from knowledge.understanding.telling import Telling


def turned(reading: Reading, telling: Telling, sides: Collection[str]) -> Reading | None:
    """Return a claim that the fact of `telling` bears out with two of its countries exchanged.

    These are the two `sides` at war, or the one on whose word the fact rests and another: of any
    other two the same may be true. None where it names no such two, or denies something.
    """
    if denials_in(reading):
        return None
    named = dict.fromkeys(m.id for m in reading.mentions if m.named and m.kind == "country")
    for one, other in combinations(named, 2):
        opposed = set(sides) == {one, other} or telling.speaker in (one, other)
        if opposed and not {one, other}.isdisjoint(telling.sides):
            return _exchanged(reading, {one: other, other: one})
    return None


def _exchanged(reading: Reading, countries: dict[str, str]) -> Reading:
    symbols = {f"@{one}": f"@{other}" for one, other in countries.items()}
    return replace(
        reading,
        items=tuple(
            replace(item, symbols=tuple(symbols.get(each, each) for each in item.symbols))
            for item in reading.items
        ),
        mentions=tuple(
            replace(mention, id=countries.get(mention.id, mention.id))
            for mention in reading.mentions
        ),
    )
