"""How sure it is that the likeliest reading of a question is meant, and that its fact tells it.

The weights below were fitted by logistic regression on 11,500 of the stored wordings that got as
far: each was asked of a build that it was kept out of, and was right or wrong. `bench/surety.py`
does it anew. Their unit is that of a lead, a score per feature.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from knowledge.understanding.gate import SPECIFIC
from knowledge.understanding.reading import Reading

LEAST_SURETY = 0.0
"""What a reading needs at least to be answered. By the fit it's right as often as wrong at -1.75,
and two times in three here."""
FARTHEST = 20.0
"""A lead by more is no surer."""
FARTHEST_OPEN = 8.0
"""The same of a claim's being left open; of a word or two it says little."""
WEIGHTS = (1.0, 0.7, -0.16, -9.0, -1.0)
"""What each of the terms of `Evidence` counts."""
FARTHER_FROM_ELSEWHERE = 2.0
"""By so much more must a reading lead other subjects than what the articles don't say: an answer
to what has nothing to do with them does most harm. Set on 24,000 lines of public collections, on
other subjects: with 1 a third more of them are answered, and one in 400 of the subject's own."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for a reading and against it."""

    lead: float
    """By how much it leads all others, as it was ranked."""
    lead_over_elsewhere: float
    """By how much it leads other subjects."""
    lead_by_letters: float
    """By how much it leads, or is behind, where the letters alone are asked."""
    lead_of_open: float
    """By how much a claim like it is likelier left open by the fact than settled."""
    share_of_unsaid: float
    """How many of the stored wordings that are likest ask for what isn't said, from 0 to 1."""
    cost: float
    """Of the words that the fact leaves open."""
    anchored: bool
    """Whether it has a name or figure that hardly anything else has."""

    @property
    def terms(self) -> tuple[float, ...]:
        """What is weighed, in the order of `WEIGHTS`."""
        farther = 0.0 if self.anchored else FARTHER_FROM_ELSEWHERE
        return (
            min(self.lead, self.lead_over_elsewhere - farther, FARTHEST),
            _within(self.lead_by_letters, FARTHEST),
            _within(self.lead_of_open, FARTHEST_OPEN),
            self.share_of_unsaid,
            self.cost,
        )

    @property
    def surety(self) -> float:
        """How sure it is."""
        return sum(weight * term for weight, term in zip(WEIGHTS, self.terms, strict=True))

    def __str__(self) -> str:
        """Return it in words, for the explanation of an answer."""
        anchored = ", anchored" if self.anchored else ""
        return (
            f"leads by {self.lead:.2f}{anchored}, elsewhere by {self.lead_over_elsewhere:.2f}, "
            f"by letters {self.lead_by_letters:.2f}; left open by {self.lead_of_open:.2f}, "
            f"{self.share_of_unsaid:.2f} like it unsaid, {self.cost:.2f} off for words left open"
        )


def is_anchored(reading: Reading, figures: Collection[float]) -> bool:
    """Whether the question has a name or a large figure that hardly anything else has."""
    if any(mention.named and mention.kind in SPECIFIC for mention in reading.mentions):
        return True
    return any(figure.large and figure.value in figures for figure in reading.figures)


def _within(lead: float, most: float) -> float:
    return max(-most, min(lead, most))
