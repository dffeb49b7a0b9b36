"""Ranks what a question may ask for, and keeps what stands the gate."""

from __future__ import annotations

import math
from collections.abc import Callable, Container, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt

from knowledge.answer import Fact
from knowledge.understanding.features import features_of, key_of, spelling_of
from knowledge.understanding.gate import Fit, hold_against
from knowledge.understanding.lessons import Lessons, Relation
from knowledge.understanding.reading import Reading

Numbers = npt.NDArray[np.int64]
Scores = npt.NDArray[np.float64]
"""By class, in the order of the weights' labels."""
MOST_RANKED = 24
"""So many are enough to find the next that isn't a form or a sibling of the likeliest."""
NEARLY = 1.5
NEARLY_HELD = 2.5
"""By so much a claim may be more likely an open question, since keywords are asked that way; and a
claim on who holds a place, whose name with a word is asked most."""
LEAD_OF_TAUGHT = 10.0
"""By so much a question leads as what it is that an editor wrote down word for word."""
MOST_NOTED = 6
SHARE_OF_SPELLING = 0.3
"""What the letters count, per run, of what the words do, per feature."""
UNSURE = 4.0
"""If it leads by less, the likest stored wordings are asked too: they err elsewhere."""
SAY_OF_NEIGHBOURS = 4.0
"""What they add if they agree. Fitted, as `UNSURE`, on questions of three hands that nothing was
learnt from: of 700, a hundredth more was answered right, and no more of them wrong."""
ELSEWHERE = "elsewhere|any"
FAR = 4.0
"""By so much another subject must lead where the question names what the article names."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """One reading of a question: a relation, something unsaid, small talk or another subject."""

    group: str
    """relation | unsaid | smalltalk | elsewhere"""
    id: str
    form: str
    """How a relation is asked for: openly (`ask`), or as a claim that its quote bears out (`yes`)
    or not (`no`), or that a side, by its id, holds a place."""
    score: float
    """Learnt weights per feature of the question."""

    def is_same_as(self, other: Candidate) -> bool:
        """Whether it's the same reading, however likely."""
        return (self.group, self.id, self.form) == (other.group, other.id, other.form)


@dataclass(frozen=True, slots=True)
class Ranking:
    """All readings of a question, the likeliest first."""

    candidates: tuple[Candidate, ...]
    known: float
    """Share of the question's features that any stored wording has."""
    taught: bool
    """Whether an editor wrote the question down word for word, as what `best` is."""

    @property
    def best(self) -> Candidate:
        """The likeliest reading."""
        return self.candidates[0]

    @property
    def is_unsaid(self) -> bool:
        """Whether the likeliest reading is of what no single fact tells."""
        return self.best.group == "unsaid"

    def notes(self) -> tuple[str, ...]:
        """Return a line for each of the likeliest readings: why it's kept or dropped."""
        best = self.best
        lines = []
        for candidate in self.candidates[:MOST_NOTED]:
            behind = f"{best.score - candidate.score:.2f} behind"
            if candidate is best:
                why = "kept, an editor wrote it down so" if self.taught else "kept, the likeliest"
            elif (candidate.group, candidate.id) == (best.group, best.id):
                why = f"the same, asked otherwise, {behind}"
            else:
                why = f"dropped, {behind}"
            named = f"{candidate.group} {candidate.id} ({candidate.form}) {candidate.score:.2f}"
            lines.append(f"candidate: {named}: {why}")
        return tuple(lines)

    def claimed(self) -> tuple[str, float]:
        """How the best relation is claimed, and by what lead, in a question that isn't open."""
        forms = [c for c in self.candidates if (c.group, c.id) == (self.best.group, self.best.id)]
        claims = [candidate for candidate in forms if candidate.form != "ask"]
        if not claims:
            return self.best.form, self.form_lead()
        nearly = NEARLY if claims[0].form in ("yes", "no") else NEARLY_HELD
        if forms[0].score - claims[0].score >= nearly:
            return self.best.form, self.form_lead()
        lead = claims[0].score - claims[1].score if len(claims) > 1 else claims[0].score
        return claims[0].form, lead

    def form_lead(self) -> float:
        """By how much the best form of the best relation leads its next form."""
        best = self.best
        others = [
            c.score for c in self.candidates[1:] if c.group == best.group and c.id == best.id
        ]
        return best.score - max(others) if others else best.score

    def lead_over(self, *groups: str) -> float:
        """By how much the best reading leads the likeliest of `groups`, other forms of it aside.

        Infinite where there is none.
        """
        best = self.best
        others = (
            c.score
            for c in self.candidates
            if c.group in groups and (c.group, c.id) != (best.group, best.id)
        )
        return best.score - max(others, default=-math.inf)

    def lead(self, siblings: Sequence[str] = ()) -> float:
        """By how much the best reading leads the next that isn't a relation in `siblings`."""
        best = self.best
        for candidate in self.candidates[1:]:
            if candidate.group == best.group and candidate.id in (best.id, *siblings):
                continue
            return best.score - candidate.score
        return best.score


