"""Holds the facts of a relation against a question, and keeps those that stand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from knowledge.answer import Fact
from knowledge.understanding.candidates import Candidate
from knowledge.understanding.gate import Fit, hold_against
from knowledge.understanding.lessons import Lessons
from knowledge.understanding.names import HELD_BY_SIDES
from knowledge.understanding.premises import is_denied
from knowledge.understanding.reading import Reading

TAKING = frozenset(("take", "retake", "fall", "lose"))
"""What is said of a place that changes hands."""


@dataclass(frozen=True, slots=True)
class Held:
    """A fact that was held against the question, and what came of it."""

    fact: Fact
    fit: Fit


@dataclass(frozen=True, slots=True)
class Standing:
    """Knows which facts stand the gate."""

    lessons: Lessons
    facts: Mapping[str, Fact]
    quoted: Mapping[str, frozenset[str]]
    """By fact: ids of the names that stand in its quote."""

    def of(
        self, reading: Reading, candidate: Candidate, notes: list[str], *, taught: bool = False
    ) -> list[Held]:
        """Return those facts of a relation that stand the gate at the least cost.

        `taught`: an editor wrote the question down so, word for word, as `candidate`.
        """
        held = self._held(reading, candidate, taught)
        told = [h for h in held if not h.fit.refusal]
        on_subject = _subjects(reading, told)
        least = min((h.fit.cost for h in on_subject), default=0.0)
        kept = [h for h in on_subject if h.fit.cost == least]
        for one in held:
            notes.append(f"fact: {one.fact.id}: {_why(one, told, on_subject, kept)}")
        return kept

    def _held(self, reading: Reading, candidate: Candidate, taught: bool) -> list[Held]:
        """Hold every fact of the relation against the question."""
        relation = self.lessons.relations[candidate.id]
        facts = [self.facts[name] for name in relation.facts]
        # A question on two places is one on each.
        others = {fact.about[0] for fact in facts if fact.about} if len(facts) > 1 else set()
        years = (figure.value for figure in reading.figures if figure.year)
        taking = bool(reading.symbols & TAKING) and self.lessons.looks_back_on(years)
        return [
            Held(
                fact,
                hold_against(
                    reading,
                    relation,
                    fact,
                    contrary=is_denied(reading, candidate, fact.id, self.lessons),
                    others=others | self.quoted[fact.id],
                    # What wasn't taken wasn't taken in any year before.
                    lasts=taking and fact.id in self.lessons.holders,
                    taught=taught,
                ),
            )
            for fact in facts
        ]


def cost_of(kept: Sequence[Held]) -> float:
    """Return what each of the facts that were `kept` costs, which is as much for all of them."""
    return kept[0].fit.cost if kept else 0.0


def _subjects(reading: Reading, standing: list[Held]) -> list[Held]:
    """Of facts of one relation, those on the places asked about; of several, none by guess."""
    places = {m.id for m in reading.mentions if m.kind in HELD_BY_SIDES}
    if len(standing) < 2:
        return standing
    on_subject = [h for h in standing if h.fact.about and h.fact.about[0] in places]
    if places - {name for h in on_subject for name in h.fact.about}:
        return []
    return on_subject or ([] if len(standing) > 2 else standing)


def _why(one: Held, told: Sequence[Held], on_subject: Sequence[Held], kept: Sequence[Held]) -> str:
    """Say why a fact was kept, or at which step it was dropped."""
    if one not in told:
        return f"dropped, {one.fit.refusal}"
    if one not in on_subject:
        return "dropped, it's on another place"
    strangers = ", ".join(item.typed for item in one.fit.strangers)
    open_words = f", though it leaves open: {strangers}" if strangers else ""
    return f"kept{open_words}" if one in kept else f"dropped, leaves open: {strangers}"
