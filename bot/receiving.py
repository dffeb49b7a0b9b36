"""Receives by polling: fetches updates, and confirms to Telegram what has its outcome.

python-telegram-bot's own polling confirms what it queues: killed with 300 waiting, 234 to 290
people never got an answer. Here an update is forgotten by Telegram only once it's done and noted,
so a kill loses none, and repeats at most what was being sent at that moment.
"""

from __future__ import annotations

import asyncio
import json
import logging
from contextlib import suppress

from telegram.error import TelegramError

from bot.endings import EndingError
from bot.logs import where
from bot.pace import Pace
from bot.polling import BATCH, Poller, Raw
from bot.serving import Service
from bot.window import Window, is_made_up, made_up

_log = logging.getLogger(__name__)


class Receiver:
    """The receive loop of one bot."""

    def __init__(self, poller: Poller, service: Service, pace: Pace) -> None:
        """Have `service` serve what `poller` brings."""
        self._poller = poller
        self._service = service
        self._pace = pace
        self._window = Window()
        self._due = asyncio.Event()
        self._nameless = False
        """Whether the last poll brought an update that no offset confirms."""
        self._stopping = False
        self._ending: EndingError | None = None
        self._polling: asyncio.Future[list[Raw]] | None = None

    def stop(self) -> None:
        """Fetch no more: `receive` finishes what is in hand, confirms it and returns."""
        self._stopping = True
        self._due.set()
        if self._polling is not None:
            self._polling.cancel()

    def end(self, ending: EndingError) -> None:
        """Stop, and have `receive` raise `ending`."""
        self._ending = ending
        self.stop()

    def finished(self, update: int) -> None:
        """Let the next poll confirm `update`."""
        self._window.finish(update)
        if self._window.in_hand == 0 or self._window.confirmable >= BATCH // 2:
            self._due.set()

    async def receive(self) -> None:
        """Receive until `stop`. Raises `EndingError` where going on is no use."""
        try:
            self._service.begin(self)
            while not self._stopping:
                self._take(await self._fetch())
                await self._until_a_poll_is_due()
        finally:
            await self._service.stop()
            await self._farewell()
            tally = self._service.tally
            _log.info("stopped: %s", tally, extra={"fields": tally.fields()})
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
        updates = [_with_an_id(update) for update in updates]
        self._window.confirmed(naming, (update["update_id"] for update in updates))
        self._nameless = any(is_made_up(update["update_id"]) for update in updates)
        return updates

    def _take(self, updates: list[Raw]) -> None:
        self._service.take([one for one in updates if self._window.take(one["update_id"])])

    async def _until_a_poll_is_due(self) -> None:
        """While updates are in hand, Telegram answers at once, with the same ones again.

        So it does while one has no id that it could be told.
        """
        for pause in (self._pace.gather, self._pace.repeat - self._pace.gather):
            self._due.clear()
            if self._stopping or not (self._window.in_hand or self._nameless):
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


def _with_an_id(update: Raw) -> Raw:
    """`update`, with an id made up of what it holds where it has none of Telegram's kind."""
    given = update.get("update_id")
    if type(given) is int and not is_made_up(given):
        return update
    return {**update, "update_id": made_up(json.dumps(update, sort_keys=True))}
