"""How many answers a person and a group get in a minute, and what comes of more."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from limits import RateLimitItemPerMinute
from limits.storage import MemoryStorage
from limits.strategies import FixedWindowRateLimiter

CLOCK_STEP = 5.0
"""Seconds by which the system's clock may drift before its minutes are begun anew."""


@dataclass(frozen=True, slots=True)
class Allowance:
    """Answers in a minute; 0 is without limit."""

    per_person: int = 20
    per_group: int = 20
    """As many messages as Telegram lets into a group: the line on it waits for its turn."""


class Admission(Enum):
    """What to do with a request."""

    ANSWER = "answer"
    LAST_WORD = "say once that it's too much"
    SILENCE = "say nothing"


class Flood:
    """Counts answers by person and by group, in memory and for a minute each."""

    def __init__(
        self,
        allowance: Allowance | None = None,
        *,
        wall: Callable[[], float] = time.time,
        steady: Callable[[], float] = time.monotonic,
    ) -> None:
        """`wall` is the clock that the counting goes by, `steady` one that nobody sets."""
        allowance = allowance or Allowance()
        self._storage = MemoryStorage()
        self._windows = FixedWindowRateLimiter(self._storage)
        self._most = {"person": allowance.per_person, "group": allowance.per_group}
        self._wall = wall
        self._steady = steady
        self._difference = wall() - steady()

    def admit(self, person: int | None, group: int | None) -> Admission:
        """Whether a request of `person` in `group` (ids, `None` in private) is answered."""
        self._mind_the_clock()
        ids = {"group": group, "person": person}
        counted = [(kind, str(one)) for kind, one in ids.items() if one and self._most[kind]]
        for kind, one in counted:
            if not self._windows.test(self._item(kind), kind, one):
                # The one beyond the limit is told so; the two windows began together.
                first = self._windows.hit(self._item(kind, 1), kind, one)
                return Admission.LAST_WORD if first else Admission.SILENCE
        for kind, one in counted:
            self._windows.hit(self._item(kind), kind, one)
            self._windows.hit(self._item(kind, 1), kind, one)
        return Admission.ANSWER

    def _item(self, kind: str, beyond: int = 0) -> RateLimitItemPerMinute:
        return RateLimitItemPerMinute(self._most[kind] + beyond)

    def _mind_the_clock(self) -> None:
        # The library counts by the system's clock: set back an hour, a minute would last one.
        difference = self._wall() - self._steady()
        if abs(difference - self._difference) > CLOCK_STEP:
            self._storage.reset()
        self._difference = difference
