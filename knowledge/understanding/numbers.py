"""Reads figures in any dress: 12k, 12 000, 12.000, "twelve thousand"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from knowledge.understanding.text import Token

# No group of thousands begins with a nought: "0.125 million" is a fraction.
_GROUPED = re.compile(r"[1-9]\d{0,2}(?:[ .,'\u00a0\u202f]\d{3})+")
FIRST_YEAR, LAST_YEAR = 1900, 2100
SHORTEST_NUMBER = 2
"""Letters of a number word that others are written together with: Swedish has "en", "ett"."""
LONGEST_NUMBER = 60
"""Letters of all of them together: German writes six figures in a word."""
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


def figures_in(tokens: Sequence[Token], words: Mapping[str, int]) -> list[Figure]:
    """Return the figures that `tokens` write; `words` maps a language's number words to values."""
    figures: list[Figure] = []
    index = 0
    while index < len(tokens):
        start, total, part, digits = index, 0.0, 0.0, False
        seen = False
        while index < len(tokens):
            token = tokens[index]
            number = _digits(token.typed)
            if number is not None:
                if seen:
                    break
                part, seen, digits = number, True, True
            elif (spelled := _spelled(token.folded, words)) and (
                seen or spelled[0] < 1000 or len(token.folded) > 3
            ):
                if digits and spelled[0] < 1000 and spelled[0] != 100:
                    break
                for word in spelled:
                    if word == 100 and part:
                        part *= 100
                    elif word >= 1000:
                        total, part = total + (part or 1) * word, 0.0
                    else:
                        part += word
                seen = True
            elif not (
                seen
                and token.folded == "and"
                and index + 1 < len(tokens)
                and tokens[index + 1].folded in words
            ):
                break
            index += 1
            if tokens[index - 1].sentence_end:
                break
        if not seen:
            index = start + 1
            continue
        value = total + part
        year = (
            digits
            and index == start + 1
            and tokens[start].typed.isdigit()
            and FIRST_YEAR <= value <= LAST_YEAR
            and len(tokens[start].typed) == 4
        )
        if not digits and value == 1:
            continue
        figures.append(Figure(value, start, index, year))
    return figures
