"""Decides on what asks of the very fact told: "says who?", "the quote?", "so it's theirs?"."""

from __future__ import annotations

from knowledge.answer import Fact, Kind
from knowledge.understanding.claims import splits
from knowledge.understanding.claims_on_told import verdict_on
from knowledge.understanding.decision import Decision
from knowledge.understanding.lessons import Lessons
from knowledge.understanding.reading import Reading
from knowledge.understanding.sourcing import asks_who_says, is_own_word, only_doubts
from knowledge.understanding.wording_asked import asks_for_wording, is_on_words_of


def asked_of_told(
    reading: Reading, alone: Decision, told: Fact, lessons: Lessons
) -> Decision | None:
    """Return what `reading` gets of the fact `told`, None where it asks for another, or of it all.

    `alone` is what it comes to by itself.
    """
    telling = lessons.tellings[told.id]
    told_again = Decision(Kind.ANSWERED, (told.id,))
    unsaid = Decision(Kind.NOT_SAID, near=(told.id,), notes=alone.notes)
    names_nothing = not reading.mentions
    if is_own_word(told) and names_nothing and only_doubts(reading):
        return Decision(Kind.ANSWERED, (told.id,), own_word=True)
    if is_own_word(told) and names_nothing and asks_who_says(reading):
        return Decision(Kind.NOT_SAID, near=(told.id,), own_word=True, notes=alone.notes)
    if asks_for_wording(reading) and (names_nothing or not alone.answered):
        return told_again if is_on_words_of(reading, telling) else unsaid
    tells_no_more = alone.facts == (told.id,) and alone.verdict is None
    if not alone.answered or tells_no_more or _asks_only_if(reading):
        verdict = verdict_on(reading, told, lessons)
        if verdict is not None:
            return Decision(Kind.ANSWERED, (told.id,), verdict)
    if names_nothing and splits(reading) and telling.unsplit:
        # The killed alone, or the wounded, where both are told in one.
        return unsaid
    return None


def _asks_only_if(reading: Reading) -> bool:
    """Whether `reading` names a time, a size or a figure, and nothing else: "in winter?"."""
    said = (item for item in reading.items if item.kind not in ("neutral", "common"))
    return all(item.kind in ("quality", "figure") or "yes_no" in item.symbols for item in said)
