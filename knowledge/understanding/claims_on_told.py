"""Says yes or no to a claim on what was just told: "so it's theirs?", "in spring, then?"."""

from __future__ import annotations

from collections.abc import Collection

from knowledge.answer import Fact, Verdict
from knowledge.understanding.claim_features import DENYING, denials_in
from knowledge.understanding.claims import (
    CLAIMING,
    COMPARING,
    LOSING,
    is_choice,
    is_of_a_place,
    is_open,
    is_put_in_doubt,
    is_qualified,
    makes_claim,
)
from knowledge.understanding.learnt_claims import learnt_of
from knowledge.understanding.lessons import Lessons
from knowledge.understanding.parts import JOINT
from knowledge.understanding.printed_figures import figures_printed
from knowledge.understanding.reading import Reading
from knowledge.understanding.stated_figures import verdict_by_figures
from knowledge.understanding.telling import Telling, figure_symbol

LEAST_LEAD = 5.0
"""By so much what was told settles a claim that names nothing else."""
COUNTED = frozenset((*COMPARING, "approximately", "how_many"))
"""What may be said of a figure."""
SEASONS = frozenset(("spring", "summer", "autumn", "winter"))
DIVIDING = "divide"
"""The concept of "how many of them", which asks of a part."""


def verdict_on(reading: Reading, told: Fact, lessons: Lessons) -> Verdict | None:
    """Return what `told` says to `reading`; None where that claims nothing, or it's open."""
    if not makes_claim(reading) or is_open(reading) or DIVIDING in reading.symbols:
        return None
    if JOINT in reading.items[0].concepts and not _asks_if(reading):
        return None
    telling = lessons.tellings[told.id]
    if is_put_in_doubt(reading, telling) or is_choice(reading, telling):
        return None
    if reading.figures:
        return _by_figure(reading, told, telling)
    if settled := _by_season(reading, told, telling) or _by_holder(reading, told, lessons):
        return settled
    named = {mention.id for mention in reading.mentions}
    says = any(item.kind in ("act", "thing", "quality") for item in reading.items)
    if not says or not named <= {*told.about, told.speaker}:
        return None
    if not _asks_if(reading) and not _is_a_quality(reading):
        return None
    return learnt_of(reading, [telling], lessons).by(LEAST_LEAD)


def _by_figure(reading: Reading, told: Fact, telling: Telling) -> Verdict | None:
    """Return whether the only figure of `reading`, which says nothing else, is the one told."""
    figure, *others = reading.figures
    if others or not _says_only(reading, telling, COUNTED):
        return None
    compares = not COMPARING.isdisjoint(reading.symbols)
    if not figure.year:
        is_told = figure.large and telling.tells(figure_symbol(figure.value))
        by_size = verdict_by_figures(reading, [told])
        return by_size or (Verdict.YES if is_told and not compares else None)
    if compares or not _asks_if(reading):
        return None
    years = {printed.value for printed in figures_printed(told.quote) if printed.year}
    if not years:
        return None
    return Verdict.YES if figure.value in years else Verdict.NO


def _by_season(reading: Reading, told: Fact, telling: Telling) -> Verdict | None:
    """Return whether the season that `reading` says, and no more, is the one of what was told."""
    said = reading.symbols & SEASONS
    if len(said) != 1 or told.period is None or not telling.tells(*SEASONS):
        return None
    if not _asks_if(reading) or not _says_only(reading, telling, SEASONS):
        return None
    return Verdict.YES if telling.tells(*said) else Verdict.NO


def _asks_if(reading: Reading) -> bool:
    """Whether a word asks if it's so; "and in winter?" asks of winter instead."""
    says = any(CLAIMING & set(item.concepts) for item in reading.items)
    return says or "yes_no" in reading.symbols


def _is_a_quality(reading: Reading) -> bool:
    """Whether `reading` says when or how, and nothing else: "in winter?"."""
    said = (item for item in reading.items if item.kind not in ("neutral", "common"))
    return all(item.kind == "quality" for item in said)


def _says_only(reading: Reading, telling: Telling, symbols: Collection[str]) -> bool:
    """Whether `reading` says nothing but `symbols` and what the fact tells.

    A question with a "not" asks if it's so: "wasn't it in spring?".
    """
    if denials_in(reading) and "?" not in reading.text:
        return False
    return all(
        item.kind in ("neutral", "common", "figure")
        or not {*symbols, *DENYING, "yes_no"}.isdisjoint(item.symbols)
        or telling.tells(*item.symbols)
        for item in reading.items
    )


def _by_holder(reading: Reading, told: Fact, lessons: Lessons) -> Verdict | None:
    """Return whether the side that `reading` names holds the place that `told` is on."""
    holder, named = lessons.holders.get(told.id), {mention.id for mention in reading.mentions}
    if holder is None or len(named) != 1 or not named <= lessons.sides:
        return None
    holds = holder.holds(*named)
    if holds is None:
        return None
    of_it = all(is_of_a_place(item, denies=False) for item in reading.items)
    if not of_it or LOSING in reading.symbols or is_qualified(reading):
        return None
    return Verdict.YES if holds else Verdict.NO
