"""Which update the bot is at work on, so that one that ends the process isn't served for ever."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from state.database import StateDatabase, Statement


@dataclass(frozen=True, slots=True)
class Work:
    """The work on one update."""

    ends: int
    """How many processes have ended at it before."""
    _mark: Callable[[int], None]

    def put_off(self) -> None:
        """It's over without an outcome: how many ended at it before counts no more."""
        self._mark(0)

    @contextmanager
    def resting(self) -> Iterator[None]:
        """Inside the block only time passes: what ends the process isn't the update's fault."""
        self._mark(self.ends)
        try:
            yield
        finally:
            self._mark(self.ends + 1)


class AtWork:
    """Ids of updates that are being worked on, each with the processes that ended meanwhile.

    A crash can't be noted when it comes, so it's noted before, and taken back when it didn't: with
    the outcome, in the same write. Nothing is noted while an update only waits for Telegram: a
    process that is killed from outside is mostly killed then, and no update is to blame for that.
    """

    def __init__(self, database: StateDatabase, now: Callable[[], float] = time.time) -> None:
        """Note them in `database`; `now` gives the time in seconds since 1970."""
        self._database = database
        self._now = now
        rows = database.read("select bot, update_id, ends from at_work")
        self._ends = {(bot, update): int(str(ends)) for bot, update, ends in rows}

    @contextmanager
    def on(self, bot: int, update: int) -> Iterator[Work]:
        """The block is the work on `update`, and it's over where the block raises.

        Else it's over with `done`, for the ledger, or `Work.put_off`.
        """

        def mark(ends: int) -> None:
            values = (bot, update, ends, int(self._now()))
            marking = ("insert or replace into at_work values (?, ?, ?, ?)", values)
            self._database.write([marking if ends else self.done(bot, update)])

        work = Work(self._ends.pop((bot, update), 0), mark)
        mark(work.ends + 1)
        try:
            yield work
        except BaseException:
            work.put_off()
            raise

    def done(self, bot: int, update: int) -> Statement:
        """What to write with the outcome of `update`."""
        return "delete from at_work where bot = ? and update_id = ?", (bot, update)
