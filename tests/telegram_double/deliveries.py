"""Updates delivered to a bot's webhook, as Telegram does: in order within a chat, until a 2xx."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress
from typing import Any
from urllib.parse import urlsplit

import aiohttp

from tests.telegram_double.queue import UpdateQueue

FIRST_PAUSE, LONGEST_PAUSE = 1, 60
"""Seconds between two tries, doubled from the second failure on: the first one has no pause."""
LONGEST_WAIT = 3600
"""Seconds for which a bot may make a delivery wait with the header Retry-After."""
BY_PERSON = {"callback_query", "inline_query", "chosen_inline_result"}
Lane = tuple[str, Any]
Attempt = tuple[int, int | None]
"""Id of an update, and the status that its delivery got; `None` where the connection broke."""


class Deliveries:
    """Hands a queue's updates to a webhook, which is at `proxied` for whoever has no TLS."""

    def __init__(
        self,
        updates: UpdateQueue,
        changed: Callable[[], None],
        object_to: Callable[[str], object],
    ) -> None:
        """Nothing is delivered before `begin`; `changed` is called after each attempt.

        `object_to` is told what no bot may answer here.
        """
        self.attempts: list[Attempt] = []
        self.proxied = ""
        """Root of the bot's own server, such as http://127.0.0.1:8080."""
        self.second = 0.025
        """How long one of Telegram's seconds takes between two tries."""
        self.read_timeout = 60.0
        self._updates = updates
        self._changed = changed
        self._object_to = object_to
        self._running: asyncio.Task[None] | None = None

    def begin(self, url: str, secret: str | None, at_once: int) -> None:
        """Deliver to `url` from now on, at most `at_once` side by side."""
        self.end()
        target = self.proxied + urlsplit(url).path
        headers = {} if secret is None else {"X-Telegram-Bot-Api-Secret-Token": secret}
        self._running = asyncio.create_task(self._deliver(target, headers, at_once))

    def end(self) -> None:
        """Deliver no more."""
        if self._running is not None:
            self._running.cancel()
            self._running = None

    async def _deliver(self, target: str, headers: dict[str, str], at_once: int) -> None:
        busy: set[Lane] = set()
        room = asyncio.Semaphore(at_once)
        timeout = aiohttp.ClientTimeout(total=self.read_timeout)
        connector = aiohttp.TCPConnector(limit=0)
        async with (
            aiohttp.ClientSession(headers=headers, timeout=timeout, connector=connector) as http,
            asyncio.TaskGroup() as tasks,
        ):
            while True:
                for update in self._updates.deliverable():
                    lane = lane_of(update)
                    if lane not in busy:
                        busy.add(lane)
                        tasks.create_task(self._one(http, target, update, lane, busy, room))
                await self._updates.wait(0.02)

    async def _one(
        self,
        http: aiohttp.ClientSession,
        target: str,
        update: dict[str, Any],
        lane: Lane,
        busy: set[Lane],
        room: asyncio.Semaphore,
    ) -> None:
        pause, failed_before = FIRST_PAUSE, False
        while update["update_id"] in self._updates.waiting():
            status, wait = None, 0
            with suppress(aiohttp.ClientError, TimeoutError):
                async with room, http.post(target, json=update) as answer:
                    status, wait = answer.status, _wait_asked_for(answer)
                    if status // 100 == 2 and b"method" in await answer.read():
                        # Telegram makes such a call, and tells nobody how it went.
                        self._object_to("the double doesn't do a method in a webhook's answer yet")
            self.attempts.append((update["update_id"], status))
            if status is not None and status // 100 == 2:
                self._updates.delivered(update["update_id"])
            self._changed()
            if status is None or status // 100 != 2:
                if failed_before and not wait:
                    wait = pause = min(2 * pause, LONGEST_PAUSE)
                failed_before = True
                await asyncio.sleep(wait * self.second)
        busy.discard(lane)


def lane_of(update: dict[str, Any]) -> Lane:
    """What an update waits its turn in, behind what hasn't been taken yet.

    Messages and edits of a chat share one; else there's one for each kind, by chat or by person.
    """
    for kind, content in update.items():
        if not isinstance(content, dict):
            continue
        lane = "message" if kind == "edited_message" else kind
        whose = content.get("from" if kind in BY_PERSON else "chat")
        if isinstance(whose, dict):
            return lane, whose.get("id")
    return "update", update["update_id"]


def _wait_asked_for(answer: aiohttp.ClientResponse) -> int:
    """Seconds, by the answer's header."""
    given = answer.headers.get("Retry-After", "")
    return min(int(given), LONGEST_WAIT) if given.isdecimal() else 0
