"""Answers that Telegram makes us hold back: where they go and what they're made of, no words."""

from __future__ import annotations

import math
import time
from collections.abc import Callable
from dataclasses import astuple, dataclass, replace

from state.database import StateDatabase, Statement
from state.ledger import FORGET_EVERY, Ledger

KEPT = 24 * 3600
"""Seconds after its question from which on an answer is of no use: Telegram keeps a message as
long for a bot."""
TOO_OLD = "held back for a day"
"""The rule by which such an answer is expired."""
_FIELDS = (
    "update_id, chat_id, message_id, thread_id, quote_question, again, wait, asked_at, due_at"
)
# A damaged row must not keep the bot from starting: what is no number reads as 0.
_READ = ", ".join(
    name if name == "again" else f"cast({name} as integer)" for name in _FIELDS.split(", ")
)
_NUMBERS = range(-(2**63), 2**63)


@dataclass(frozen=True, slots=True)
class Parked:
    """One answer that waits."""

    update: int
    chat_id: int
    message_id: int
    thread_id: int | None
    quote_question: bool
    again: str
    """What it's made anew of."""
    wait: int
    """Seconds that Telegram asked for."""
    asked_at: int
    """When the question was asked, in seconds since 1970."""
    due_at: int

    def __post_init__(self) -> None:
        """Raises `ValueError` for what no file can keep, and Telegram never sends."""
        self.again.encode()
        for number in (self.update, self.chat_id, self.message_id, self.thread_id or 0):
            if not isinstance(number, int) or number not in _NUMBERS:
                raise ValueError("no update, chat, message or topic has such a number")


class ParkedAnswers:
    """The answers that wait, in the state file; the ledger has each as `parked` meanwhile."""

    def __init__(
        self, database: StateDatabase, ledger: Ledger, now: Callable[[], float] = time.time
    ) -> None:
        """`now` gives the time in seconds since 1970."""
        self._database = database
        self._ledger = ledger
        self._unsettled: list[Statement] = []
        self._traces = False
        self.now = now

    def park(self, bot: int, parked: Parked) -> bool:
        """Keep `parked`, whose update counts as done from now on; False where it can't be kept."""
        keeping = f"insert or replace into parked (bot, {_FIELDS}) values (?,?,?,?,?,?,?,?,?,?)"
        noting = self._ledger.statements(bot, parked.update, "parked", None)
        # Telegram is told to forget the update: not even a power cut may lose it then.
        return self._database.write([(keeping, (bot, *astuple(parked))), *noting], flushed=True)

    def postpone(self, bot: int, parked: Parked, wait: int) -> Parked:
        """It, or what of it is left, has to wait once more, for `wait` seconds from now."""
        later = replace(parked, wait=wait, due_at=math.ceil(self.now() + wait))
        # Only where it's kept: a new file gets it whole, by `park`.
        waiting = (
            "update parked set again = ?, wait = ?, due_at = ? where bot = ? and update_id = ?"
        )
        values = (later.again, wait, later.due_at, bot, later.update)
        self._database.write([(waiting, values)])
        return later

    def settle(self, bot: int, parked: Parked, outcome: str, rule: str | None) -> bool:
        """It ended with `outcome`; False where that isn't written yet, and may be repeated."""
        key = (bot, parked.update)
        # Nothing is counted back in a new file, which never had it.
        fewer = (
            "update counts set count = count - 1 where bot = ?1 and outcome = 'parked' "
            "and exists (select 1 from parked where bot = ?1 and update_id = ?2)"
        )
        gone = "delete from parked where bot = ? and update_id = ?"
        ended = self._ledger.statements(bot, parked.update, outcome, rule)
        self._unsettled += [(fewer, key), (gone, key), *ended]
        return self._settle_all()

    def tidy(self) -> bool:
        """Settle what couldn't be written, and leave no trace of it all; whether that's done."""
        if self._settle_all() and self._traces:
            self._traces = not self._database.wipe()
        return not (self._unsettled or self._traces)

    def reopen(self) -> None:
        """See what the next process would find."""
        self._database.reopen()

    def expire_others(self, bot: int) -> None:
        """End what another bot left than `bot`, and nobody sends any more."""
        now = int(self.now())
        rows = self._database.read(
            f"select {_READ}, bot from parked where bot != ? and asked_at not between ? and ?",
            (bot, now - KEPT + FORGET_EVERY, now + KEPT),
        )
        for *row, other in rows:
            self.settle(int(str(other)), _parked(tuple(row)), "expired", TOO_OLD)

    def waiting(self, bot: int) -> list[Parked]:
        """All that wait, the first due first."""
        rows = self._database.read(
            f"select {_READ} from parked where bot = ? order by due_at, update_id", (bot,)
        )
        return [_parked(row) for row in rows]

    def seconds_left(self, parked: Parked) -> float:
        """How long it has yet to wait; a clock that was set back makes it no longer."""
        return min(max(0.0, parked.due_at - self.now()), float(parked.wait))

    def age(self, parked: Parked) -> float:
        """Seconds since the question."""
        return self.now() - parked.asked_at

    def _settle_all(self) -> bool:
        if self._unsettled:
            if not self._database.write(self._unsettled):
                return False
            self._unsettled.clear()
            self._traces = True
        return True


def _parked(row: tuple[object, ...]) -> Parked:
    update, chat, message, thread, quote, again, wait, asked, due = row
    return Parked(
        int(str(update)),
        int(str(chat)),
        int(str(message)),
        None if thread is None else int(str(thread)),
        bool(quote),
        str(again),
        int(str(wait)),
        int(str(asked)),
        int(str(due)),
    )
