"""Says yes or no where a quote settles what a question claims, asks or takes for granted.

A wrong yes or no does more harm than none: what isn't settled for certain gets none.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from knowledge.answer import Fact, Verdict
from knowledge.understanding.claim_features import claim_features, denials_in, without_denials
from knowledge.understanding.claims import (
    COMPARING,
    DOUBTING,
    FORMS,
    QUALIFYING_A_PLACE,
    RETAKING,
    SHORTEST_CLAIM,
    is_choice,
    is_of_a_place,
    is_open,
    is_put_in_doubt,
    is_qualified,
    makes_claim,
    may_claim,
    signature,
    splits,
)
from knowledge.understanding.lessons import Lessons
from knowledge.understanding.numbers import Figure
from knowledge.understanding.reading import Reading
from knowledge.understanding.telling import HARMING, Telling, figure_symbol

LEAST_HOLDER_LEAD = 2.0
"""By less, it's unknown who is claimed to hold a place."""
SUREST_HOLDER_LEAD = 6.0
"""By so much a claim on who holds a place leads, whatever else its words say."""
LEAST_PREMISE_LEAD = 4.5
"""By so much an open question is read as one that takes for granted what isn't so."""
LEAST_ASKING_LEAD = 3.0
"""By so much what looks like a claim is read as asking openly after all."""
LEAST_CLAIM_LEAD = 1.0
"""By less, it's unknown whether the question as a whole was read as borne out or not."""
LEAST_LEAD = 1.5
"""By how much yes or no must lead each other and neither, per feature."""
ROUNDED = 0.05
"""A figure so little off may be the same one, rounded."""
TIMES = frozenset(("month", "year", "daily"))
"""What a figure may be of: twenty-four of one may be two of another."""
_NUMBER = re.compile(r"\d[\d,]*\d|\d")


