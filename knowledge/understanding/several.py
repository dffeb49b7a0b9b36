"""Decides on what asks several things at once: part by part, and what they come to together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from knowledge.answer import Kind
from knowledge.understanding.claims import CHOOSING
from knowledge.understanding.claims_on_told import DIVIDING
from knowledge.understanding.coordination import in_place, named_part, of_each
from knowledge.understanding.deciding import Decider
from knowledge.understanding.decision import Decision, together
from knowledge.understanding.follow_ups import FollowUps
from knowledge.understanding.names import HELD_BY_SIDES
from knowledge.understanding.parts import (
    EMPTY,
    MOST_PARTS,
    acting_side,
    run_on_questions,
    topics_of,
    with_fragment,
)
from knowledge.understanding.reading import Reading, has_substance
from knowledge.understanding.taken_apart import (
    Read,
    apart_from_names,
    as_questions,
    asked_apart,
    asked_in_turn,
    completed,
    segments_read,
    with_last_taken_apart,
)

COUNTING = "how_many"


@dataclass(frozen=True, slots=True)
class Several:
    """Takes questions apart, and asks their parts one by one."""

    decider: Decider
    follow_ups: FollowUps

    def decide(
        self, question: str, reading: Reading, whole: Decision, read: Read
    ) -> Decision | None:
        """Return what the parts of `question` come to, None where it's to be left whole.

        `whole` is what it comes to so. Where only some of its parts have an answer, the rest is
        said to have none.
        """
        asked = as_questions(read) if "?" in question else read
        segments, sentences = segments_read(reading, read), asked_in_turn(question, read)
        if whole.kind is Kind.OFF_TOPIC and not any(m.named for m in reading.mentions):
            # Of many sentences on something else one will seem to ask for a fact.
            sentences = []
        topics = topics_of(segments)
        if topics and not reading.mentions and not whole.of_several:
            listed = self._of_parts(topics, asked, wholly=True)
            if listed is not None:
                return listed
        if whole.kind is Kind.NOT_NAMED:
            parts = sentences if len(sentences) > 1 else apart_from_names(sentences, read)
            parts = parts or asked_apart(reading, segments, asked, surely=False)
            return self._named_part(reading, whole, asked) or self._of_parts(parts, asked)
        apart = asked_apart(reading, segments, asked, surely=whole.answered)
        told = self._of_parts([] if whole.answered else sentences, asked)
        told = told or self._of_parts(with_last_taken_apart(apart, read), asked, wholly=True)
        told = told or self._of_parts(apart, asked)
        told = told or self._of_parts(run_on_questions(reading), asked, wholly=True)
        if told is not None and (told.answered or not _is_told_or_offered(whole)):
            return told
        # A yes or no to "did A and B fall?" is of both, one to "did A fall, and B?" of the first.
        settled = whole.verdict is not None and not _is_choice(reading)
        for parts in ([] if settled else of_each(reading), with_fragment(reading), sentences):
            told = self._of_parts(parts if len(parts) > 1 else [], asked, wholly=True)
            if told is not None and told.answered and set(whole.facts) < set(told.facts):
                return told
        if _is_told_or_offered(whole):
            return None
        # Who holds a place is asked of each; "did they call each other" is of none alone.
        of_places = all(mention.kind in HELD_BY_SIDES for mention in reading.mentions)
        wholly = bool(topics) or not of_places
        return self._of_parts(topics or of_each(reading), asked, wholly=wholly)

    def after(
        self,
        question: str,
        reading: Reading,
        whole: Decision,
        read: Read,
        before: Sequence[str],
    ) -> Decision | None:
        """Return what the parts of `question` come to after the facts `before`: "when and why?".

        None unless each has an answer there, and together they have more than `whole`.
        """
        if not before:
            return None
        sentences = asked_in_turn(question, read)
        apart = asked_apart(reading, segments_read(reading, read), read, surely=False)
        only_names = all(item.kind in (*EMPTY, "name") for item in reading.items)
        for parts in (apart, of_each(reading), with_fragment(reading), sentences):
            if not 1 < len(parts) <= MOST_PARTS:
                continue
            told = together(self._in_turn([read(part) for part in parts], before))
            if told is None or told.rest is not None:
                continue
            if only_names or not whole.answered or set(whole.facts) < set(told.facts):
                return told
        return None

    def _in_turn(self, parts: Sequence[Reading], before: Sequence[str]) -> list[Decision]:
        """Decide on each of `parts` after the facts `before`, or what a part before it told."""
        decisions: list[Decision] = []
        for reading in parts:
            alone = self.decider.decide(reading)
            decisions.append(self.follow_ups.decide(reading, alone, before) or alone)
            before = alone.facts if alone.answered else before
        return decisions

    def _of_parts(
        self, parts: Sequence[str], read: Read, *, wholly: bool = False
    ) -> Decision | None:
        """Return what `parts` come to together; `wholly`: only if none of them has a no."""
        if not 1 <= len(parts) <= MOST_PARTS:
            return None
        decisions: list[Decision] = []
        readings = completed([read(part) for part in parts], read)
        counting = (each for each in readings if COUNTING in each.symbols)
        side = next(filter(None, map(acting_side, counting)), None)
        before: Reading | None = None
        main: Decision | None = None
        for reading in readings:
            if before is not None and _divides(before) and _counts_on(reading):
                # "How many of the 900 were these, and how many those?" is one question.
                return None
            decision = self._part(reading, before, side, main, read)
            is_last = len(decisions) == len(parts) - 1
            if not _is_told_or_offered(decision) and (
                wholly or not (is_last or _says_what(reading))
            ):
                # "How many of these and how many of those were killed?" can't be told apart.
                return None
            decisions.append(decision)
            side = acting_side(reading) or side
            before = reading
            if main is None or has_substance(reading):
                # What "why?" and "when?" are asked of.
                main = decision
        return together(decisions)

    def _part(
        self,
        reading: Reading,
        before: Reading | None,
        side: str | None,
        main: Decision | None,
        read: Read,
    ) -> Decision:
        """Decide on a part of a question; what it leaves out, the parts before have said."""
        asked = in_place(reading, before) if before is not None else None
        # "How many did they lose, and what about the others?"
        said = read(asked) if asked is not None else reading
        decision = self.decider.decide(said)
        if decision.kind is Kind.NOT_NAMED:
            return self._named_part(said, decision, read) or decision
        if side is not None and COUNTING in said.symbols and not said.mentions:
            # "How much land did they take, and how many soldiers lost?"
            decision = self._of_side(said, decision, side, read, is_told=before is not None)
        if main is not None and not decision.answered:
            # "Who allowed it, and why?"
            told = [self.follow_ups.decide(each, decision, main.facts) for each in (said, reading)]
            followed = [each for each in told if each is not None]
            untold = followed[:1] if decision.kind is Kind.OFF_TOPIC else []
            return next((each for each in followed if each.answered), *(untold or [decision]))
        return decision

    def _of_side(
        self, reading: Reading, decision: Decision, side: str, read: Read, *, is_told: bool
    ) -> Decision:
        """Return `decision`, or what is said of `side` where it's open of whom it's asked.

        Where a part before told the side (`is_told`), it's asked of no other.
        """
        if decision.answered and not decision.of_several:
            return decision
        words = reading.text.rstrip("?")
        of_side = [
            self.decider.decide(read(said)) for said in (f"{side} {words}", f"{words} {side}")
        ]
        untold = of_side[0] if decision.of_several and is_told else decision
        return next((each for each in of_side if each.answered), untold)

    def _named_part(self, reading: Reading, whole: Decision, read: Read) -> Decision | None:
        """Ask of the places that are named, of several that are asked about."""
        part = named_part(reading)
        if part is None:
            return None
        told = self.decider.decide(read(part))
        if not told.answered:
            told = self._of_parts(of_each(read(part)), read, wholly=True) or told
        if not told.answered:
            return None
        return replace(
            told, verdict=None, names=whole.names, rest=Kind.NOT_NAMED, asks_several=True
        )


def _is_choice(reading: Reading) -> bool:
    """Whether it's asked of this or that."""
    return any(CHOOSING in item.concepts for item in reading.items)


def _divides(reading: Reading) -> bool:
    """Whether it's asked how many of a figure were of some kind."""
    counts = not {COUNTING, DIVIDING}.isdisjoint(reading.symbols)
    return counts and any(figure.large for figure in reading.figures)


def _counts_on(reading: Reading) -> bool:
    """Whether it's asked how many, and not of whom or what."""
    return COUNTING in reading.symbols and not reading.mentions and not reading.figures


def _is_told_or_offered(decision: Decision) -> bool:
    return decision.answered or decision.kind is Kind.CLARIFY


def _says_what(reading: Reading) -> bool:
    return any(item.kind in ("act", "thing", "quality") for item in reading.items)
