"""Says yes or no to a claim on what was just told: "so it's theirs?", "in spring, then?"."""

from __future__ import annotations

from knowledge.answer import Fact, Verdict
from knowledge.understanding.claims import (
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
from knowledge.understanding.reading import Reading

LEAST_LEAD = 5.0
"""By so much what was told settles a claim that names nothing else."""
DIVIDING = "divide"
"""The concept of "how many of them", which asks of a part."""


def verdict_on(reading: Reading, told: Fact, lessons: Lessons) -> Verdict | None:
    """Return what `told` says to `reading`; None where that claims nothing, or it's open."""
    asks_of_part = DIVIDING in reading.symbols or reading.figures
    if not makes_claim(reading) or is_open(reading) or asks_of_part:
        return None
    telling = lessons.tellings[told.id]
    if is_put_in_doubt(reading, telling) or is_choice(reading, telling):
        return None
    if held := _by_holder(reading, told, lessons):
        return held
    named = {mention.id for mention in reading.mentions}
    says = any(item.kind in ("act", "thing", "quality") for item in reading.items)
    if not says or not named <= {*told.about, told.speaker}:
        return None
    return learnt_of(reading, [telling], lessons).by(LEAST_LEAD)


def _by_holder(reading: Reading, told: Fact, lessons: Lessons) -> Verdict | None:
    """Return whether the side that `reading` names holds the place that `told` is on."""
    holder, named = lessons.holders.get(told.id), {mention.id for mention in reading.mentions}
    if holder not in lessons.sides or len(named) != 1 or not named <= lessons.sides:
        return None
    of_it = all(is_of_a_place(item, denies=False) for item in reading.items)
    if not of_it or LOSING in reading.symbols or is_qualified(reading):
        return None
    return Verdict.YES if holder in named else Verdict.NO
