"""What happened lately, kept for minutes and in memory alone."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

REMEMBERED_SECONDS = 600.0
"""Ten minutes, as /privacy tells: who comes back later has begun anew."""
MOST = 10_000
"""Some 5 MB at the most; beyond it the oldest is forgotten."""

V = TypeVar("V")


class Recent(Generic[V]):
    """Values by key, each for a while after it was last kept."""

    def __init__(
        self,
        *,
        seconds: float = REMEMBERED_SECONDS,
        most: int = MOST,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Keeps `most` values for `seconds` each, by `clock`."""
        self._seconds = seconds
        self._most = most
        self._clock = clock
        self._kept: OrderedDict[Hashable, tuple[float, V]] = OrderedDict()

    def get(self, key: Hashable) -> V | None:
        """What was kept under `key` lately; `None` for nothing."""
        kept = self._kept.get(key)
        if kept is None:
            return None
        since, value = kept
        if self._over(since):
            self.forget(key)
            return None
        return value

    def keep(self, key: Hashable, value: V) -> None:
        """Keep `value` from now on; what is over is let go, even if nobody asks for it again."""
        self._kept[key] = self._clock(), value
        self._kept.move_to_end(key)
        while len(self._kept) > self._most or self._over(next(iter(self._kept.values()))[0]):
            self._kept.popitem(last=False)

    def forget(self, key: Hashable) -> None:
        """Keep nothing under `key`."""
        self._kept.pop(key, None)

    def _over(self, since: float) -> bool:
        return self._clock() - since > self._seconds