def rank(reading: Reading, lessons: Lessons) -> Ranking:
    """Rank the likeliest classes that were learnt, and all forms of the likeliest."""
    weights, features = lessons.weights, features_of(reading)
    size = max(len(features), 1)
    # Any subject may name other countries.
    sides = lessons.sides
    rows = weights.features.rows(features)
    scores = _with_spelling(weights.sums(rows), size, reading, lessons)
    labels = weights.labels
    order = np.argsort(-scores, kind="stable").tolist()
    if _lead_in(scores, order, labels) < UNSURE * size:
        scores = _with_neighbours(scores, size, rows, lessons)
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
    return Ranking(tuple(candidates), len(rows) / size, taught is not None)


def _with_spelling(scores: Scores, size: int, reading: Reading, lessons: Lessons) -> Scores:
    """Return `scores`, of so many features, with what the letters of the words say."""
    spelling = spelling_of(reading)
    if not spelling:
        return scores
    share = SHARE_OF_SPELLING * size / len(spelling)
    return scores + share * lessons.spelling_weights.scores(spelling)


def _lead_in(scores: Scores, order: Sequence[int], labels: tuple[str, ...]) -> float:
    """Return by how much the first in `order` leads the next that is asked for something else."""
    first, *others = order
    meant = parts_of(labels[first])[:2]
    next_one = (scores[index] for index in others if parts_of(labels[index])[:2] != meant)
    return float(scores[first] - next(next_one, -math.inf))


def _with_neighbours(scores: Scores, size: int, rows: Numbers, lessons: Lessons) -> Scores:
    """Return `scores`, of so many features, with what the likest stored wordings ask for.

    `rows` are those that the weights have of the features.
    """
    shares = dict(lessons.neighbours.shares(rows))
    # Of what all wordings are far from, the nearest are near by chance.
    shares[ELSEWHERE] = max(shares.values(), default=0.0)
    said = scores.copy()
    for label, share in shares.items():
        group, name = label.split("|")
        for index in forms_of(lessons.weights.labels).get((group, name), ()):
            said[index] += SAY_OF_NEIGHBOURS * share * size
    return said


def _without_unlikely_subjects(candidates: Sequence[Candidate]) -> Sequence[Candidate]:
    """Leave out other subjects where a name of the article stands and they don't lead by far."""
    ours = [c for c in candidates if c.group != "elsewhere"]
    if not ours or candidates[0].score - ours[0].score > FAR:
        return candidates
    return ours


@cache
def forms_of(labels: tuple[str, ...]) -> dict[tuple[str, str], frozenset[int]]:
    """Return where the forms of each thing that may be asked for stand in `labels`."""
    found: dict[tuple[str, str], set[int]] = {}
    for index, label in enumerate(labels):
        group, name, _ = parts_of(label)
        found.setdefault((group, name), set()).add(index)
    return {key: frozenset(indices) for key, indices in found.items()}


@cache
def parts_of(label: str) -> tuple[str, str, str]:
    """Return the group, the id and the form that `label` stands for."""
    group, name, form = label.split("|")
    return group, name, form


@dataclass(frozen=True, slots=True)
class Held:
    """A fact that was held against the question, and what came of it."""

    fact: Fact
    fit: Fit


def hold_facts(
    reading: Reading,
    relation: Relation,
    facts: Mapping[str, Fact],
    quoted: Mapping[str, frozenset[str]],
    contrary: Callable[[Fact], bool],
    lasting: Container[str] = (),
) -> list[Held]:
    """Hold every fact of `relation` against the question.

    `quoted` has the names in each fact's quote; `contrary` tells which facts the question denies,
    and `lasting` are ids of those that hold of any year.
    """
    subjects = {facts[name].about[0] for name in relation.facts if facts[name].about}
    others = subjects if len(relation.facts) > 1 else set()
    return [
        Held(
            facts[name],
            hold_against(
                reading,
                relation,
                facts[name],
                contrary(facts[name]),
                others | quoted[name],
                name in lasting,
            ),
        )
        for name in relation.facts
    ]


def cost_of(kept: Sequence[Held]) -> float:
    """Return what each of the facts that were `kept` costs, which is as much for all of them."""
    return kept[0].fit.cost if kept else 0.0


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
