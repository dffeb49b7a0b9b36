"""What of a reading the classifier sees: its symbols, words, their order and their company."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from itertools import pairwise

from knowledge.understanding.reading import Reading

MOST_SYMBOLS = 14
"""Pairs are formed of the first fourteen symbols: a longer question would form hundreds."""
LETTERS_TOGETHER = (3, 4)
MOST_SPELLED = 40
"""Letters are looked at in the first forty words: questions have fewer, and a flood costs."""


def key_of(reading: Reading) -> str:
    """Return a checksum of all words of `reading`, by which the same wording is found again."""
    return hashlib.blake2b(words_of(reading).encode(), digest_size=6).hexdigest()


def words_of(reading: Reading) -> str:
    """Return all words of `reading` as they are compared."""
    return " ".join(token.folded for token in reading.tokens)


def sequence_of(reading: Reading) -> list[tuple[str, ...]]:
    """Return the symbols of `reading` in order; a word of no concept stands for itself."""
    order: list[tuple[str, ...]] = []
    for item in reading.items:
        if item.symbols:
            order.append(item.symbols)
        elif item.kind in ("known", "common"):
            order.append((f"w {item.word}",))
        elif item.kind == "unknown":
            order.append(("?",))
    return order


def features_of(reading: Reading) -> list[str]:
    """Return the features of `reading`, each once, in a fixed order."""
    found: dict[str, None] = {"bias": None}
    for item in reading.items:
        if item.word:
            found[f"w {item.word}"] = None
        for symbol in item.symbols:
            found[symbol] = None
    order = sequence_of(reading)
    for symbol in order[0] if order else ():
        found[f"^ {symbol}"] = None
    for left, right in pairwise(order):
        for a in left:
            for b in right:
                found[f"{a} > {b}"] = None
    symbols = sorted({s for group in order for s in group if s != "?"})[:MOST_SYMBOLS]
    for index, a in enumerate(symbols):
        for b in symbols[index + 1 :]:
            found[f"{a} & {b}"] = None
    found[f"length {min(len(order), 7)}"] = None
    if "?" not in reading.text:
        found["no ?"] = None
    return list(found)


def spelling_of(reading: Reading, lengths: Sequence[int] = LETTERS_TOGETHER) -> list[str]:
    """Return runs of letters, of these `lengths`, in the words of `reading`, in a fixed order.

    Each stands there once. What no lexicon knows, a typo or another language's word, is often
    spelled much like what people wrote.
    """
    found: dict[str, None] = {}
    for token in reading.tokens[:MOST_SPELLED]:
        word = f"<{token.folded}>"
        for length in lengths:
            for start in range(max(1, len(word) - length + 1)):
                found[word[start : start + length]] = None
    return list(found)
