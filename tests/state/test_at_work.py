"""An update that processes end at is told from those that they only happened to have in hand."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

import pytest

from state.at_work import AtWork, Work
from state.database import StateDatabase
from state.ledger import KEPT, Ledger

BOT, OTHER_BOT, UPDATE = 42, 43, 7


@pytest.fixture
def ended() -> Iterator[ExitStack]:
    """What processes were at when they ended: nothing was taken back."""
    with ExitStack() as never_left:
        yield never_left


def at_work(folder: Path) -> AtWork:
    """A new process's."""
    return AtWork(StateDatabase(folder / "state.db"))


@contextmanager
def next_process(folder: Path) -> Iterator[Work]:
    """The work on the update in another process."""
    with at_work(folder).on(BOT, UPDATE) as work:
        yield work


def test_each_process_that_ended_at_it_counts(tmp_path: Path, ended: ExitStack) -> None:
    counted = [ended.enter_context(next_process(tmp_path)).ends for _ in range(4)]
    assert counted == [0, 1, 2, 3]


def test_what_has_its_outcome_counts_no_more(tmp_path: Path, ended: ExitStack) -> None:
    ended.enter_context(next_process(tmp_path))
    ledger = Ledger(StateDatabase(tmp_path / "state.db"))
    with ledger.at_work.on(BOT, UPDATE) as work:
        assert work.ends == 1
    ledger.note(BOT, UPDATE, "answered")
    with next_process(tmp_path) as work:
        assert work.ends == 0


def test_nor_does_what_is_left_for_later_while_the_process_lives(
    tmp_path: Path, ended: ExitStack
) -> None:
    ended.enter_context(next_process(tmp_path))
    with suppress(KeyboardInterrupt), next_process(tmp_path):
        raise KeyboardInterrupt
    with next_process(tmp_path) as work:
        assert work.ends == 0
        work.put_off()
    with next_process(tmp_path) as work:
        assert work.ends == 0


def test_an_end_while_telegram_is_waited_for_does_not_count(
    tmp_path: Path, ended: ExitStack
) -> None:
    ended.enter_context(next_process(tmp_path))
    for _ in range(2):
        work = ended.enter_context(next_process(tmp_path))
        ended.enter_context(work.resting())
        assert work.ends == 1


def test_an_end_after_telegram_has_answered_does(tmp_path: Path, ended: ExitStack) -> None:
    with ended.enter_context(next_process(tmp_path)).resting():
        pass
    with next_process(tmp_path) as work:
        assert work.ends == 1


def test_the_same_id_of_another_bot_is_another_update(tmp_path: Path, ended: ExitStack) -> None:
    ended.enter_context(next_process(tmp_path))
    with at_work(tmp_path).on(OTHER_BOT, UPDATE) as work:
        assert work.ends == 0


def test_one_that_never_comes_again_is_forgotten_after_two_days(
    tmp_path: Path, ended: ExitStack
) -> None:
    clock = [1_000_000.0]
    database = StateDatabase(tmp_path / "state.db")
    ended.enter_context(AtWork(database, lambda: clock[0]).on(BOT, UPDATE))
    clock[0] += KEPT
    Ledger(database, lambda: clock[0]).forget_old()
    assert database.read("select * from at_work") == []


def test_it_goes_on_without_a_file(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with at_work(tmp_path / "file").on(BOT, 2**63) as work, work.resting():
        assert work.ends == 0
