"""What is kept of an answer that waits, and for how long it still has to."""

from __future__ import annotations

import random
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from state import database as module
from state.database import StateDatabase
from state.ledger import FORGET_EVERY, Ledger
from state.parked import KEPT, TOO_OLD, Parked, ParkedAnswers
from tests.state.file_bytes import stands_in

BOT, OTHER_BOT = 42, 43
LARGE = -1_001_234_567_890
"""A group's id, as long as they are."""


class Clock:
    """A time that tests can move."""

    now = 1_000_000.0

    def __call__(self) -> float:
        """Seconds since 1970."""
        return self.now


@pytest.fixture
def clock() -> Clock:
    """Some day."""
    return Clock()


@pytest.fixture
def database(tmp_path: Path) -> StateDatabase:
    """A fresh state file."""
    return StateDatabase(tmp_path / "state.db")


@pytest.fixture
def ledger(database: StateDatabase, clock: Clock) -> Ledger:
    """Its ledger."""
    return Ledger(database, clock)


@pytest.fixture
def answers(database: StateDatabase, ledger: Ledger, clock: Clock) -> ParkedAnswers:
    """Its parked answers."""
    return ParkedAnswers(database, ledger, clock)


def parked(update: int = 7, wait: int = 30) -> Parked:
    return Parked(update, -100, 5, None, True, "fact-id", wait, 999_990, 1_000_000 + wait)


def test_a_parked_answer_is_kept_and_its_update_is_done(
    answers: ParkedAnswers, ledger: Ledger
) -> None:
    assert answers.park(BOT, parked())
    assert answers.waiting(BOT) == [parked()]
    assert ledger.known(BOT, [7]) == {7}
    assert ledger.counts(BOT) == {("parked", None): 1}


def test_the_first_due_comes_first(answers: ParkedAnswers) -> None:
    for update, wait in ((1, 30), (2, 10), (3, 20)):
        answers.park(BOT, parked(update, wait))
    assert [one.update for one in answers.waiting(BOT)] == [2, 3, 1]


def test_a_settled_answer_is_gone_and_counted_once(answers: ParkedAnswers, ledger: Ledger) -> None:
    answers.park(BOT, parked())
    assert answers.settle(BOT, parked(), "answered", None)
    assert answers.waiting(BOT) == []
    assert ledger.counts(BOT) == {("parked", None): 0, ("answered", None): 1}


def test_a_postponed_answer_waits_from_now(answers: ParkedAnswers, clock: Clock) -> None:
    answers.park(BOT, parked())
    clock.now += 30
    later = answers.postpone(BOT, parked(), 9)
    assert answers.waiting(BOT) == [later]
    assert answers.seconds_left(later) == 9


def test_a_postponed_answer_may_be_less_than_it_was(answers: ParkedAnswers) -> None:
    """Its picture is there by now, and only the rest is to come."""
    answers.park(BOT, parked())
    later = answers.postpone(BOT, replace(parked(), again="the rest"), 9)
    assert later.again == "the rest"
    assert answers.waiting(BOT) == [later]


def test_what_could_not_be_kept_is_not_kept_by_postponing_it(answers: ParkedAnswers) -> None:
    """Its update is in hand, and is handed over once more to the next process."""
    answers.postpone(BOT, parked(), 9)
    assert answers.waiting(BOT) == []


class Watched(sqlite3.Connection):
    """Notes at each commit how far it's flushed: 1 is not yet to the disk, 2 is."""

    flushed: list[int]

    def execute(self, sql: str, *values: Any) -> sqlite3.Cursor:
        """As ever."""
        if sql == "commit":
            self.flushed.append(super().execute("pragma synchronous").fetchone()[0])
        return super().execute(sql, *values)


