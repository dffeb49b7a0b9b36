"""Says again in each part of a question what only another part says: "when and why did …?"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from knowledge.understanding.claims import CHOOSING
from knowledge.understanding.names import HELD_BY_SIDES, Mention
from knowledge.understanding.parts import BEGINNING, DETERMINING, EMPTY, JOINT, SUBJECTS, typed
from knowledge.understanding.pieces import SIDES
from knowledge.understanding.reading import Item, Reading

MEASURING = frozenset(("how_big", "how_long", "how_often"))
"""Concepts of words that say of what they ask: "how much land"."""
LISTING = frozenset((JOINT, CHOOSING))
"""Concepts of words that join what is listed."""


def of_each(reading: Reading) -> list[str]:
    """Return the question once for each name or thing of a list: "who holds A and B" is two.

    Nothing where none are listed.
    """
    items = reading.items
    for joint, item in enumerate(items):
        if LISTING.isdisjoint(item.concepts):
            continue
        start = _start_of_subject(items, joint)
        begin = _after_determiners(items, joint + 1)
        end = _end_of_subject(items, begin)
        if start == joint or begin == end:
            continue
        listed = [items[start:joint]]
        if items[joint - 1].kind == "name":
            listed = [(name,) for name in items[start:joint]]
            end = begin + 1 if items[begin].kind == "name" else end
        listed.append(items[begin:end])
        return [typed((*items[:start], *subject, *items[end:])) for subject in listed]
    return []


def named_part(reading: Reading) -> str | None:
    """Return the question without the places that no article names, in a list with one that has.

    None where there's no such list.
    """
    joints = [item for item in reading.items if JOINT in item.concepts]
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
    kept: list[Item] = []
    last = max(at for at, place in enumerate(places) if place is not None and place.named)
    for at, (item, place) in enumerate(zip(items, places, strict=True)):
        if at == last and kept and kept[-1].kind == "name":
            kept += joints[-1:]
        if place is None or place.named:
            kept.append(item)
    return typed(kept)


def is_unfinished(part: Reading) -> bool:
    """Whether `part` only asks, or asks of something that nothing is said of: "how many A"."""
    if any(item.kind not in (*EMPTY, *SUBJECTS, "ask") for item in part.items):
        return False
    begun = any(not BEGINNING.isdisjoint(item.concepts) for item in part.items)
    return not begun and any(item.kind == "ask" for item in part.items)


def with_ending(part: Reading, following: Reading) -> str | None:
    """Return the unfinished `part` with what the part after it says for both.

    "How many A and how many B died?" None where that says nothing either.
    """
    asks = [at for at, item in enumerate(following.items) if item.kind == "ask"]
    begin = asks[0] + 1 if asks else 0
    if any(item.kind in SUBJECTS for item in part.items) or part.symbols & MEASURING:
        begin = _end_of_subject(following.items, begin)
    ending = following.items[begin:]
    if all(item.kind in EMPTY for item in ending):
        return None
    return typed((*part.items, *ending))


def in_place(part: Reading, before: Reading) -> str | None:
    """Return the question `before` with the name in it for which `part` names another.

    "… did A lose, and how many B?" None where `part` says more than a name, or it's unclear which
    name it stands for.
    """
    names = [item for item in part.items if item.kind == "name"]
    if len(names) != 1 or any(i.kind not in (*EMPTY, "name", "ask") for i in part.items):
        return None
    if not _asked(part) <= _asked(before):
        return None
    (other,) = part.mentions
    mentions = iter(before.mentions)
    alike = [
        at
        for at, item in enumerate(before.items)
        if item.kind == "name" and _is_alike(next(mentions), other)
    ]
    if len(alike) != 1:
        return None
    (at,) = alike
    return typed((*before.items[:at], *names, *before.items[at + 1 :]))


def _start_of_subject(items: Sequence[Item], end: int) -> int:
    """Return where the things before `end` begin, with the names before these."""
    start = end
    for kind in reversed(SUBJECTS):
        while start and items[start - 1].kind == kind:
            start -= 1
    return start


def _end_of_subject(items: Sequence[Item], start: int) -> int:
    """Return where the names from `start` on end, with the things behind these."""
    end = start
    for kind in SUBJECTS:
        while end < len(items) and items[end].kind == kind:
            end += 1
    return end


def _after_determiners(items: Sequence[Item], start: int) -> int:
    while start < len(items) and DETERMINING in items[start].concepts:
        start += 1
    return start


def _asked(reading: Reading) -> frozenset[str]:
    return frozenset(s for item in reading.items if item.kind == "ask" for s in item.symbols)


def _is_alike(one: Mention, other: Mention) -> bool:
    return any(one.kind in kinds and other.kind in kinds for kinds in (SIDES, HELD_BY_SIDES))
