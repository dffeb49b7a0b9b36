"""Understands follow-ups: "and there?", "says who?", "since when?" after an answer."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from knowledge.answer import Fact
from knowledge.understanding.features import sequence_of, spelling_of
from knowledge.understanding.names import HELD_BY_SIDES
from knowledge.understanding.parts import DETERMINING
from knowledge.understanding.reading import Item, Reading
from knowledge.understanding.weights import Weights

FRESH = "fresh"
"""Class of questions that stand by themselves, whatever was said before."""
LEAST_FRESH_LEAD = 1.0
"""By so much, per feature, a question must stand by itself that has no answer so."""
UNSAID = "unsaid"
THERE = "there"
"""The concept of words that mean the place told of before."""

LETTERS_TOGETHER = (4,)
"""With others, or more, no more of two hands' follow-ups were understood."""
REFERRING = frozenset((THERE, "pronoun"))


@dataclass(frozen=True, slots=True)
class Told:
    """What of the fact told before matters to a follow-up."""

    id: str
    topic: str
    relation: str
    about: tuple[str, ...]


def follow_features(reading: Reading, told: Told) -> list[str]:
    """Return the features of a follow-up to the fact `told`."""
    order = sequence_of(reading)
    alone: dict[str, None] = {}
    for item in reading.items:
        if item.word:
            alone[f"w {item.word}"] = None
        for symbol in item.symbols:
            alone[symbol] = None
    for left, right in pairwise(order):
        for a in left:
            for b in right:
                alone[f"{a} > {b}"] = None
    alone[f"length {min(len(reading.tokens), 9)}"] = None
    for word in [token.folded for token in reading.tokens[:2]]:
        alone[f"^ {word}"] = None
    names = {mention.id for mention in reading.mentions}
    if names:
        alone["names what was told" if names & set(told.about) else "names another"] = None
    letters = [f"l {run}" for run in spelling_of(reading, LETTERS_TOGETHER)]
    found = dict.fromkeys(["bias", f"after {told.relation}", *alone, *letters])
    for before in dict.fromkeys((told.id, told.relation, told.topic)):
        # Of a single fact too few follow-ups are known to learn from how they're spelled.
        seen = alone if before == told.id != told.relation else (*alone, *letters)
        found.update(dict.fromkeys(f"{before}: {feature}" for feature in seen))
    return list(found)


@dataclass(frozen=True, slots=True)
class Guess:
    """What a follow-up most likely asks for: a relation, `unsaid` or `fresh`; and by what lead."""

    target: str
    lead: float
    lead_over_unsaid: float
    """Infinite where it's never unsaid."""


def guess(reading: Reading, told: Told, weights: Weights, *, alone: bool = True) -> Guess:
    """Return what `reading` asks for after the fact `told`.

    Where it has no answer `alone`, it must stand by itself the more surely to be taken to do so.
    """
    features = follow_features(reading, told)
    scores = sorted(
        zip(weights.scores(features).tolist(), weights.labels, strict=True),
        key=lambda s: (-s[0], s[1]),
    )
    lead_alone = scores[0][0] - scores[1][0] if scores[0][1] == FRESH else math.inf
    if not alone and lead_alone < LEAST_FRESH_LEAD * max(len(features), 1):
        del scores[0]
    best = scores[0][0]
    unsaid = next((score for score, label in scores if label == UNSAID), -math.inf)
    size = max(len(features), 1)
    return Guess(scores[0][1], (best - scores[1][0]) / size, (best - unsaid) / size)


def subjects(
    reading: Reading, previous: Sequence[Fact], candidates: Sequence[Fact]
) -> tuple[Fact, ...]:
    """Of several facts of one relation, keep those on the place named, else on the one before."""
    if len(candidates) < 2:
        return tuple(candidates)
    named = [m.id for m in reading.mentions if m.kind in HELD_BY_SIDES]
    places = named or [place for fact in previous for place in fact.about]
    return tuple(f for f in candidates if f.about and f.about[0] in places)


def is_asked_there(reading: Reading) -> bool:
    """Whether it's asked of the place told of before: "how many died there?", not "is there …"."""
    items = reading.items
    for at, item in enumerate(items):
        if THERE in item.concepts:
            beside = (*items[max(at - 1, 0) : at], *items[at + 1 : at + 2])
            return not any("be" in one.concepts or one.kind == "ask" for one in beside)
    return False


def refers_back(reading: Reading) -> bool:
    """Whether a word means what was told of before: "in it", "there"."""
    return any(not REFERRING.isdisjoint(item.concepts) for item in reading.items)


def asks_wholly(reading: Reading) -> bool:
    """Whether `reading` asks, and says of what and what was done: nothing need be told before."""
    kinds = {item.kind for item in reading.items}
    said = "act" in kinds and not kinds.isdisjoint(("name", "thing"))
    return "ask" in kinds and said and not refers_back(reading)


def placed_in(reading: Reading) -> str | None:
    """Return the id of the place where `reading` asks if it's so, and no more: "any in …?"."""
    if len(reading.mentions) != 1 or reading.mentions[0].kind not in HELD_BY_SIDES:
        return None
    if any(not _restricts(item) for item in reading.items):
        return None
    for before, item in pairwise(reading.items):
        if item.kind == "name" and DETERMINING in before.concepts:
            return reading.mentions[0].id
    return None


def _restricts(item: Item) -> bool:
    """Whether `item` only says of which part something is asked: a name, "any", "mostly"."""
    return item.kind in ("name", "neutral", "common", "quality") or "yes_no" in item.symbols
