"""Serves updates side by side, each once and in its chat's lane, however they came."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Hashable, Sequence
from functools import partial
from typing import Protocol

from bot.attending import asked_at, lane_of
from bot.endings import EndingError
from bot.lanes import Lanes
from bot.logs import where
from bot.pace import Pace
from bot.parking import Parking, Resume
from bot.polling import Raw
from bot.tally import Tally
from bot.waiting import Waiting
from handlers.outcome import Ended, Held, Outcome, Turn
from state.ledger import FORGET_EVERY, Ledger
from state.parked import ParkedAnswers

CHATS_AT_ONCE = 64
"""More than Telegram lets a bot send to in a second (30), fewer than it has unconfirmed (100)."""

_log = logging.getLogger(__name__)


class Source(Protocol):
    """Who brings updates, and tells Telegram what is done."""

    def finished(self, update: int) -> None:
        """The update with this id has its outcome, and that is noted."""

    def end(self, ending: EndingError) -> None:
        """Going on is no use: bring no more. The update at hand isn't finished."""


class Service:
    """Sees to it that each update of one bot gets its one outcome, noted and counted."""

    def __init__(
        self,
        attend: Callable[[Raw, float, Turn], Awaitable[Ended]],
        ledger: Ledger,
        bot: int,
        pace: Pace,
        parked: ParkedAnswers | None = None,
        resume: Resume | None = None,
    ) -> None:
        """`attend(update, waited, turn)` answers one that came `waited` seconds ago.

        `ledger` has what `bot` (an id) has done; `parked` and `resume` are for `Parking`.
        """
        self.tally = Tally()
        self._attend = attend
        self._ledger = ledger
        self._bot = bot
        self._pace = pace
        self._lanes = Lanes(CHATS_AT_ONCE)
        self._waiting = Waiting(self._lanes, self._end)
        self._source: Source | None = None
        self._parking: Parking | None = None
        self._forgetting: asyncio.TimerHandle | None = None
        if parked is not None and resume is not None:
            self._parking = Parking(
                parked, bot, resume, self._lanes, self._finish, self._parked_ended
            )

    def begin(self, source: Source) -> None:
        """Serve what `source` brings, and what an earlier process has held back."""
        self._source = source
        if self._parking is not None:
            waiting = self._parking.load()
            self.tally.came += waiting
            self.tally.outcomes[Outcome.PARKED] += waiting
        self._forget_old()

    def take(self, updates: Sequence[Raw]) -> None:
        """Serve `updates`, of which none is in hand; those known from before are only finished."""
        known = self._ledger.known(self._bot, (update["update_id"] for update in updates))
        came = asyncio.get_running_loop().time()
        self._waiting.came(len(updates))
        for update in updates:
            if update["update_id"] in known:
                self.tally.repeats += 1
                self._finish(update["update_id"])
            else:
                self.tally.came += 1
                self._lanes.add(lane_of(update), partial(self._serve, update, came))

    async def stop(self) -> None:
        """Finish what is in hand, as far as there's time for it."""
        if self._forgetting is not None:
            self._forgetting.cancel()
        if self._parking is not None:
            self._parking.stop()
        self._waiting.stop()
        await self._lanes.stop(self._pace.start_stopping, self._pace.stop)
        if self._parking is not None:
            self._parking.leave()

    def _forget_old(self) -> None:
        self._forgetting = asyncio.get_running_loop().call_later(FORGET_EVERY, self._forget_old)
        if self._parking is not None:
            self._parking.expire_others()
        self._ledger.forget_old()

    async def _serve(self, update: Raw, came: float) -> None:
        number = update["update_id"]
        try:
            waited = asyncio.get_running_loop().time() - came
            ended = await self._attend(update, waited, self._turn(lane_of(update)))
            self.tally.took(ended.outcome, asyncio.get_running_loop().time() - came)
            if ended.held is not None and self._parking is not None:
                self._park(self._parking, number, ended.held, asked_at(update))
                return
            if ended.later is not None:
                self._waiting.wait(number, ended.later)
                return
        except EndingError as ending:
            # Not finished: whoever runs next, with a better token, answers it.
            if self._source is not None:
                self._source.end(ending)
            return
        except Exception as error:  # A fault of our own must not stop the chat's lane.
            _log.error("attending failed: %s", where(error))
            ended = Ended(Outcome.FAILED, "attending failed")
        self._end(number, ended)

    def _park(self, parking: Parking, update: int, held: Held, asked: int | None) -> None:
        try:
            kept = parking.park(update, held, asked)
        except ValueError:
            # Waiting in hand, it'd keep what came after it from being confirmed.
            self._end(update, Ended(Outcome.FAILED, "can't be held back"))
            return
        self.tally.outcomes[Outcome.PARKED] += 1
        if kept:
            self._finish(update)

    def _turn(self, lane: Hashable) -> Turn:
        if self._parking is not None and self._parking.holds(lane):
            return Turn.QUEUE
        return Turn.PARK if self._lanes.crowded(lane) else Turn.WAIT

    def _end(self, update: int, ended: Ended) -> None:
        try:
            self._ledger.note(self._bot, update, ended.outcome, ended.rule)
        except Exception as error:  # Noted or not, it's done, and what is behind it must pass.
            _log.error("an outcome can't be noted: %s", where(error))
        self.tally.outcomes[ended.outcome] += 1
        self._finish(update)

    def _parked_ended(self, update: int, ended: Ended, kept: bool) -> None:
        self.tally.outcomes[Outcome.PARKED] -= 1
        if kept:
            self.tally.outcomes[ended.outcome] += 1
        else:
            # The state file couldn't have it, so its update was in hand all the time.
            self._end(update, ended)

    def _finish(self, update: int) -> None:
        if self._source is not None:
            self._source.finished(update)
