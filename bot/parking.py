"""Sends the answers that Telegram made us hold back, once their time has come, across restarts."""

from __future__ import annotations

import asyncio
import logging
import math
from collections.abc import Awaitable, Callable, Hashable
from functools import partial
from typing import TypeAlias

from telegram.error import InvalidToken

from bot.lanes import Job
from bot.logs import where
from handlers.outcome import Ended, Held, Outcome, outcome_slip
from state.parked import Parked, ParkedAnswers

Resume: TypeAlias = Callable[[Held], Awaitable[Ended]]
"""Makes an answer anew and sends it with `handlers.sending.send_held`."""

EXPIRES = 24 * 3600
"""Seconds after which an answer is of no use any more."""

_log = logging.getLogger(__name__)


class Parking:
    """Answers that wait, each with its time."""

    def __init__(
        self,
        answers: ParkedAnswers,
        bot: int,
        resume: Resume,
        add: Callable[[Hashable, Job], None],
        ended: Callable[[int, Ended, bool], None],
    ) -> None:
        """Wait for `bot` (an id); what is due goes through `add`, in its chat's lane.

        `ended(update, how, kept)` is called at the end of each; `kept` is True where the state
        file had it, so that its update was confirmed long ago.
        """
        self._answers = answers
        self._bot = bot
        self._resume = resume
        self._add = add
        self._ended = ended
        self._timers: dict[int, asyncio.TimerHandle] = {}

    def load(self) -> int:
        """Take over what an earlier process left; how many they are."""
        waiting = self._answers.waiting(self._bot)
        for parked in waiting:
            self._wait(parked, kept=True)
        return len(waiting)

    def park(self, update: int, held: Held, asked_at: int | None) -> bool:
        """Hold an answer back; True where the state file has it, and its update is done with."""
        now, wait = self._answers.now(), math.ceil(held.wait)
        parked = Parked(
            update,
            held.chat_id,
            held.message_id,
            held.thread_id,
            held.quote_question,
            held.again,
            wait,
            int(now) if asked_at is None else asked_at,
            # Rounded up: a moment too soon would only be refused again.
            math.ceil(now + wait),
        )
        kept = self._answers.park(self._bot, parked)
        self._wait(parked, kept=kept)
        return kept

    def stop(self) -> None:
        """Begin no more sends: the next process does."""
        for timer in self._timers.values():
            timer.cancel()

    def _wait(self, parked: Parked, *, kept: bool) -> None:
        send = partial(self._send, parked, kept)
        self._timers[parked.update] = asyncio.get_running_loop().call_later(
            self._answers.seconds_left(parked), self._add, ("chat", parked.chat_id), send
        )

    async def _send(self, parked: Parked, kept: bool) -> None:
        try:
            ended = await self._sent(parked)
        except InvalidToken:
            # The poll finds out too and ends the bot; the next one, with a better token, sends it.
            return
        del self._timers[parked.update]
        if ended.held is not None:
            wait = math.ceil(ended.held.wait)
            self._wait(self._answers.postpone(self._bot, parked, wait), kept=kept)
            return
        if kept:
            self._answers.settle(self._bot, parked, ended.outcome, ended.rule)
        self._ended(parked.update, ended, kept)

    async def _sent(self, parked: Parked) -> Ended:
        if self._answers.age(parked) > EXPIRES:
            return Ended(Outcome.EXPIRED, "held back for a day")
        held = Held(
            parked.chat_id,
            parked.message_id,
            parked.thread_id,
            parked.quote_question,
            parked.again,
            0,
        )
        with outcome_slip(may_hold=True):
            try:
                return await self._resume(held)
            except InvalidToken:
                raise
            except Exception as error:  # Such as facts that a new knowledge.db has no more.
                _log.error("an answer that was held back can't be made anew: %s", where(error))
                return Ended(Outcome.FAILED, "not made anew")
