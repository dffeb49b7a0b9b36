"""What the rows of knowledge.db tell, as facts, topics, articles, pictures and names.

Each function raises sqlite3.Error, or KeyError or ValueError where a row is none of ours.
"""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from knowledge.answer import Certainty, Fact
from knowledge.model import Article, Line, Name, Picture, Topic

REMARKS = ("known", "inferred", "example")
"""The kinds of lines about an article, each of which may have none."""


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


def read_facts(connection: sqlite3.Connection) -> dict[str, Fact]:
    """Return every fact by its id, in the order of the files."""
    told = connection.execute("SELECT * FROM fact_statements ORDER BY id").fetchall()
    statements = _by_language(told, "fact", "text")
    asked = [row for row in told if row["question"]]
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


def read_topics(connection: sqlite3.Connection, facts: tuple[Fact, ...]) -> dict[str, Topic]:
    """Return every topic by its id, in the order of the menu, each with its own of `facts`."""
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


def read_articles(connection: sqlite3.Connection) -> dict[str, Article]:
    """Return every article by its id, in the order of the folders."""
    words = connection.execute("SELECT * FROM article_words ORDER BY article, language").fetchall()
    remarks = _remarks(connection, words)
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
            known=MappingProxyType(remarks[row["id"], "known"]),
            inferred=MappingProxyType(remarks[row["id"], "inferred"]),
            lines=lines[row["id"]],
            examples=MappingProxyType(remarks[row["id"], "example"]),
        )
        for row in connection.execute("SELECT * FROM articles ORDER BY position")
    }


def _remarks(
    connection: sqlite3.Connection, words: list[sqlite3.Row]
) -> dict[tuple[str, str], dict[str, tuple[str, ...]]]:
    """Return, by article and kind, what each language of `words` remarks, which may be nothing."""
    remarks: dict[tuple[str, str], dict[str, tuple[str, ...]]] = {}
    for row in words:
        for kind in REMARKS:
            remarks.setdefault((row["article"], kind), {})[row["language"]] = ()
    for row in connection.execute(
        "SELECT * FROM article_remarks ORDER BY article, kind, language, position"
    ):
        spoken = remarks[row["article"], row["kind"]]
        spoken[row["language"]] = (*spoken[row["language"]], row["text"])
    return remarks


def read_pictures(connection: sqlite3.Connection) -> dict[str, Picture]:
    """Return every picture by its id, in the order of the files."""
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


def read_names(connection: sqlite3.Connection) -> tuple[dict[str, Name], dict[str, Name]]:
    """Return the names that articles have, and those that none has, each by its id."""
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


class Packed(Mapping[str, bytes]):
    """Contents by name, unpacked each time they're asked for: all at once take too much memory."""

    def __init__(self, packed: Mapping[str, bytes]) -> None:
        """Of what zlib has `packed`."""
        self._packed = packed

    def __getitem__(self, name: str) -> bytes:
        """Return the content; KeyError where there is none, zlib.error where it's garbled."""
        return zlib.decompress(self._packed[name])

    def __iter__(self) -> Iterator[str]:
        """Go through the names."""
        return iter(self._packed)

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._packed)


def read_model(connection: sqlite3.Connection) -> Packed:
    """Return what the understanding worked out when the file was built, by name."""
    rows = connection.execute("SELECT name, content FROM model ORDER BY name")
    return Packed({row["name"]: row["content"] for row in rows})
