"""Says yes or no where a quote settles what a question claims, asks or takes for granted."""

from __future__ import annotations

import re
import zlib
from collections.abc import Mapping, Sequence

from knowledge.answer import Fact, Verdict
from knowledge.understanding.lessons import Lessons
from knowledge.understanding.reading import Reading

LEAST_HOLDER_LEAD = 1.0
LEAST_PREMISE_LEAD = 2.0
"""By how much the form of a claim must lead. A wrong yes or no does more harm than none: on
wordings kept out of training, a learnt yes or no of any lead was wrong once in twenty times, that
to who holds a place and the no to an open question's premise hardly ever."""
QUALIFYING = frozenset(("not", "none", "future", "want", "approximately", "fail", "whole", "stop"))
MODAL = "modal"
_NUMBER = re.compile(r"\d[\d,]*\d|\d")
_OPEN = frozenset(
    (
        "who",
        "whose",
        "what",
        "which",
        "when",
        "where",
        "why",
        "how",
        "according",
        "how_many",
        "how_long",
        "how_often",
        "how_big",
        "date",
        "what_year",
        "season",
    )
)


def signature(reading: Reading) -> str:
    """Return a checksum of what a claim says, without the words that change nothing of it."""
    words = {
        item.word or " ".join(item.symbols)
        for item in reading.items
        if item.kind not in ("neutral", "common") and "yes_no" not in item.symbols
    }
    return f"{zlib.crc32(' '.join(sorted(words)).encode()):x}"


def verdict_on(
    reading: Reading,
    form: str,
    form_lead: float,
    facts: Sequence[Fact],
    lessons: Lessons,
) -> Verdict | None:
    """Return yes or no, or None where the quotes of `facts` don't settle it.

    `form` is how the question was read: an open question, or a claim that is borne out or not;
    for places, the id of the side that is claimed to hold them.
    """
    figures = _by_figures(reading, facts)
    if figures is not None:
        return figures
    if form not in ("ask", "yes", "no"):
        if form_lead < LEAST_HOLDER_LEAD or _is_qualified(reading):
            return None
        return _by_holders(reading, form, facts, lessons.holders)
    if is_open(reading):
        return Verdict.NO if form == "no" and form_lead >= LEAST_PREMISE_LEAD else None
    known = {lessons.claims.get(fact.id, {}).get(signature(reading)) for fact in facts}
    verdict = known.pop() if len(known) == 1 else None
    return Verdict(verdict) if verdict else None


def _is_qualified(reading: Reading) -> bool:
    """Whether a claim on a place is denied, or put as possible or to come: nothing settles it."""
    if reading.symbols & QUALIFYING:
        return True
    return any(MODAL in item.concepts for item in reading.items)


def is_contrary(form: str, holder: str | None) -> bool:
    """Whether a question of `form` takes for granted what the fact, of that `holder`, denies."""
    if form in ("ask", "yes", "no"):
        return form == "no"
    return holder is not None and holder != form


def is_open(reading: Reading) -> bool:
    """Whether the question asks who, when, how many …, and not for a yes or no."""
    for item in reading.items:
        if item.kind == "ask" and any(symbol in _OPEN for symbol in item.symbols):
            return True
    return False


def _by_holders(
    reading: Reading, claimed: str, facts: Sequence[Fact], holders: Mapping[str, str]
) -> Verdict | None:
    verdicts = set()
    for fact in facts:
        holder = holders.get(fact.id, "")
        if holder == claimed:
            verdicts.add(Verdict.YES)
        elif holder == f"not {claimed}" or (holder and not holder.startswith("not ")):
            verdicts.add(Verdict.NO)
        else:
            return None
    if len(verdicts) != 1:
        return None
    verdict = verdicts.pop()
    return None if verdict is Verdict.YES and is_open(reading) else verdict


def _by_figures(reading: Reading, facts: Sequence[Fact]) -> Verdict | None:
    """Compare a figure in the question with the only one of its size that `facts` state."""
    asked = [f.value for f in reading.figures if not f.year and f.value >= 1000]
    told = {
        float(number.replace(",", ""))
        for fact in facts
        for number in _NUMBER.findall(next(iter(fact.statement.values())))
        if len(number.replace(",", "")) > 4 or "," in number
    }
    years = [f"{f.value:.0f}" for f in reading.figures if f.year]
    if any(year not in fact.quote for year in years for fact in facts):
        return None
    if len(asked) != 1 or len(told) != 1 or is_open(reading):
        return None
    figure, article = asked[0], told.pop()
    symbols = reading.symbols
    if "more" in symbols and "less" not in symbols:
        return Verdict.YES if article > figure else Verdict.NO
    if "less" in symbols and "more" not in symbols:
        return Verdict.YES if article < figure else Verdict.NO
    if figure == article:
        return None
    return None if "approximately" in symbols else Verdict.NO
