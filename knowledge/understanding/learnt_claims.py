"""Tells what was learnt of claims like one: whether quotes bear it out, and how surely."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple

from knowledge.answer import Verdict
from knowledge.understanding.claim_features import claim_features, denials_in, without_denials
from knowledge.understanding.lessons import Lessons
from knowledge.understanding.numbers import Figure
from knowledge.understanding.reading import Reading
from knowledge.understanding.telling import Telling, figure_symbol

SETTLED = ("yes", "no")
TIMES = frozenset(("month", "year", "daily"))
"""What a figure may be of: twenty-four of one may be two of another."""


class Learnt(NamedTuple):
    """What was learnt of claims like one."""

    verdict: Verdict | None
    """None where the facts differ, or the claim is on something else than it seems."""
    lead: float
    likeliest: frozenset[Verdict | None]
    """Of each fact, whatever the claim is on."""

    def by(self, least: float) -> Verdict | None:
        """Return the verdict where it leads by `least`, per feature."""
        return self.verdict if self.lead >= least else None


def learnt_of(reading: Reading, tellings: Sequence[Telling], lessons: Lessons) -> Learnt:
    """Return what was learnt of claims like `reading` on the facts of `tellings`."""
    leads = [_lead(reading, telling, lessons) for telling in tellings]
    likeliest = frozenset(verdict for verdict, _ in leads)
    settled = len(likeliest) == 1 and None not in likeliest
    if not settled or _is_another(reading, tellings, likeliest, lessons):
        return Learnt(None, 0.0, likeliest)
    return Learnt(leads[0][0], min(lead for _, lead in leads), likeliest)


def _is_another(
    reading: Reading,
    tellings: Sequence[Telling],
    likeliest: Collection[Verdict | None],
    lessons: Lessons,
) -> bool:
    """Whether its figures are of something else, or its denial would change nothing."""
    figures = [figure for figure in reading.figures if not figure.year]
    large = [figure for figure in figures if figure.large]
    if len(large) > 1:
        # Which of several is of what isn't known.
        return True
    for telling in tellings:
        if figures and any(not telling.tells(unit) for unit in TIMES & reading.symbols):
            return True
        # One that isn't the fact's may be rounded.
        if not (_tells(telling, large) or _stands_elsewhere(telling, large, lessons)):
            return True
        small = [figure for figure in figures if not figure.large]
        if Verdict.YES in likeliest and not _tells(telling, small):
            return True
    if not denials_in(reading):
        return False
    affirmed = without_denials(reading)
    return any(_lead(affirmed, each, lessons)[0] in likeliest for each in tellings)


def _stands_elsewhere(telling: Telling, figures: Collection[Figure], lessons: Lessons) -> bool:
    """Whether the fact has no large figure, and is asked of one that an article prints."""
    printed = all(figure.value in lessons.figures for figure in figures)
    return printed and not telling.counts


def _lead(reading: Reading, telling: Telling, lessons: Lessons) -> tuple[Verdict | None, float]:
    """Return which verdict leads, None where it's neither, and by how much per feature."""
    features = claim_features(reading, telling)
    weights = lessons.verdict_weights
    scores = dict(zip(weights.labels, weights.scores(features).tolist(), strict=True))
    if len(scores) < 2:
        return None, 0.0
    first, second = sorted(scores, key=scores.__getitem__, reverse=True)[:2]
    lead = (scores[first] - scores[second]) / len(features)
    return (Verdict(first) if first in SETTLED and lead > 0 else None), lead


def _tells(telling: Telling, figures: Collection[Figure]) -> bool:
    return all(telling.tells(figure_symbol(figure.value)) for figure in figures)
