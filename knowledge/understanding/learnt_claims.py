"""Tells what was learnt of claims like one: whether quotes bear it out, and how surely."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple

from knowledge.answer import Verdict
from knowledge.understanding.claim_features import (
    claim_features,
    denials_in,
    own_features,
    without_denials,
)
from knowledge.understanding.claims import LEFT_OPEN, SETTLED, SHORTEST_CLAIM
from knowledge.understanding.lessons import Lessons
from knowledge.understanding.numbers import Figure
from knowledge.understanding.reading import Item, Reading
from knowledge.understanding.telling import Telling, figure_symbol, harmed_in

LEAST_LEAD_OPEN = 2.0
"""By so much it must lead that a claim is left open."""
SUREST_LEAD_DENIED = 6.0
"""By so much a claim that denies something is settled by what else it says."""
LEAST_TURN = 2.0
"""How much less likely it must be so without its denial."""
TIMES = frozenset(("month", "year", "daily"))
"""What a figure may be of: twenty-four of one may be two of another."""


class Learnt(NamedTuple):
    """What was learnt of claims like one."""

    verdict: Verdict | None
    """None where the facts differ, or the claim is on something else than it seems."""
    lead: float
    likeliest: frozenset[Verdict | None]
    """Of each fact, whatever the claim is on."""
    left_open: bool = False
    """Whether some fact most likely settles nothing."""

    def by(self, least: float) -> Verdict | None:
        """Return the verdict where it leads by `least`, per feature."""
        return self.verdict if self.lead >= least else None


def learnt_of(reading: Reading, tellings: Sequence[Telling], lessons: Lessons) -> Learnt:
    """Return what was learnt of claims like `reading` on the facts of `tellings`."""
    leads = [_leads(reading, telling, lessons) for telling in tellings]
    likeliest = frozenset(each.verdict for each in leads)
    left_open = any(each.verdict is None and each.lead >= LEAST_LEAD_OPEN for each in leads)
    verdict = leads[0].verdict if len(likeliest) == 1 else None
    if (
        verdict is None
        or _is_of_other_figures(reading, tellings, verdict, lessons)
        or _denies_in_vain(reading, tellings, leads, lessons)
    ):
        return Learnt(None, 0.0, likeliest, left_open)
    return Learnt(verdict, min(each.lead for each in leads), likeliest)


def is_contradicted(reading: Reading, telling: Telling, lessons: Lessons, least: float) -> bool:
    """Whether the fact of `telling` contradicts what `reading` claims, by a lead of `least`."""
    leads = _leads(reading, telling, lessons)
    return leads.verdict is Verdict.NO and leads.lead >= least


def is_unheard_of(item: Item, fact: str, lessons: Lessons) -> bool:
    """Whether no claim on `fact` that was learnt from has `item`."""
    known = lessons.verdict_weights.features
    return not len(known.rows(own_features(item, fact)))


def lead_of_open(reading: Reading, telling: Telling, lessons: Lessons) -> float:
    """Return by how much a claim is likelier left open by the fact of `telling` than settled.

    0 for what is too short to claim anything.
    """
    if len(reading.tokens) < SHORTEST_CLAIM:
        return 0.0
    scores = _scores(reading, telling, lessons)
    return scores.get(LEFT_OPEN, 0.0) - max(scores.get("yes", 0.0), scores.get("no", 0.0))


def _is_of_other_figures(
    reading: Reading, tellings: Sequence[Telling], verdict: Verdict, lessons: Lessons
) -> bool:
    """Whether the figures of `reading`, which seems to get `verdict`, are of something else."""
    figures = [figure for figure in reading.figures if not figure.year]
    large = [figure for figure in figures if figure.large]
    small = [figure for figure in figures if not figure.large]
    for telling in tellings:
        if len(large) > 1:
            harmed = harmed_in(reading)
            if not harmed or (verdict is Verdict.YES and not harmed <= telling.told):
                # Which of several is of what isn't known, or isn't so.
                return True
        if figures and any(not telling.tells(unit) for unit in TIMES & reading.symbols):
            return True
        # One that isn't the fact's may be rounded.
        if not (_tells(telling, large) or _stands_elsewhere(telling, large, lessons)):
            return True
        if verdict is Verdict.YES and not _tells(telling, small):
            return True
    return False


def _denies_in_vain(
    reading: Reading, tellings: Sequence[Telling], leads: Sequence[_Leads], lessons: Lessons
) -> bool:
    """Whether what is denied, of which `leads` were learnt, would be as likely without its denial.

    Unless what else it says settles it: "it was never taken, only held".
    """
    if not denials_in(reading):
        return False
    affirming = without_denials(reading)
    for telling, denied in zip(tellings, leads, strict=True):
        affirmed = _leads(affirming, telling, lessons)
        if affirmed.verdict is None or affirmed.verdict is not denied.verdict:
            continue
        turned = denied.over_other(affirmed.verdict) - affirmed.over_other(affirmed.verdict)
        if denied.lead < SUREST_LEAD_DENIED or turned < LEAST_TURN:
            return True
    return False


def _stands_elsewhere(telling: Telling, figures: Collection[Figure], lessons: Lessons) -> bool:
    """Whether the fact has no large figure, and is asked of one that an article prints."""
    printed = all(figure.value in lessons.figures for figure in figures)
    return printed and not telling.counts


class _Leads(NamedTuple):
    """What was learnt of a claim on one fact."""

    verdict: Verdict | None
    """The one that leads, None where it's neither."""
    lead: float
    """By how much, per feature."""
    yes_over_no: float

    def over_other(self, verdict: Verdict) -> float:
        """Return by how much `verdict` leads the other one, per feature."""
        return self.yes_over_no if verdict is Verdict.YES else -self.yes_over_no


def _leads(reading: Reading, telling: Telling, lessons: Lessons) -> _Leads:
    scores = _scores(reading, telling, lessons)
    if len(scores) < 2:
        return _Leads(None, 0.0, 0.0)
    first, second = sorted(scores, key=scores.__getitem__, reverse=True)[:2]
    lead = scores[first] - scores[second]
    return _Leads(
        Verdict(first) if first in SETTLED and lead > 0 else None,
        lead,
        scores.get("yes", 0.0) - scores.get("no", 0.0),
    )


def _scores(reading: Reading, telling: Telling, lessons: Lessons) -> dict[str, float]:
    features = claim_features(reading, telling)
    weights = lessons.verdict_weights
    per_feature = weights.scores(features) / len(features)
    return dict(zip(weights.labels, per_feature.tolist(), strict=True))


def _tells(telling: Telling, figures: Collection[Figure]) -> bool:
    return all(telling.tells(figure_symbol(figure.value)) for figure in figures)
