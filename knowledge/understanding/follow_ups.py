"""Decides on what is asked after an answer: what it means there, if it follows at all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from knowledge.answer import Fact, Kind
from knowledge.understanding.claims import LOSING, is_open, is_to_come, splits
from knowledge.understanding.claims_on_told import verdict_on
from knowledge.understanding.decision import Decision
from knowledge.understanding.features import key_of, words_of
from knowledge.understanding.follow_surety import LEAST_SURETY, Meant, surety_of
from knowledge.understanding.following import (
    FRESH,
    UNSAID,
    Guess,
    Told,
    asks_wholly,
    guess,
    is_asked_there,
    placed_in,
    refers_back,
    subjects,
)
from knowledge.understanding.gate import HARD_ASKS, SPECIFIC, hold_against
from knowledge.understanding.lessons import Lessons
from knowledge.understanding.names import HELD_BY_SIDES
from knowledge.understanding.reading import Reading, has_substance
from knowledge.understanding.retelling import asked_of_told
from knowledge.understanding.sourcing import only_doubts
from knowledge.understanding.telling import HARMING
from knowledge.understanding.unanswered import BARE
from knowledge.understanding.wording_asked import asks_for_wording

LEAST_FOLLOW_LEAD = 0.35
"""Least lead with which a follow-up is taken to ask what isn't said."""
LEAST_LEAD_OVER_ANSWER = 1.0
"""The same of what has an answer by itself. Of 350 such follow-ups that were kept out of training
three in four were unsaid; of those that led by as much, six in seven."""
LEAST_OVER_WHOLE = 2.0
"""How sure something else must be to be meant by what has an answer, and asks wholly by itself."""
LEAST_LEAD_OVER_WHOLE = 6.0
"""The same of what asks wholly by itself: "and how many ships did Norland lose?"."""
LEAST_LEAD_OFF_THE_SUBJECT = 2.0
"""The same of what is on another subject by itself, to be called unsaid."""
OFF_THE_SUBJECT = (Kind.OFF_TOPIC, Kind.SMALL_TALK)
UNANSWERED = (Kind.OFF_TOPIC, Kind.NOT_SAID)
LONGEST_FOLLOW_UP = 12
"""Words; what is longer stands by itself, unless it has a name of the article."""


