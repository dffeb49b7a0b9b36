"""What a question may ask for, the likeliest first."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

NEARLY = 1.5
NEARLY_HELD = 2.5
"""By so much a claim may be more likely an open question, since keywords are asked that way; and a
claim on who holds a place, whose name with a word is asked most."""
MOST_NOTED = 6


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
    """By learnt weights per feature of the question, and by stored wordings like it."""

    def is_same_as(self, other: Candidate) -> bool:
        """Whether it's the same reading, however likely."""
        return (self.group, self.id, self.form) == (other.group, other.id, other.form)


@dataclass(frozen=True, slots=True)
class Ranking:
    """All readings of a question, the likeliest first."""

    candidates: tuple[Candidate, ...]
    known: float
    """Share of the question's features that any stored wording has."""
    like: Mapping[str, float]
    """Where stored wordings like it were asked: what they ask for, and their share in them all."""
    taught: bool
    """Whether an editor wrote the question down word for word, as what `best` is."""
    lead_by_letters: float
    """By how much `best` leads, per run of letters, where these alone are asked."""

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
        shares = sorted(self.like.items(), key=lambda share: (-share[1], share[0]))
        said = ", ".join(f"{label} {share:.2f}" for label, share in shares[:MOST_NOTED])
        return (*lines, f"wordings like it: {said}") if said else tuple(lines)

    def share_of(self, group: str) -> float:
        """How many of the stored wordings like it, from 0 to 1, ask for something of `group`."""
        return sum(share for label, share in self.like.items() if label.startswith(f"{group}|"))

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
