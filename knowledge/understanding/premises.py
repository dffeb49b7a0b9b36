"""Tells what an open question takes for granted though a fact denies it: "why did it fall?"."""

from __future__ import annotations

from dataclasses import replace

from knowledge.understanding.candidates import Candidate
from knowledge.understanding.claims import COMING, FORMS, is_contrary
from knowledge.understanding.features import features_of
from knowledge.understanding.labels import forms_of, parts_of
from knowledge.understanding.learnt_claims import is_contradicted
from knowledge.understanding.lessons import Lessons
from knowledge.understanding.reading import Reading

FARTHEST_DENIAL = 2.0
"""By so much "no" may be behind "yes", per feature, once the words that ask are left out: of a
question that as a whole claims what is denied, little is left without them."""
LEAST_CONTRADICTION = 4.0
"""The same among claims on one fact."""


def is_denied(reading: Reading, candidate: Candidate, fact: str, lessons: Lessons) -> bool:
    """Whether `fact` denies what `reading`, read as `candidate`, takes for granted."""
    if not is_contrary(candidate.form, lessons.holders.get(fact)):
        return False
    if fact in lessons.holders and COMING in reading.symbols:
        # How long it takes until a place falls doesn't take for granted that it did.
        return False
    if candidate.form != "no" or _denies(reading, candidate.id, lessons):
        return True
    return _contradicts(reading, fact, lessons)


def is_surely_denied(reading: Reading, candidate: Candidate, fact: str, lessons: Lessons) -> bool:
    """Whether `fact` denies it by what was learnt of claims on it, or by who holds its place."""
    if candidate.form in FORMS:
        return candidate.form == "no" and _contradicts(reading, fact, lessons)
    return is_contrary(candidate.form, lessons.holders.get(fact))


def _contradicts(reading: Reading, fact: str, lessons: Lessons) -> bool:
    said = _without_asking(reading)
    return is_contradicted(said, lessons.tellings[fact], lessons, LEAST_CONTRADICTION)


def _denies(reading: Reading, relation: str, lessons: Lessons) -> bool:
    """Whether `reading` claims what `relation` contradicts, apart from how it asks.

    "Why did it fall?" is a false premise only where "it fell" is no true one.
    """
    features = features_of(_without_asking(reading))
    scores = lessons.weights.scores(features)
    labels = lessons.weights.labels
    forms = forms_of(labels).get(("relation", relation), ())
    by_form = {parts_of(labels[index])[2]: float(scores[index]) for index in forms}
    if "no" not in by_form:
        return False
    others = [score for form, score in by_form.items() if form == "yes"]
    return not others or by_form["no"] - max(others) >= -len(features) * FARTHEST_DENIAL


def _without_asking(reading: Reading) -> Reading:
    return replace(reading, items=tuple(item for item in reading.items if item.kind != "ask"))
