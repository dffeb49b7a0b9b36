"""Says yes or no where a quote settles what a question claims, asks or takes for granted.

A wrong yes or no does more harm than none: what isn't settled for certain gets none.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from knowledge.answer import Fact, Verdict
from knowledge.understanding.claim_features import denials_in
from knowledge.understanding.claims import (
    COMPARING,
    FORMS,
    LEFT_OPEN,
    QUALIFYING_A_PLACE,
    RETAKING,
    SETTLED,
    SHORTEST_CLAIM,
    is_choice,
    is_of_a_place,
    is_of_another_year,
    is_on_where_it_lies,
    is_open,
    is_put_in_doubt,
    is_qualified,
    makes_claim,
    may_claim,
    says_nothing,
    signature,
    splits,
)
from knowledge.understanding.contrasts import without_contrast
from knowledge.understanding.learnt_claims import Learnt, learnt_of
from knowledge.understanding.lessons import Lessons
from knowledge.understanding.reading import Reading
from knowledge.understanding.stated_figures import compares_figures, verdict_by_figures
from knowledge.understanding.telling import Telling, figure_symbol

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
LEAST_LEAD = 2.5
"""By how much yes or no must lead each other and neither, per feature."""
LEAST_LEAD_WITH_FIGURE = 1.0
"""The same of yes, where the claim has the very figure that is told."""
LEAST_LEAD_ALONE = 4.0
"""The same where the question as a whole wasn't read so."""
SUREST_LEAD = 4.0
"""By so much the words settle it, though one of them seems to leave it open."""
SUREST_LEAD_ON_HOLDER = 6.0
"""The same of a claim on who holds a place that says something else of it."""
SUREST_LEAD_ASKED_OPENLY = 6.0
"""The same of what looks like an open question: "the number of ports is four"."""
SUREST_LEAD_LEFT_OPEN = 8.0
"""The same where the facts tell nothing of a word."""
LEAST_FORM_LEAD = 2.0
"""By so much the question as a whole must have been read the same for that."""


@dataclass(frozen=True, slots=True)
class Claim:
    """What a question claims or takes for granted, and the facts that it's held against."""

    reading: Reading
    form: str
    """How the question was read as a whole: as an open question, or as a claim that is borne out
    or not; of places, the id of the side that is claimed to hold them."""
    lead: float
    """By how much it was read so."""
    facts: Sequence[Fact]
    leaves_open: bool = False
    """Whether the facts tell nothing of some word of the question."""

    @property
    def on_holder(self) -> bool:
        """Whether it's on who holds a place."""
        return self.form not in FORMS


