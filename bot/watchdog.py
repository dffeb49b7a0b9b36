"""Ends the process when its polls have hung for too long, even where the event loop is stuck."""

from __future__ import annotations

import asyncio
import logging
import os
import threading
import time
from collections.abc import Callable

from bot.endings import SilenceError

_log = logging.getLogger(__name__)


def end_process() -> None:
    """End at once, without cleaning up: a kill loses no update, and what hangs can't be asked."""
    os._exit(SilenceError.code)


async def rest(seconds: float, silence: float, finished: Callable[[], None]) -> None:
    """Wait for so many seconds, on purpose.

    A watchdog that takes `silence` seconds for a hanging connection is told so by `finished()`.
    """
    finished()
    while seconds > 0:
        pause = min(seconds, silence / 4)
        await asyncio.sleep(pause)
        finished()
        seconds -= pause


class Watchdog:
    """A thread that wants to be told of each finished poll."""

    def __init__(self, silence: float, bite: Callable[[], None] = end_process) -> None:
        """Call `bite` after `silence` seconds without `finished()`."""
        self._silence = silence
        self._bite = bite
        self._last = time.monotonic()
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._watch, name="watchdog", daemon=True)

    def finished(self) -> None:
        """A poll has finished."""
        self._last = time.monotonic()

    def start(self) -> None:
        """Begin to watch."""
        self.finished()
        self._thread.start()

    def stop(self) -> None:
        """Watch no longer."""
        self._stopped.set()
        self._thread.join()

    def _watch(self) -> None:
        left = self._silence
        while not self._stopped.wait(left):
            left = self._last + self._silence - time.monotonic()
            if left <= 0:
                _log.critical(
                    "no poll has finished for %.0f s: ending, to be started again", self._silence
                )
                self._bite()
                return
