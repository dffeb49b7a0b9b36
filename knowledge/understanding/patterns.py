"""Words and phrases to be found in a text; a word may be a stem, written with a final `*`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from knowledge.understanding.text import Token, tokens_of

Value = TypeVar("Value")
SHORTEST_STEM = 3
"""Stems are filed under their first three letters, shorter ones under all that they have."""


def as_it_is(word: str) -> str:
    """Return `word`: the spelling of languages typed in their own letters."""
    return word


def split_entry(
    entry: str, spelled: Callable[[str], str] = as_it_is
) -> tuple[tuple[str, bool], ...]:
    """Return the words of `entry`, each as `spelled`, with whether it's a stem."""
    words: list[tuple[str, bool]] = []
    for part in entry.split():
        stem = part.endswith("*")
        tokens = tokens_of(part.rstrip("*"))
        for position, token in enumerate(tokens):
            words.append((spelled(token.folded), stem and position == len(tokens) - 1))
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

    def add(self, words: Words, value: Value) -> None:
        """File `words`, which stand for `value`."""
        first, stem = words[0]
        table, key = (self._stems, first[:SHORTEST_STEM]) if stem else (self._exact, first)
        table.setdefault(key, []).append((self._filed, words, value))
        self._filed += 1

    def at(self, tokens: Sequence[Token], position: int) -> tuple[int, Value] | None:
        """Return what stands at `position`: the number of words, and the value.

        The longest pattern wins; of several of one length the one that was filed first.
        """
        best: tuple[int, int, Value] | None = None
        folded = tokens[position].folded
        for filed in (self._exact.get(folded, ()), self._stems.get(folded[:SHORTEST_STEM], ())):
            for place, words, value in filed:
                if best is not None and (len(words), -place) <= best[:2]:
                    continue
                if stands_at(words, tokens, position):
                    best = len(words), -place, value
        return (best[0], best[2]) if best is not None else None
