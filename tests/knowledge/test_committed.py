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


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("built") / NAME
    build(REAL, out)
    return out


def content(connection: sqlite3.Connection) -> dict[str, list[tuple[object, ...]]]:
    names = sorted(row[0] for row in connection.execute(TABLES))
    tables = {name: connection.execute(f"SELECT * FROM {name}").fetchall() for name in names}
    # One zlib packs otherwise than another.
    tables["model"] = [(name, zlib.decompress(packed)) for name, packed in tables["model"]]
    # One machine may round a pixel otherwise than another; the drawing's sha256 stays.
    tables["pictures"] = [row[:-2] for row in tables["pictures"]]
    return tables


def test_its_content_is_what_the_articles_build(built: Path) -> None:
    committed, _ = open_database(REAL.parent / NAME)
    fresh, _ = open_database(built)
    with closing(committed), closing(fresh):
        ours, theirs = content(committed), content(fresh)
    assert ours.keys() == theirs.keys()
    for table, rows in ours.items():
        # Compared by hand: a difference of thousands of rows would take minutes to print.
        same = rows == theirs[table]
        assert same, f"{table} differs: run `python -m bot knowledge build`, commit knowledge.db"
