"""Takes a text apart that asks several questions."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from knowledge.understanding.names import HELD_BY_SIDES
from knowledge.understanding.reading import Item, Reading
from knowledge.understanding.text import clean

MOST_PARTS = 3
"""A text of more questions than these is answered as a whole or not at all."""
BEGINNING = frozenset(("be", "do"))
WHETHER = "yes_no"
"""The concept of words that ask if something is so."""
ALWAYS_ASKING = frozenset(("how_many", "how_long", "how_often", "why"))
JOINT = "and"
"""The concept of words that join two questions."""
TURNING = "what_about"
"""The concept of words that turn to another subject."""
_SEGMENT = re.compile(r",\s+")
_SENTENCE = re.compile(r"(?<=[.?!;:\n])\s+")


def sentences_of(text: str) -> list[str]:
    """Return the sentences of `text`."""
    return [sentence for sentence in _SENTENCE.split(clean(text)) if sentence.strip()]


def questions_in(sentences: Sequence[Reading]) -> list[str]:
    """Return those of `sentences` that ask: with a question mark, else by how they begin.

    The last one where none does, and nothing where there's a single sentence.
    """
    if len(sentences) < 2:
        return []
    marked = [each.text for each in sentences if each.text.rstrip().endswith("?")]
    begun = [each.text for each in sentences if each.items and each.items[0].kind == "ask"]
    return marked or begun or [sentences[-1].text]


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


def segments_of(text: str) -> list[str]:
    """Return what stands between the commas of `text`."""
    return [segment for segment in _SEGMENT.split(clean(text)) if segment.strip()]


def listed_questions(segments: Sequence[Reading], *, surely: bool = False) -> list[str]:
    """Return the questions that commas part: "who allows it, why, and since when?".

    `surely`: only what begins with words that always ask, as "who" and "which" don't.
    """
    questions: list[str] = []
    if not any(item.kind == "ask" for segment in segments[:1] for item in segment.items):
        # "Apart from this, what …?" asks once.
        return []
    for segment in segments:
        items = segment.items
        while items and JOINT in items[0].concepts:
            items = items[1:]
        # "…, isn't it?" asks of what stands before it.
        asking = set(items[0].symbols) if items and items[0].kind == "ask" else set[str]()
        if questions and not (asking & ALWAYS_ASKING if surely else asking - {WHETHER}):
            questions[-1] += f", {segment.text}"
        else:
            questions.append(" ".join(item.typed for item in items))
    return questions if len(questions) > 1 else []


def of_each(reading: Reading) -> list[str]:
    """Return the question once for each name of a list: "who holds A and B" is two.

    Nothing where no names are listed.
    """
    items = reading.items
    joints = [at for at, item in enumerate(items) if JOINT in item.concepts]
    for joint in joints:
        start, end = joint, joint + 1
        while start and items[start - 1].kind == "name":
            start -= 1
        if start == joint or items[end : end + 1] == () or items[end].kind != "name":
            continue
        names = (*items[start:joint], items[end])
        before, after = items[:start], items[end + 1 :]
        return [" ".join(item.typed for item in (*before, name, *after)) for name in names]
    return []


def acting_side(reading: Reading) -> str | None:
    """Return the last country that `reading` names, as typed, of which the next part may ask."""
    names = (item.typed for item in reading.items if item.kind == "name")
    sides = [
        name for name, one in zip(names, reading.mentions, strict=True) if one.kind == "country"
    ]
    return sides[-1] if sides else None


def _begins_question(item: Item, asks: bool) -> bool:
    """Whether a question may begin with `item`; with "did" or "is" only in a text that `asks`."""
    turns = TURNING in item.concepts
    return turns or item.kind == "ask" or (asks and not BEGINNING.isdisjoint(item.concepts))
