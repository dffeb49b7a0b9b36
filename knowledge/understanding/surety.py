"""How sure the likeliest reading of a question is."""

from __future__ import annotations

from collections.abc import Collection

from knowledge.understanding.candidates import Ranking
from knowledge.understanding.gate import SPECIFIC
from knowledge.understanding.reading import Reading

LEAST_SURETY = 0.0
"""What a reading needs at least to be answered."""
FARTHEST = 20.0
"""A lead by more is no surer."""
FARTHER_FROM_ELSEWHERE = 1.0
"""By so much more must a reading lead other subjects than what the articles don't say: an answer
to what has nothing to do with them does most harm."""
SHARE_OF_LETTERS = 0.5
SHARE_OF_OPEN = 0.13
SHARE_OF_UNSAID = 5.7


def surety(
    reading: Reading,
    ranking: Ranking,
    lead: float,
    left_open: float,
    cost: float,
    figures: Collection[float],
) -> float:
    """Return how sure it is that the best reading is meant, and that its facts tell it."""
    by_subject = ranking.lead_over("elsewhere")
    if not is_anchored(reading, figures):
        by_subject -= FARTHER_FROM_ELSEWHERE
    by_letters = max(-FARTHEST, min(ranking.lead_by_letters, FARTHEST))
    unsaid = sum(share for label, share in ranking.like.items() if label.startswith("unsaid|"))
    return (
        min(lead, by_subject, FARTHEST)
        + SHARE_OF_LETTERS * by_letters
        - SHARE_OF_OPEN * left_open
        - SHARE_OF_UNSAID * unsaid
        - cost
    )


def is_anchored(reading: Reading, figures: Collection[float]) -> bool:
    """Whether the question has a name or a large figure that hardly anything else has."""
    if any(mention.named and mention.kind in SPECIFIC for mention in reading.mentions):
        return True
    return any(figure.large and figure.value in figures for figure in reading.figures)
