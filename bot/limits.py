"""Keeps to Telegram's sending limits ahead of time, and to the waits that it asks for.

The library's own AIORateLimiter stops all chats for one chat's 429.
"""

from __future__ import annotations

import asyncio
from collections import OrderedDict, deque
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from typing import Any, TypeVar

from telegram.error import RetryAfter
from telegram.ext import BaseRateLimiter

from handlers.outcome import Turn, turn
from handlers.persisting import seconds

T = TypeVar("T")

MARGIN = 0.05
"""Seconds on top, since a network may deliver the second message faster than the first."""
LONGEST_WAIT = 1.5
"""Seconds that a send waits here, enough for a chat's one message a second; for longer, it's told
to come back, in Telegram's way. While it waits, no update behind it can be confirmed, and Telegram
shows a hundred."""
UNLIMITED = frozenset({"sendChatAction", "getChat", "getChatMember", "leaveChat"})
"""Calls that name a chat and say nothing in it."""
MANY_CHATS = 10_000
"""Chats whose sends are remembered: some minutes' worth at Telegram's own limits."""


@dataclass(frozen=True, slots=True)
class Limits:
    """Messages that may be sent; 0 lifts a limit, as a Bot API server of one's own may."""

    per_second: int = 30
    per_chat_second: int = 1
    per_group_minute: int = 20


class Rate:
    """At most `count` in any `span` seconds."""

    def __init__(self, count: int, span: float) -> None:
        """`count` of 0 is without limit."""
        self._span = span + MARGIN
        self._taken: deque[float] = deque(maxlen=count)

    def earliest(self, now: float) -> float:
        """When the next may go."""
        full = bool(self._taken) and len(self._taken) == self._taken.maxlen
        return max(now, self._taken[0] + self._span) if full else now

    def take(self, at: float) -> None:
        """One goes at that time."""
        self._taken.append(at)


class Chat:
    """The limits of one chat."""

    def __init__(self, chat: int, limits: Limits) -> None:
        """Ids of groups are negative."""
        self._rates = [Rate(limits.per_chat_second, 1)]
        if chat < 0:
            self._rates.append(Rate(limits.per_group_minute, 60))
        self._closed_until = 0.0

    def earliest(self, now: float) -> float:
        """When the next message may go."""
        return max(self._closed_until, *(rate.earliest(now) for rate in self._rates))

    def take(self, at: float) -> None:
        """A message goes at that time."""
        for rate in self._rates:
            rate.take(at)

    def close(self, until: float) -> None:
        """Telegram takes nothing before `until`."""
        self._closed_until = max(self._closed_until, until)

    def closed(self, now: float) -> bool:
        """Whether Telegram takes nothing yet."""
        return now < self._closed_until


class SendingLimits(BaseRateLimiter[None]):
    """Lets each call wait for its turn, up to `LONGEST_WAIT`, or not at all where it may park."""

    def __init__(self, limits: Limits) -> None:
        """Nothing sent yet."""
        self._limits = limits
        self._all = Rate(limits.per_second, 1)
        self._chats: OrderedDict[int, Chat] = OrderedDict()

    async def initialize(self) -> None:
        """Nothing to open."""

    async def shutdown(self) -> None:
        """Nothing to close."""

    async def process_request(
        self,
        callback: Callable[..., Coroutine[Any, Any, T]],
        args: Any,
        kwargs: dict[str, Any],
        endpoint: str,
        data: dict[str, Any],
        rate_limit_args: None,
    ) -> T:
        """What the call gives, made when it's its turn.

        Raises `RetryAfter` without a call where its chat must wait for longer, and what it raises.
        """
        chat_id = data.get("chat_id")
        if not isinstance(chat_id, int) or endpoint in UNLIMITED:
            return await callback(*args, **kwargs)
        clock = asyncio.get_running_loop().time
        chat = self._chat(chat_id, clock())
        at = chat.earliest(clock())
        if at - clock() > (LONGEST_WAIT if turn() is Turn.WAIT else 0.0):
            raise RetryAfter(int(at - clock()) + 1)
        chat.take(at)
        await asyncio.sleep(at - clock())
        at = self._all.earliest(clock())
        self._all.take(at)
        await asyncio.sleep(at - clock())
        try:
            return await callback(*args, **kwargs)
        except RetryAfter as error:
            # Not `chat`, which may have been dropped in the meantime.
            self._chat(chat_id, clock()).close(clock() + seconds(error.retry_after))
            raise

    def _chat(self, chat_id: int, now: float) -> Chat:
        if chat_id not in self._chats:
            if len(self._chats) >= MANY_CHATS:
                self._drop_one(now)
            self._chats[chat_id] = Chat(chat_id, self._limits)
        self._chats.move_to_end(chat_id)
        return self._chats[chat_id]

    def _drop_one(self, now: float) -> None:
        # The least recent, but none that Telegram has closed: it would be asked too soon.
        for chat_id, chat in self._chats.items():
            if not chat.closed(now):
                del self._chats[chat_id]
                return
