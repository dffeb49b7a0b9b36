"""Receives: fetches updates, has them attended to, and confirms to Telegram what has its outcome.

python-telegram-bot's own polling confirms what it queues: killed with 300 waiting, 234 to 290
people never got an answer. Here an update is forgotten by Telegram only once it's done and noted,
so a kill loses none, and repeats at most what was being sent at that moment.
"""

from __future__ import annotations

import asyncio
import logging
from collections import Counter
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial

from telegram.error import TelegramError

from bot.attending import asked_at, lane_of
from bot.endings import EndingError
from bot.lanes import Lanes
from bot.logs import where
from bot.pace import Pace
from bot.parking import Parking, Resume
from bot.polling import BATCH, Poller, Raw
from bot.window import Window
from handlers.outcome import Ended, Outcome
from state.ledger import Ledger
from state.parked import ParkedAnswers

CHATS_AT_ONCE = 64
"""More than Telegram lets a bot send to in a second (30), fewer than it has unconfirmed (100)."""

_log = logging.getLogger(__name__)


@dataclass(slots=True)
class Tally:
    """What came and what became of it: the outcomes' sum is what came, once nothing is in hand."""

    came: int = 0
    repeats: int = 0
    """Handed over again by Telegram though done with, and skipped."""
    outcomes: Counter[Outcome] = field(default_factory=Counter)

    def __str__(self) -> str:
        """The counts in words."""
        ended = ", ".join(f"{self.outcomes[outcome]} {outcome}" for outcome in Outcome)
        return f"{self.came} came: {ended}; {self.repeats} repeats skipped"


class Receiver:
    """The receive loop of one bot."""

    def __init__(
        self,
        poller: Poller,
        attend: Callable[[Raw], Awaitable[Ended]],
        ledger: Ledger,
        bot: int,
        pace: Pace,
        parked: ParkedAnswers | None = None,
        resume: Resume | None = None,
    ) -> None:
        """Attend to what `poller` brings, once each: `ledger` has what `bot` (an id) has done."""
        self.tally = Tally()
        self._poller = poller
        self._attend = attend
        self._ledger = ledger
        self._bot = bot
        self._pace = pace
        self._window = Window()
        self._lanes = Lanes(CHATS_AT_ONCE)
        self._due = asyncio.Event()
        self._parking: Parking | None = None
        if parked is not None and resume is not None:
            self._parking = Parking(parked, bot, resume, self._lanes.add, self._parked_ended)
        self._stopping = False
        self._ending: EndingError | None = None
        self._polling: asyncio.Future[list[Raw]] | None = None

    def stop(self) -> None:
        """Fetch no more: `receive` finishes what is in hand, confirms it and returns."""
        self._stopping = True
        self._due.set()
        if self._polling is not None:
            self._polling.cancel()

    async def receive(self) -> None:
        """Receive until `stop`. Raises `EndingError` where going on is no use."""
        try:
            self._take_over_parked()
            while not self._stopping:
                self._take(await self._fetch())
                await self._until_a_poll_is_due()
        finally:
            if self._parking is not None:
                self._parking.stop()
            await self._lanes.stop(self._pace.start_stopping, self._pace.stop)
            await self._farewell()
            _log.info("stopped: %s", self.tally)
        if self._ending is not None:
            raise self._ending

    async def _fetch(self) -> list[Raw]:
        naming = self._window.name()
        waiting = self._window.in_hand == 0
        self._polling = asyncio.ensure_future(self._poller.poll(naming.offset, waiting=waiting))
        try:
            updates = await self._polling
        except asyncio.CancelledError:
            if self._stopping:
                return []
            raise
        finally:
            self._polling = None
        updates = [update for update in updates if isinstance(update.get("update_id"), int)]
        self._window.confirmed(naming, (update["update_id"] for update in updates))
        return updates

    def _take(self, updates: list[Raw]) -> None:
        new = [update for update in updates if self._window.take(update["update_id"])]
        known = self._ledger.known(self._bot, (update["update_id"] for update in new))
        for update in new:
            if update["update_id"] in known:
                self.tally.repeats += 1
                self._window.finish(update["update_id"])
            else:
                self.tally.came += 1
                self._lanes.add(lane_of(update), partial(self._serve, update))

    async def _serve(self, update: Raw) -> None:
        try:
            ended = await self._attend(update)
        except EndingError as ending:
            # Not finished: whoever runs next, with a better token, answers it.
            self._ending = ending
            self.stop()
            return
        except Exception as error:  # A fault of our own must not stop the chat's lane.
            _log.error("attending failed: %s", where(error))
            ended = Ended(Outcome.FAILED, "attending failed")
        if ended.held is not None and self._parking is not None:
            self.tally.outcomes[Outcome.PARKED] += 1
            if self._parking.park(update["update_id"], ended.held, asked_at(update)):
                self._finish(update["update_id"])
            return
        self._end(update["update_id"], ended)

    def _end(self, update: int, ended: Ended) -> None:
        self._ledger.note(self._bot, update, ended.outcome, ended.rule)
        self.tally.outcomes[ended.outcome] += 1
        self._finish(update)

    def _take_over_parked(self) -> None:
        if self._parking is not None:
            waiting = self._parking.load()
            self.tally.came += waiting
            self.tally.outcomes[Outcome.PARKED] += waiting

    def _parked_ended(self, update: int, ended: Ended, kept: bool) -> None:
        self.tally.outcomes[Outcome.PARKED] -= 1
        if kept:
            self.tally.outcomes[ended.outcome] += 1
        else:
            # The state file couldn't have it, so its update was in hand all the time.
            self._end(update, ended)

    def _finish(self, update: int) -> None:
        self._window.finish(update)
        if self._window.in_hand == 0 or self._window.confirmable >= BATCH // 2:
            self._due.set()

    async def _until_a_poll_is_due(self) -> None:
        """While updates are in hand, Telegram answers at once, with the same ones again."""
        for pause in (self._pace.gather, self._pace.repeat - self._pace.gather):
            self._due.clear()
            if self._stopping or not self._window.in_hand:
                return
            if self._window.confirmable < BATCH // 2:
                with suppress(TimeoutError):
                    async with asyncio.timeout(pause):
                        await self._due.wait()
            if self._window.confirmable:
                return

    async def _farewell(self) -> None:
        naming = self._window.name()
        # A poll that was broken off has told Telegram too, and telling it again takes 3 s.
        if naming.offset is None or naming.offset == self._poller.told:
            return
        try:
            await self._poller.confirm(naming.offset)
        except (TelegramError, TimeoutError) as error:
            # The ledger knows them too.
            _log.warning("the last updates couldn't be confirmed: %s", where(error))
