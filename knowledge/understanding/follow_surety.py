"""How sure it is that a follow-up asks for what it's guessed to.

The weights below were fitted by logistic regression on 2,100 of the stored follow-ups: each was
guessed by weights that it was kept out of, and was right or wrong. `bench/surety.py` does it anew.
"""

from __future__ import annotations

from dataclasses import dataclass

from knowledge.answer import Fact
from knowledge.understanding.decision import Decision
from knowledge.understanding.following import Guess

LEAST_SURETY = 1.2
"""What a guess needs at least. By the fit it's right as often as wrong at 0.5; with less than
this, more follow-ups by other people were answered wrongly than it gained."""
FARTHEST = 5.0
"""A lead by more is no surer."""
WEIGHTS = (0.54, 0.29, 2.1, -0.6, -0.9)
"""What each of the terms counts."""


@dataclass(frozen=True, slots=True)
class Meant:
    """The facts that a follow-up may mean."""

    facts: tuple[Fact, ...]
    strangers: int
    """How many of its words they tell nothing of."""


def terms_of(best: Guess, meant: Meant, alone: Decision) -> tuple[float, ...]:
    """Return what is weighed, in the order of `WEIGHTS`.

    The leads over the next guess and over what is unsaid; whether the follow-up comes to one of
    the same facts by itself (`alone`), or to another; and how many words are left open.
    """
    agrees = alone.answered and not {f.id for f in meant.facts}.isdisjoint(alone.facts)
    return (
        min(best.lead, FARTHEST),
        min(best.lead_over_unsaid, FARTHEST),
        float(agrees),
        float(alone.answered and not agrees),
        float(meant.strangers),
    )


def surety_of(best: Guess, meant: Meant, alone: Decision) -> float:
    """Return how sure the guess is, of a follow-up that comes to `alone` by itself."""
    terms = terms_of(best, meant, alone)
    return sum(weight * term for weight, term in zip(WEIGHTS, terms, strict=True))