@dataclass(frozen=True, slots=True)
class FollowUps:
    """Knows what people ask next."""

    lessons: Lessons
    facts: Mapping[str, Fact]
    quoted: Mapping[str, frozenset[str]]
    """By fact: ids of the names that stand in its quote."""
    kinds: Mapping[str, str]
    """By id of a name."""
    relations: Mapping[str, str]
    """By fact: what kind of thing it tells."""

    def decide(self, reading: Reading, alone: Decision, before: Sequence[str]) -> Decision | None:
        """Return what `reading` asks after the facts `before`, None where it follows nothing.

        `alone` is what it comes to by itself.
        """
        previous = [self.facts[name] for name in before if name in self.facts]
        if not previous or not reading.items or not self.lessons.follow_weights.labels:
            return None
        if self._stands_by_itself(reading, alone, previous):
            return None
        first = previous[0]
        if (placed := self._placed(reading, alone, previous)) is not None:
            return placed
        told = Told(first.id, first.topic, self.relations[first.id], first.about)
        has_answer = alone.kind not in UNANSWERED
        best = guess(reading, told, self.lessons.follow_weights, alone=has_answer)
        meant = self._meant(reading, best.target, previous)
        sure = surety_of(best, meant, alone)
        surely = f", sure: {sure:.2f} of the {LEAST_SURETY} that it takes" if meant.facts else ""
        notes = (f"follow-up: after {first.id}: {best.target} by {best.lead:.2f}{surely}",)
        is_meant = bool(meant.facts) and sure >= LEAST_SURETY
        again = asked_of_told(reading, alone, first, self.lessons)
        # Who says what an article is cautious of isn't asked of its own caution.
        spoken = any(fact.speaker is not None for fact in meant.facts if fact is not first)
        if again is not None and not (again.own_word and is_meant and spoken):
            return replace(again, notes=(*notes, *again.notes))
        if only_doubts(reading) and not reading.mentions and best.target in (FRESH, UNSAID):
            return Decision(Kind.ANSWERED, (first.id,), notes=notes)
        if alone.kind is Kind.SMALL_TALK and best.target == UNSAID and not _only_asks(reading):
            return None
        unsaid = Decision(Kind.NOT_SAID, near=(first.id,), notes=(*notes, *alone.notes))
        if best.target == FRESH:
            return unsaid if _only_asks(reading) else None
        if is_meant and alone.answered and asks_wholly(reading) and sure < LEAST_OVER_WHOLE:
            return None
        leaves_wording_open = meant.strangers and asks_for_wording(reading)
        if best.target == UNSAID or sure < LEAST_SURETY or leaves_wording_open:
            return unsaid if _is_on(reading, first, best, alone) else None
        return self._guessed(reading, meant.facts, previous, alone, unsaid)

    def _stands_by_itself(
        self, reading: Reading, alone: Decision, previous: Sequence[Fact]
    ) -> bool:
        """Whether `reading` follows nothing, by what its words and names are."""
        if alone.kind is Kind.NOT_NAMED and not self._may_be_a_side(reading, previous[0]):
            return True
        # "And in 2023?" is no question on the article, as "is it from 2023?" is.
        says = any(item.kind not in ("neutral", "common", "figure") for item in reading.items)
        if alone.of_article and says and has_substance(reading) and not asks_for_wording(reading):
            return True
        if reading.mentions and self._is_written_unsaid(reading):
            return True
        if alone.kind in OFF_THE_SUBJECT and _speaks_of_something_else(reading):
            return True
        is_small_talk = words_of(reading) in self.lessons.small_talk
        if is_small_talk and not _only_asks(reading) and not only_doubts(reading):
            return True
        return alone.answered and _stands_alone(reading, previous)

    def _may_be_a_side(self, reading: Reading, told: Fact) -> bool:
        """Whether only capitals are named, which stand for their sides unless of a place."""
        capitals = all(mention.as_party for mention in reading.mentions)
        return bool(reading.mentions) and capitals and not self._is_on_place(told)

    def _placed(
        self, reading: Reading, alone: Decision, previous: Sequence[Fact]
    ) -> Decision | None:
        """Return what is asked of a place: the one told of, one of those told, or one named."""
        first = previous[0]
        untold = Decision(Kind.NOT_SAID, near=(first.id,))
        meant = alone.facts if alone.answered else alone.near if alone.of_several else ()
        if is_asked_there(reading) and meant and self._is_elsewhere(previous, meant):
            return untold
        if chosen := _chosen(reading, previous):
            return Decision(Kind.ANSWERED, chosen, notes=("follow-up: one of those told",))
        place = placed_in(reading)
        if place is None or self._is_on_place(first):
            return None
        # "Any in the harbour?" asks of what was told, not of the harbour.
        if place in (*first.about, *self.quoted[first.id]):
            return Decision(Kind.ANSWERED, (first.id,))
        return untold

    def _is_on_place(self, fact: Fact) -> bool:
        return any(self.kinds.get(name) in HELD_BY_SIDES for name in fact.about[:1])

    def _guessed(
        self,
        reading: Reading,
        facts: tuple[Fact, ...],
        previous: Sequence[Fact],
        alone: Decision,
        unsaid: Decision,
    ) -> Decision | None:
        """Return the `facts` that are most likely meant, as far as they fit."""
        if is_asked_there(reading) and self._is_elsewhere(previous, [fact.id for fact in facts]):
            return unsaid
        if splits(reading) and not reading.mentions and self._turns_to_another(previous, facts):
            return unsaid
        asks_if_it_will = any(map(is_to_come, reading.items)) and not is_open(reading)
        if asks_if_it_will and not self._foretell(facts):
            return unsaid
        if alone.answered and alone.facts == tuple(fact.id for fact in facts):
            return None
        if not facts:
            return None if alone.answered else replace(alone, kind=Kind.NOT_SAID, small_talk=None)
        return Decision(
            Kind.ANSWERED,
            tuple(f.id for f in facts),
            verdict_on(reading, facts[0], self.lessons) if len(facts) == 1 else None,
            notes=unsaid.notes,
        )

    def _meant(self, reading: Reading, target: str, previous: Sequence[Fact]) -> Meant:
        """Return the facts of a relation that stand the gate, on what is asked of or was told."""
        relation = self.lessons.relations.get(target)
        if relation is None:
            return Meant((), 0)
        held = {
            name: hold_against(reading, relation, self.facts[name], others=self.quoted[name])
            for name in relation.facts
        }
        standing = [
            self.facts[name]
            for name, fit in held.items()
            if not fit.refusal and all(item.kind != "name" for item in fit.strangers)
        ]
        facts = subjects(reading, previous, standing)
        strangers = max((len(held[fact.id].strangers) for fact in facts), default=0)
        return Meant(facts, strangers)

    def _is_written_unsaid(self, reading: Reading) -> bool:
        """Whether an editor wrote down, word for word, that it isn't said."""
        return self.lessons.taught.get(key_of(reading), "").startswith(UNSAID)

    def _turns_to_another(self, previous: Sequence[Fact], facts: Sequence[Fact]) -> bool:
        """Whether losses were told before, and `facts` tell of another side than "them"."""
        if not self.lessons.tellings[previous[0].id].tells(LOSING, *HARMING):
            return False
        sides = [self.lessons.tellings[fact.id].sides[:1] for fact in (*previous[:1], *facts[:1])]
        return len(sides) == 2 and all(sides) and sides[0] != sides[1]

    def _is_elsewhere(self, previous: Sequence[Fact], facts: Sequence[str]) -> bool:
        """Whether none of `facts` tells of a place that what was told before is on."""
        told = {name for fact in previous for name in fact.about}
        places = {name for name in told if self.kinds.get(name) in HELD_BY_SIDES}
        named = ({*self.facts[fact].about, *self.quoted[fact]} for fact in facts)
        return bool(places) and all(places.isdisjoint(names) for names in named)

    def _foretell(self, facts: Sequence[Fact]) -> bool:
        """Whether any of `facts` tells of what may or will be."""
        return any(self.lessons.tellings[fact.id].foretells for fact in facts)


