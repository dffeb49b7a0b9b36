"""Which updates have had their outcome, and how many of each there were."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable

from state.at_work import AtWork
from state.broken import remove_old
from state.database import StateDatabase, Statement

KEPT = 48 * 3600
"""Seconds that an id is kept at most: twice as long as Telegram keeps an update."""
FORGET_EVERY = 3600
"""Seconds from one `forget_old` to the next: what would grow too old until then goes now."""
MOST_UNWRITTEN = 10_000
"""Ids kept in memory while the file can't be written: a hundred times Telegram's window."""
_LARGEST = 2**63 - 1


class Ledger:
    """Ids of updates that are done with, by bot.

    An id is looked up, never compared: Telegram starts at a random one after a quiet week.
    """

    def __init__(self, database: StateDatabase, now: Callable[[], float] = time.time) -> None:
        """Keep the ledger in `database`; `now` gives the time in seconds since 1970."""
        self._database = database
        self._now = now
        self._unwritten: dict[tuple[int, int], tuple[str, str | None]] = {}
        self.at_work = AtWork(database, now)

    def known(self, bot: int, updates: Iterable[int]) -> set[int]:
        """Those of `updates` that already have their outcome."""
        asked = set(updates)
        found = {update for update in asked if (bot, update) in self._unwritten}
        storable = [update for update in asked - found if -_LARGEST <= update <= _LARGEST]
        marks = ",".join("?" * len(storable))
        rows = self._database.read(
            f"select update_id from ended where bot = ? and update_id in ({marks})",
            (bot, *storable),
        )
        return found | (asked & {row[0] for row in rows})

    def note(self, bot: int, update: int, outcome: str, rule: str | None = None) -> None:
        """Remember that `update` ended with `outcome`, by `rule`. Raises nothing."""
        self._unwritten[bot, update] = (outcome, rule)
        if self._database.usable and self._database.write(self._all_unwritten()):
            self._unwritten.clear()
        elif len(self._unwritten) > MOST_UNWRITTEN:
            del self._unwritten[next(iter(self._unwritten))]

    def counts(self, bot: int) -> dict[tuple[str, str | None], int]:
        """How many updates ended how, since the file was begun, by outcome and rule."""
        rows = self._database.read("select outcome, rule, count from counts where bot = ?", (bot,))
        return {
            (str(outcome), str(rule) or None): int(str(count)) for outcome, rule, count in rows
        }

    def forget_old(self) -> None:
        """Delete what is over, so that no file has it any more. Raises nothing.

        To be called once the time is known, and each `FORGET_EVERY` seconds from then on.
        """
        now = int(self._now())
        # A date far ahead was noted while the clock was wrong, and would stay for ever.
        old = "where at < ? or at > ?"
        times = (now - KEPT + FORGET_EVERY, now + KEPT)
        self._database.write(
            [(f"delete from {table} {old}", times) for table in ("ended", "at_work")]
        )
        remove_old(self._database.path)
        self._database.wipe()

    def _all_unwritten(self) -> list[Statement]:
        statements: list[Statement] = []
        for (bot, update), (outcome, rule) in self._unwritten.items():
            statements += self.statements(bot, update, outcome, rule)
        return statements

    def statements(self, bot: int, update: int, outcome: str, rule: str | None) -> list[Statement]:
        """What `note` writes, for those who write something else in the same breath."""
        counting: Statement = (
            "insert into counts values (?, ?, ?, 1) on conflict do update set count = count + 1",
            (bot, outcome, rule or ""),
        )
        # No such id comes from Telegram, but a hostile one must not stop the ledger.
        if not -_LARGEST <= update <= _LARGEST:
            return [counting]
        return [
            ("insert or replace into ended values (?, ?, ?)", (bot, update, int(self._now()))),
            counting,
            self.at_work.done(bot, update),
        ]
