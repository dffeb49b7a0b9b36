"""Finds what a question names and no article does, of all that a question may name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

from rapidfuzz import fuzz, process

from knowledge.understanding.claims import HOLDING, SPEAKING, is_of_a_place
from knowledge.understanding.names import HELD_BY_SIDES, Mention, NameEntry
from knowledge.understanding.parts import JOINT
from knowledge.understanding.reading import Item, Reading
from knowledge.understanding.text import fold

CLOSE_CAPITAL = 65.0
"""Least `fuzz.ratio` of a capital's name in one of its cases."""
SHORTEST_NAME = 4
"""Letters; a shorter word that nobody knows is as likely a slip."""


class Unnamed:
    """Knows the places that people ask about and that no article names."""

    def __init__(self, names: Iterable[NameEntry], usual: Mapping[str, Mapping[str, str]]) -> None:
        """`usual` has, by name id, how each language writes it."""
        self._places = {
            fold(spelling): entry.id
            for entry in names
            if entry.kind == "place" and not entry.named
            for spelling in usual.get(entry.id, {}).values()
        }

    def listed(self, reading: Reading, *, elsewhere: bool) -> tuple[str, ...]:
        """Return the ids of the names in `reading` that no article has.

        `elsewhere`: the question is on another subject, where the name of a weapon or of an
        organisation tells nothing.
        """
        found = [
            mention.id
            for mention in reading.mentions
            if not mention.named and (not elsewhere or mention.kind in ("place", "person"))
        ]
        capital = self._among_places(reading)
        return tuple(dict.fromkeys(found if capital is None else (capital, *found)))

    def capital(self, reading: Reading) -> str | None:
        """Return the id of the capital by whose name a side goes in `reading`."""
        parties = [mention for mention in reading.mentions if mention.as_party]
        return self._place_of(reading, parties[-1]) if parties else None

    def _among_places(self, reading: Reading) -> str | None:
        """A capital that stands in a list with a place is meant as a place, not as its side."""
        mentions = iter(reading.mentions)
        named = [next(mentions) if item.kind == "name" else None for item in reading.items]
        for first, second in _listed(reading):
            following = reading.items[second + 1 : second + 2]
            if any(not SPEAKING.isdisjoint(item.symbols) for item in following):
                continue
            pair = [one for one in (named[first], named[second]) if one is not None]
            if any(one.kind in HELD_BY_SIDES for one in pair):
                for one in pair:
                    if one.as_party:
                        return self._place_of(reading, one)
        return None

    def _place_of(self, reading: Reading, party: Mention) -> str | None:
        match = process.extractOne(
            reading.words_of(party),
            list(self._places),
            scorer=fuzz.ratio,
            score_cutoff=CLOSE_CAPITAL,
        )
        return None if match is None else self._places[match[0]]


def _listed(reading: Reading) -> Iterator[tuple[int, int]]:
    """Yield where the items of `reading` are that a comma or an "and" joins, two by two."""
    for at, (one, other) in enumerate(pairwise(reading.items)):
        if JOINT in other.concepts and at + 2 < len(reading.items):
            yield at, at + 2
        elif one.kind == other.kind == "name" and f"{one.typed}," in reading.text:
            yield at, at + 1


def unheard_of(reading: Reading) -> str | None:
    """Return what stands where a place does in a question of who holds one, as typed.

    It's written as a name, nothing is known of it, and all other words are those of the question.
    """
    if HOLDING.isdisjoint(reading.symbols):
        return None
    if any(mention.kind in HELD_BY_SIDES for mention in reading.mentions):
        return None
    items = reading.items
    strange = [at for at, item in enumerate(items) if _may_be_strange(item)]
    if not strange or strange != list(range(strange[0], strange[-1] + 1)):
        return None
    first, last = strange[0], strange[-1]
    others = (*items[:first], *items[last + 1 :])
    if first == 0 or not all(is_of_a_place(item, denies=True) for item in others):
        return None
    if not _is_a_word(items[first]) or not _is_written_as_name(items[first], others):
        return None
    typed = re.search(r"\W+".join(re.escape(items[at].typed) for at in strange), reading.text)
    return typed.group() if typed is not None else None


def _may_be_strange(item: Item) -> bool:
    """Whether nothing is known of a word, or no more than that it begins like one in use."""
    return item.kind == "unknown" or (item.kind == "known" and item.typed[:1].isupper())


def _is_a_word(item: Item) -> bool:
    return len(item.typed) >= SHORTEST_NAME and item.typed.replace("-", "").isalpha()


def _is_written_as_name(item: Item, others: Iterable[Item]) -> bool:
    return item.typed[0].isupper() and any(other.typed.islower() for other in others)
