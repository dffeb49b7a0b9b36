"""Telegram's ids of pictures outlive a restart, and their loss costs no more than an upload."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from state.database import SCHEMA_VERSION, StateDatabase
from state.file_ids import FileIds
from state.ledger import Ledger

BOT, OTHER_BOT = 7, 8


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the state file is."""
    return tmp_path / "state.db"


def test_an_id_is_known_to_the_next_process(path: Path) -> None:
    FileIds(StateDatabase(path)).note(BOT, "digest", "AgAC1")
    assert FileIds(StateDatabase(path)).known(BOT, "digest") == "AgAC1"


def test_it_is_of_one_bot_and_one_picture(path: Path) -> None:
    file_ids = FileIds(StateDatabase(path))
    file_ids.note(BOT, "digest", "AgAC1")
    assert file_ids.known(OTHER_BOT, "digest") is None
    assert file_ids.known(BOT, "another") is None


def test_what_was_forgotten_stays_so_and_can_be_noted_anew(path: Path) -> None:
    file_ids = FileIds(StateDatabase(path))
    file_ids.note(BOT, "digest", "AgAC1")
    file_ids.forget(BOT, "digest")
    assert file_ids.known(BOT, "digest") is None
    assert FileIds(StateDatabase(path)).known(BOT, "digest") is None
    file_ids.note(BOT, "digest", "AgAC2")
    assert FileIds(StateDatabase(path)).known(BOT, "digest") == "AgAC2"


@pytest.mark.parametrize("database", [None, "full", "a folder"])
def test_without_a_state_file_it_is_known_as_long_as_the_process_runs(
    path: Path, database: str | None
) -> None:
    if database == "a folder":
        path.mkdir()
    most_bytes = 4096 if database == "full" else 2**26
    file_ids = FileIds(StateDatabase(path, most_bytes=most_bytes) if database else None)
    file_ids.note(BOT, "digest", "AgAC1")
    assert file_ids.known(BOT, "digest") == "AgAC1"
    file_ids.forget(BOT, "digest")
    assert file_ids.known(BOT, "digest") is None


def test_a_state_file_of_the_first_version_gets_its_table_and_keeps_what_it_has(
    path: Path,
) -> None:
    Ledger(StateDatabase(path)).note(BOT, 1, "answered")
    with closing(sqlite3.connect(path)) as older:
        older.execute("drop table file_ids")
        older.execute("pragma user_version = 1")
    database = StateDatabase(path)
    FileIds(database).note(BOT, "digest", "AgAC1")
    assert FileIds(StateDatabase(path)).known(BOT, "digest") == "AgAC1"
    assert Ledger(database).known(BOT, [1]) == {1}
    assert database.read("pragma user_version") == [(SCHEMA_VERSION,)]
