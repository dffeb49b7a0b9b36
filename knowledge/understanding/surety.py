"""How sure the likeliest reading of a question is."""

from __future__ import annotations

from collections.abc import Collection

from knowledge.understanding.candidates import Ranking
from knowledge.understanding.claims import FORMS
from knowledge.understanding.gate import SPECIFIC
from knowledge.understanding.reading import Reading

LEAST_SURETY = 1.5
"""What a reading needs at least to be answered. This and the weights below were fitted to wordings
that were kept out of training, and to questions on other subjects."""
MOST_WORDED = "en"
"""The language that most stored wordings are in."""
SURER_IF_LESS_WORDED = 2.5
"""So much more it takes in the others, where people ask in more ways than are known. Set where
hardly an answer to other people's questions was wrong, and nineteen in twenty were right."""
FARTHER_FROM_ELSEWHERE = 2.0
"""By so much more must a reading lead other subjects than what the articles don't say: an answer
to what has nothing to do with them does most harm."""
SURER_PER_WORD = 0.4
MOST_WORDS = 8
SURER_IF_ANCHORED = 2.0
SHARE_OF_FORM = 0.4
MOST_OF_FORM = 4.0


def surety(reading: Reading, ranking: Ranking, lead: float, figures: Collection[float]) -> float:
    """Return how sure the best reading is, before what it leaves open is taken off.

    Its `lead` is an average over a question's words, and so means more in a long question; it
    means less as far as it comes from how a thing is asked, and not from what. (Which side is
    claimed to hold a place is a what.) `figures` are those that the articles print.
    """
    by_form = min(ranking.form_lead(), MOST_OF_FORM) if ranking.best.form in FORMS else 0.0
    return (
        min(lead, ranking.lead_over("elsewhere") - FARTHER_FROM_ELSEWHERE)
        + SURER_PER_WORD * min(len(reading.items), MOST_WORDS)
        + SURER_IF_ANCHORED * is_anchored(reading, figures)
        - SHARE_OF_FORM * by_form
    )


def least_surety(language: str) -> float:
    """Return how sure a reading of a question in `language` must be to be answered."""
    return LEAST_SURETY + (0.0 if language == MOST_WORDED else SURER_IF_LESS_WORDED)


def is_anchored(reading: Reading, figures: Collection[float]) -> bool:
    """Whether the question has a name or a large figure that hardly anything else has."""
    if any(mention.named and mention.kind in SPECIFIC for mention in reading.mentions):
        return True
    return any(figure.large and figure.value in figures for figure in reading.figures)
