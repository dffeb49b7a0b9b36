"""Whether a claim is one on the subject, and whether facts that don't settle it bear on it."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.understanding.gate import SPECIFIC
from knowledge.understanding.pieces import SAYING
from knowledge.understanding.reading import Reading, has_substance
from knowledge.understanding.telling import Telling

NAMING = ("name", "figure")


def claims_something(reading: Reading) -> bool:
    """Whether `reading` names something, or says more than that somebody says something."""
    if any(item.kind in NAMING for item in reading.items):
        return True
    acts = [item for item in reading.items if item.kind == "act"]
    only_says = bool(acts) and all(SAYING in item.symbols for item in acts)
    return has_substance(reading) and not only_says


def bears_on(tellings: Sequence[Telling], reading: Reading) -> bool:
    """Whether facts that tell `tellings` bear on the claim `reading`, though they don't settle it.

    What names nothing may be said of anything that stands before it, and the sides are named in
    most of what is said of a war: then the facts must tell what is done, or of what.
    """
    if any(mention.kind in SPECIFIC for mention in reading.mentions):
        return True
    if any(len(item.symbols) > 1 for item in reading.items if item.kind == "figure"):
        return True
    untold = {
        item.kind
        for item in reading.items
        if not any(telling.tells(*item.symbols, f"w {item.word}") for telling in tellings)
    }
    return bool(reading.mentions) and not {"act", "thing"} <= untold
