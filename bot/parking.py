"""Sends the answers that Telegram made us hold back, once their time has come, across restarts."""

from __future__ import annotations

import asyncio
import logging
import math
from collections import deque
from collections.abc import Awaitable, Callable, Hashable
from dataclasses import dataclass
from functools import partial
from typing import TypeAlias

from telegram.error import InvalidToken

from bot.lanes import Lanes, chat_lane
from bot.logs import where
from handlers.outcome import Ended, Held, Outcome, Turn, outcome_slip
from state.parked import Parked, ParkedAnswers

Resume: TypeAlias = Callable[[Held], Awaitable[Ended]]
"""Makes an answer anew and sends it with `handlers.sending.Sender.resume`."""

EXPIRES = 24 * 3600
"""Seconds after which an answer is of no use any more."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Waiting:
    parked: Parked
    kept: bool
    """Whether the state file has it."""


class Parking:
    """Answers that wait, each with its time."""

    def __init__(
        self,
        answers: ParkedAnswers,
        bot: int,
        resume: Resume,
        lanes: Lanes,
        ended: Callable[[int, Ended, bool], None],
    ) -> None:
        """Wait for `bot` (an id); what is due goes through its chat's lane of `lanes`.

        `ended(update, how, kept)` is called at the end of each; `kept` is True where the state
        file had it, so that its update was confirmed long ago.
        """
        self._answers = answers
        self._bot = bot
        self._resume = resume
        self._lanes = lanes
        self._ended = ended
        self._queues: dict[Hashable, deque[_Waiting]] = {}
        self._timers: dict[Hashable, asyncio.TimerHandle] = {}

    def load(self) -> int:
        """Take over what an earlier process left; how many they are."""
        waiting = self._answers.waiting(self._bot)
        for parked in sorted(waiting, key=lambda one: one.update):
            self._wait(_Waiting(parked, True))
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
        self._wait(_Waiting(parked, kept))
        return kept

    def holds(self, lane: Hashable) -> bool:
        """Whether an answer of `lane` waits."""
        return lane in self._queues

    def stop(self) -> None:
        """Begin no more sends: the next process does."""
        for timer in self._timers.values():
            timer.cancel()

    def _wait(self, waiting: _Waiting) -> None:
        lane = chat_lane(waiting.parked.chat_id)
        queue = self._queues.setdefault(lane, deque())
        queue.append(waiting)
        if len(queue) == 1:
            self._set_timer(lane)

    def _set_timer(self, lane: Hashable) -> None:
        # One at a time in each chat, the oldest first: what Telegram takes next is its answer.
        left = self._answers.seconds_left(self._queues[lane][0].parked)
        self._timers[lane] = asyncio.get_running_loop().call_later(
            left, self._lanes.add, lane, partial(self._send, lane)
        )

    async def _send(self, lane: Hashable) -> None:
        queue = self._queues[lane]
        parked, kept = queue[0].parked, queue[0].kept
        try:
            ended = await self._sent(parked)
        except InvalidToken:
            # The poll finds out too and ends the bot; the next one, with a better token, sends it.
            return
        if ended.held is not None:
            later = self._answers.postpone(self._bot, parked, math.ceil(ended.held.wait))
            queue[0] = _Waiting(later, kept)
            self._set_timer(lane)
            return
        queue.popleft()
        if queue:
            self._set_timer(lane)
        else:
            del self._queues[lane], self._timers[lane]
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
        crowded = self._lanes.crowded(chat_lane(parked.chat_id))
        with outcome_slip(may_hold=True, turn=Turn.PARK if crowded else Turn.WAIT):
            try:
                return await self._resume(held)
            except InvalidToken:
                raise
            except Exception as error:  # Such as facts that a new knowledge.db has no more.
                _log.error("an answer that was held back can't be made anew: %s", where(error))
                return Ended(Outcome.FAILED, "not made anew")
