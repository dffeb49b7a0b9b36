"""All that knowledge.db tells of facts, topics, articles and names, held in memory."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from types import MappingProxyType
from typing import Self

from knowledge.answer import Certainty, Fact
from knowledge.database import open_database
from knowledge.errors import DatabaseError
from knowledge.model import Article, Line, Name, Picture, Topic

PLACES = ("place", "region")
HOLDER = "holder"
"""How the relation ends of facts that tell who holds a place: what people ask of it first."""


class Store:
    """What an opened knowledge.db holds. Nothing in it changes, so that threads may share it."""

    def __init__(self, connection: sqlite3.Connection, digest: str) -> None:
        """Read everything from `connection`; it may be closed then. sqlite3.Error on bad data."""
        connection.row_factory = sqlite3.Row
        self.digest = digest
        """sha256 of the file, hex."""
        languages = connection.execute("SELECT value FROM meta WHERE key = 'languages'")
        self.languages: tuple[str, ...] = tuple(languages.fetchone()["value"].split())
        self.model: Mapping[str, bytes] = MappingProxyType(
            {
                row["name"]: zlib.decompress(row["content"])
                for row in connection.execute("SELECT name, content FROM model ORDER BY name")
            }
        )
        """What the understanding worked out when the file was built."""
        self._facts = _read_facts(connection)
        self._relations: dict[str, str] = {
            row["id"]: row["relation"] for row in connection.execute("SELECT * FROM facts")
        }
        self._topics = _read_topics(connection, self.facts())
        self._articles = _read_articles(connection)
        self._pictures = _read_pictures(connection)
        self._names, self._gazetteer = _read_names(connection)
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
                raise DatabaseError(
                    f"knowledge.db has rows that can't be read ({error}). "
                    "Build it anew: python -m bot knowledge build."
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
        """Return the places and regions that an article tells something of."""
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


def _by_language(rows: list[sqlite3.Row], key: str, value: str) -> dict[str, dict[str, str]]:
    tables: dict[str, dict[str, str]] = {}
    for row in rows:
        tables.setdefault(row[key], {})[row["language"]] = row[value]
    return tables


def _lists(rows: list[sqlite3.Row], key: str, value: str) -> dict[str, tuple[str, ...]]:
    lists: dict[str, tuple[str, ...]] = {}
    for row in rows:
        lists[row[key]] = (*lists.get(row[key], ()), row[value])
    return lists


def _read_facts(connection: sqlite3.Connection) -> dict[str, Fact]:
    told = connection.execute("SELECT * FROM fact_statements ORDER BY id").fetchall()
    statements = _by_language(told, "fact", "text")
    # FOR NOW: the column is missing until knowledge.db is built anew, with VERSION 2
    asked = [row for row in told if "question" in row.keys() and row["question"]]  # noqa: SIM118
    questions = _by_language(asked, "fact", "question")
    names = connection.execute("SELECT * FROM fact_names ORDER BY fact, position").fetchall()
    about = _lists(names, "fact", "name")
    travelling = connection.execute("SELECT * FROM fact_companions ORDER BY fact, position")
    companions = _lists(travelling.fetchall(), "fact", "companion")
    rows = connection.execute(
        "SELECT facts.*, passages.paragraph FROM facts "
        "JOIN passages ON passages.id = facts.passage ORDER BY facts.position"
    )
    return {
        row["id"]: Fact(
            id=row["id"],
            article=row["article"],
            topic=row["topic"],
            statement=MappingProxyType(statements[row["id"]]),
            quote=row["quote"],
            paragraph=row["paragraph"],
            speaker=row["speaker"],
            certainty=Certainty(row["certainty"]),
            companions=companions.get(row["id"], ()),
            about=about.get(row["id"], ()),
            period=row["period"],
            question=MappingProxyType(questions.get(row["id"], {})),
        )
        for row in rows
    }


def _read_topics(connection: sqlite3.Connection, facts: tuple[Fact, ...]) -> dict[str, Topic]:
    words = connection.execute("SELECT * FROM topic_words ORDER BY topic, language").fetchall()
    titles = _by_language(words, "topic", "title")
    descriptions = _by_language(words, "topic", "description")
    return {
        row["id"]: Topic(
            id=row["id"],
            command=row["command"],
            title=MappingProxyType(titles[row["id"]]),
            description=MappingProxyType(descriptions[row["id"]]),
            facts=tuple(fact for fact in facts if fact.topic == row["id"]),
        )
        for row in connection.execute("SELECT * FROM topics ORDER BY position")
    }


def _read_articles(connection: sqlite3.Connection) -> dict[str, Article]:
    words = connection.execute("SELECT * FROM article_words ORDER BY article, language").fetchall()
    remarks: dict[tuple[str, str], dict[str, tuple[str, ...]]] = {}
    for row in connection.execute(
        "SELECT * FROM article_remarks ORDER BY article, kind, language, position"
    ):
        spoken = remarks.setdefault((row["article"], row["kind"]), {})
        spoken[row["language"]] = (*spoken.get(row["language"], ()), row["text"])
    lines: dict[str, tuple[Line, ...]] = {}
    for row in connection.execute("SELECT * FROM passages WHERE kind != 'sentence' ORDER BY id"):
        line = Line(row["text"], row["paragraph"])
        lines[row["article"]] = (*lines.get(row["article"], ()), line)
    told = {key: _by_language(words, "article", key) for key in ("name", "dating", "dating_short")}
    return {
        row["id"]: Article(
            id=row["id"],
            language=row["language"],
            name=MappingProxyType(told["name"][row["id"]]),
            dating=MappingProxyType(told["dating"][row["id"]]),
            dating_short=MappingProxyType(told["dating_short"][row["id"]]),
            known=MappingProxyType(remarks.get((row["id"], "known"), {})),
            inferred=MappingProxyType(remarks.get((row["id"], "inferred"), {})),
            lines=lines[row["id"]],
            examples=MappingProxyType(remarks.get((row["id"], "example"), {})),
        )
        for row in connection.execute("SELECT * FROM articles ORDER BY position")
    }


def _read_pictures(connection: sqlite3.Connection) -> dict[str, Picture]:
    words = connection.execute("SELECT * FROM picture_words ORDER BY picture, language").fetchall()
    titles = _by_language(words, "picture", "title")
    alternatives = _by_language(words, "picture", "alternative")
    shown = connection.execute("SELECT * FROM picture_facts ORDER BY picture, position").fetchall()
    facts = _lists(shown, "picture", "fact")
    return {
        row["id"]: Picture(
            id=row["id"],
            topic=row["topic"],
            title=MappingProxyType(titles[row["id"]]),
            alternative=MappingProxyType(alternatives[row["id"]]),
            png=row["png"],
            digest=row["sha256"],
            facts=facts[row["id"]],
        )
        for row in connection.execute("SELECT * FROM pictures ORDER BY position")
    }


def _read_names(connection: sqlite3.Connection) -> tuple[dict[str, Name], dict[str, Name]]:
    usual = _by_language(
        connection.execute("SELECT * FROM name_usual ORDER BY name, language").fetchall(),
        "name",
        "text",
    )
    spellings = connection.execute(
        "SELECT * FROM name_spellings WHERE kind = 'in_article' ORDER BY id"
    ).fetchall()
    printed = _lists(spellings, "name", "text")
    named: dict[str, Name] = {}
    others: dict[str, Name] = {}
    for row in connection.execute("SELECT * FROM names ORDER BY position"):
        name = Name(
            id=row["id"],
            kind=row["kind"],
            usual=MappingProxyType(usual.get(row["id"], {})),
            in_article=printed.get(row["id"], ()),
        )
        (named if row["named"] else others)[row["id"]] = name
    return named, others
