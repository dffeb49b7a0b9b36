"""The state file is written where its path leads, and no fault of it stops anybody."""

from __future__ import annotations

import logging
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from state import database as module
from state.database import StateDatabase

ADDING = "insert into feedback values (?, 0, 0)"
FACTS = "select fact from feedback order by fact"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the state file is."""
    return tmp_path / "state.db"


def add(database: StateDatabase, fact: str) -> bool:
    """Write a row of that name."""
    return database.write([(ADDING, (fact,))])


def facts(path: Path) -> list[object]:
    """The rows that somebody finds who opens the file now."""
    with closing(sqlite3.connect(path)) as database:
        return [fact for (fact,) in database.execute(FACTS)]


def warnings_of(caplog: pytest.LogCaptureFixture) -> list[str]:
    return [line.message for line in caplog.records if line.levelno >= logging.WARNING]


def delete(path: Path) -> None:
    for file in path.parent.glob("state.db*"):
        file.unlink()


def test_after_its_file_was_deleted_it_writes_to_a_new_one(
    path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    database = StateDatabase(path)
    assert add(database, "before")
    delete(path)
    assert add(database, "after")
    assert add(database, "later")
    assert facts(path) == ["after", "later"]
    [warning] = warnings_of(caplog)
    assert "was deleted or replaced" in warning


def test_after_its_file_was_replaced_it_goes_on_with_the_other(path: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    with closing(StateDatabase(other)) as saved:
        assert add(saved, "saved")
    database = StateDatabase(path)
    assert add(database, "before")
    delete(path)
    other.replace(path)
    assert add(database, "after")
    assert database.read(FACTS) == [("after",), ("saved",)]


def test_a_folder_in_its_place_is_done_without_until_it_is_gone(
    path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "TRY_AGAIN", 0)
    database = StateDatabase(path)
    delete(path)
    path.mkdir()
    assert not add(database, "a")
    assert database.read(FACTS) == []
    assert len(warnings_of(caplog)) == 1
    path.rmdir()
    assert add(database, "b")
    assert facts(path) == ["b"]


@pytest.mark.parametrize(("quiet", "times"), [(60, 1), (0, 3)])
def test_trouble_that_comes_and_goes_is_told_once(
    path: Path,
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
    quiet: float,
    times: int,
) -> None:
    monkeypatch.setattr(module, "TRY_AGAIN", 0)
    monkeypatch.setattr(module, "QUIET", quiet)
    database = StateDatabase(path, most_bytes=12 * 4096)
    for _ in range(3):
        assert not add(database, "a" * 12 * 4096)
        assert add(database, "b")
        assert database.write([("delete from feedback", ())])
    assert len(warnings_of(caplog)) == times


@pytest.mark.parametrize("value", ["\ud800", 2**63, -(2**70), ["a"], {}])
def test_what_sqlite_cannot_hold_is_refused_and_the_rest_is_written(
    path: Path, value: str, caplog: pytest.LogCaptureFixture
) -> None:
    database = StateDatabase(path)
    assert not database.write([(ADDING, ("half",)), (ADDING, (value,))])
    assert database.read("select ?", (value,)) == []
    assert add(database, "whole")
    assert facts(path) == ["whole"]
    assert warnings_of(caplog) == []


def test_a_damaged_text_keeps_no_other_from_being_read(path: Path) -> None:
    database = StateDatabase(path)
    assert add(database, "sound")
    assert database.write([("update feedback set fact = cast(x'61ff62' as text)", ())])
    assert add(database, "sound")
    assert database.read(FACTS) == [("a�b",), ("sound",)]


def test_what_is_deleted_stands_in_no_file_once_it_is_wiped(path: Path, tmp_path: Path) -> None:
    database = StateDatabase(path)
    assert add(database, "Quendolyn")
    assert database.write([("delete from feedback", ())])
    assert any(b"Quendolyn" in file.read_bytes() for file in tmp_path.iterdir())
    assert database.wipe()
    assert not any(b"Quendolyn" in file.read_bytes() for file in tmp_path.iterdir())


def test_while_somebody_else_reads_it_cannot_be_wiped(path: Path) -> None:
    database = StateDatabase(path)
    assert add(database, "a")
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("begin")
        other.execute(FACTS).fetchall()
        assert add(database, "b")
        assert not database.wipe()
        other.execute("rollback")
    assert database.wipe()