def test_a_power_cut_takes_notes_at_most_and_no_answer_whose_update_is_confirmed(
    tmp_path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    connect, flushed = sqlite3.connect, list[int]()
    monkeypatch.setattr(Watched, "flushed", flushed, raising=False)
    monkeypatch.setattr(
        sqlite3, "connect", lambda path, **how: connect(path, **how, factory=Watched)
    )
    database = StateDatabase(tmp_path / "state.db")
    ledger = Ledger(database, clock)
    ledger.note(BOT, 1, "answered")
    assert ParkedAnswers(database, ledger, clock).park(BOT, parked())
    ledger.note(BOT, 2, "answered")
    assert flushed == [1, 2, 1]


def test_what_ended_while_the_file_was_away_is_settled_once_it_is_back(
    tmp_path: Path, answers: ParkedAnswers, ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else the next process would send it again."""
    monkeypatch.setattr(module, "TRY_AGAIN", 0)
    path, away = tmp_path / "state.db", tmp_path / "away.db"
    answers.park(BOT, parked())
    answers.tidy()
    ledger.forget_old()
    path.rename(away)
    path.mkdir()
    assert not answers.settle(BOT, parked(), "answered", None)
    assert not answers.tidy()
    path.rmdir()
    away.rename(path)
    assert answers.tidy()
    assert answers.waiting(BOT) == []
    assert ledger.counts(BOT) == {("parked", None): 0, ("answered", None): 1}


def test_in_a_new_file_nothing_is_counted_back(
    tmp_path: Path, answers: ParkedAnswers, ledger: Ledger
) -> None:
    answers.park(BOT, parked(1))
    for file in tmp_path.iterdir():
        file.unlink()
    answers.park(BOT, parked(2))
    answers.settle(BOT, parked(1), "answered", None)
    assert ledger.counts(BOT) == {("parked", None): 1, ("answered", None): 1}


def test_of_what_is_settled_nothing_is_left_in_any_file(
    tmp_path: Path, answers: ParkedAnswers
) -> None:
    waiting = [
        replace(parked(number), chat_id=LARGE - number, again=f"fact-{number:04}")
        for number in range(60)
    ]
    for one in waiting:
        answers.park(BOT, one)
    assert all(stands_in(tmp_path, one.chat_id) for one in waiting)
    random.Random(1).shuffle(waiting)
    for one in waiting:
        answers.postpone(BOT, one, 9)
        answers.settle(BOT, one, "answered", None)
    answers.tidy()
    assert [one.chat_id for one in waiting if stands_in(tmp_path, one.chat_id)] == []
    files = [file.read_bytes() for file in tmp_path.iterdir()]
    assert [one for one in waiting if any(one.again.encode() in file for file in files)] == []


def test_what_another_bot_left_is_expired_within_a_day(
    tmp_path: Path, answers: ParkedAnswers, ledger: Ledger, clock: Clock
) -> None:
    """As after a change of the token: nobody would ever send it."""
    left = replace(parked(), chat_id=LARGE, asked_at=int(clock.now))
    answers.park(OTHER_BOT, left)
    answers.park(BOT, replace(parked(8), asked_at=int(clock.now)))
    clock.now += KEPT - FORGET_EVERY
    answers.expire_others(BOT)
    assert answers.waiting(OTHER_BOT) == [left]
    clock.now += 1
    answers.expire_others(BOT)
    answers.tidy()
    assert answers.waiting(OTHER_BOT) == []
    assert not stands_in(tmp_path, LARGE)
    assert ledger.counts(OTHER_BOT) == {("parked", None): 0, ("expired", TOO_OLD): 1}
    assert [one.update for one in answers.waiting(BOT)] == [8], "its own has its timer"


@pytest.mark.parametrize("number", ["\ud800", "@name", 2**63, -(2**70), 1.5, None, [1]])
def test_a_number_that_no_chat_has_is_refused(number: Any) -> None:
    """A number of a poisonous update: it may reach neither the file nor the next start."""
    with pytest.raises(ValueError, match="such a number"):
        replace(parked(), chat_id=number)
    with pytest.raises(ValueError, match="surrogates"):
        replace(parked(), again="\ud800")


def test_a_damaged_row_keeps_no_other_from_being_sent(
    tmp_path: Path, answers: ParkedAnswers
) -> None:
    for update in range(1, 4):
        answers.park(BOT, parked(update))
    with closing(sqlite3.connect(tmp_path / "state.db")) as database, database:
        database.execute("update parked set chat_id = x'ff', wait = 'x' where update_id = 1")
        database.execute("update parked set again = cast(x'ff' as text) where update_id = 2")
    damaged, unreadable, sound = answers.waiting(BOT)
    assert (damaged.chat_id, damaged.wait) == (0, 0)
    assert unreadable.again == "�"
    assert sound == parked(3)


@pytest.mark.parametrize(("jump", "left"), [(10, 20), (3600, 0), (-3600, 30), (-1_000_000, 30)])
def test_a_clock_that_jumps_makes_nobody_wait_longer_than_at_first(
    answers: ParkedAnswers, clock: Clock, jump: float, left: float
) -> None:
    clock.now += jump
    assert answers.seconds_left(parked()) == left
