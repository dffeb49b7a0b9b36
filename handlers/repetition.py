"""Facts that only say again what another one under the same quote has said."""

from __future__ import annotations

import re
from collections.abc import Iterable

from handlers.fact_words import statement
from knowledge import Fact

SAID_BEFORE = 0.75
"""Part of a statement's words from which on it adds nothing; the rest is "it is" and "that"."""
_WORD = re.compile(r"\d[\d.,\u00a0]*|\w+")


def without_repetition(facts: Iterable[Fact], language: str) -> list[Fact]:
    """Those of `facts`, all under one quote, that tell something new, in their order.

    A fact about another name, or with another figure, always does.
    """
    kept: list[Fact] = []
    said: set[str] = set()
    about: set[str] = set()
    for fact in facts:
        words = set(_WORD.findall(statement(fact, language).casefold()))
        figures = {word for word in words if word[0].isdigit()}
        known = about.issuperset(fact.about) and said.issuperset(figures)
        if kept and known and len(words & said) >= SAID_BEFORE * len(words):
            continue
        kept.append(fact)
        said |= words
        about.update(fact.about)
    return kept
