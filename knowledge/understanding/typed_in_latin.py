"""Reads Cyrillic typed in Latin letters, in whatever way: "hto trymaye misto", "4to tam"."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from knowledge.understanding.lexicon import Lexicon, compile_lexicon, concept_kinds
from knowledge.understanding.names import NameEntry, NameIndex, in_latin
from knowledge.understanding.reading import Reader, Reading

CYRILLIC = re.compile(r"[\u0400-\u04ff]")
CYRILLIC_LANGUAGES = ("uk", "ru")
_SPELLINGS = (
    ("shch", "sh"), ("sch", "sh"), ("kh", "h"), ("zh", "j"), ("tz", "c"), ("ts", "c"),
    ("yi", "i"), ("iy", "i"), ("ij", "i"), ("yj", "i"), ("y", "i"), ("j", "i"), ("g", "h"),
    ("w", "v"), ("x", "ks"), ("ii", "i"),
)  # fmt: skip
_LETTERS_FOR_DIGITS = {"4": "ch", "6": "sh"}
_DIGIT_IN_WORD = re.compile(r"(?<![\d.,])[46](?=[A-Za-z]{2})|(?<=[A-Za-z])[46](?![\d.,])")
_DOUBLED = re.compile(r"(.)\1")
SHORTEST_ALIAS = 4
"""Letters of a Latin alias: shorter ones, such as initials, look like Cyrillic words."""


def with_letters_for_digits(text: str) -> str:
    """Return `text` with the Cyrillic letters in Latin ones for which digits stand within words.

    A chat has 4 for ч and 6 for ш, as they look or begin alike: "4to", "razre6ili".
    """
    return _DIGIT_IN_WORD.sub(lambda digit: _LETTERS_FOR_DIGITS[digit[0]], text)


@lru_cache(maxsize=20_000)
def as_typed_in_latin(word: str) -> str:
    """Return one spelling for all the ways of typing a Cyrillic `word` in Latin letters."""
    latin = in_latin(word)
    for spelled, plain in _SPELLINGS:
        latin = latin.replace(spelled, plain)
    return _DOUBLED.sub(r"\1", latin)


class LatinReader:
    """Reads what is typed in Latin letters in the languages in Cyrillic."""

    def __init__(
        self,
        languages: Mapping[str, Mapping[str, Mapping[str, object]]],
        compiled: Mapping[str, Lexicon],
        names: Sequence[NameEntry],
        figures: Collection[float],
        vocabulary: Mapping[str, frozenset[str]],
    ) -> None:
        """`languages` are the contents of their files, `compiled` what other readers use of them.

        The rest is as `Reader` has it.
        """
        self.lexicons: dict[str, Lexicon] = {
            language: compile_lexicon(language, languages[language], as_typed_in_latin)
            for language in CYRILLIC_LANGUAGES
            if language in languages
        }
        self._reader = Reader(
            {**compiled, **self.lexicons},
            concept_kinds(languages.values()),
            NameIndex.of(map(_without_initials, names), as_typed_in_latin),
            frozenset(figures),
            vocabulary,
            {},
        )

    def read(self, text: str, language: str) -> Reading:
        """Return how `text`, of `language` in Latin letters, is read."""
        return self._reader.read(with_letters_for_digits(text), language, as_typed_in_latin)


def _without_initials(name: NameEntry) -> NameEntry:
    aliases = tuple(a for a in name.aliases if len(a) >= SHORTEST_ALIAS or CYRILLIC.search(a))
    return replace(name, aliases=aliases)
