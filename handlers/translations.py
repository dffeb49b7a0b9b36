"""What the knowledge says in several languages, in the one that is spoken."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from handlers.catalogues import SOURCE_LANGUAGE
from knowledge import Knowledge

Told = TypeVar("Told")


def worded(by_language: Mapping[str, Told], language: str) -> Told:
    """The words in `language`, or in English where nobody has translated them yet.

    Of an article that isn't told in English either, those of the first language that it's told in.
    """
    for spoken in (language, SOURCE_LANGUAGE):
        if spoken in by_language:
            return by_language[spoken]
    return next(iter(by_language.values()))


def article_names(knowledge: Knowledge, language: str) -> str:
    """What to call the articles in a sentence."""
    return "; ".join(worded(article.name, language) for article in knowledge.articles())


def has_several(knowledge: Knowledge) -> bool:
    """Whether there is more than one article to answer from."""
    return len(knowledge.articles()) > 1
