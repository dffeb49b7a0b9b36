"""Rows of knowledge.db come out typed, in order, and what is none of ours is refused."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from knowledge.build import write
from knowledge.contents import Packed, read_articles, read_facts, read_names, read_topics
from tests.knowledge.sources import invented, no_training


@pytest.fixture
def rows(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    """The invented article's, to be altered."""
    out = tmp_path / "knowledge.db"
    write(invented(), no_training(invented()), out)
    with closing(sqlite3.connect(out)) as connection:
        connection.row_factory = sqlite3.Row
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute("PRAGMA ignore_check_constraints = ON")
        yield connection


def test_facts_stand_in_the_order_of_their_positions(rows: sqlite3.Connection) -> None:
    before = list(read_facts(rows))
    rows.execute("UPDATE facts SET position = -position")
    assert list(read_facts(rows)) == before[::-1]


def test_names_and_companions_stand_in_the_order_that_the_article_has(
    rows: sqlite3.Connection,
) -> None:
    """Whom a fact is about first is who acts."""
    assert read_facts(rows)["islands-taken"].about == ("norland", "sudmark")
    rows.execute("UPDATE fact_names SET position = 9 - position")
    assert read_facts(rows)["islands-taken"].about == ("sudmark", "norland")


def test_only_those_who_can_be_asked_for_have_a_question(rows: sqlite3.Connection) -> None:
    rows.execute(
        "UPDATE fact_statements SET question = 'Wer hält Ekwik?' "
        "WHERE fact = 'ekvik-held' AND language = 'de'"
    )
    facts = read_facts(rows)
    assert dict(facts["ekvik-held"].question) == {"de": "Wer hält Ekwik?"}
    assert dict(facts["ships-lost"].question) == {}


def test_a_topic_has_its_own_facts(rows: sqlite3.Connection) -> None:
    facts = tuple(read_facts(rows).values())
    topics = read_topics(rows, facts)
    assert {fact.topic for fact in topics["ships"].facts} == {"ships"}
    assert sum(len(topic.facts) for topic in topics.values()) == len(facts)


def test_an_article_that_nothing_is_known_of_has_that_in_every_language(
    rows: sqlite3.Connection,
) -> None:
    rows.execute("DELETE FROM article_remarks")
    article = read_articles(rows)["islands-2031"]
    assert dict(article.known) == dict(article.examples) == {"de": (), "en": ()}


def test_a_name_that_no_article_has_is_told_apart(rows: sqlite3.Connection) -> None:
    rows.execute("UPDATE names SET named = 0 WHERE id = 'ekvik'")
    named, others = read_names(rows)
    assert list(named) == ["norland", "sudmark"]
    assert list(others) == ["ekvik", "farholm"]


@pytest.mark.parametrize(
    ("spoilt", "error"),
    [
        ("UPDATE facts SET certainty = 'sure'", ValueError),
        ("DELETE FROM fact_statements", KeyError),
        ("DROP TABLE passages", sqlite3.Error),
    ],
)
def test_a_row_that_is_none_of_ours_is_refused(
    rows: sqlite3.Connection, spoilt: str, error: type[Exception]
) -> None:
    rows.execute(spoilt)
    with pytest.raises(error):
        read_facts(rows)


def test_what_was_packed_is_unpacked_when_it_is_asked_for_and_not_before() -> None:
    packed = Packed({"weights": zlib.compress(b"1, 2"), "garbled": b"no zlib"})
    assert (list(packed), len(packed), packed["weights"]) == (["weights", "garbled"], 2, b"1, 2")
    with pytest.raises(zlib.error):
        packed["garbled"]
    with pytest.raises(KeyError):
        packed["nothing"]
