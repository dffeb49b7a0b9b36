"""Queries that Telegram takes an answer to only later: they wait in hand, and in nobody's way."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from functools import partial

from telegram.error import InvalidToken

from bot.lanes import Lanes
from bot.logs import where
from handlers.outcome import Ended, Later, Outcome

MOST_BEHIND = 50
"""Updates that may come while one waits. Telegram shows a hundred that aren't confirmed, and none
can be behind one that waits: with half of them it's given up."""
GIVEN_UP = Ended(Outcome.UNDELIVERABLE, "not taken by Telegram")

_log = logging.getLogger(__name__)


class Waiting:
    """Queries in hand, each with its next try.

    A crash loses none, since Telegram hands them over again.
    """

    def __init__(self, lanes: Lanes, ended: Callable[[int, Ended], None]) -> None:
        """Each has a lane of its own of `lanes`; `ended(update, how)` is called at its end."""
        self._lanes = lanes
        self._ended = ended
        self._behind: dict[int, int] = {}
        self._timers: dict[int, asyncio.TimerHandle] = {}

    def wait(self, update: int, later: Later) -> None:
        """Go on with the query of `update` as `later` tells."""
        self._behind.setdefault(update, 0)
        self._timers[update] = asyncio.get_running_loop().call_later(
            later.wait, self._begin, update, later
        )

    def came(self, updates: int) -> None:
        """So many updates came; whichever holds up too many is given up."""
        for update in list(self._behind):
            self._behind[update] += updates
            if self._behind[update] > MOST_BEHIND and update in self._timers:
                self._timers[update].cancel()
                self._end(update, GIVEN_UP)

    def stop(self) -> None:
        """Begin no more tries: the next process does, once Telegram has handed them over again."""
        for timer in self._timers.values():
            timer.cancel()

    def _begin(self, update: int, later: Later) -> None:
        # What is about to be sent is given up no more.
        del self._timers[update]
        self._lanes.add(("query", update), partial(self._answer, update, later))

    async def _answer(self, update: int, later: Later) -> None:
        try:
            ended = await later.answer()
        except InvalidToken:
            # The poll finds out too and ends the bot; the next one, with a better token, answers.
            return
        except Exception as error:  # A fault of our own must not be in hand for ever.
            _log.error("a query that had to wait can't be answered: %s", where(error))
            ended = Ended(Outcome.FAILED, "attending failed")
        if ended.later is not None:
            self.wait(update, ended.later)
        else:
            self._end(update, ended)

    def _end(self, update: int, ended: Ended) -> None:
        self._behind.pop(update, None)
        self._timers.pop(update, None)
        self._ended(update, ended)
