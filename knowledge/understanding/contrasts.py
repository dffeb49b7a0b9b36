"""Leaves out whom a claim denies beside whom it affirms: "Norland took it, not Sudmark"."""

from __future__ import annotations

import re
from dataclasses import replace

from knowledge.understanding.claim_features import denies_something
from knowledge.understanding.reading import Reading
from knowledge.understanding.telling import Telling


def without_contrast(reading: Reading, telling: Telling) -> Reading:
    """Return `reading` without a country that it denies behind a comma, once another is affirmed.

    Of two countries only one can be meant; where the fact of `telling` is on more, or on neither,
    what is denied may be false by itself.
    """
    if len(telling.sides) != 2:
        return reading
    countries = {m.id for m in reading.mentions if m.kind == "country"}
    if countries != set(telling.sides):
        return reading
    for start, item in enumerate(reading.items):
        if not denies_something(item) or not _follows_comma(reading.text, item.typed):
            continue
        end = start + 1
        while end < len(reading.items) and reading.items[end].kind == "neutral":
            end += 1
        denied = reading.items[end : end + 1]
        names = {symbol for one in denied for symbol in one.symbols}
        country = next((each for each in countries if f"@{each}" in names), None)
        if country is not None and sum(m.id == country for m in reading.mentions) == 1:
            return replace(
                reading,
                items=reading.items[:start] + reading.items[end + 1 :],
                mentions=tuple(m for m in reading.mentions if m.id != country),
            )
    return reading


def _follows_comma(text: str, typed: str) -> bool:
    """Whether `typed` stands behind a comma, with a word such as "and" between at most."""
    return re.search(rf",\s*(?:\w+\s+)?{re.escape(typed)}\b", text) is not None
