"""Tells that a text is in a language that the bot doesn't speak, by its words and letters."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Collection, Sequence
from functools import cache

from knowledge.understanding.lexicon import LANGUAGES_FOLDER, Lexicon
from knowledge.understanding.text import Token, fold
from knowledge.understanding.typed_in_latin import as_typed_in_latin

_FOREIGN_LETTER = re.compile(r"[^\W\d_a-zåäöüßéàčšž\u0400-\u04ff]")
"""Letters that none of the bot's languages has, nor who types Cyrillic in Latin ones."""


def words_of_another(
    tokens: Sequence[Token], spoken: Collection[Lexicon], in_latin: Collection[Lexicon]
) -> int:
    """Return how many of `tokens` are another language's, as far as one alone explains them.

    A word of `spoken`, or of Cyrillic typed in Latin letters, `in_latin`, is none of these.
    """
    strange = 0
    found: Counter[str] = Counter()
    for token in tokens:
        if _FOREIGN_LETTER.search(token.typed.lower()):
            strange += 1
        elif not _is_ours(token.folded, spoken, in_latin):
            found.update(_speaking().get(token.folded, ()))
    return strange + max(found.values(), default=0)


def _is_ours(folded: str, spoken: Collection[Lexicon], in_latin: Collection[Lexicon]) -> bool:
    typed = as_typed_in_latin(folded)
    return any(
        folded in each.words or each.ending_of(folded) is not None for each in spoken
    ) or any(typed in each.words for each in in_latin)


@cache
def _speaking() -> dict[str, list[str]]:
    """Return, for each word, the other languages that have it."""
    content = tomllib.loads((LANGUAGES_FOLDER / "others.toml").read_text(encoding="utf-8"))
    by_word: dict[str, list[str]] = {}
    for language, words in content.items():
        for word in dict.fromkeys(map(fold, words)):
            by_word.setdefault(word, []).append(language)
    return by_word
