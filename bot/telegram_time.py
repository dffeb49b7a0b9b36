"""What time it is by Telegram's clock, whatever this machine's says."""

from __future__ import annotations

import time
from collections.abc import Callable
from email.utils import parsedate_to_datetime

ROUNDING = 1.5
"""Seconds by which an answer's date may lag behind, with its way to us."""


class TelegramTime:
    """The time as Telegram's answers tell it, counted on by a clock that nobody sets.

    Messages are dated by Telegram: measured by a machine whose clock is wrong, all would be old.
    """

    def __init__(self, wall: Callable[[], float] = time.time) -> None:
        """Nothing heard yet: until then, `wall` has to do, the machine's own clock."""
        self._wall = wall
        self._ahead: float | None = None

    def heard(self, date: str | None) -> None:
        """An answer came with this `Date` header; what is no date changes nothing."""
        try:
            at = parsedate_to_datetime(date or "").timestamp()
        except (ValueError, OverflowError, OSError):
            return
        ahead = at - time.monotonic()
        # Dates have whole seconds, so of two that nearly agree the later one is nearer the truth.
        if self._ahead is None or not 0 <= self._ahead - ahead <= ROUNDING:
            self._ahead = ahead

    def now(self) -> float:
        """Seconds since 1970."""
        return self._wall() if self._ahead is None else time.monotonic() + self._ahead
