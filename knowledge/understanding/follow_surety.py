"""How sure it is that a follow-up asks for what it's guessed to.

The weights below were fitted by logistic regression on 9,200 of the stored follow-ups: each was
guessed by weights that it was kept out of, and was right or wrong. `bench/surety.py` does it anew.
"""

from __future__ import annotations

from dataclasses import dataclass

from knowledge.answer import Fact
from knowledge.understanding.decision import Decision
from knowledge.understanding.following import Guess

LEAST_SURETY = 0.2
"""What a guess needs at least. 0 is where it's as likely right as wrong, by the fit."""
FARTHEST = 5.0
"""A lead by more is no surer."""
SHARE_OF_LEAD = 0.44
SHARE_OF_LEAD_OVER_UNSAID = 0.34
IF_AGREED = 1.5
IF_OTHER = 0.5
COST_OF_STRANGER = 0.6


@dataclass(frozen=True, slots=True)
class Meant:
    """The facts that a follow-up may mean."""

    facts: tuple[Fact, ...]
    strangers: int
    """How many of its words they tell nothing of."""


def surety_of(best: Guess, meant: Meant, alone: Decision) -> float:
    """Return how sure the guess is, of a follow-up that comes to `alone` without what it follows.

    It's surer if that is one of the same facts, and less sure if it's another.
    """
    sure = SHARE_OF_LEAD * min(best.lead, FARTHEST)
    sure += SHARE_OF_LEAD_OVER_UNSAID * min(best.lead_over_unsaid, FARTHEST)
    sure -= COST_OF_STRANGER * meant.strangers
    if alone.answered:
        agrees = not {fact.id for fact in meant.facts}.isdisjoint(alone.facts)
        sure += IF_AGREED if agrees else -IF_OTHER
    return sure
