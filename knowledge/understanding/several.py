"""Decides on what asks several things at once: part by part, and what they come to together."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from knowledge.answer import Kind
from knowledge.understanding.deciding import Decider
from knowledge.understanding.decision import Decision, together
from knowledge.understanding.follow_ups import FollowUps
from knowledge.understanding.parts import (
    MOST_PARTS,
    acting_side,
    joined_questions,
    listed_questions,
    named_part,
    of_each,
    questions_in,
    segments_of,
    sentences_of,
)
from knowledge.understanding.reading import Reading

Read = Callable[[str], Reading]
"""Reads a part of a question in the question's language."""

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
        if whole.kind is Kind.NOT_NAMED:
            return self._named_part(reading, whole, read)
        sentences = [] if whole.answered else [read(each) for each in sentences_of(question)]
        told = self._of_parts(questions_in(sentences), read)
        told = told or self._of_parts(_asked_apart(reading, read, surely=whole.answered), read)
        if told is not None or whole.answered:
            return told
        each = self._of_parts(of_each(reading), read)
        # What is asked of two together isn't asked of each: "did they call each other?"
        return each if each is not None and each.rest is None else None

    def _of_parts(self, parts: Sequence[str], read: Read) -> Decision | None:
        if not 1 <= len(parts) <= MOST_PARTS:
            return None
        decisions: list[Decision] = []
        side: str | None = None
        for part in parts:
            reading = read(part)
            decision = self._part(reading, side, decisions, read)
            if not decision.answered and part != parts[-1] and not _says_what(reading):
                # "How many of these and how many of those were killed?" can't be told apart.
                return None
            decisions.append(decision)
            side = acting_side(reading) or side
        return together(decisions)

    def _part(
        self, reading: Reading, side: str | None, before: Sequence[Decision], read: Read
    ) -> Decision:
        """Decide on a part of a question; what it leaves out, the parts before have said."""
        decision = self.decider.decide(reading)
        unnamed = COUNTING in reading.symbols and not reading.mentions
        if side is not None and unnamed and (not decision.answered or decision.of_several):
            # "How much land did they take, and how many soldiers lost?"
            of_side = self.decider.decide(read(f"{side} {reading.text}"))
            decision = of_side if of_side.answered else decision
        if before and not decision.answered:
            # "Who allowed it, and why?"
            return self.follow_ups.decide(reading, decision, before[-1].facts) or decision
        return decision

    def _named_part(self, reading: Reading, whole: Decision, read: Read) -> Decision | None:
        """Ask of the places that are named, of several that are asked about."""
        part = named_part(reading)
        told = self.decider.decide(read(part)) if part is not None else None
        if told is None or not told.answered:
            return None
        return replace(told, verdict=None, names=whole.names, rest=Kind.NOT_NAMED)


def _asked_apart(reading: Reading, read: Read, *, surely: bool) -> list[str]:
    """Return the questions that commas and an "and" part; nothing where there's a single one."""
    segments = [read(segment) for segment in segments_of(reading.text)]
    listed = listed_questions(segments, surely=surely)
    readings = [read(question) for question in listed] or [reading]
    parts = [part for one in readings for part in joined_questions(one) or [one.text]]
    return parts if len(parts) > 1 else []


def _says_what(reading: Reading) -> bool:
    return any(item.kind in ("act", "thing", "quality") for item in reading.items)
