"""Understands follow-ups: "and there?", "says who?", "since when?" after an answer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from knowledge.answer import Fact
from knowledge.understanding.features import sequence_of
from knowledge.understanding.names import HELD_BY_SIDES
from knowledge.understanding.reading import Reading
from knowledge.understanding.weights import Weights

FRESH = "fresh"
"""Class of questions that stand by themselves, whatever was said before."""
UNSAID = "unsaid"


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
    found = dict.fromkeys(["bias", f"after {told.relation}", *alone])
    for feature in alone:
        for before in dict.fromkeys((told.id, told.relation, told.topic)):
            found[f"{before}: {feature}"] = None
    return list(found)


@dataclass(frozen=True, slots=True)
class Guess:
    """What a follow-up most likely asks for: a relation, `unsaid` or `fresh`; and by what lead."""

    target: str
    lead: float


def guess(reading: Reading, told: Told, weights: Weights) -> Guess:
    """Return what `reading` asks for after the fact `told`."""
    features = follow_features(reading, told)
    scores = sorted(
        zip(weights.scores(features).tolist(), weights.labels, strict=True),
        key=lambda s: (-s[0], s[1]),
    )
    return Guess(scores[0][1], (scores[0][0] - scores[1][0]) / max(len(features), 1))


def subjects(
    reading: Reading, previous: Sequence[Fact], candidates: Sequence[Fact]
) -> tuple[Fact, ...]:
    """Of several facts of one relation, keep those on the place named, else on the one before."""
    if len(candidates) < 2:
        return tuple(candidates)
    named = [m.id for m in reading.mentions if m.kind in HELD_BY_SIDES]
    places = named or [place for fact in previous for place in fact.about]
    return tuple(f for f in candidates if f.about and f.about[0] in places)


def relation_of(fact_id: str, relations: Mapping[str, Sequence[str]]) -> str | None:
    """Return the relation that has `fact_id` among its facts."""
    for relation, facts in relations.items():
        if fact_id in facts:
            return relation
    return None
