"""What was done lately and isn't to be done again, kept for minutes and in memory."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable, Hashable

REMEMBERED_SECONDS = 600.0
"""Ten minutes: who presses a button twice does so at once."""
MOST = 10_000


class Once:
    """Keys of what was done."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        """Nothing done yet, by `clock`."""
        self._clock = clock
        self._done: OrderedDict[Hashable, float] = OrderedDict()

    def done(self, key: Hashable) -> bool:
        """Whether it was done in the last minutes."""
        at = self._done.get(key)
        return at is not None and not self._over(at)

    def note(self, key: Hashable) -> None:
        """It's done now."""
        self._done[key] = self._clock()
        self._done.move_to_end(key)
        while len(self._done) > MOST or self._over(next(iter(self._done.values()))):
            self._done.popitem(last=False)

    def forget(self, key: Hashable) -> None:
        """It was undone, if it was done at all."""
        self._done.pop(key, None)

    def _over(self, at: float) -> bool:
        return self._clock() - at > REMEMBERED_SECONDS
