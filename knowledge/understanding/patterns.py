"""Words and phrases to be found in a text; a word may be a stem, written with a final `*`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Generic, TypeVar

from knowledge.understanding.text import Token, fold, tokens_of

Value = TypeVar("Value")
LONGEST_ENDING = 5
"""Letters that a stem takes and is still that one word."""
SHORTEST_STEM = 3
"""Stems are filed under their first three letters, shorter ones under all that they have."""
WORDS_KEPT = 2000
"""So many words are nearly all of what people type."""


def as_it_is(word: str) -> str:
    """Return `word`: the spelling of languages typed in their own letters."""
    return word


def split_entry(
    entry: str, spelled: Callable[[str], str] = as_it_is
) -> tuple[tuple[str, bool], ...]:
    """Return the words of `entry`, each as `spelled`, with whether it's a stem."""
    words: list[tuple[str, bool]] = []
    for part in entry.split():
        bare = part.rstrip("*")
        # Most of tens of thousands of entries are one word, which needs no taking apart.
        found = [fold(bare)] if bare.isalpha() else [token.folded for token in tokens_of(bare)]
        for position, word in enumerate(found, 1):
            words.append((spelled(word), part.endswith("*") and position == len(found)))
    return tuple(words)


def stands_at(words: Sequence[tuple[str, bool]], tokens: Sequence[Token], position: int) -> bool:
    """Whether `words` are the tokens from `position` on."""
    if position + len(words) > len(tokens):
        return False
    for offset, (word, stem) in enumerate(words, position):
        folded = tokens[offset].folded
        if folded != word and not (stem and folded.startswith(word)):
            return False
    return True


Words = tuple[tuple[str, bool], ...]


@dataclass(slots=True)
class PatternIndex(Generic[Value]):
    """Patterns and what they stand for, filed by how they begin."""

    _exact: dict[str, list[tuple[int, Words, Value]]] = field(default_factory=dict)
    _stems: dict[str, list[tuple[int, Words, Value]]] = field(default_factory=dict)
    _filed: int = 0
    _kept: Callable[[str], dict[str, list[tuple[Words, Value]]]] = field(init=False, compare=False)

    def __post_init__(self) -> None:
        """Have what common words begin at hand."""
        self._kept = lru_cache(WORDS_KEPT)(self._begun_by)

    def add(self, words: Words, value: Value) -> None:
        """File `words`, which stand for `value`; all are filed before the first is looked for."""
        first, stem = words[0]
        table, key = (self._stems, first[:SHORTEST_STEM]) if stem else (self._exact, first)
        table.setdefault(key, []).append((self._filed, words, value))
        self._filed += 1

    def ending_of(self, word: str) -> int | None:
        """Return how many letters follow the longest one-word pattern that begins `word`.

        None where none does, or leaves more than an ending.
        """
        if any(len(words) == 1 for _, words, _ in self._exact.get(word, ())):
            return 0
        endings = [
            len(word) - len(words[0][0])
            for _, words, _ in self._stems.get(word[:SHORTEST_STEM], ())
            if len(words) == 1 and word.startswith(words[0][0])
        ]
        return min((one for one in endings if one <= LONGEST_ENDING), default=None)

    def at(self, tokens: Sequence[Token], position: int) -> tuple[int, Value] | None:
        """Return what stands at `position`: the number of words, and the value.

        The longest pattern wins; of several of one length the one that was filed first.
        """
        begun = self._kept(tokens[position].folded)
        if not begun:
            return None
        following = tokens[position + 1].folded[:1] if position + 1 < len(tokens) else ""
        for words, value in (*begun.get(following, ()), *begun.get("", ())):
            if stands_at(words, tokens, position):
                return len(words), value
        return None

    def _begun_by(self, word: str) -> dict[str, list[tuple[Words, Value]]]:
        """Return the patterns that `word` begins, by the first letter of their second word."""
        filed = (*self._exact.get(word, ()), *self._stems.get(word[:SHORTEST_STEM], ()))
        begun: dict[str, list[tuple[Words, Value]]] = {}
        for _, words, value in sorted(filed, key=lambda one: (-len(one[1]), one[0])):
            if stands_at(words[:1], (Token("", word, False),), 0):
                begun.setdefault(words[1][0][:1] if words[1:] else "", []).append((words, value))
        return begun
