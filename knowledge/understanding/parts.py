"""Takes a text apart that asks several questions."""

from __future__ import annotations

import re
from itertools import pairwise

from knowledge.understanding.names import HELD_BY_SIDES
from knowledge.understanding.reading import Item, Reading
from knowledge.understanding.text import clean

MOST_PARTS = 3
"""A text of more questions than these is answered as a whole or not at all."""
BEGINNING = frozenset(("be", "do"))
JOINT = "and"
"""The concept of words that join two questions."""
_SENTENCE = re.compile(r"(?<=[.?!;:\n])\s+")


def questions_in(text: str) -> list[str]:
    """Return the sentences of `text` that ask; the last one where none has a question mark.

    Nothing where there's a single sentence.
    """
    sentences = [sentence for sentence in _SENTENCE.split(clean(text)) if sentence.strip()]
    if len(sentences) < 2:
        return []
    return [s for s in sentences if s.rstrip().endswith("?")] or sentences[-1:]


def named_part(reading: Reading) -> str | None:
    """Return the question without the places that no article names, in a list with one that has.

    None where there's no such list.
    """
    items = [item for item in reading.items if JOINT not in item.concepts]
    mentions = iter(reading.mentions)
    named = [next(mentions) if item.kind == "name" else None for item in items]
    places = [one if one is not None and one.kind in HELD_BY_SIDES else None for one in named]
    listed = any(
        one is not None and other is not None and one.named != other.named
        for one, other in pairwise(places)
    )
    if not listed:
        return None
    kept = [i for i, place in zip(items, places, strict=True) if place is None or place.named]
    return " ".join(item.typed for item in kept)


def joined_questions(reading: Reading) -> list[str]:
    """Return the questions that an "and" joins: "… halted, and what did they do"."""
    items = reading.items
    clauses: list[list[str]] = [[]]
    asks = "?" in reading.text
    for item, following in zip(items, [*items[1:], None], strict=False):
        if JOINT in item.concepts and following is not None and _begins_question(following, asks):
            clauses.append([])
        else:
            clauses[-1].append(item.typed)
    return [" ".join(words) for words in clauses] if len(clauses) > 1 else []


def _begins_question(item: Item, asks: bool) -> bool:
    """Whether a question may begin with `item`; with "did" or "is" only in a text that `asks`."""
    return item.kind == "ask" or (asks and not BEGINNING.isdisjoint(item.concepts))
