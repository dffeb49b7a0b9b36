"""Sends the answers that Telegram made us hold back, once their time has come, across restarts."""

from __future__ import annotations

import asyncio
import logging
import math
from collections import deque
from collections.abc import Awaitable, Callable, Hashable
from dataclasses import dataclass, replace
from functools import partial
from typing import TypeAlias

from telegram.error import InvalidToken

from bot.lanes import Lanes, chat_lane
from bot.logs import where
from handlers.outcome import Ended, Held, Outcome, Turn, outcome_slip
from state.parked import KEPT, TOO_OLD, Parked, ParkedAnswers

Resume: TypeAlias = Callable[[Held], Awaitable[Ended]]
"""Makes an answer anew and sends it with `handlers.sending.Sender.resume`."""

LOOK_EVERY = 5.0
"""Seconds between two looks at whether the state file has what waits, and nothing of the rest."""
REFUSED_TOKEN = 30.0
"""Seconds until the next try where the token was refused: the poll, too, finds out and ends the
bot, unless it was a fault of Telegram's."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Waiting:
    parked: Parked
    kept: bool
    """Whether the state file has had it, so that its update is confirmed."""


class Parking:
    """Answers that wait, each with its time."""

    def __init__(
        self,
        answers: ParkedAnswers,
        bot: int,
        resume: Resume,
        lanes: Lanes,
        kept: Callable[[int], None],
        ended: Callable[[int, Ended, bool], None],
    ) -> None:
        """Wait for `bot` (an id); what is due goes through its chat's lane of `lanes`.

        `kept(update)` is called where the state file has an answer that it couldn't have at first.
        `ended(update, how, kept)` is called at the end of each; `kept` is True where the state
        file had it, so that its update was confirmed long ago.
        """
        self._answers = answers
        self._bot = bot
        self._resume = resume
        self._lanes = lanes
        self._kept = kept
        self._ended = ended
        self._queues: dict[Hashable, deque[_Waiting]] = {}
        self._timers: dict[Hashable, asyncio.TimerHandle] = {}
        self._next_look: asyncio.TimerHandle | None = None
        self._stopped = False

    def load(self) -> int:
        """Take over what an earlier process left; how many they are."""
        waiting = self._answers.waiting(self._bot)
        for parked in sorted(waiting, key=lambda one: one.update):
            self._wait(_Waiting(parked, True))
        return len(waiting)

    def park(self, update: int, held: Held, asked_at: int | None) -> bool:
        """Hold an answer back; True where the state file has it, and its update is done with.

        Raises `ValueError` for what no file can keep, and holds nothing back then.
        """
        now = self._answers.now()
        # A date to come is no Telegram's, and would make it wait for longer than a day.
        asked = int(now) if asked_at is None else max(0, min(asked_at, int(now)))
        wait = self._bounded(held.wait, asked)
        parked = Parked(
            update,
            held.chat_id,
            held.message_id,
            held.thread_id,
            held.quote_question,
            held.again,
            wait,
            asked,
            # Rounded up: a moment too soon would only be refused again.
            math.ceil(now + wait),
        )
        kept = self._answers.park(self._bot, parked)
        self._wait(_Waiting(parked, kept))
        return kept

    def holds(self, lane: Hashable) -> bool:
        """Whether an answer of `lane` waits."""
        return lane in self._queues

    def keep(self) -> bool:
        """See that the state file has what waits, and no trace of what doesn't any more.

        It may have been full, away or broken before, and it may have been deleted since. False
        where a trace is left.
        """
        tidy = self._answers.tidy()
        there = {one.update for one in self._answers.waiting(self._bot)}
        for queue in self._queues.values():
            for place, waiting in enumerate(list(queue)):
                update = waiting.parked.update
                if update in there or not self._answers.park(self._bot, waiting.parked):
                    continue
                queue[place] = replace(waiting, kept=True)
                if not waiting.kept:
                    self._kept(update)
        return tidy

    def leave(self) -> None:
        """The last look, before the process ends: the next finds what waits."""
        if self._queues:
            self._answers.reopen()
        self.keep()

    def expire_others(self) -> None:
        """End what another bot has left in the file, once it's a day old."""
        self._answers.expire_others(self._bot)

    def stop(self) -> None:
        """Begin no more sends: the next process does."""
        self._stopped = True
        for timer in self._timers.values():
            timer.cancel()
        if self._next_look is not None:
            self._next_look.cancel()

    def _wait(self, waiting: _Waiting) -> None:
        lane = chat_lane(waiting.parked.chat_id)
        queue = self._queues.setdefault(lane, deque())
        queue.append(waiting)
        if len(queue) == 1:
            self._set_timer(lane)
        self._look_later()

    def _bounded(self, wait: float, asked_at: int) -> int:
        """`wait` in whole seconds, and no longer than the answer is of use."""
        return max(0, math.ceil(min(asked_at + KEPT - self._answers.now(), wait)))

    def _set_timer(self, lane: Hashable) -> None:
        if self._stopped:
            return
        # One at a time in each chat, the oldest first: what Telegram takes next is its answer.
        left = self._answers.seconds_left(self._queues[lane][0].parked)
        self._timers[lane] = asyncio.get_running_loop().call_later(
            left, self._lanes.add, lane, partial(self._send, lane)
        )

    def _look_later(self) -> None:
        if self._next_look is None and not self._stopped:
            self._next_look = asyncio.get_running_loop().call_later(LOOK_EVERY, self._look)

    def _look(self) -> None:
        self._next_look = None
        if not self.keep() or self._queues:
            self._look_later()

    async def _send(self, lane: Hashable) -> None:
        queue = self._queues[lane]
        parked = queue[0].parked
        try:
            ended = await self._sent(parked)
            if ended.held is not None:
                wait = self._bounded(ended.held.wait, parked.asked_at)
                # Of two messages the first may be there by now.
                left = replace(parked, again=ended.held.again)
                later = self._answers.postpone(self._bot, left, wait)
                queue[0] = replace(queue[0], parked=later)
                self._set_timer(lane)
                return
        except Exception as error:  # Such as facts that a new knowledge.db has no more.
            _log.error("an answer that was held back can't be made anew: %s", where(error))
            ended = Ended(Outcome.FAILED, "not made anew")
        kept = queue.popleft().kept
        if queue:
            self._set_timer(lane)
        else:
            del self._queues[lane]
            self._timers.pop(lane, None)
        try:
            if kept:
                self._answers.settle(self._bot, parked, ended.outcome, ended.rule)
        except Exception as error:  # It may be repeated; what waits behind it must not.
            _log.error("an answer that was held back can't be settled: %s", where(error))
        self._ended(parked.update, ended, kept)

    async def _sent(self, parked: Parked) -> Ended:
        if self._answers.age(parked) >= KEPT:
            return Ended(Outcome.EXPIRED, TOO_OLD)
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
                return Ended(Outcome.PARKED, held=replace(held, wait=REFUSED_TOKEN))
