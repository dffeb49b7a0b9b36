"""Reads figures in any dress: 12k, 12 000, 12.000, "twelve thousand"."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from knowledge.understanding.text import Token

# No group of thousands begins with a nought: "0.125 million" is a fraction.
_GROUPED = re.compile(r"[1-9]\d{0,2}(?:[ .,'\u00a0\u202f]\d{3})+")
FIRST_YEAR, LAST_YEAR = 1900, 2100
SHORTEST_NUMBER = 2
"""Letters of a number word that others are written together with: Swedish has "en", "ett"."""
LONGEST_NUMBER = 60
"""Letters of all of them together: German writes six figures in a word."""
LONGEST_SHORTENED = 3
"""Letters of a word that is short for thousands or millions."""
HUNDRED, THOUSAND = 100, 1000
"""Words of the one, and from the other on, multiply the number before them."""
DECIMALS = 6
"""Further ones come of reckoning: 8.2 times a million is a little less than 8,200,000."""
LEAST_LARGE = 1000
"""Hardly two facts have the same figure from here on."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A number in a text, and the tokens (start, end exclusive) that write it."""

    value: float
    start: int
    end: int
    year: bool
    """Four digits without a separator that can be a year."""

    @property
    def large(self) -> bool:
        """Whether hardly anything else has it; a year, many things have."""
        return self.value >= LEAST_LARGE and not self.year

    @property
    def symbol(self) -> str:
        """What stands for a figure of this value, where questions and facts are compared."""
        return f"#{in_digits(self.value)}"


def in_digits(value: float) -> str:
    """Return `value` without separators, as exact as it is: 1234567, 0.5."""
    return f"{value:.15g}"


def _digits(typed: str) -> float | None:
    if _GROUPED.fullmatch(typed):
        return float(re.sub(r"\D", "", typed))
    if typed[:1].isdigit():
        try:
            return float(typed.replace(",", "."))
        except ValueError:
            return None
    return None


def _spelled(word: str, words: Mapping[str, int]) -> list[int]:
    """Return the values of the number words that `word` is made of, as in "twohundredthousand"."""
    if word in words:
        return [words[word]]
    if len(word) > LONGEST_NUMBER:
        return []
    for end in range(len(word) - SHORTEST_NUMBER, SHORTEST_NUMBER - 1, -1):
        if word[:end] in words and (rest := _spelled(word[end:], words)):
            return [words[word[:end]], *rest]
    return []


def figures_in(
    tokens: Sequence[Token], words: Mapping[str, int], joints: Collection[str] = ()
) -> list[Figure]:
    """Return the figures that `tokens` write.

    `words` maps a language's number words to values; `joints` may stand between two of them.
    """
    figures: list[Figure] = []
    at = 0
    while at < len(tokens):
        figure = _number_at(tokens, at, words, joints)
        if figure is not None:
            figures.append(figure)
        at = figure.end if figure is not None else at + 1
    return figures


def _number_at(
    tokens: Sequence[Token], start: int, words: Mapping[str, int], joints: Collection[str]
) -> Figure | None:
    """Return the number that begins at `start`, up to the last word that goes on with it."""
    first = tokens[start]
    digits = _digits(first.typed)
    values = [] if digits is not None else _spelled(first.folded, words)
    if digits is None and not _begins_number(first, values):
        return None
    total, part = _with(values, 0.0, digits or 0.0)
    end = start + 1
    while end < len(tokens) and not tokens[end - 1].sentence_end:
        joined = digits is None and _joins(tokens, end, values[-1], words, joints)
        at = end + 1 if joined else end
        following = _spelled(tokens[at].folded, words)
        if not following or (digits is not None and not _multiplies(following[0])):
            break
        values, end = following, at + 1
        total, part = _with(values, total, part)
    value = round(total + part, DECIMALS)
    if digits is None and value == 1:
        return None
    return Figure(value, start, end, end == start + 1 and _is_year(first.typed))


def _begins_number(token: Token, values: Sequence[int]) -> bool:
    """Whether a word of these `values` is one by itself: "k" and "mln" only follow a number."""
    return bool(values) and (values[0] < THOUSAND or len(token.folded) > LONGEST_SHORTENED)


def _multiplies(value: int) -> bool:
    return value == HUNDRED or value >= THOUSAND


def _with(values: Iterable[int], total: float, part: float) -> tuple[float, float]:
    """Add `values` to a number: its whole thousands, and what a further "thousand" multiplies."""
    for value in values:
        if value >= THOUSAND:
            total, part = total + (part or 1) * value, 0.0
        elif value == HUNDRED and part:
            part *= value
        else:
            part += value
    return total, part


def _joins(
    tokens: Sequence[Token],
    at: int,
    last: int,
    words: Mapping[str, int],
    joints: Collection[str],
) -> bool:
    """Whether the token `at`, after a word of the value `last`, is a joint within one number.

    What follows is counted in less than hundreds or thousands, if those came last: "two hundred
    and three", but neither "two and three" nor "two hundred and three hundred".
    """
    if tokens[at].folded not in joints or tokens[at].sentence_end or last < HUNDRED:
        return False
    following: list[int] = []
    for token in tokens[at + 1 :]:
        values = _spelled(token.folded, words)
        following += values
        if not values or token.sentence_end:
            break
    larger = next((value for value in following if value >= last), None)
    return bool(following) and following[0] < last and larger != last


def _is_year(typed: str) -> bool:
    return typed.isdigit() and len(typed) == 4 and FIRST_YEAR <= int(typed) <= LAST_YEAR
