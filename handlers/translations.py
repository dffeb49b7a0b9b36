"""What the knowledge says in several languages, in the one that is spoken."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from handlers.catalogues import SOURCE_LANGUAGE
from knowledge import Knowledge

Told = TypeVar("Told")


def worded(by_language: Mapping[str, Told], language: str) -> Told:
    """The words in `language`, or in English where nobody has translated them yet."""
    return by_language[language] if language in by_language else by_language[SOURCE_LANGUAGE]


def article_names(knowledge: Knowledge, language: str) -> str:
    """What to call the articles in a sentence."""
    return "; ".join(worded(article.name, language) for article in knowledge.articles())
