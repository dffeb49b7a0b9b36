"""Says yes or no where a quote settles what a question claims, asks or takes for granted."""

from __future__ import annotations

import re
import zlib
from collections.abc import Collection, Mapping, Sequence

from knowledge.answer import Fact, Verdict
from knowledge.understanding.lessons import Lessons
from knowledge.understanding.reading import Reading

LEAST_HOLDER_LEAD = 2.0
LEAST_PREMISE_LEAD = 4.5
LEAST_CLAIM_LEAD = 2.6
"""By how much the form of a claim must lead. A wrong yes or no does more harm than none."""
SURE_LEAD = 4.0
CERTAIN_LEAD = 6.0
"""Of 1,200 claims by hands whose wordings were learnt from only later, 346 were read with these
leads: 5 of them wrongly as borne out or not with a lead of 4 to 6, and none of the 180 above."""
SHORTEST_CLAIM = 3
"""Words; fewer are a topic rather than a claim ("Trump election")."""
NEGATING = frozenset(("not", "none", "deny", "forbid"))
DOUBTING = "trust"
"""Whether a figure can be trusted is no claim that a quote bears out or not."""
QUALIFYING = frozenset(("future", "want", "approximately", "fail", "whole", "stop"))
QUALIFYING_A_PLACE = frozenset(
    ("retake", "share", "year", "month_named", "previous", "demands", "say")
)
"""What else leaves open who holds a place: a part of it, a time, or what somebody claims."""
RETAKING = "retake"
"""When or why a place was taken back that wasn't is denied as well."""
COMPARING = frozenset(("more", "less"))
COMPARISON = "compare"
ALL = "whole"
HARMING = frozenset(("kill", "wound"))
MODAL = "modal"
CONDITIONAL = "conditional"
CHOOSING = "or"
CLAIMING = frozenset(("be", "do", MODAL))
FORMS = ("ask", "yes", "no")
"""How a relation is asked for; a claim on who holds a place has the claimed side's id instead."""
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
    """Return a checksum of what a claim says, without the words that change nothing of it.

    Who does a thing to whom shows in the order of names; other words may change places.
    """
    names = [" ".join(item.symbols) for item in reading.items if item.kind == "name"]
    figures = [figure_symbol(figure.value) for figure in reading.figures]
    words = [
        item.word or " ".join(item.symbols)
        for item in reading.items
        if item.kind not in ("neutral", "common", "name", "figure")
        and "yes_no" not in item.symbols
    ]
    # What is more, and than what, is told by the order alone.
    ordered = words if COMPARISON in reading.symbols else sorted(set(words))
    return f"{zlib.crc32(' '.join([*ordered, *names, *figures]).encode()):x}"


def verdict_on(
    reading: Reading,
    form: str,
    form_lead: float,
    facts: Sequence[Fact],
    lessons: Lessons,
    *,
    told: Collection[str] = (),
    leaves_open: bool = False,
) -> Verdict | None:
    """Return yes or no, or None where the quotes of `facts` don't settle it.

    `form` is how the question was read: an open question, or a claim that is borne out or not;
    for places, the id of the side that is claimed to hold them. `form_lead` is by how much it led.
    `told` are the symbols of all that the facts quote and state. `leaves_open`: they tell nothing
    of some word of the question.
    """
    if form in FORMS and not is_open(reading) and not makes_claim(reading):
        return None
    figures = _by_figures(reading, facts)
    if figures is not None:
        agreed = form in ("ask", figures.value) or not COMPARING.isdisjoint(reading.symbols)
        return figures if agreed else None
    if form not in FORMS:
        sure = form_lead >= LEAST_HOLDER_LEAD and not leaves_open
        open_of_place = {RETAKING} if is_open(reading) else set()
        if reading.symbols & QUALIFYING_A_PLACE - open_of_place:
            return None
        if not sure or is_qualified(reading, told):
            return None
        if not may_claim(reading, form, lessons.holders):
            return None
        return _by_holders(reading, form, facts, lessons.holders)
    if is_open(reading):
        denied = form == "no" and form_lead >= LEAST_PREMISE_LEAD
        return Verdict.NO if denied and not is_qualified(reading, told) else None
    known = {lessons.claims.get(fact.id, {}).get(signature(reading)) for fact in facts}
    written = known.pop() if len(known) == 1 else None
    if written is not None:
        return Verdict(written) if form in ("ask", written) else None
    if form == "ask" or form_lead < LEAST_CLAIM_LEAD or leaves_open:
        return None
    verdict = Verdict(form)
    return verdict if _is_settled(reading, verdict, form_lead, told) else None


