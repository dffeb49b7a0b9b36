"""Decides on one reading of a question: which facts answer it, or which no it gets."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from knowledge.answer import Certainty, Fact, Kind, Verdict
from knowledge.understanding.candidates import Candidate, Ranking
from knowledge.understanding.claims import ARTICLE, FORMS, is_open
from knowledge.understanding.contrary_facts import ContraryFacts
from knowledge.understanding.decision import MOST_OPTIONS, Decision
from knowledge.understanding.features import words_of
from knowledge.understanding.learnt_claims import is_unheard_of, lead_of_open
from knowledge.understanding.lessons import Lessons
from knowledge.understanding.names import HELD_BY_SIDES
from knowledge.understanding.naming import (
    asked_if_named,
    asks_at_large,
    asks_who_holds,
    naming_facts,
)
from knowledge.understanding.premises import is_denied
from knowledge.understanding.ranking import rank
from knowledge.understanding.reading import Reading, has_substance
from knowledge.understanding.sourcing import asks_if_certain, asks_who_says, is_own_word
from knowledge.understanding.standing import Held, Standing, cost_of
from knowledge.understanding.surety import LEAST_SURETY, Evidence, is_anchored
from knowledge.understanding.unanswered import LEAST_SHARE_KNOWN, Unanswered
from knowledge.understanding.unnamed import unheard_of
from knowledge.understanding.verdicts import Claim, Verdicts

CLOSE = 0.65
"""Readings whose scores differ by less are about as likely."""


@dataclass(frozen=True, slots=True)
class Decider:
    """Decides with what was learnt and the facts of the articles."""

    lessons: Lessons
    facts: Mapping[str, Fact]
    quoted: Mapping[str, frozenset[str]]
    """By fact: ids of the names that stand in its quote."""
    standing: Standing
    verdicts: Verdicts
    unanswered: Unanswered
    contrary: ContraryFacts
    passages: Mapping[str, frozenset[str]]
    """By relation: relations whose facts quote the same sentence, which are no rivals of it."""

    def decide(self, reading: Reading) -> Decision:
        """Decide on `reading` as it stands, without what was said before."""
        ranking = rank(reading, self.lessons)
        best = ranking.best
        elsewhere = best.group == "elsewhere"
        notes = list(ranking.notes())
        talk = self.lessons.small_talk.get(words_of(reading))
        if talk is not None and not reading.mentions:
            decision = Decision(Kind.SMALL_TALK, small_talk=talk)
        elif not reading.items or best.group == "smalltalk":
            decision = self._small_talk(reading, best)
        elif (capital := self._asked_of_capital(reading)) is not None:
            decision = Decision(Kind.NOT_NAMED, names=(capital,))
        elif (written := self._written_down(reading, ranking, notes)) is not None:
            decision = written
        elif naming := naming_facts(reading, self.facts, self.quoted):
            decision = Decision(Kind.ANSWERED, naming, Verdict.YES)
        elif (contrary := self.contrary.to_name(reading, ranking)) is not None:
            decision = contrary
        elif names := self.unanswered.unnamed.listed(reading, elsewhere=elsewhere):
            named = any(m.named and m.kind in HELD_BY_SIDES for m in reading.mentions)
            near = self.unanswered.nearby.of(reading, best) if named else ()
            decision = Decision(Kind.NOT_NAMED, names=names, near=near)
        elif elsewhere:
            decision = Decision(Kind.OFF_TOPIC)
        elif best.group == "unsaid":
            contrary = self.contrary.to_premise(reading, ranking)
            decision = contrary or self.unanswered.of(reading, ranking)
        else:
            decision = self._relation(reading, ranking, notes)
        if decision.kind in (Kind.OFF_TOPIC, Kind.NOT_SAID) and (word := unheard_of(reading)):
            decision = Decision(Kind.NOT_NAMED, unheard=word)
        if decision.kind in (Kind.OFF_TOPIC, Kind.NOT_SAID):
            decision = self.unanswered.on_name(reading) or decision
        return replace(decision, notes=(*notes, *decision.notes))

    def _asked_of_capital(self, reading: Reading) -> str | None:
        """Return the id of a capital by whose own name it's asked, though articles name its state.

        Whether it's named, what is said of it, or who holds it: a state is held by nobody.
        """
        parties = [mention for mention in reading.mentions if mention.as_party]
        if len(parties) != 1 or parties != list(reading.mentions):
            return None
        # "What does Moscow say?" asks of the state.
        of_article = asks_at_large(reading) and ARTICLE in reading.symbols
        if of_article or asked_if_named(reading) is not None or asks_who_holds(reading):
            return self.unanswered.unnamed.capital(reading)
        return None

    def _small_talk(self, reading: Reading, best: Candidate) -> Decision:
        if reading.mentions or reading.figures:
            return Decision(Kind.OFF_TOPIC)
        small = best.id if best.group == "smalltalk" and reading.items else "other"
        return Decision(Kind.SMALL_TALK, small_talk=small)

    def _written_down(
        self, reading: Reading, ranking: Ranking, notes: list[str]
    ) -> Decision | None:
        """Return the facts that an editor wrote `reading` down for, word for word, if any."""
        if not ranking.taught or ranking.best.group != "relation":
            return None
        kept = self.standing.of(reading, ranking.best, notes, taught=True)
        return self._told(reading, ranking, kept, notes) if kept else None

    def _relation(self, reading: Reading, ranking: Ranking, notes: list[str]) -> Decision:
        """Decide on `reading`, which most likely asks for a fact, if it's sure enough."""
        if not has_substance(reading):
            return Decision(Kind.OFF_TOPIC)
        kept = self.standing.of(reading, ranking.best, notes)
        if not kept:
            return self.unanswered.of(reading, ranking)
        if ranking.known < LEAST_SHARE_KNOWN:
            notes.append(f"dropped: stored wordings have {ranking.known:.2f} of its features")
            return self.unanswered.of(reading, ranking)
        evidence = self.evidence(reading, ranking, kept)
        notes.append(
            f"sure: {evidence.surety:.2f} of the {LEAST_SURETY} that it takes: {evidence}"
        )
        if evidence.surety < LEAST_SURETY and not asks_at_large(reading):
            contrary = self.contrary.to_premise(reading, ranking)
            if contrary is not None and contrary.facts == tuple(held.fact.id for held in kept):
                return contrary
            return self._between(reading, ranking, CLOSE, notes)
        return self._told(reading, ranking, kept, notes)

    def evidence(self, reading: Reading, ranking: Ranking, kept: Sequence[Held]) -> Evidence:
        """Return what speaks for the best reading's being meant and told by the facts `kept`."""
        siblings = tuple(self.passages.get(ranking.best.id, ()))
        telling = self.lessons.tellings[kept[0].fact.id]
        return Evidence(
            lead=ranking.lead(siblings),
            lead_over_elsewhere=ranking.lead_over("elsewhere"),
            lead_by_letters=ranking.lead_by_letters,
            lead_of_open=lead_of_open(reading, telling, self.lessons),
            share_of_unsaid=ranking.share_of("unsaid"),
            cost=cost_of(kept),
            anchored=is_anchored(reading, self.lessons.figures),
        )

    def _told(
        self,
        reading: Reading,
        ranking: Ranking,
        kept: Sequence[Held],
        notes: list[str],
    ) -> Decision:
        """Return the facts as the answer, with yes or no to what it claims or who says so."""
        verdict = self._verdict(reading, ranking, kept, notes)
        facts = [held.fact for held in kept]
        own_word = asks_who_says(reading) and all(is_own_word(fact) for fact in facts)
        return Decision(
            Kind.ANSWERED,
            tuple(fact.id for fact in facts),
            None if own_word else verdict,
            own_word=own_word,
        )

    def _verdict(
        self,
        reading: Reading,
        ranking: Ranking,
        kept: Sequence[Held],
        notes: list[str],
    ) -> Verdict | None:
        """Return yes or no to what the question claims of the facts, if they settle it."""
        facts = [held.fact for held in kept]
        form, lead = ranking.best.form, ranking.form_lead()
        if ranking.taught and (written := self.verdicts.of_form(reading, form, facts)) is not None:
            # An editor wrote it down so, word for word.
            return written
        if not is_open(reading):
            form, lead = ranking.claimed()
        elif form == "no" and not self._deny(reading, ranking, kept):
            form = "ask"
        notes.append(f"claim: {form} by {lead:.2f}")
        rivals = ("relation",) if form not in FORMS else ("relation", "unsaid", "elsewhere")
        if ranking.lead_over(*rivals) < CLOSE:
            # Another fact, of which the same may be false, is as likely meant.
            return None
        leaves_open = any(
            is_unheard_of(item, held.fact.id, self.lessons)
            for held in kept
            for item in held.fit.strangers
        )
        verdict = self.verdicts.on(Claim(reading, form, lead, facts, leaves_open))
        if verdict is Verdict.YES and (
            self._names_more(reading, facts) or _is_cautioned(reading, facts)
        ):
            return None
        return verdict

    def _deny(self, reading: Reading, ranking: Ranking, kept: Sequence[Held]) -> bool:
        """Whether the facts deny what `reading` takes for granted."""
        return all(is_denied(reading, ranking.best, one.fact.id, self.lessons) for one in kept)

    def _names_more(self, reading: Reading, facts: Sequence[Fact]) -> bool:
        """Whether `reading` names a place that none of `facts` is on."""
        told = frozenset(name for fact in facts for name in (*fact.about, *self.quoted[fact.id]))
        return any(m.kind in HELD_BY_SIDES and m.id not in told for m in reading.mentions)

    def _between(
        self, reading: Reading, ranking: Ranking, least: float, notes: list[str]
    ) -> Decision:
        """Decide between readings about as likely: two are both told, of more one asks."""
        open_readings: list[tuple[str, Fact]] = []
        passed: set[str] = set()
        for candidate in ranking.candidates:
            if candidate.group != "relation":
                clear = open_readings and self._score(ranking, open_readings[-1][0])
                if not clear or clear - candidate.score < least:
                    return self.unanswered.of(reading, ranking)
                break
            if candidate.id in passed:
                continue
            if ranking.best.score - candidate.score > least:
                break
            kept = self.standing.of(reading, candidate, notes)
            if len(kept) != 1 or cost_of(kept):
                return self.unanswered.of(reading, ranking)
            passed |= {candidate.id, *self.passages.get(candidate.id, ())}
            open_readings.append((candidate.id, kept[0].fact))
        ids = tuple(fact.id for _, fact in open_readings)
        if len(ids) == 2:
            return Decision(Kind.ANSWERED, ids, means_several=True)
        if 2 < len(ids) <= MOST_OPTIONS:
            return Decision(Kind.CLARIFY, near=ids)
        return self.unanswered.of(reading, ranking)

    @staticmethod
    def _score(ranking: Ranking, relation: str) -> float:
        return max(c.score for c in ranking.candidates if c.id == relation)


def _is_cautioned(reading: Reading, facts: Sequence[Fact]) -> bool:
    """Whether it's asked if it's certain that … of claims that travel with a caution.

    "Did they really lose …?" gets the claim and its caution, and no yes.
    """
    claimed = any(f.certainty is Certainty.CLAIMED and f.companions for f in facts)
    return claimed and asks_if_certain(reading)
