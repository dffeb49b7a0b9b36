"""The facts of the real articles, to be altered, and which alterations the check lets pass."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from knowledge.check import PROOFS
from knowledge.check.case import Case
from knowledge.check.reading import NameBook, Reading, read
from knowledge.source import ArticleSource, FactSource, Sources
from tests.knowledge.sources import real, with_fact

Mutations = Iterator[tuple[ArticleSource, FactSource]]
"""Facts that were altered, each with its article."""


@cache
def sources() -> Sources:
    """The real articles without translations and wordings, which would hide what slips through."""
    whole = real()
    bare = (replace(article, translations={}, wordings=()) for article in whole.articles)
    return replace(whole, articles=tuple(bare))


def facts() -> list[tuple[ArticleSource, FactSource]]:
    """Return every fact, with its article."""
    return [(article, fact) for article in sources().articles for fact in article.facts]


def reading_of(article: ArticleSource, fact: FactSource) -> Reading:
    """Return the fact's statement as the check reads it."""
    return read(fact.statement, article.language, NameBook.of(article.names, sources().gazetteer))


def refused(article: ArticleSource, fact: FactSource) -> bool:
    """Tell whether there's a problem; one is enough, so the proofs behind it aren't asked."""
    book = NameBook.of(article.names, sources().gazetteer)
    case = Case.of(with_fact(article, fact), fact, book)
    return any(True for prove in PROOFS for _ in prove(case))


def passed(mutations: Mutations) -> list[str]:
    """Return the mutations that slipped through, and see that there were mutations at all."""
    tried = list(mutations)
    assert tried
    return [
        f"{fact.id}: {fact.statement} | {fact.quote}"
        for article, fact in tried
        if not refused(article, fact)
    ]


def with_statement(fact: FactSource, start: int, end: int, text: str) -> FactSource:
    """Return `fact` with `text` in place of the letters from `start` to `end` of its statement."""
    return replace(fact, statement=fact.statement[:start] + text + fact.statement[end:])
