"""All that knowledge.db tells of facts, topics, articles and names, held in memory."""

from __future__ import annotations

import sqlite3
import zlib
from contextlib import closing
from pathlib import Path
from typing import Self

from knowledge.answer import Fact
from knowledge.contents import (
    read_articles,
    read_facts,
    read_names,
    read_pictures,
    read_topics,
)
from knowledge.database import cure, location, open_database
from knowledge.errors import DatabaseError
from knowledge.model import Article, Name, Picture, Topic
from knowledge.search import Search

PLACES = ("place", "region", "municipality")
HOLDER = "holder"
"""How the relation ends of facts that tell who holds a place: what people ask of it first."""


class Store:
    """What an opened knowledge.db holds. Nothing in it changes, so that threads may share it."""

    def __init__(self, connection: sqlite3.Connection, digest: str) -> None:
        """Read everything from `connection`; it may be closed then. sqlite3.Error on bad data."""
        connection.row_factory = sqlite3.Row
        self.digest = digest
        """sha256 of the file, hex."""
        # Those in which any article is told: another may be untranslated.
        languages = connection.execute("SELECT value FROM meta WHERE key = 'languages'")
        self.languages: tuple[str, ...] = tuple(languages.fetchone()["value"].split())
        self._facts = read_facts(connection)
        self._relations: dict[str, str] = {
            row["id"]: row["relation"] for row in connection.execute("SELECT * FROM facts")
        }
        self._topics = read_topics(connection, self.facts())
        self._articles = read_articles(connection)
        self._pictures = read_pictures(connection)
        self._names, self._gazetteer = read_names(connection)
        self.search = Search(connection)
        """Of facts, by words."""
        self._about = {name: self._most_telling_first(name) for name in self._names}

    @classmethod
    def open(cls, path: Path | None = None) -> Self:
        """Open knowledge.db at `path` (None: the packaged one), read it and close it.

        DatabaseError, with the cure, where it can't be trusted.
        """
        connection, digest = open_database(path)
        with closing(connection):
            try:
                return cls(connection, digest)
            except (sqlite3.Error, zlib.error, ValueError, TypeError, KeyError) as error:
                # What SQLite says of it tells a person something, what Python says doesn't.
                told = error if isinstance(error, sqlite3.Error) else "a row is gone, or garbled"
                raise DatabaseError(
                    f"{location(path)} is no sound knowledge database ({told}): {cure(path)}"
                ) from error

    def fact(self, fact_id: str) -> Fact | None:
        """Return the fact of that id, or None."""
        return self._facts.get(fact_id)

    def facts(self) -> tuple[Fact, ...]:
        """Return every fact, in the order of the files."""
        return tuple(self._facts.values())

    def companions(self, fact: Fact) -> tuple[Fact, ...]:
        """Return the facts that must travel with `fact`."""
        return tuple(self._facts[other] for other in fact.companions)

    def topics(self) -> tuple[Topic, ...]:
        """Return the topics in the order of the menu."""
        return tuple(self._topics.values())

    def topic(self, topic_id: str) -> Topic | None:
        """Return the topic of that id, or None."""
        return self._topics.get(topic_id)

    def articles(self) -> tuple[Article, ...]:
        """Return the articles, by folder name."""
        return tuple(self._articles.values())

    def article(self, article_id: str) -> Article:
        """Return the article of that id; KeyError where there is none."""
        return self._articles[article_id]

    def pictures(self) -> tuple[Picture, ...]:
        """Return the pictures, in the order of the files."""
        return tuple(self._pictures.values())

    def picture(self, picture_id: str) -> Picture | None:
        """Return the picture of that id, or None."""
        return self._pictures.get(picture_id)

    def name(self, name_id: str) -> Name | None:
        """Return the name of that id, of an article or of the gazetteer, or None."""
        return self._names.get(name_id) or self._gazetteer.get(name_id)

    def names(self) -> tuple[Name, ...]:
        """Return the names that articles have."""
        return tuple(self._names.values())

    def gazetteer(self) -> tuple[Name, ...]:
        """Return the names that people ask about and no article has."""
        return tuple(self._gazetteer.values())

    def places(self) -> tuple[Name, ...]:
        """Return the places, regions and municipalities that an article tells something of."""
        return tuple(
            name
            for name in self._names.values()
            if name.kind in PLACES and self._about.get(name.id)
        )

    def facts_about(self, name_id: str) -> tuple[Fact, ...]:
        """Return the facts about a name, the most telling first: who holds it, then as filed."""
        return self._about.get(name_id, ())

    def relation(self, fact_id: str) -> str:
        """Return what kind of thing the fact tells; KeyError where there's no such fact."""
        return self._relations[fact_id]

    def _most_telling_first(self, name: str) -> tuple[Fact, ...]:
        facts = [fact for fact in self._facts.values() if name in fact.about]
        return tuple(
            sorted(
                facts,
                # Who holds another place isn't what tells most of this one.
                key=lambda f: not (self._relations[f.id].endswith(HOLDER) and f.about[0] == name),
            )
        )
