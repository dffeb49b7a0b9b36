"""Finds places, people and organisations in a text, however they're spelled."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from anyascii import anyascii

from knowledge.understanding.patterns import PatternIndex, as_it_is, split_entry
from knowledge.understanding.spellings import Spellings
from knowledge.understanding.text import Token

CLOSE_ENOUGH = 80.0
CLOSE_ENOUGH_UNNAMED = 90.0
"""Least `fuzz.ratio` of a misspelt name; 75 let "bowden" pass for a name (measured on 38 words).
The many names that no article has look like too many everyday words for that."""
SHORTEST_MISSPELT, LONGEST_MISSPELT = 5, 25
PLACES = ("place", "region", "municipality", "country")
HELD_BY_SIDES = ("place", "region")
"""Kinds of names that one asks of who holds them; a country is a side, or holds."""


@dataclass(frozen=True, slots=True)
class NameEntry:
    """A name that people may use, named by an article or not."""

    id: str
    kind: str
    named: bool
    """An article names it."""
    aliases: tuple[str, ...]
    parties: tuple[str, ...] = ()
    """Words that mean a country as an actor, such as its capital."""
    capitals: tuple[str, ...] = ()
    """Aliases that count only in capital letters."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A name found in a text: tokens `start` to `end` (exclusive)."""

    id: str
    kind: str
    named: bool
    start: int
    end: int
    as_party: bool = False


def _can_be_misspelt(words: tuple[tuple[str, bool], ...]) -> bool:
    letters = sum(len(word) for word, _ in words)
    return letters >= SHORTEST_MISSPELT and len(words) <= 2 and len(words[0][0]) > 2


@lru_cache(maxsize=20_000)
def in_latin(word: str) -> str:
    """Return `word` in plain Latin letters, for comparing across scripts."""
    return anyascii(word).lower().replace("'", "")


@dataclass(slots=True)
class NameIndex:
    """Every alias of every name, ready for look-up."""

    entries: dict[str, NameEntry] = field(default_factory=dict)
    _aliases: PatternIndex[tuple[NameEntry, bool]] = field(default_factory=PatternIndex)
    """Each with whether it means the name as a party."""
    _capitals: dict[str, NameEntry] = field(default_factory=dict)
    _spelled: dict[str, NameEntry] = field(default_factory=dict)
    _spellings: Spellings = field(default_factory=lambda: Spellings(()))

    @classmethod
    def of(
        cls, entries: Iterable[NameEntry], spelled: Callable[[str], str] = as_it_is
    ) -> NameIndex:
        """Build the index of aliases, each as `spelled`.

        Where two names share an alias, the one that an article names wins.
        """
        index = cls()
        for entry in sorted(entries, key=lambda e: (not e.named, e.id)):
            index.entries.setdefault(entry.id, entry)
            for as_party, aliases in ((False, entry.aliases), (True, entry.parties)):
                for alias in aliases:
                    words = split_entry(alias, spelled)
                    if not words:
                        continue
                    index._aliases.add(words, (entry, as_party))
                    if not as_party and _can_be_misspelt(words):
                        spelling = in_latin("".join(word for word, _ in words))
                        index._spelled.setdefault(spelling, entry)
            for capital in entry.capitals:
                index._capitals[capital] = entry
        index._spellings = Spellings(index._spelled)
        return index

    def ending_of(self, folded: str) -> int | None:
        """Return how many letters follow a name of one word, None where it's none."""
        return self._aliases.ending_of(folded)

    def mention_at(self, tokens: Sequence[Token], position: int) -> Mention | None:
        """Return the name whose alias begins at `position`, the longest alias first."""
        capital = self._capitals.get(tokens[position].typed)
        if capital is not None:
            return Mention(capital.id, capital.kind, capital.named, position, position + 1)
        found = self._aliases.at(tokens, position)
        if found is None:
            return None
        length, (entry, as_party) = found
        return Mention(entry.id, entry.kind, entry.named, position, position + length, as_party)

    def likeness_at(
        self, tokens: Sequence[Token], position: int, surer: float = 0.0
    ) -> Mention | None:
        """Return the name that the word (or it and the next) at `position` misspells.

        `surer` is how much closer than usual it must be.
        """
        best: tuple[float, Mention] | None = None
        for length in (2, 1):
            if position + length > len(tokens):
                continue
            if length == 2 and tokens[position].sentence_end:
                continue
            word = in_latin("".join(t.folded for t in tokens[position : position + length]))
            if not SHORTEST_MISSPELT <= len(word) <= LONGEST_MISSPELT or not word.isalpha():
                continue
            match = self._spellings.likest(word, CLOSE_ENOUGH + surer)
            if match is None:
                continue
            entry = self._spelled[match[0]]
            if not entry.named and match[1] < CLOSE_ENOUGH_UNNAMED:
                continue
            if best is None or match[1] > best[0]:
                best = (
                    match[1],
                    Mention(
                        entry.id,
                        entry.kind,
                        entry.named,
                        position,
                        position + length,
                    ),
                )
        return best[1] if best else None
