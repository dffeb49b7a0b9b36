"""Work of different chats side by side, up to a bound, and of one chat in order."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Hashable
from typing import TypeAlias

Job: TypeAlias = Callable[[], Awaitable[None]]

PATIENT_WITH = 3
"""Messages of one chat that may wait for an answer's turn. With more, answers are rather parked:
Telegram shows a hundred unconfirmed updates, and one chat's could be all of them."""


def chat_lane(chat: int) -> Hashable:
    """The lane of the chat with this id."""
    return "chat", chat


class Lanes:
    """One lane a chat, with one job at a time; at most `at_once` jobs in all."""

    def __init__(self, at_once: int) -> None:
        """Lanes come and go with their jobs."""
        self._room = asyncio.Semaphore(at_once)
        self._waiting: dict[Hashable, deque[Job]] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._closed = False

    def add(self, lane: Hashable, job: Job) -> None:
        """Do `job`, which must not raise, once those before it in its lane are done."""
        if lane in self._waiting:
            self._waiting[lane].append(job)
            return
        self._waiting[lane] = deque([job])
        task = asyncio.create_task(self._work_off(lane))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def crowded(self, lane: Hashable) -> bool:
        """Whether so many jobs of `lane` wait that none should take its time."""
        return len(self._waiting.get(lane, ())) > PATIENT_WITH

    async def stop(self, begin_within: float, finish_within: float) -> None:
        """Begin jobs for some more seconds, finish those begun, cancel what isn't done then."""
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=begin_within)
        self._closed = True
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=finish_within - begin_within)
        left = list(self._tasks)
        for task in left:
            task.cancel()
        await asyncio.gather(*left, return_exceptions=True)

    async def _work_off(self, lane: Hashable) -> None:
        jobs = self._waiting[lane]
        try:
            while jobs:
                async with self._room:
                    if self._closed:
                        return
                    await jobs.popleft()()
        finally:
            del self._waiting[lane]
