"""Ranks what a question may ask for: by learnt weights, and by wordings like it."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt

from knowledge.answer import Fact
from knowledge.understanding.candidates import Candidate, Ranking
from knowledge.understanding.features import features_of, key_of, spelling_of
from knowledge.understanding.labels import forms_of, parts_of
from knowledge.understanding.lessons import Lessons
from knowledge.understanding.reading import Reading

Scores = npt.NDArray[np.float64]
"""By class, in the order of the weights' labels."""
MOST_RANKED = 24
"""So many are enough to find the next that isn't a form or a sibling of the likeliest."""
LEAD_OF_TAUGHT = 10.0
"""By so much a question leads as what it is that an editor wrote down word for word."""
SHARE_OF_SPELLING = 0.3
"""What the letters count, per run, of what the words do, per feature."""
UNSURE = 4.0
"""If it leads by less, the likest stored wordings are asked too: they err elsewhere."""
SAY_OF_NEIGHBOURS = 4.0
"""What they add if they agree. Fitted, as `UNSURE`, on questions of three hands that nothing was
learnt from: of 700, a hundredth more was answered right, and no more of them wrong."""
ANY_OTHER = "elsewhere|any"
"""What wordings on any other subject ask for."""
FAR = 4.0
"""By so much another subject must lead where the question names what the article names."""


def rank(reading: Reading, lessons: Lessons) -> Ranking:
    """Rank the likeliest classes that were learnt, and all forms of the likeliest."""
    weights, features = lessons.weights, features_of(reading)
    size = max(len(features), 1)
    # Any subject may name other countries.
    sides = lessons.sides
    rows = weights.features.rows(features)
    by_letters = _by_letters(reading, lessons)
    scores = weights.sums(rows) + SHARE_OF_SPELLING * size * by_letters
    labels = weights.labels
    order = np.argsort(-scores, kind="stable").tolist()
    like: Mapping[str, float] = {}
    if _lead_of(parts_of(labels[order[0]])[:2], scores, labels) < UNSURE * size:
        like = lessons.neighbours.shares(rows)
        scores = _with_neighbours(scores, size, like, labels)
        order = np.argsort(-scores, kind="stable").tolist()
    likeliest = order[:MOST_RANKED]
    forms = forms_of(labels)[parts_of(labels[order[0]])[:2]]
    shown = [*likeliest, *sorted(forms.difference(likeliest), key=order.index)]
    candidates: Sequence[Candidate] = [
        Candidate(*parts_of(labels[index]), float(scores[index]) / size) for index in shown
    ]
    taught = lessons.taught.get(key_of(reading))
    if taught is not None:
        known_as = Candidate(*parts_of(taught), candidates[0].score + LEAD_OF_TAUGHT)
        others = [c for c in candidates if not known_as.is_same_as(c)]
        candidates = [known_as, *others]
    if any(m.named and (m.kind != "country" or m.id in sides) for m in reading.mentions):
        candidates = _without_unlikely_subjects(candidates)
    best = candidates[0]
    lead = _lead_of((best.group, best.id), by_letters, labels)
    return Ranking(tuple(candidates), len(rows) / size, like, taught is not None, lead)


def _by_letters(reading: Reading, lessons: Lessons) -> Scores:
    """Return what the letters of the words say of each class, per run of them."""
    spelling = spelling_of(reading)
    return lessons.spelling_weights.scores(spelling) / max(len(spelling), 1)


def _lead_of(meant: tuple[str, str], scores: Scores, labels: tuple[str, ...]) -> float:
    """Return by how much the best form of what is `meant` leads all else, below 0 if behind."""
    forms = list(forms_of(labels)[meant])
    others = scores.copy()
    others[forms] = -math.inf
    return float(scores[forms].max() - others.max())


def _with_neighbours(
    scores: Scores, size: int, like: Mapping[str, float], labels: tuple[str, ...]
) -> Scores:
    """Return `scores`, of so many features, with what the stored wordings `like` it ask for."""
    # Of what all wordings are far from, the nearest are near by chance.
    shares = {**like, ANY_OTHER: max(like.values(), default=0.0)}
    said = scores.copy()
    for label, share in shares.items():
        group, name = label.split("|")
        for index in forms_of(labels).get((group, name), ()):
            said[index] += SAY_OF_NEIGHBOURS * share * size
    return said


def _without_unlikely_subjects(candidates: Sequence[Candidate]) -> Sequence[Candidate]:
    """Leave out other subjects where a name of the article stands and they don't lead by far."""
    ours = [c for c in candidates if c.group != "elsewhere"]
    if not ours or candidates[0].score - ours[0].score > FAR:
        return candidates
    return ours


def siblings_of(lessons: Lessons, facts: Mapping[str, Fact]) -> dict[str, frozenset[str]]:
    """Return, for each relation, those whose facts quote some of the same words."""
    quotes = {r.id: [facts[f].quote for f in r.facts] for r in lessons.relations.values()}
    return {
        one: frozenset(
            other
            for other, others in quotes.items()
            if other != one and any(a in b or b in a for a in mine for b in others)
        )
        for one, mine in quotes.items()
    }
