"""Finds the fact that denies what a question takes for granted, or whom it puts for another."""

from __future__ import annotations

from dataclasses import dataclass

from knowledge.answer import Kind, Verdict
from knowledge.understanding.candidates import Candidate, Ranking
from knowledge.understanding.claims import (
    ARTICLE,
    FORMS,
    SAYS,
    is_qualified,
    may_claim,
    says_nothing,
)
from knowledge.understanding.decision import Decision
from knowledge.understanding.lessons import Lessons
from knowledge.understanding.premises import is_surely_denied
from knowledge.understanding.reading import Reading
from knowledge.understanding.standing import TAKING, Standing, cost_of

FARTHEST_PREMISE = 4.0
"""How far behind what isn't said a claim on a place may be that the question takes for granted."""
FARTHEST_CLAIM = 2.0
"""The same of any other claim."""
LEAST_LEAD_OF_NAME = 4.0
"""By so much a claim must lead, whose name no article has, to be met with the fact's own. Of five
hands' questions all that led by 2.5 were false, too."""
LEAST_DENIAL_OF_NAME = 1.0
"""And by so much it must be a claim that its quote contradicts."""
ACTORS = ("person", "organisation")
"""Kinds of names of which one did it, and no other. What is as large as one place may be as large
as another."""


@dataclass(frozen=True, slots=True)
class ContraryFacts:
    """Knows what facts deny."""

    lessons: Lessons
    standing: Standing

    def to_name(self, reading: Reading, ranking: Ranking) -> Decision | None:
        """Return the contrary fact, where a name that no article has stands for the fact's own.

        "Was it the weather office that counted them?" is met with who did.
        """
        best = ranking.best
        unnamed = [mention for mention in reading.mentions if not mention.named]
        if len(unnamed) != 1 or unnamed[0].kind not in ACTORS:
            return None
        if best.group != "relation" or best.form != "no":
            return None
        lead = ranking.lead_over("relation", "unsaid", "elsewhere")
        if lead < LEAST_LEAD_OF_NAME or ranking.form_lead() < LEAST_DENIAL_OF_NAME:
            return None
        kept = self.standing.of(reading, best, [])
        if len(kept) != 1 or cost_of(kept):
            return None
        return Decision(Kind.ANSWERED, (kept[0].fact.id,), Verdict.NO)

    def to_premise(self, reading: Reading, ranking: Ranking) -> Decision | None:
        """Return the contrary fact, where the question takes for granted what one denies.

        When, why or how a place fell that hasn't fallen isn't unsaid: it's said otherwise.
        """
        if says_nothing(reading) or {ARTICLE, SAYS} <= reading.symbols:
            # "Does the article say when …?" takes nothing for granted.
            return None
        for candidate in ranking.candidates:
            behind = ranking.best.score - candidate.score
            if behind > FARTHEST_PREMISE:
                break
            if candidate.group != "relation" or not self._may_be_denied(
                reading, candidate, behind
            ):
                continue
            kept = self.standing.of(reading, candidate, [])
            if cost_of(kept) or len(kept) != 1:
                continue
            fact = kept[0].fact.id
            if is_surely_denied(reading, candidate, fact, self.lessons):
                return Decision(Kind.ANSWERED, (fact,), Verdict.NO)
        return None

    def _may_be_denied(self, reading: Reading, candidate: Candidate, behind: float) -> bool:
        """Whether what `candidate` is read as, so far behind, may be taken for granted."""
        if candidate.form in FORMS:
            return candidate.form == "no" and behind <= FARTHEST_CLAIM
        if not reading.symbols & TAKING or is_qualified(reading):
            return False
        return may_claim(reading, candidate.form, self.lessons.sides)
