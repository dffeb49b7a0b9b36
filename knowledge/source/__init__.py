"""The files under articles/, read into typed records. Nothing is proved here: see `check`."""

from __future__ import annotations

from knowledge.source.files import ARTICLE
from knowledge.source.reading import (
    GAZETTEER,
    article_folders,
    read_article,
    read_sources,
)
from knowledge.source.records import (
    ArticleSource,
    ArticleWords,
    FactSource,
    Follow,
    NameSource,
    Sources,
    TopicSource,
    TopicWords,
    Translation,
    Unsaid,
    Wording,
)
from knowledge.source.sentences import sentences_of
from knowledge.source.tables import EntryError, read_toml

__all__ = [
    "ARTICLE",
    "GAZETTEER",
    "ArticleSource",
    "ArticleWords",
    "EntryError",
    "FactSource",
    "Follow",
    "NameSource",
    "Sources",
    "TopicSource",
    "TopicWords",
    "Translation",
    "Unsaid",
    "Wording",
    "article_folders",
    "read_article",
    "read_sources",
    "read_toml",
    "sentences_of",
]
