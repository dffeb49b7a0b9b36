"""Answers queries, such as inline ones, which Telegram takes an answer to only for a while."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable
from typing import TypeAlias

from telegram.error import BadRequest, Forbidden, TimedOut

from handlers.outcome import ANSWERED, Ended, Later, Outcome, report_accepted
from handlers.persisting import (
    PATIENCE,
    BrokenOffError,
    HeldBackError,
    OutOfPatienceError,
    Patience,
    persist,
)

Call: TypeAlias = Callable[[], Awaitable[object]]

INLINE_KEPT = 30.0
"""Seconds after which Telegram takes no answer (its server's source)."""
PRESS_KEPT = 150.0
GUEST_KEPT = 24 * 3600.0

_TOO_LATE = "query is too old"
"""How Telegram's refusal begins, in lower case; it gives no code, and says the same of a query
that was answered before."""


async def answer_query(
    call: Call, otherwise: Call, kind: str, kept: float, patience: Patience = PATIENCE
) -> Ended:
    """Make `call`, which answers a query of a `kind` such as `inline query`.

    `otherwise` says the same more simply, for the case that Telegram refuses the answer. `kept` is
    how many seconds Telegram lets it be answered.

    Returns ANSWERED; EXPIRED where Telegram says that it's too late, or didn't take it for so
    long; UNDELIVERABLE where the bot may not answer; FAILED where Telegram refuses both; and
    PARKED where Telegram doesn't take it now: `Ended.later` tells how to go on then. Raises
    nothing of Telegram's but `InvalidToken`.
    """
    return await _Answering(call, otherwise, kind, kept, patience).go_on()


class _Answering:
    """One query, until it's answered or can't be any more."""

    def __init__(
        self, call: Call, otherwise: Call, kind: str, kept: float, patience: Patience
    ) -> None:
        self._calls = deque((call, otherwise))
        self._kind = kind
        self._until = asyncio.get_running_loop().time() + kept
        self._patience = patience
        self._may_be_taken = False

    async def go_on(self) -> Ended:
        """Try for some seconds."""
        now = asyncio.get_running_loop().time()
        if now >= self._until:
            return self._too_old()
        until = min(self._until, now + self._patience.total_held)
        hold = self._patience.hold
        try:
            while self._calls:
                try:
                    await persist(self._call, self._patience, until=until, hold_after=hold)
                except BadRequest as objection:
                    if _TOO_LATE in objection.message.lower():
                        # Within its time, that's said of an answer that an earlier try has given.
                        return ANSWERED if self._may_be_taken else self._too_old()
                    self._calls.popleft()
                else:
                    report_accepted()
                    return ANSWERED
        except Forbidden:
            return Ended(Outcome.UNDELIVERABLE, "forbidden")
        except HeldBackError as error:
            return self._later(error.wait)
        except OutOfPatienceError:
            return self._later(self._patience.longest_pause)
        return Ended(Outcome.FAILED, "refused")

    async def _call(self) -> None:
        try:
            await self._calls[0]()
        except (BrokenOffError, TimedOut, asyncio.CancelledError):
            self._may_be_taken = True
            raise

    def _later(self, wait: float) -> Ended:
        left = self._until - asyncio.get_running_loop().time()
        return Ended(Outcome.PARKED, later=Later(min(wait, max(0.0, left)), self.go_on))

    def _too_old(self) -> Ended:
        return Ended(Outcome.EXPIRED, f"{self._kind} too old")