def _is_settled(reading: Reading, verdict: Verdict, lead: float, told: Collection[str]) -> bool:
    """Whether a claim that's read as borne out, or not, with that `lead` is nothing else."""
    if len(reading.tokens) < SHORTEST_CLAIM or DOUBTING in reading.symbols:
        return False
    if verdict is Verdict.NO and lead >= SURE_LEAD and COMPARISON not in reading.symbols:
        return True
    if not all(figure_symbol(figure.value) in told for figure in reading.figures):
        return False
    if lead >= CERTAIN_LEAD:
        return True
    if lead >= SURE_LEAD:
        return reading.symbols.isdisjoint((*NEGATING, COMPARISON))
    return not is_qualified(reading, told)


def makes_claim(reading: Reading) -> bool:
    """Whether `reading` claims something or asks if it's so, and is no heading and no choice."""
    items = reading.items
    if any(CHOOSING in item.concepts for item in items):
        return False
    if "?" in reading.text or "yes_no" in reading.symbols:
        return True
    if any(CLAIMING & set(item.concepts) for item in items):
        return True
    return {"name", "act"} <= {item.kind for item in items}


def figure_symbol(value: float) -> str:
    """Return what stands for a figure of this `value` among what facts tell."""
    return f"= {value:g}"


def is_qualified(reading: Reading, told: Collection[str] = ()) -> bool:
    """Whether a claim is denied, conditional, somebody else's, or put as possible or to come.

    What the facts tell as well, by `told`, takes nothing away from a claim, but for a denial.
    """
    items = reading.items
    for item in items:
        if NEGATING & set(item.symbols):
            return True
        if QUALIFYING & set(item.symbols) and not any(symbol in told for symbol in item.symbols):
            return True
    for before, item in zip([None, *items], items, strict=False):
        starts = before is None or before.sentence != item.sentence
        if MODAL in item.concepts or (starts and CONDITIONAL in item.concepts):
            return True
        if before is not None and before.kind == "name" and "say" in item.symbols:
            return True
    return False


def may_claim(reading: Reading, claimed: str, holders: Mapping[str, str]) -> bool:
    """Whether the words of a claim on a place allow that `claimed` is the side that it means."""
    sides = {holder.removeprefix("not ") for holder in holders.values()}
    named = {mention.id for mention in reading.mentions} & sides
    if "lose" in reading.symbols:
        return len(named) < 2 and claimed not in named
    return len(named) != 1 or claimed in named


def is_contrary(form: str, holder: str | None) -> bool:
    """Whether a question of `form` takes for granted what the fact, of that `holder`, denies."""
    if form in FORMS:
        return form == "no"
    return holder is not None and holder != form


def asks_for_all(reading: Reading, verdict: Verdict | None) -> bool:
    """Whether everything on a subject is asked for, and no claim made of all of it."""
    return ALL in reading.symbols and verdict is None and not is_open(reading)


def splits(reading: Reading) -> bool:
    """Whether the question asks of the killed alone, or of the wounded."""
    return len(reading.symbols & HARMING) == 1


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
    if figure == article:
        return None if symbols & COMPARING else Verdict.YES
    if "lose" in symbols and symbols.isdisjoint(HARMING) and _is_quoted(figure, facts):
        return None
    if "more" in symbols and "less" not in symbols:
        return Verdict.YES if article > figure else Verdict.NO
    if "less" in symbols and "more" not in symbols:
        return Verdict.YES if article < figure else Verdict.NO
    return None if "approximately" in symbols else Verdict.NO


def _is_quoted(figure: float, facts: Sequence[Fact]) -> bool:
    return any(f"{figure:,.0f}" in fact.quote for fact in facts)
