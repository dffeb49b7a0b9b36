"""Proves that translations follow: a statement that changed isn't left with the old ones."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from contextlib import closing
from pathlib import Path

from knowledge.check.problem import Problem
from knowledge.database import open_database
from knowledge.errors import DatabaseError
from knowledge.source import ArticleSource, FactSource, Sources

Statements = Mapping[tuple[str, str], str]
"""By fact and language."""


def prove_following(
    sources: Sources, built: Path, holding: Collection[str] = ()
) -> Iterator[Problem]:
    """Yield facts whose statement isn't what the knowledge.db at `built` has, and whose
    translations are: nobody looked at these.

    `holding` are ids of facts whose translations somebody looked at and found to hold.
    """
    before = _statements(built)
    for article in sources.articles:
        for fact in article.facts:
            then = before.get((fact.id, article.language))
            if fact.id in holding or then in (None, fact.statement):
                continue
            left = ", ".join(_left(article, fact, before))
            if left:
                yield Problem(
                    f"articles/{article.id}/facts.toml",
                    fact.id,
                    f"the statement changed from “{then}”, and its translation into {left} didn't",
                    "Translate what it says now; where the translation still holds, "
                    f"build with --translation-holds {fact.id}.",
                )


def _statements(built: Path) -> Statements:
    """Where no sound one lies at `built`, nothing is known of what was translated."""
    try:
        connection, _ = open_database(built)
    except DatabaseError:
        return {}
    with closing(connection):
        rows = connection.execute("SELECT fact, language, text FROM fact_statements")
        return {(fact, language): text for fact, language, text in rows}


def _left(article: ArticleSource, fact: FactSource, before: Statements) -> Iterator[str]:
    for language in article.languages[1:]:
        if article.statement(fact, language) == before.get((fact.id, language)):
            yield language
