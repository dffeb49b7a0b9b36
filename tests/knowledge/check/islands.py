"""The invented article on islands, one of its facts, and what the check has against them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from knowledge.check import Problem
from knowledge.check.case import Case
from knowledge.check.reading import NameBook, Reading, read
from knowledge.source import ArticleSource, FactSource
from tests.knowledge.sources import invented, with_fact

BOOK = NameBook.of(invented().articles[0].names, ())


def article() -> ArticleSource:
    """The article, in which nothing is wrong."""
    return invented().articles[0]


def fact(identity: str) -> FactSource:
    """Its fact of that id."""
    return next(fact for fact in article().facts if fact.id == identity)


def case(identity: str, **changed: Any) -> Case:
    """The fact as the proofs get it, with what is `changed` of it, and without translations."""
    altered = replace(fact(identity), **changed)
    bare = replace(with_fact(article(), altered), translations={})
    return Case.of(bare, altered, BOOK)


def reading(text: str, language: str = "en") -> Reading:
    """`text` as the check reads it."""
    return read(text, language, BOOK)


def told(problems: Iterable[Problem]) -> str:
    """The problems, each on its line."""
    return "\n".join(str(problem) for problem in problems)