def _is_on(reading: Reading, told: Fact, best: Guess, alone: Decision) -> bool:
    """Whether what isn't known to be said is asked of the fact `told`, and not of another."""
    if alone.answered and not alone.of_several:
        whole = asks_wholly(reading)
        least = LEAST_LEAD_OVER_WHOLE if whole else LEAST_LEAD_OVER_ANSWER
        return best.target == UNSAID and best.lead >= least
    surely_unsaid = best.target == UNSAID and best.lead >= LEAST_FOLLOW_LEAD
    if alone.kind is Kind.OFF_TOPIC and has_substance(reading):
        return best.target == UNSAID and best.lead >= LEAST_LEAD_OFF_THE_SUBJECT
    if alone.of_several and not (surely_unsaid and refers_back(reading)):
        return False
    names = {mention.id for mention in reading.mentions}
    return not names or not names.isdisjoint(told.about)


def _stands_alone(reading: Reading, previous: Sequence[Fact]) -> bool:
    """Whether `reading` asks, or says what is done, of a name that nothing told before is on."""
    told = {name for fact in previous for name in (*fact.about, fact.speaker)}
    named = {mention.id for mention in reading.mentions if mention.kind in SPECIFIC}
    says = any(item.kind in ("ask", "act") for item in reading.items)
    return says and bool(named) and named.isdisjoint(told)


def _speaks_of_something_else(reading: Reading) -> bool:
    """Whether `reading` has a word that nobody used on the subject, and no name of the article."""
    if any(mention.named for mention in reading.mentions):
        return False
    return bool(reading.unknown) or len(reading.tokens) > LONGEST_FOLLOW_UP


def _only_asks(reading: Reading) -> bool:
    """Whether `reading` is a "why?" or "when?" by itself, which asks of what was told before."""
    asking = [item for item in reading.items if item.kind not in ("neutral", "common")]
    return bool(asking) and all(not HARD_ASKS.isdisjoint(item.symbols) for item in asking)


def _chosen(reading: Reading, previous: Sequence[Fact]) -> tuple[str, ...]:
    """Return ids of those facts of several that "the … ones" means, by a name and nothing else."""
    named = {mention.id for mention in reading.mentions}
    if len(previous) < 2 or any(item.kind not in BARE for item in reading.items):
        return ()
    return tuple(fact.id for fact in previous if named == set(fact.about[:1]))
