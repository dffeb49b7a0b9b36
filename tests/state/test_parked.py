"""What is kept of an answer that waits, and for how long it still has to."""

from __future__ import annotations

from pathlib import Path

import pytest

from state.database import StateDatabase
from state.ledger import Ledger
from state.parked import Parked, ParkedAnswers

BOT = 42


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
def ledger(tmp_path: Path, clock: Clock) -> Ledger:
    """The ledger of a fresh state file."""
    return Ledger(StateDatabase(tmp_path / "state.db"), clock)


@pytest.fixture
def answers(tmp_path: Path, ledger: Ledger, clock: Clock) -> ParkedAnswers:
    """The parked answers of the same file."""
    return ParkedAnswers(StateDatabase(tmp_path / "state.db"), ledger, clock)


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


@pytest.mark.parametrize(("jump", "left"), [(10, 20), (3600, 0), (-3600, 30), (-1_000_000, 30)])
def test_a_clock_that_jumps_makes_nobody_wait_longer_than_at_first(
    answers: ParkedAnswers, clock: Clock, jump: float, left: float
) -> None:
    clock.now += jump
    assert answers.seconds_left(parked()) == left
