"""One Bot API call, repeated while repeating can help and time is left."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import TypeVar

from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
)

from handlers.outcome import resting

T = TypeVar("T")

# The library's own switch to `RetryAfter.retry_after` as a timedelta; it warns of each number.
os.environ.setdefault("PTB_TIMEDELTA", "1")


@dataclass(frozen=True, slots=True)
class Patience:
    """How long a call is repeated, all in seconds."""

    total: float = 45
    """From the first try on; what hasn't worked by then has failed, or is held back. Less than the
    receiver's 60, which would take it for a fault of ours."""
    first_pause: float = 0.25
    """After a fault of the network or of Telegram's; doubled each time."""
    longest_pause: float = 8
    hold: float = 5
    """Longer than this, an answer that can be held back isn't waited for where Telegram names a
    time: while it's in hand, it keeps others from being confirmed."""
    total_held: float = 15
    """The same as `total` for an answer that can be held back."""

    def starting_now(self) -> float:
        """When it's over, by the running loop's clock (which no change of the date moves)."""
        return asyncio.get_running_loop().time() + self.total


PATIENCE = Patience()


class HeldBackError(Exception):
    """Telegram takes the call only in `wait` seconds, which is longer than the caller waits."""

    def __init__(self, wait: float) -> None:
        """`wait` is what Telegram asked for."""
        super().__init__(f"to be sent in {wait:.0f} s")
        self.wait = wait


class BrokenOffError(NetworkError):
    """A call's answer got lost or garbled: whether Telegram has taken it, nobody knows."""


class OutOfPatienceError(Exception):
    """Telegram didn't take the call in the time there was."""


def seconds(wait: float | timedelta) -> float:
    """`RetryAfter.retry_after` in seconds: python-telegram-bot gives a number or a timedelta."""
    return wait.total_seconds() if isinstance(wait, timedelta) else float(wait)


async def persist(
    call: Callable[[], Awaitable[T]],
    patience: Patience = PATIENCE,
    *,
    until: float | None = None,
    hold_after: float | None = None,
) -> T:
    """What `call()` gives, tried again on 429 (after the time it names), 5xx, timeouts and resets.

    `until` is a time of the running loop's clock that several calls share; without it,
    `patience.total` begins now. Raises `OutOfPatienceError` where time is up, or 429 asks for more
    than is left of it; and at once, never to be repeated as it is, what Telegram says no to:
    `BadRequest`, `Forbidden`, `ChatMigrated`, `InvalidToken`. With
    `hold_after`, raises `HeldBackError` where 429 would make it wait for longer than that many
    seconds from now.
    """
    loop = asyncio.get_running_loop()
    begun = loop.time()
    deadline = patience.starting_now() if until is None else until
    pause = patience.first_pause
    with resting():
        while True:
            try:
                async with asyncio.timeout_at(deadline):
                    return await call()
            # BadRequest is a NetworkError, but repeating it would only be refused again.
            except (BadRequest, Forbidden, ChatMigrated, InvalidToken):
                raise
            except RetryAfter as error:
                wait = seconds(error.retry_after)
                if hold_after is not None and loop.time() + wait > begun + hold_after:
                    raise HeldBackError(wait) from error
                cause: TelegramError = error
            except TelegramError as error:
                # Trouble on the way, or somebody else's answer: mostly gone with the next try.
                wait, pause = pause, min(2 * pause, patience.longest_pause)
                cause = error
            except TimeoutError as error:
                raise OutOfPatienceError("no answer from Telegram in time") from error
            if loop.time() + wait >= deadline:
                raise OutOfPatienceError(f"{type(cause).__name__} until time was up") from cause
            await asyncio.sleep(wait)
