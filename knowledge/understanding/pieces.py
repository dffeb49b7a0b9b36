"""Pieces of a sentence, between its commas and joints: names of a list, or claims."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from knowledge.understanding.names import HELD_BY_SIDES, Mention
from knowledge.understanding.reading import Item

SIDES = ("country", "people", "person", "organisation")
"""Kinds of names that act: who is told of in one clause is meant in the next."""
RELATIVE = frozenset(("who", "whose", "what", "which", "when", "where", "why", "how"))
SAYING = "say"


@dataclass(frozen=True, slots=True)
class Piece:
    """What stands between two joints of a sentence."""

    items: tuple[Item, ...]
    mentions: tuple[Mention, ...]
    """Of `items` of kind "name", in order."""
    contrasts: bool = False
    """A word of contrast stands before it."""
    listing: int = 0
    """How many of its first items lead in a list of what stands before it: "such as"."""

    @property
    def text(self) -> str:
        """The words as typed, without the marks between them."""
        return " ".join(item.typed for item in self.items)

    @property
    def is_bare(self) -> bool:
        """Whether it's the name of a place and nothing else, as in a list."""
        named = [item.kind for item in self.items] == ["name"]
        return named and self.mentions[0].kind in HELD_BY_SIDES

    @property
    def is_claim(self) -> bool:
        """Whether it says something by itself: an act, a figure of something, a place's side.

        "Who did …" after a comma tells of what stands before it, and "says …" who claims it.
        """
        kinds = [item.kind for item in self.items]
        first = next((item for item in self.items if item.kind != "neutral"), None)
        if first is None or (first.kind == "ask" and RELATIVE & set(first.symbols)):
            return False
        return self.acts or kinds.count("name") + kinds.count("figure") > 1

    @property
    def acts(self) -> bool:
        """Whether something is done in it, other than saying something."""
        return any(item.kind == "act" and SAYING not in item.symbols for item in self.items)

    @property
    def side(self) -> str:
        """Who acts, as typed; empty where nobody is named."""
        for item, mention in self._named():
            if mention.kind in SIDES or mention.as_party:
                return item.typed
        return ""

    @property
    def begins_with_name(self) -> bool:
        """Whether a name comes before all else that means something."""
        first = next((i for i in self.items if i.kind in ("name", "act", "figure")), None)
        return first is not None and first.kind == "name"

    def place(self, last: bool) -> int | None:
        """Return which item is its first or last place; None where it names none."""
        found = [
            number
            for number, (item, mention) in enumerate(self._with_mentions())
            if mention is not None and mention.kind in HELD_BY_SIDES and not mention.as_party
        ]
        return found[-1 if last else 0] if found else None

    def with_place(self, number: int, other: Piece) -> str:
        """Return the words with the item at `number` in place of which `other` stands."""
        typed = [item.typed for item in self.items]
        typed[number] = other.text
        return " ".join(typed)

    def _named(self) -> Iterator[tuple[Item, Mention]]:
        for item, mention in self._with_mentions():
            if mention is not None:
                yield item, mention

    def _with_mentions(self) -> Iterator[tuple[Item, Mention | None]]:
        mentions = iter(self.mentions)
        for item in self.items:
            yield item, next(mentions) if item.kind == "name" else None


def joined(one: Piece, other: Piece) -> Piece:
    """Return both as one, in that order."""
    return Piece((*one.items, *other.items), (*one.mentions, *other.mentions), one.contrasts)
