"""Facts that only say again what another one under the same quote has said."""

from __future__ import annotations

import re
from collections.abc import Iterable

from handlers.catalogues import SOURCE_LANGUAGE
from handlers.fact_words import statement
from knowledge import Fact

SAID_BEFORE = 2 / 3
"""Part of a statement's words from which on it adds nothing: the rest is how it's put."""
SHORTEST = 4
"""Letters of a word that carries meaning; shorter ones are mostly grammar."""
SAME_STEM = 5
"""Letters in which "attacks" and "attacked" are one."""
_WORD = re.compile(r"\d[\d.,\u00a0]*|\w+")


def without_repetition(facts: Iterable[Fact]) -> list[Fact]:
    """Those of `facts`, all under one quote, that tell something new, in their order.

    A fact about another name, or with another figure, does unless every word of it was said. The
    English statements decide, so that a page has the same facts in every language.
    """
    kept: list[Fact] = []
    said: set[str] = set()
    about: set[str] = set()
    for fact in facts:
        words = _words(statement(fact, SOURCE_LANGUAGE))
        figures = {word for word in words if _is_figure(word)}
        known = about.issuperset(fact.about) and said >= figures
        if kept and len(words & said) >= len(words) * (SAID_BEFORE if known else 1):
            continue
        kept.append(fact)
        said |= words
        about.update(fact.about)
    return kept


def _words(text: str) -> set[str]:
    words = _WORD.findall(text.casefold())
    stems = {word[:SAME_STEM] for word in words if len(word) >= SHORTEST}
    return {word for word in words if _is_figure(word)} | {s for s in stems if not _is_figure(s)}


def _is_figure(word: str) -> bool:
    return word[0].isdigit()