@dataclass(frozen=True, slots=True)
class Verdicts:
    """Holds what questions claim against the facts that answer them."""

    lessons: Lessons

    def on(self, claim: Claim) -> Verdict | None:
        """Return yes or no, or None where the quotes of the facts don't settle it."""
        tellings = self._tellings(claim)
        for telling in tellings:
            claim = replace(claim, reading=without_contrast(claim.reading, telling))
        reading = claim.reading
        known = self._known(claim)
        if (is_open(reading) and claim.form == "ask") or LEFT_OPEN in known:
            return None
        if says_nothing(reading):
            return None
        if claim.on_holder and is_on_where_it_lies(reading):
            return None
        if claim.on_holder and len(claim.facts) > 1 and self._names_both_sides(reading):
            # "One has taken A, but B is still the other's" is a claim on each.
            return None
        learnt = learnt_of(reading, tellings, self.lessons)
        written = _only(known)
        if written is not None and not is_open(reading) and learnt.likeliest == {written}:
            # What was written down of a claim that says the same, and is learnt of others as well.
            return written
        if claim.on_holder and (holds := self._on_holder(claim)) is not None:
            # Where a place lies isn't who holds it; which side took it, the order tells.
            both = self._names_both_sides(reading)
            unsure = learnt.left_open or (both and learnt.likeliest != {holds})
            return None if unsure else holds
        if makes_claim(reading) and (certain := self._certain(claim, learnt, written)) is not None:
            return certain
        if splits(reading) and any(telling.unsplit for telling in tellings):
            return None
        if is_open(reading):
            denied = claim.form == "no" and claim.lead >= LEAST_PREMISE_LEAD
            return Verdict.NO if denied and not is_qualified(reading, _told(tellings)) else None
        if not makes_claim(reading) or any(is_choice(reading, each) for each in tellings):
            return None
        if any(is_put_in_doubt(reading, each) for each in tellings):
            return None
        verdict = self._on_claim(claim, learnt, written)
        # What isn't so isn't so in any year.
        if verdict is Verdict.YES and any(is_of_another_year(reading, each) for each in tellings):
            return None
        return verdict

    def of_form(self, reading: Reading, form: str, facts: Sequence[Fact]) -> Verdict | None:
        """Return what a question that editors wrote down as of `form` gets of `facts`, if any."""
        if form in SETTLED:
            return Verdict(form)
        held = self._by_holders(Claim(reading, form, 0.0, facts))
        return held if makes_claim(reading) and not is_open(reading) else None

    def _names_both_sides(self, reading: Reading) -> bool:
        return len(self.lessons.sides & {mention.id for mention in reading.mentions}) > 1

    def _tellings(self, claim: Claim) -> list[Telling]:
        return [self.lessons.tellings[fact.id] for fact in claim.facts]

    def _certain(self, claim: Claim, learnt: Learnt, written: Verdict | None) -> Verdict | None:
        """Return what is so likely that no word of the claim can leave it open.

        That a claim is put as possible, or tells the killed from the wounded, is learnt as well.
        """
        asks = is_open(claim.reading)
        if asks and claim.on_holder and not self._may_mean_its_side(claim):
            return None
        least = SUREST_LEAD_ON_HOLDER if claim.on_holder else SUREST_LEAD
        least = SUREST_LEAD_LEFT_OPEN if claim.leaves_open else least
        if asks and learnt.verdict is Verdict.YES:
            least = math.inf if claim.on_holder else SUREST_LEAD_ASKED_OPENLY
        verdict = learnt.by(least)
        differ = len(claim.facts) > 1 and claim.on_holder and self._by_holders(claim) is None
        if verdict is None or differ:
            return None
        if not claim.on_holder and (claim.form != verdict.value or claim.lead < LEAST_FORM_LEAD):
            return None
        others = {verdict_by_figures(claim.reading, claim.facts), written}
        return verdict if others <= {None, verdict} else None

    def _on_claim(self, claim: Claim, learnt: Learnt, written: Verdict | None) -> Verdict | None:
        """Return what figures tell of a claim, else what was written down of it, or learnt."""
        reading = claim.reading
        form = "ask" if claim.lead < LEAST_CLAIM_LEAD else claim.form
        denies = denials_in(reading) > 0
        figures = verdict_by_figures(reading, claim.facts)
        if (figures is None and compares_figures(reading)) or (figures and denies):
            return None
        if figures is not None and not claim.leaves_open:
            agrees = form in ("ask", figures.value) or not COMPARING.isdisjoint(reading.symbols)
            return figures if agrees or learnt.likeliest == {figures} else None
        if written is not None:
            # Another claim may differ by a word that is taken to change nothing.
            agrees = form in ("ask", written.value) and learnt.likeliest <= {written, None}
            return written if agrees else None
        if claim.leaves_open or len(reading.tokens) < SHORTEST_CLAIM:
            return None
        verdict = learnt.by(LEAST_LEAD_ALONE)
        # How it's asked for is told by all its words alike, whatever one of them denies.
        if verdict is not None and (denies or form in ("ask", verdict.value)):
            return verdict
        if form == "ask" and claim.lead >= LEAST_ASKING_LEAD:
            return None
        if claim.on_holder:
            held = self._by_holders(claim)
            if (
                denies
                or not self._may_mean_its_side(claim)
                or (held is None and len(claim.facts) > 1)
            ):
                return None
            verdict = learnt.by(LEAST_LEAD if held else LEAST_LEAD_ALONE)
            return verdict if held in (None, verdict) else None
        borne_out = learnt.verdict is Verdict.YES and self._has_figure(claim)
        verdict = learnt.by(LEAST_LEAD_WITH_FIGURE if borne_out else LEAST_LEAD)
        return verdict if verdict is not None and form in ("ask", verdict.value) else None

    def _has_figure(self, claim: Claim) -> bool:
        """Whether the claim has one large figure, which the facts tell."""
        large = [figure_symbol(f.value) for f in claim.reading.figures if f.large]
        return len(large) == 1 and all(each.tells(*large) for each in self._tellings(claim))

    def _on_holder(self, claim: Claim) -> Verdict | None:
        """Return whether the side holds the places that the facts are on."""
        reading = claim.reading
        open_of_place = {RETAKING} if is_open(reading) else set()
        if reading.symbols & (QUALIFYING_A_PLACE - open_of_place):
            return None
        if is_qualified(reading, _told(self._tellings(claim))) or claim.leaves_open:
            return None
        if claim.lead < LEAST_HOLDER_LEAD or not self._may_mean_its_side(claim):
            return None
        verdict = self._by_holders(claim)
        denies = verdict is Verdict.NO
        settled = all(is_of_a_place(item, denies=denies) for item in reading.items)
        return verdict if settled or claim.lead >= SUREST_HOLDER_LEAD else None

    def _may_mean_its_side(self, claim: Claim) -> bool:
        return may_claim(claim.reading, claim.form, self.lessons.sides)

    def _by_holders(self, claim: Claim) -> Verdict | None:
        verdicts = set()
        for fact in claim.facts:
            holder = self.lessons.holders.get(fact.id)
            holds = holder and holder.holds(claim.form)
            if holds is None:
                return None
            verdicts.add(Verdict.YES if holds else Verdict.NO)
        if len(verdicts) != 1:
            return None
        verdict = verdicts.pop()
        return None if verdict is Verdict.YES and is_open(claim.reading) else verdict

    def _known(self, claim: Claim) -> set[str | None]:
        """What editors wrote down of a claim that says the same, on each of the facts."""
        sign = signature(claim.reading)
        return {self.lessons.claims.get(fact.id, {}).get(sign) for fact in claim.facts}


def _told(tellings: Sequence[Telling]) -> frozenset[str]:
    return frozenset[str]().union(*(telling.told for telling in tellings))


def _only(known: set[str | None]) -> Verdict | None:
    """Return the yes or no that is the only thing `known`."""
    (written,) = known if len(known) == 1 else (None,)
    return Verdict(written) if written is not None else None
