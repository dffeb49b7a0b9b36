"""Brings one update to its outcome: parsed, handled, tried again, and given up with an apology."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable, Hashable
from typing import TypeAlias

from telegram import Update
from telegram.error import InvalidToken

from bot.application import BotApplication
from bot.endings import TokenRefusedError
from bot.expiry import expired
from bot.lanes import chat_lane
from bot.logs import where
from bot.pace import Pace
from bot.polling import Raw
from handlers.outcome import ANSWERED, Ended, Outcome, Slip, Turn, declined, outcome_slip
from state.at_work import AtWork, Work

Apology: TypeAlias = Callable[[Update], Awaitable[object]]
"""Tells the person in one line that their update failed; what it returns or raises is ignored."""

TRIES = 3
_ENDED_THE_PROCESS = Ended(Outcome.FAILED, "ended the process")

_log = logging.getLogger(__name__)


async def no_apology(update: Update) -> None:
    """For bots that have no words, such as those of tests."""


def lane_of(update: Raw) -> Hashable:
    """The chat that `update` is from, else the person, else a lane of its own."""
    for content in update.values():
        if not isinstance(content, dict):
            continue
        message = content.get("message")
        for holder in (content, message if isinstance(message, dict) else {}):
            chat = holder.get("chat")
            if isinstance(chat, dict) and isinstance(chat.get("id"), int):
                return chat_lane(chat["id"])
        person = content.get("from")
        if isinstance(person, dict) and isinstance(person.get("id"), int):
            return "person", person["id"]
    return "update", update.get("update_id")


def asked_at(update: Raw) -> int | None:
    """When a message was written, in seconds since 1970; `None` where it isn't told."""
    message = update.get("message")
    date = message.get("date") if isinstance(message, dict) else None
    return date if isinstance(date, int) else None


class Attendant:
    """Hands updates to an application's handlers until each has its outcome."""

    def __init__(
        self,
        application: BotApplication,
        apologise: Apology,
        pace: Pace,
        at_work: AtWork,
        *,
        may_hold: bool = False,
        now: Callable[[], float] = time.time,
    ) -> None:
        """`apologise` is called for an update whose handlers failed for good.

        `at_work` remembers updates that ended the process: three times, and they have failed.
        `may_hold`: handlers may end an update as PARKED. `now` gives Telegram's time in seconds
        since 1970.
        """
        self._now = now
        self._may_hold = may_hold
        self._application = application
        self._apologise = apologise
        self._pace = pace
        self._at_work = at_work

    async def attend(self, raw: Raw, waited: float = 0, turn: Turn = Turn.WAIT) -> Ended:
        """How the update ended that came `waited` seconds ago, its answer taking its `turn` so.

        Raises `TokenRefusedError`, and nothing of the handlers'.
        """
        with self._at_work.on(self._application.bot.id, raw["update_id"]) as work:
            ended = await self._attended(raw, waited, turn, work)
            if ended.later is not None:
                work.put_off()
            return ended

    async def _attended(self, raw: Raw, waited: float, turn: Turn, work: Work) -> Ended:
        if work.ends > TRIES:
            # It was the apology.
            return _ENDED_THE_PROCESS
        try:
            update = Update.de_json(raw, self._application.bot)
        except (
            Exception
        ) as error:  # Whatever a future or a broken API holds, the next one must pass.
            _log.error("an update can't be read (%s); passed", where(error))
            return Ended(Outcome.FAILED, "unreadable")
        if (rule := expired(raw, self._now(), waited)) is not None:
            return Ended(Outcome.EXPIRED, rule)
        if work.ends == TRIES:
            ended = _ENDED_THE_PROCESS
        else:
            ended = await self._handled(update, turn, work)
        if ended.outcome is Outcome.FAILED:
            _log.error("an update failed (%s)", ended.rule)
            await self._say_sorry(update, work)
        return ended

    async def _handled(self, update: Update, turn: Turn, work: Work) -> Ended:
        try:
            async with asyncio.timeout(self._pace.attend):
                for attempt in range(TRIES):
                    if attempt:
                        with work.resting():
                            await asyncio.sleep(self._pace.retry)
                    with outcome_slip(
                        may_hold=self._may_hold, turn=turn, resting=work.resting
                    ) as slip:
                        await self._application.process_update(update)
                    ended = self._judged(slip)
                    if ended is not None:
                        return ended
        except TimeoutError:
            return Ended(Outcome.FAILED, "time was up")
        return Ended(Outcome.FAILED, "handler raised")

    def _judged(self, slip: Slip) -> Ended | None:
        """The outcome, or `None` where another try is due."""
        for error in slip.errors:
            # 404 is an InvalidToken too, where a server lacks a method.
            if isinstance(error, InvalidToken) and "unauthorized" in error.message.lower():
                raise TokenRefusedError from None
            _log.error("a handler raised: %s", where(error))
        if slip.accepted and (slip.errors or slip.ended is None):
            # Another try would send it again.
            return ANSWERED
        if slip.errors:
            return None
        return slip.ended or declined("no handler")

    async def _say_sorry(self, update: Update, work: Work) -> None:
        try:
            with outcome_slip(resting=work.resting):
                async with asyncio.timeout(self._pace.apologise):
                    await self._apologise(update)
        except Exception as error:  # An apology that fails is not worth another.
            _log.warning("no apology could be sent: %s", where(error))
