"""A state file that broke is there for a day, for whoever wants to save from it."""

from __future__ import annotations

import os
import sqlite3
import time
from contextlib import closing
from pathlib import Path

import pytest

from state.broken import KEPT, remove_old, set_aside
from state.database import StateDatabase


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A state file with something in it."""
    path = tmp_path / "state.db"
    StateDatabase(path).close()
    return path


def age(file: Path, by: float) -> None:
    """Let it be as if `file` had been set aside so many seconds ago."""
    then = time.time() - by
    os.utime(file, (then, then))


def test_its_day_begins_when_it_is_set_aside(path: Path) -> None:
    age(path, 9 * KEPT)
    broken = set_aside(path)
    remove_old(path)
    assert broken.exists()
    assert not path.exists()


@pytest.mark.parametrize(("by", "there"), [(KEPT - 60, True), (KEPT + 60, False)])
def test_it_is_removed_after_a_day(path: Path, by: float, there: bool) -> None:
    broken = set_aside(path)
    age(broken, by)
    remove_old(path)
    assert broken.exists() == there


def test_one_of_a_clock_that_was_far_ahead_is_removed(path: Path) -> None:
    broken = set_aside(path)
    age(broken, -9 * KEPT)
    remove_old(path)
    assert not broken.exists()


def test_what_is_no_state_file_is_never_removed(tmp_path: Path) -> None:
    """Whoever sets STATE_DB to a file of their own has it back under the other name."""
    path = tmp_path / "thesis.odt"
    path.write_bytes(b"seven years of work")
    StateDatabase(path).close()
    broken = tmp_path / "thesis.odt.broken"
    age(broken, 9 * KEPT)
    remove_old(path)
    assert broken.read_bytes() == b"seven years of work"


def test_where_nothing_was_set_aside_nothing_is_removed(path: Path) -> None:
    remove_old(path)
    with closing(sqlite3.connect(path)) as database:
        assert database.execute("pragma quick_check").fetchone() == ("ok",)
