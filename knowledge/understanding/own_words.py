"""Finds the very words of a message that a claim was taken from."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import lru_cache

from knowledge.understanding.text import clean, fold

_WORD = re.compile(r"[^\W_]+")
_CALLING = re.compile(
    r"[@#\u202a-\u202e\u2066-\u2069]|[\x00-\x1f]|(?<!\w)/\w|\$[^\W\d]|://"
    r"|[^\W_]\.[^\W\d_]{2}|(?:\d{1,3}\.){3}\d"
)
"""What would call somebody, open something or turn the letters after it round, in a reply."""
_PAIRS = ('""', "«»", "»«", "“”", "„“", "()", "[]")
"""Marks that open, and those that close: one alone is no part of a claim."""


def own_words(claim: str, text: str, joints: Collection[str]) -> str:
    """Return the span of `text` that says `claim`, to the character.

    `claim` has the words alone, without marks and maybe without words of `joints` between them.
    It's given back itself where it was put together from two places, and where the span would call
    somebody or open something.
    """
    seen, places = _seen(text)
    span = _span(claim, seen, frozenset()) or _span(claim, seen, frozenset(map(fold, joints)))
    if span is None:
        return claim
    start, end = span
    found = _closed(text, places[start], places[end - 1] + 1)
    return claim if _CALLING.search(found) else found


def _span(claim: str, text: str, joints: frozenset[str]) -> tuple[int, int] | None:
    """Return where `text` has the letters of `claim`, in whole words, both without `joints`."""
    words = [word for word in _WORD.finditer(text) if fold(word.group()) not in joints]
    said = "".join(word for word in _WORD.findall(claim) if fold(word) not in joints)
    letters = "".join(word.group() for word in words)
    starts: dict[int, int] = {}
    ends: dict[int, int] = {}
    at = 0
    for word in words:
        starts[at] = word.start()
        at += len(word.group())
        ends[at] = word.end()
    at = letters.find(said) if said else -1
    while at >= 0:
        if at in starts and at + len(said) in ends:
            return starts[at], ends[at + len(said)]
        at = letters.find(said, at + 1)
    return None


@lru_cache(maxsize=1)
def _seen(text: str) -> tuple[str, list[int]]:
    """Return `text` letter by letter as it's read, and of each letter where it stands."""
    letters: list[str] = []
    places: list[int] = []
    for at, letter in enumerate(text):
        seen = letter if letter.isascii() else _as_seen(letter)
        letters.append(seen)
        places += [at] * len(seen)
    return "".join(letters), places


@lru_cache(maxsize=4096)
def _as_seen(letter: str) -> str:
    return clean(letter)


def _closed(text: str, start: int, end: int) -> str:
    """Return that span, with a mark beside it whose other one is in it, or on its other side."""
    before, span, after = text[max(start - 1, 0) : start], text[start:end], text[end : end + 1]
    if before + after in _PAIRS:
        return before + span + after
    for pair in _PAIRS:
        opening, closing = pair[0], pair[1]
        opened, closed = span.count(opening), span.count(closing)
        if before == opening and (opened % 2 if opening == closing else closed > opened):
            return before + span
        if after == closing and (closed % 2 if opening == closing else opened > closed):
            return span + after
    return span
