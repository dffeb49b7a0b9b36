"""Words and phrases to be found in a text; a word may be a stem, written with a final `*`."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
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


@dataclass(slots=True)
class PatternIndex(Generic[Value]):
    """Patterns and what they stand for, filed by how they begin."""

    _exact: dict[str, list[tuple[tuple[tuple[str, bool], ...], Value]]] = field(
        default_factory=dict
    )
    _stems: dict[str, list[tuple[tuple[tuple[str, bool], ...], Value]]] = field(
        default_factory=dict
    )

    def add(self, words: tuple[tuple[str, bool], ...], value: Value) -> None:
        """File `words`, which stand for `value`."""
        first, stem = words[0]
        if stem:
            self._stems.setdefault(first[:SHORTEST_STEM], []).append((words, value))
        else:
            self._exact.setdefault(first, []).append((words, value))

    def settle(self) -> None:
        """Put the longest patterns first; those of one length stay in the order of filing."""
        for table in (self._exact, self._stems):
            for filed in table.values():
                filed.sort(key=lambda entry: (-len(entry[0]), -len(entry[0][0][0])))

    def at(self, tokens: Sequence[Token], position: int) -> Iterator[tuple[int, Value]]:
        """Yield what stands at `position`: the number of words and the value, the longest first."""
        folded = tokens[position].folded
        exact = self._exact.get(folded, ())
        stems = self._stems.get(folded[:SHORTEST_STEM], ())
        found = [
            (len(words), value)
            for filed in (exact, stems)
            for words, value in filed
            if stands_at(words, tokens, position)
        ]
        if len(found) > 1:
            found.sort(key=lambda entry: -entry[0])
        yield from found
