"""Answers that Telegram makes us hold back: where they go and what they're made of, no words."""

from __future__ import annotations

import math
import time
from collections.abc import Callable
from dataclasses import dataclass, replace

from state.database import StateDatabase, Statement
from state.ledger import Ledger

_FIELDS = (
    "update_id, chat_id, message_id, thread_id, quote_question, again, wait, asked_at, due_at"
)


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


class ParkedAnswers:
    """The answers that wait, in the state file; the ledger has each as `parked` meanwhile."""

    def __init__(
        self, database: StateDatabase, ledger: Ledger, now: Callable[[], float] = time.time
    ) -> None:
        """`now` gives the time in seconds since 1970."""
        self._database = database
        self._ledger = ledger
        self.now = now

    def park(self, bot: int, parked: Parked) -> bool:
        """Keep `parked`, whose update counts as done from now on; False where it can't be kept."""
        noting = self._ledger.statements(bot, parked.update, "parked", None)
        return self._database.write([self._keeping(bot, parked), *noting])

    def postpone(self, bot: int, parked: Parked, wait: int) -> Parked:
        """It has to wait once more, for `wait` seconds from now."""
        later = replace(parked, wait=wait, due_at=math.ceil(self.now() + wait))
        self._database.write([self._keeping(bot, later)])
        return later

    def settle(self, bot: int, parked: Parked, outcome: str, rule: str | None) -> bool:
        """It ended with `outcome`; False where that can't be written, and it may be repeated."""
        fewer = "update counts set count = count - 1 where bot = ? and outcome = 'parked'"
        ended = self._ledger.statements(bot, parked.update, outcome, rule)
        gone = "delete from parked where bot = ? and update_id = ?"
        return self._database.write([(gone, (bot, parked.update)), (fewer, (bot,)), *ended])

    def waiting(self, bot: int) -> list[Parked]:
        """All that wait, the first due first."""
        rows = self._database.read(
            f"select {_FIELDS} from parked where bot = ? order by due_at, update_id", (bot,)
        )
        return [_parked(row) for row in rows]

    def seconds_left(self, parked: Parked) -> float:
        """How long it has yet to wait; a clock that was set back makes it no longer."""
        return min(max(0.0, parked.due_at - self.now()), float(parked.wait))

    def age(self, parked: Parked) -> float:
        """Seconds since the question."""
        return self.now() - parked.asked_at

    def _keeping(self, bot: int, parked: Parked) -> Statement:
        values = (
            bot,
            parked.update,
            parked.chat_id,
            parked.message_id,
            parked.thread_id,
            int(parked.quote_question),
            parked.again,
            parked.wait,
            parked.asked_at,
            parked.due_at,
        )
        return (
            f"insert or replace into parked (bot, {_FIELDS}) values (?,?,?,?,?,?,?,?,?,?)",
            values,
        )


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
