"""Finds the very words of a message that a claim was taken from."""

from __future__ import annotations

import re
from collections.abc import Collection

from knowledge.understanding.text import clean

_APART = r"[\W_]*+"
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
    joint = "|".join(re.escape(word) for word in joints if word)
    between = rf"{_APART}(?:(?i:{joint})(?![^\W_]){_APART})*" if joint else _APART
    words = between.join(map(re.escape, claim.split()))
    found = re.search(rf"(?<![^\W_]){words}(?![^\W_])", seen) if words else None
    if found is None:
        return claim
    span = _closed(text, places[found.start()], places[found.end() - 1] + 1)
    return claim if _CALLING.search(span) else span


def _seen(text: str) -> tuple[str, list[int]]:
    """Return `text` letter by letter as it's read, and of each letter where it stands."""
    letters: list[str] = []
    places: list[int] = []
    for at, letter in enumerate(text):
        seen = letter if letter.isascii() else clean(letter)
        letters.append(seen)
        places += [at] * len(seen)
    return "".join(letters), places


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
