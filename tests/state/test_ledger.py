"""What the ledger remembers, and that answers go on where it can't."""

from __future__ import annotations

import logging
import sqlite3
from pathlib import Path

import pytest

from state.database import StateDatabase
from state.ledger import FORGET_EVERY, KEPT, Ledger
from tests.state.file_bytes import stands_in

BOT, OTHER_BOT = 42, 43
LARGE = 123_456_789_012
"""An id that is told apart from all else in a file."""


def ledger(path: Path, **limits: int) -> Ledger:
    return Ledger(StateDatabase(path, **limits))


def test_an_answered_update_is_known_after_a_restart(tmp_path: Path) -> None:
    ledger(tmp_path / "state.db").note(BOT, 7, "answered")
    assert ledger(tmp_path / "state.db").known(BOT, [6, 7, 8]) == {7}


def test_a_lower_id_than_the_highest_is_new(tmp_path: Path) -> None:
    """Telegram starts at a random id after a quiet week."""
    kept = ledger(tmp_path / "state.db")
    kept.note(BOT, 900_000, "answered")
    assert kept.known(BOT, [12]) == set()


def test_each_bot_has_its_own_ids(tmp_path: Path) -> None:
    kept = ledger(tmp_path / "state.db")
    kept.note(BOT, 7, "answered")
    assert kept.known(OTHER_BOT, [7]) == set()


def test_ids_are_forgotten_within_two_days(tmp_path: Path) -> None:
    """They're looked at each hour, and none is older when its turn comes."""
    clock = [1_000_000.0]
    kept = Ledger(StateDatabase(tmp_path / "state.db"), lambda: clock[0])
    kept.note(BOT, LARGE, "answered")
    clock[0] += KEPT - FORGET_EVERY
    kept.forget_old()
    assert kept.known(BOT, [LARGE]) == {LARGE}
    clock[0] += FORGET_EVERY
    kept.forget_old()
    assert kept.known(BOT, [LARGE]) == set()


@pytest.mark.parametrize(("hours", "known"), [(47, True), (49, False)])
def test_an_update_is_known_for_two_days(tmp_path: Path, hours: int, known: bool) -> None:
    """Twice as long as Telegram may still hand it over, and no longer."""
    clock = [1_000_000.0]
    kept = Ledger(StateDatabase(tmp_path / "state.db"), lambda: clock[0])
    kept.note(BOT, LARGE, "answered")
    clock[0] += hours * 3600
    kept.forget_old()
    assert (kept.known(BOT, [LARGE]) == {LARGE}) is known


def test_of_an_id_that_is_forgotten_nothing_is_left_in_any_file(tmp_path: Path) -> None:
    clock = [1_000_000.0]
    kept = Ledger(StateDatabase(tmp_path / "state.db"), lambda: clock[0])
    kept.note(BOT, LARGE, "answered")
    assert stands_in(tmp_path, LARGE)
    clock[0] += KEPT
    kept.note(BOT, 1, "answered")
    kept.forget_old()
    assert not stands_in(tmp_path, LARGE)


def test_ids_of_a_clock_that_was_far_ahead_are_forgotten(tmp_path: Path) -> None:
    path = tmp_path / "state.db"
    Ledger(StateDatabase(path), lambda: 9_000_000_000.0).note(BOT, 7, "answered")
    kept = Ledger(StateDatabase(path), lambda: 1_000_000.0)
    kept.forget_old()
    assert kept.known(BOT, [7]) == set()


def test_counts_are_kept_by_outcome_and_rule(tmp_path: Path) -> None:
    kept = ledger(tmp_path / "state.db")
    for update, (outcome, rule) in enumerate(
        [("answered", None), ("answered", None), ("declined", "flood")]
    ):
        kept.note(BOT, update, outcome, rule)
    assert kept.counts(BOT) == {("answered", None): 2, ("declined", "flood"): 1}


def test_an_absurd_id_is_counted_and_stops_nothing(tmp_path: Path) -> None:
    kept = ledger(tmp_path / "state.db")
    kept.note(BOT, 2**63, "failed", "unparsable")
    assert kept.known(BOT, [2**63, 1]) == set()
    assert kept.counts(BOT) == {("failed", "unparsable"): 1}


def warnings_of(caplog: pytest.LogCaptureFixture) -> list[str]:
    return [line.message for line in caplog.records if line.levelno >= logging.WARNING]


def test_a_file_that_cannot_be_written_is_noticed_at_start(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "file").touch()
    database = StateDatabase(tmp_path / "file" / "state.db")
    assert not database.usable
    [warning] = warnings_of(caplog)
    assert "STATE_DB" in warning


def test_without_a_file_the_running_bot_still_remembers(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "file").touch()
    kept = ledger(tmp_path / "file" / "state.db")
    for update in range(5):
        kept.note(BOT, update, "answered")
    assert kept.known(BOT, range(9)) == {0, 1, 2, 3, 4}
    assert len(warnings_of(caplog)) == 1


def test_a_full_disk_costs_one_warning(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    kept = ledger(tmp_path / "state.db", most_bytes=12 * 4096)
    for update in range(2000):
        kept.note(BOT, update, "answered")
    assert kept.known(BOT, [1999]) == {1999}
    assert len(warnings_of(caplog)) == 1
    assert ledger(tmp_path / "state.db").known(BOT, [0]) == {0}


def test_a_read_only_file_costs_one_warning(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Opened read-only, since permissions don't bind an administrator who runs the tests."""
    path = tmp_path / "state.db"
    ledger(path).note(BOT, 1, "answered")
    connect = sqlite3.connect
    monkeypatch.setattr(
        sqlite3,
        "connect",
        lambda of, **how: connect(f"file:{of}?mode=ro", uri=True, **how),
    )
    kept = ledger(path)
    kept.note(BOT, 2, "answered")
    kept.note(BOT, 3, "answered")
    assert kept.known(BOT, [2, 3]) == {2, 3}
    assert len(warnings_of(caplog)) == 1


@pytest.mark.parametrize(
    "content", [b"no database" * 1000, b"SQLite format 3\x00" + b"\xff" * 9000]
)
def test_a_corrupt_file_is_set_aside(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, content: bytes
) -> None:
    path = tmp_path / "state.db"
    path.write_bytes(content)
    ledger(path).note(BOT, 1, "answered")
    assert ledger(path).known(BOT, [1]) == {1}
    assert (tmp_path / "state.db.broken").read_bytes() == content
    assert len(warnings_of(caplog)) == 1


def test_a_database_of_a_newer_version_is_left_alone(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    path = tmp_path / "state.db"
    newer = sqlite3.connect(path)
    newer.execute("pragma user_version = 99")
    newer.close()
    before = path.read_bytes()
    ledger(path).note(BOT, 1, "answered")
    assert path.read_bytes() == before
    assert len(warnings_of(caplog)) == 1


def test_a_deleted_file_is_made_anew_and_has_what_comes_after(tmp_path: Path) -> None:
    path = tmp_path / "state.db"
    kept = ledger(path)
    kept.note(BOT, 1, "answered")
    for file in tmp_path.iterdir():
        file.unlink()
    kept.note(BOT, 2, "answered")
    assert ledger(path).known(BOT, [2]) == {2}
