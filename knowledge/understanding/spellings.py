"""Finds the word that a misspelt one is most like."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from rapidfuzz import fuzz, process

WORDS_KEPT = 500
"""A text of one word over and over costs no more than the word."""


class Spellings:
    """Words against which a misspelt one is held."""

    def __init__(self, words: Iterable[str]) -> None:
        """Of words as alike, the first of `words` is taken."""
        self._words = tuple(words)
        self._by_first: dict[str, list[str]] = {}
        for word in self._words:
            self._by_first.setdefault(word[:1], []).append(word)
        self._kept = lru_cache(WORDS_KEPT)(self._likest)

    def likest(self, word: str, least: float) -> tuple[str, float] | None:
        """Return the word that `word` is most like, and how much, from 0 to 100 (`fuzz.ratio`).

        None where that is below `least`, or the word begins with another letter.
        """
        return self._kept(word, least)

    def _likest(self, word: str, least: float) -> tuple[str, float] | None:
        # Most words are like none, which a twentieth of the words tells as well.
        own = self._by_first.get(word[:1], ())
        if process.extractOne(word, own, scorer=fuzz.ratio, score_cutoff=least) is None:
            return None
        best = process.extractOne(word, self._words, scorer=fuzz.ratio, score_cutoff=least)
        return best[:2] if best is not None and best[0][:1] == word[:1] else None
