"""The knowledge.db that is committed is what articles/ builds."""

from __future__ import annotations

import sqlite3
import zlib
from contextlib import closing
from pathlib import Path

import pytest

from knowledge.build import build
from knowledge.database import NAME, open_database
from tests.knowledge.sources import REAL

TABLES = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'fact_search%'"
"""The search's own tables differ from one version of SQLite to another."""
REMEDY = "run `python -m bot knowledge build`, and commit knowledge.db"


def content(connection: sqlite3.Connection) -> dict[str, list[tuple[object, ...]]]:
    names = sorted(row[0] for row in connection.execute(TABLES))
    tables = {name: connection.execute(f"SELECT * FROM {name}").fetchall() for name in names}
    # One zlib packs otherwise than another.
    tables["model"] = [(name, zlib.decompress(packed)) for name, packed in tables["model"]]
    # One machine may round a pixel otherwise than another; the drawing's sha256 stays.
    tables["pictures"] = [row[:-2] for row in tables["pictures"]]
    return tables


def differing(built: Path) -> list[str]:
    """The tables of knowledge.db that aren't those of `built`.

    Compared by hand: a difference of thousands of rows would take minutes to print.
    """
    committed, _ = open_database(REAL.parent / NAME)
    fresh, _ = open_database(built)
    with closing(committed), closing(fresh):
        ours, theirs = content(committed), content(fresh)
    return [name for name in ours.keys() | theirs.keys() if ours.get(name) != theirs.get(name)]


@pytest.mark.long
def test_its_rows_are_what_the_articles_hold(tmp_path: Path) -> None:
    """All but what is learnt of them, which takes a minute."""
    committed, _ = open_database(REAL.parent / NAME)
    with closing(committed):
        learnt = [name for (name,) in committed.execute("SELECT name FROM model")]
    build(REAL, tmp_path / NAME, learn=lambda _: dict.fromkeys(learnt, b""))
    assert differing(tmp_path / NAME) == ["model"], REMEDY


@pytest.mark.long
def test_its_content_is_what_the_articles_build(tmp_path: Path) -> None:
    build(REAL, tmp_path / NAME)
    assert differing(tmp_path / NAME) == [], REMEDY