@dataclass(frozen=True, slots=True)
class Verdicts:
    """Holds what questions claim against the facts that answer them."""

    lessons: Lessons

    def on(
        self,
        reading: Reading,
        form: str,
        form_lead: float,
        facts: Sequence[Fact],
        *,
        leaves_open: bool = False,
    ) -> Verdict | None:
        """Return yes or no, or None where the quotes of `facts` don't settle it.

        `form` is how the question was read: an open question, or a claim that is borne out or
        not; for places, the id of the side that is claimed to hold them. `form_lead` is by how
        much it led. `leaves_open`: the facts tell nothing of some word of the question.
        """
        tellings = [self.lessons.tellings[fact.id] for fact in facts]
        if splits(reading) and any(telling.unsplit for telling in tellings):
            return None
        if form not in FORMS:
            holds = self._on_holder(reading, form, form_lead, facts, leaves_open=leaves_open)
            if holds is not None or len(facts) > 1 or is_open(reading) or not denials_in(reading):
                return holds
        if is_open(reading):
            denied = form == "no" and form_lead >= LEAST_PREMISE_LEAD
            told = frozenset[str]().union(*(telling.told for telling in tellings))
            return Verdict.NO if denied and not is_qualified(reading, told) else None
        if form == "ask" and form_lead >= LEAST_ASKING_LEAD:
            return None
        if not makes_claim(reading) or any(is_choice(reading, each) for each in tellings):
            return None
        if any(is_put_in_doubt(reading, each) for each in tellings):
            return None
        if form_lead < LEAST_CLAIM_LEAD:
            form = "ask"
        return self._on_claim(reading, form, facts, tellings, leaves_open=leaves_open)

    def _on_claim(
        self,
        reading: Reading,
        form: str,
        facts: Sequence[Fact],
        tellings: Sequence[Telling],
        *,
        leaves_open: bool,
    ) -> Verdict | None:
        """Return what figures tell of a claim, else what was written down of it, or learnt."""
        figures = _by_figures(reading, facts)
        if (figures is None and _compares_figures(reading)) or (figures and denials_in(reading)):
            return None
        if figures is not None and not leaves_open:
            agrees = form in ("ask", figures.value) or not COMPARING.isdisjoint(reading.symbols)
            learnt = {self._likeliest(reading, telling) for telling in tellings}
            return figures if agrees or learnt == {figures} else None
        written = self._written(reading, facts)
        if written is not None:
            return written if form in ("ask", written.value) else None
        doubts = DOUBTING in reading.symbols and not all(t.tells(DOUBTING) for t in tellings)
        if leaves_open or doubts or len(reading.tokens) < SHORTEST_CLAIM:
            return None
        learnt = {self._learnt(reading, telling) for telling in tellings}
        verdict = learnt.pop() if len(learnt) == 1 else None
        agrees = form not in ("yes", "no") or verdict == form
        return verdict if agrees else None

    def _on_holder(
        self, reading: Reading, side: str, lead: float, facts: Sequence[Fact], *, leaves_open: bool
    ) -> Verdict | None:
        """Return whether `side` holds the places that `facts` are on."""
        told = frozenset[str]().union(*(self.lessons.tellings[f.id].told for f in facts))
        open_of_place = {RETAKING} if is_open(reading) else set()
        if reading.symbols & (QUALIFYING_A_PLACE - open_of_place) or is_qualified(reading, told):
            return None
        sides = self.lessons.sides
        if lead < LEAST_HOLDER_LEAD or leaves_open or not may_claim(reading, side, sides):
            return None
        verdict = _by_holders(reading, side, facts, self.lessons.holders)
        denies = verdict is Verdict.NO
        settled = all(is_of_a_place(item, denies=denies) for item in reading.items)
        return verdict if settled or lead >= SUREST_HOLDER_LEAD else None

    def _written(self, reading: Reading, facts: Sequence[Fact]) -> Verdict | None:
        """Return what editors wrote down of a claim that says the same."""
        sign = signature(reading)
        known = {self.lessons.claims.get(fact.id, {}).get(sign) for fact in facts}
        written = known.pop() if len(known) == 1 else None
        return Verdict(written) if written is not None else None

    def _learnt(self, reading: Reading, telling: Telling) -> Verdict | None:
        """Return what was learnt of claims like it; of a denial, if without it that's another."""
        verdict = self._likeliest(reading, telling, LEAST_LEAD)
        if verdict is None:
            return None
        figures = [figure for figure in reading.figures if not figure.year]
        if figures and any(not telling.tells(unit) for unit in TIMES & reading.symbols):
            return None
        large = [figure for figure in figures if figure.large]
        # Which of several is of what isn't known; one that isn't the fact's may be rounded.
        if len(large) > 1 or not _tells(telling, large):
            return None
        if verdict is Verdict.YES and not _tells(telling, figures):
            return None
        if denials_in(reading) and self._likeliest(without_denials(reading), telling) == verdict:
            return None
        return verdict

    def _likeliest(self, reading: Reading, telling: Telling, least: float = 0.0) -> Verdict | None:
        features = claim_features(reading, telling)
        weights = self.lessons.verdict_weights
        scores = dict(zip(weights.labels, weights.scores(features), strict=True))
        first, second = sorted(scores.values(), reverse=True)[:2] if len(scores) > 1 else (0, 0)
        likeliest = max(Verdict, key=lambda verdict: scores.get(verdict, 0))
        sure = scores.get(likeliest) == first and first - second >= least * len(features)
        return likeliest if sure and first > second else None


def _tells(telling: Telling, figures: Collection[Figure]) -> bool:
    return all(telling.tells(figure_symbol(figure.value)) for figure in figures)


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
    """Compare a figure in the question with the only one of its size that `facts` state.

    None where they're the same: what it's a figure of is for the words to tell.
    """
    asked = [figure.value for figure in reading.figures if figure.large]
    told = {
        float(number.replace(",", ""))
        for fact in facts
        for number in _NUMBER.findall(next(iter(fact.statement.values())))
        # Four digits without a comma are a year.
        if len(number.replace(",", "")) > 4 or "," in number
    }
    years = [f"{f.value:.0f}" for f in reading.figures if f.year]
    if any(year not in fact.quote for year in years for fact in facts):
        return None
    if len(asked) != 1 or len(told) != 1:
        return None
    figure, article = asked[0], told.pop()
    symbols = reading.symbols
    if figure == article:
        return None
    # Who are lost may be killed or wounded: a quote has a figure for each.
    if "lose" in symbols and symbols.isdisjoint(HARMING) and _is_quoted(figure, facts):
        return None
    if "more" in symbols and "less" not in symbols:
        return Verdict.YES if article > figure else Verdict.NO
    if "less" in symbols and "more" not in symbols:
        return Verdict.YES if article < figure else Verdict.NO
    rounded = abs(figure - article) <= ROUNDED * article
    return None if rounded or "approximately" in symbols else Verdict.NO


def _compares_figures(reading: Reading) -> bool:
    large = any(figure.large for figure in reading.figures)
    return large and not COMPARING.isdisjoint(reading.symbols)


def _is_quoted(figure: float, facts: Collection[Fact]) -> bool:
    return any(f"{figure:,.0f}" in fact.quote for fact in facts)
