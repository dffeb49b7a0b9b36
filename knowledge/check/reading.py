"""Reads a statement or a quote: which names, figures and telling words stand in it, and where."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Generic, TypeVar

from knowledge.check.lexicon import Entry, Found, Index, Token, entry_of, lexicon_of, tokens_of
from knowledge.source import NameSource

ACTING = frozenset({"country", "person", "organisation", "people"})
"""Kinds of names that do things; places have things done to them."""
PROVEN = ("numbers", "measures", "times", "outcomes", "conditions", "legality")
"""Groups of words that a statement may only take from its quote."""


T = TypeVar("T")
LONGEST_FIGURE = 30
"""Digits; what is longer counts nothing, and Python refuses to reckon with thousands of them."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A text's tokens, and what is found in them; nothing overlaps."""

    language: str
    tokens: tuple[Token, ...]
    found: tuple[Found, ...]
    names: tuple[Found, ...]
    """Found by name: `group` is its kind and `key` its id."""

    def keys(self, *groups: str) -> tuple[str, ...]:
        """Return the keys found of `groups`, in the text's order."""
        return tuple(found.key for found in self.found if found.group in groups)

    def of(self, *groups: str) -> tuple[Found, ...]:
        """Return what is found of `groups`, in the text's order."""
        return tuple(found for found in self.found if found.group in groups)

    @property
    def name_ids(self) -> Counter[str]:
        """How often each name stands in it."""
        return Counter(found.key for found in self.names)

    def words(self, found: Found) -> str:
        """Return the words of `found` as they're typed."""
        return " ".join(token.typed for token in self.tokens[found.start : found.end])

    def free(self) -> tuple[int, ...]:
        """Return the positions of the tokens that are neither name nor found."""
        taken = {i for f in (*self.found, *self.names) for i in range(f.start, f.end)}
        return tuple(i for i in range(len(self.tokens)) if i not in taken)


@dataclass(frozen=True, slots=True)
class NameBook:
    """Every way to write every name, the article's own and the gazetteer's."""

    index: Index
    own: frozenset[str]
    """Ids of the names that the article's names.toml has."""

    @classmethod
    def of(cls, own: tuple[NameSource, ...], others: tuple[NameSource, ...]) -> NameBook:
        """Build the book; where two names share a spelling, the article's own wins."""
        return _book(_Itself(own), _Itself(others))


class _Itself(Generic[T]):
    """A value as a key of a cache, by identity: names hold mappings, which have no hash."""

    def __init__(self, value: T) -> None:
        self.value = value

    def __hash__(self) -> int:
        return id(self.value)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Itself) and other.value is self.value


@lru_cache(maxsize=8)
def _book(
    own: _Itself[tuple[NameSource, ...]], others: _Itself[tuple[NameSource, ...]]
) -> NameBook:
    names = (*own.value, *others.value)
    index = Index.of(entry for name in names for entry in _entries(name))
    return NameBook(index, frozenset(name.id for name in own.value))


def _entries(name: NameSource) -> Iterator[Entry]:
    for form in (*name.in_article, *name.usual.values(), *name.aliases, *name.words):
        entry = entry_of(form, name.kind, name.id)
        if entry is not None:
            yield entry
    for capital in name.aliases_exact_upper:
        entry = entry_of(capital, name.kind, name.id)
        if entry is not None:
            yield Entry(entry.words, name.kind, name.id, typed=capital)


def read(text: str, language: str, book: NameBook) -> Reading:
    """Read `text` of `language`: names first, then the words of words.toml, then figures."""
    return _read(text, language, _Itself(book.index))


@lru_cache(maxsize=20_000)
def _read(text: str, language: str, index: _Itself[Index]) -> Reading:
    tokens = tokens_of(text)
    lexicon = lexicon_of(language)
    names: list[Found] = []
    found: list[Found] = []
    position = 0
    while position < len(tokens):
        entry = index.value.at(tokens, position)
        word = lexicon.index.at(tokens, position)
        if entry is not None and (word is None or len(word.words) <= len(entry.words)):
            end = position + len(entry.words)
            names.append(Found(entry.group, entry.key, position, end))
        elif tokens[position].is_figure:
            figure, end = _figure(tokens, position, lexicon.index)
            found.append(Found("numbers", figure, position, end))
        elif word is not None:
            end = position + len(word.words)
            found.append(Found(word.group, word.key, position, end))
        else:
            end = position + 1
        position = end
    return Reading(language, tokens, tuple(found), tuple(names))


def _figure(tokens: Sequence[Token], position: int, index: Index) -> tuple[str, int]:
    """A figure may be followed by a multiplier: 12 thousand."""
    figure = tokens[position].folded
    if position + 1 < len(tokens):
        entry = index.at(tokens, position + 1)
        follows = tokens[position + 1].folded
        factor = int(entry.key) if entry is not None and entry.group == "multipliers" else None
        factor = factor or _MULTIPLIERS_IN_NUMBERS.get(entry.key if entry else follows)
        if factor is not None and figure.isdecimal() and len(figure) <= LONGEST_FIGURE:
            return str(int(figure) * factor), position + 2
    return figure, position + 1


_MULTIPLIERS_IN_NUMBERS = {"thousands": 1_000, "millions": 1_000_000}
"""In some languages the plural that follows a figure is the one that stands alone."""


def nearest(start: int, end: int, among: Iterable[Found]) -> str | None:
    """Return the key of the one `among` that stands nearest to tokens `start` to `end`.

    Of two equally near, the one that follows.
    """
    best: tuple[int, str] | None = None
    for found in among:
        distance = 2 * (found.start - end) if found.start >= end else 2 * (start - found.end) + 1
        if best is None or distance < best[0]:
            best = distance, found.key
    return best[1] if best else None
