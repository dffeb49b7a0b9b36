"""What one reading of a question comes to, and what several parts of one do together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from knowledge.answer import Kind, Verdict

MOST_OPTIONS = 4
"""A question of more meanings than these is answered otherwise."""


@dataclass(frozen=True, slots=True)
class Decision:
    """What one reading of a question comes to."""

    kind: Kind
    facts: tuple[str, ...] = ()
    verdict: Verdict | None = None
    near: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    """Ids of names that no article has."""
    rest: Kind | None = None
    """What the rest of a question gets of which a part is answered: not named, or not said."""
    unheard: str | None = None
    """A word, as typed, that stands where a place does, and that nothing is known of."""
    small_talk: str | None = None
    own_word: bool = False
    """Asked who says so, where the article itself does."""
    of_article: bool = False
    """What isn't said is asked of the article itself."""
    asks_several: bool = False
    """The question asks several things, of which some may be unsaid."""
    means_several: bool = False
    """The question names none of its facts: each of them may be meant."""
    notes: tuple[str, ...] = ()

    @property
    def answered(self) -> bool:
        """Whether it cites a fact as the answer."""
        return self.kind is Kind.ANSWERED

    @property
    def of_several(self) -> bool:
        """Whether the question may mean several facts, which it gets told or offered."""
        return self.kind is Kind.CLARIFY or self.means_several


def together(parts: Sequence[Decision]) -> Decision | None:
    """Return what the `parts` of a question come to: the facts of all, and what the rest gets.

    Where a part may mean several facts, one asks which. None unless a part is answered or has
    such a choice, and each of the others is answered or has a no.
    """
    told = [part for part in parts if part.answered]
    open_parts = [part for part in parts if part.kind is Kind.CLARIFY]
    untold = [part for part in parts if part.kind in (Kind.NOT_SAID, Kind.NOT_NAMED)]
    unnamed = dict.fromkeys(name for part in parts for name in part.names)
    rests = {part.kind for part in untold} | {part.rest for part in told}
    if len(told) + len(open_parts) + len(untold) < len(parts):
        return None
    notes = tuple(note for part in parts for note in ("part:", *part.notes))
    if open_parts and len(parts) > 1 and not untold:
        return Decision(Kind.CLARIFY, near=_in_turns(parts)[:MOST_OPTIONS], notes=notes)
    if open_parts or not told:
        return None
    return replace(
        told[0],
        facts=_in_turns(told),
        verdict=told[0].verdict if len(parts) == 1 else None,
        own_word=all(part.own_word for part in told),
        asks_several=len(parts) > 1,
        rest=next((kind for kind in (Kind.NOT_SAID, Kind.NOT_NAMED) if kind in rests), None),
        names=tuple(unnamed),
        notes=notes,
    )


def _in_turns(parts: Sequence[Decision]) -> tuple[str, ...]:
    """Return the facts of all `parts`, the first of each, then the second …

    What is too much for one answer is left out at the end, and of no part all.
    """
    rounds = zip_longest(*(part.facts or part.near for part in parts))
    return tuple(dict.fromkeys(fact for each in rounds for fact in each if fact is not None))
