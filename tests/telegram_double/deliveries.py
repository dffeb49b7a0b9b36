"""Updates delivered to a bot's webhook, as Telegram does: in order within a chat, until a 2xx."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress
from typing import Any
from urllib.parse import urlsplit

import aiohttp

from tests.telegram_double.queue import UpdateQueue

Attempt = tuple[int, int | None]
"""Id of an update, and the status that its delivery got; `None` where the connection broke."""


class Deliveries:
    """Hands a queue's updates to a webhook, which is at `proxied` for whoever has no TLS."""

    def __init__(self, updates: UpdateQueue, changed: Callable[[], None]) -> None:
        """Nothing is delivered before `begin`; `changed` is called after each attempt."""
        self.attempts: list[Attempt] = []
        self.proxied = ""
        """Root of the bot's own server, such as http://127.0.0.1:8080."""
        self.first_pause = 0.05
        """Seconds before a delivery is tried again, doubled each time; Telegram's is longer."""
        self.read_timeout = 60.0
        self._updates = updates
        self._changed = changed
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
        busy: set[Any] = set()
        room = asyncio.Semaphore(at_once)
        timeout = aiohttp.ClientTimeout(total=self.read_timeout)
        connector = aiohttp.TCPConnector(limit=0)
        async with (
            aiohttp.ClientSession(headers=headers, timeout=timeout, connector=connector) as http,
            asyncio.TaskGroup() as tasks,
        ):
            while True:
                for update in self._updates.deliverable():
                    lane = _chat(update)
                    if lane not in busy:
                        busy.add(lane)
                        tasks.create_task(self._one(http, target, update, lane, busy, room))
                await self._updates.wait(0.02)

    async def _one(
        self,
        http: aiohttp.ClientSession,
        target: str,
        update: dict[str, Any],
        lane: Any,
        busy: set[Any],
        room: asyncio.Semaphore,
    ) -> None:
        pause = self.first_pause
        while update["update_id"] in self._updates.waiting():
            status = None
            with suppress(aiohttp.ClientError, TimeoutError):
                async with room, http.post(target, json=update) as answer:
                    status = answer.status
            self.attempts.append((update["update_id"], status))
            if status is not None and status // 100 == 2:
                self._updates.delivered(update["update_id"])
            self._changed()
            if status is None or status // 100 != 2:
                await asyncio.sleep(pause)
                pause = min(2 * pause, 1.0)
        busy.discard(lane)


def _chat(update: dict[str, Any]) -> Any:
    for content in update.values():
        if isinstance(content, dict) and isinstance(content.get("chat"), dict):
            return content["chat"].get("id")
    return "update", update["update_id"]
