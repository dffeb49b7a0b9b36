"""Finds what a question names and no article does, of all that a question may name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from rapidfuzz import fuzz, process

from knowledge.understanding.claims import HOLDING, SPEAKING, is_of_a_place
from knowledge.understanding.names import HELD_BY_SIDES, Mention, NameEntry
from knowledge.understanding.parts import DETERMINING, JOINT
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
        capital = self._among_places(reading) if not found else None
        return (capital,) if capital is not None else tuple(dict.fromkeys(found))

    def capital(self, reading: Reading) -> str | None:
        """Return the id of the capital by whose name a side goes in `reading`."""
        parties = [mention for mention in reading.mentions if mention.as_party]
        return self._place_of(reading, parties[-1]) if parties else None

    def _among_places(self, reading: Reading) -> str | None:
        """A capital that an "and" joins to a place is meant as a place, not as its side."""
        mentions = iter(reading.mentions)
        named = [next(mentions) if item.kind == "name" else None for item in reading.items]
        for index, item in enumerate(reading.items):
            if JOINT not in item.concepts or not 0 < index < len(named) - 1:
                continue
            pair = (named[index - 1], named[index + 1])
            acting = index + 2 < len(named) and not SPEAKING.isdisjoint(
                reading.items[index + 2].symbols
            )
            if not acting and any(one is not None and one.kind in HELD_BY_SIDES for one in pair):
                for one in pair:
                    if one is not None and one.as_party:
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


def unheard_of(reading: Reading) -> str | None:
    """Return the word that stands where a place does in a question of who holds one, as typed.

    It's written as a name, nothing is known of it, and all other words are those of the question.
    """
    unknown = [(at, item) for at, item in enumerate(reading.items) if item.kind == "unknown"]
    if len(unknown) != 1 or HOLDING.isdisjoint(reading.symbols):
        return None
    if any(mention.kind in HELD_BY_SIDES for mention in reading.mentions):
        return None
    at, stranger = unknown[0]
    others = [item for item in reading.items if item is not stranger]
    if not _is_written_as_name(stranger, others):
        return None
    if at == 0 or DETERMINING in reading.items[at - 1].concepts:
        return None
    return stranger.typed if all(is_of_a_place(item, denies=True) for item in others) else None


def _is_written_as_name(word: Item, others: Iterable[Item]) -> bool:
    typed = word.typed
    if len(typed) < SHORTEST_NAME or not typed.replace("-", "").isalpha():
        return False
    return typed[0].isupper() and any(item.typed.islower() for item in others)
