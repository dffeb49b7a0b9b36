"""The queue of updates on Telegram's side: what `getUpdates` gives, and when it forgets."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress
from typing import Any

KEPT = {"callback_query": 150.0, "inline_query": 30.0, "chosen_inline_result": 600.0}
"""Seconds that an update is kept, by kind."""
KEPT_OTHERWISE = 24 * 3600.0
NAMEABLE = frozenset({
    "message", "edited_message", "channel_post", "edited_channel_post", "business_connection",
    "business_message", "edited_business_message", "deleted_business_messages", "guest_message",
    "message_reaction", "message_reaction_count", "inline_query", "chosen_inline_result",
    "callback_query", "shipping_query", "pre_checkout_query", "purchased_paid_media", "poll",
    "poll_answer", "my_chat_member", "chat_member", "chat_join_request", "chat_boost",
    "removed_chat_boost", "managed_bot",
})  # fmt: skip
"""Kinds that a bot may ask for."""
LEFT_OUT_BY_DEFAULT = ("chat_member", "message_reaction", "message_reaction_count")
TERMINATED = (
    "terminated by other getUpdates request; make sure that only one bot instance is running"
)


class TerminatedError(Exception):
    """Another call has ended this poll, which gets a 409 with the words of this error."""


class UpdateQueue:
    """Updates with ids that rise by one, as one bot's."""

    def __init__(
        self,
        now: Callable[[], float],
        confirming: Callable[[], None],
        first_id: int = 700_000_001,
    ) -> None:
        """`now` gives seconds since 1970, for expiry; `confirming` is called at each poll."""
        self._confirming = confirming
        self._now = now
        self._next = first_id
        self._waiting: dict[int, dict[str, Any]] = {}
        self._born: dict[int, float] = {}
        self._came = asyncio.Event()
        self._allowed: list[str] | None = None
        self._poll: asyncio.Future[None] | None = None
        self._last_offset: int | None = None
        self._last_start = self._last_finish = -1e9
        self.confirmed: set[int] = set()
        self.polls = 0

    def add(self, update: dict[str, Any], at: float | None = None) -> int:
        """Queue `update` without its id, as of the time `at`; returns the id."""
        number = self._next
        self._next += 1
        self._waiting[number] = {"update_id": number, **update}
        self._born[number] = self._now() if at is None else at
        self._came.set()
        return number

    def continue_at(self, update_id: int) -> None:
        """Let the next id be another one, as Telegram does after a quiet week."""
        self._next = update_id

    def waiting(self) -> list[int]:
        """Ids that are neither confirmed nor expired."""
        self._expire()
        return list(self._waiting)

    def allow(self, kinds: list[str]) -> None:
        """Give no others from now on; none named: all but those left out by default."""
        self._allowed = kinds or None

    def drop(self) -> None:
        """Forget all that waits."""
        self._confirm(self._next)

    def end_poll(self, why: str) -> None:
        """Give the poll that waits, if any, no updates, but the words of a conflict."""
        if self._poll is not None and not self._poll.done():
            self._poll.set_exception(TerminatedError(why))

    def deliverable(self) -> list[dict[str, Any]]:
        """What waits, in order, for a webhook."""
        self._expire()
        return [one for one in self._waiting.values() if self._wanted(one)]

    def delivered(self, number: int) -> None:
        """A webhook took the update, so it's forgotten."""
        if self._waiting.pop(number, None) is not None:
            self.confirmed.add(number)

    async def wait(self, at_most: float) -> None:
        """Return once an update has come, or after so many seconds."""
        self._came.clear()
        with suppress(TimeoutError):
            async with asyncio.timeout(at_most):
                await self._came.wait()

    async def get(self, offset: int, limit: int, hold: float) -> list[dict[str, Any]]:
        """What one `getUpdates` answers. Raises `TerminatedError` where another one takes over."""
        self.polls += 1
        self.end_poll(TERMINATED)
        mine = self._poll = asyncio.get_running_loop().create_future()
        # The rules against impatient pollers, from the server's source.
        clock = asyncio.get_running_loop().time()
        if offset == self._last_offset and hold < 3 and clock < self._last_start + 3:
            hold = 3
        if offset == self._last_offset and clock < self._last_finish + 0.5:
            limit = 1
        self._last_offset, self._last_start = offset, clock
        self._confirm(offset)
        try:
            batch = await self._batch(limit, min(hold, 50), mine)
        finally:
            self._last_finish = asyncio.get_running_loop().time()
            if not mine.done():
                mine.cancel()
        return batch

    async def _batch(
        self, limit: int, hold: float, mine: asyncio.Future[None]
    ) -> list[dict[str, Any]]:
        deadline = asyncio.get_running_loop().time() + hold
        while True:
            self._expire()
            batch = [one for one in self._waiting.values() if self._wanted(one)]
            left = deadline - asyncio.get_running_loop().time()
            if batch or left <= 0:
                return batch[: max(1, min(limit, 100))]
            self._came.clear()
            came = asyncio.create_task(self._came.wait())
            either: set[asyncio.Future[Any]] = {came, mine}
            await asyncio.wait(either, timeout=left, return_when=asyncio.FIRST_COMPLETED)
            came.cancel()
            if mine.done():
                mine.result()

    def _confirm(self, offset: int) -> None:
        if offset < 0:
            keep = list(self._waiting)[offset:]
            gone = [number for number in self._waiting if number not in keep]
        else:
            gone = [number for number in self._waiting if number < offset]
        for number in gone:
            del self._waiting[number]
            self.confirmed.add(number)
        self._confirming()

    def _expire(self) -> None:
        for number, update in list(self._waiting.items()):
            kept = min(
                (KEPT.get(kind, KEPT_OTHERWISE) for kind in update if kind != "update_id"),
                default=KEPT_OTHERWISE,
            )
            if self._now() - self._born[number] > kept:
                del self._waiting[number]

    def _wanted(self, update: dict[str, Any]) -> bool:
        kinds = [kind for kind in update if kind != "update_id"]
        if self._allowed is None:
            return not any(kind in LEFT_OUT_BY_DEFAULT for kind in kinds)
        # Kinds that no one could have named come anyway: a future API's, or a broken one's.
        return any(kind in self._allowed for kind in kinds) or not any(
            kind in NAMEABLE for kind in kinds
        )
