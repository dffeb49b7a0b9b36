"""How sure it is that a follow-up asks for what it's guessed to.

The weights below were fitted by logistic regression on 2,100 of the stored follow-ups: each was
guessed by weights that it was kept out of, and was right or wrong. `bench/surety.py` does it anew.
"""

from __future__ import annotations

from dataclasses import dataclass

from knowledge.answer import Fact
from knowledge.understanding.decision import Decision
from knowledge.understanding.following import Guess

LEAST_SURETY = 0.8
"""What a guess needs at least. By the fit it's right as often as wrong at 0.5; with less than
this, more follow-ups by other people were answered wrongly than it gained."""
FARTHEST = 5.0
"""A lead by more is no surer."""
SHARE_OF_LEAD = 0.54
SHARE_OF_LEAD_OVER_UNSAID = 0.29
IF_AGREED = 2.1
IF_OTHER = 0.6
COST_OF_STRANGER = 0.9


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
