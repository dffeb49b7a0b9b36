"""How many answers a person and a group get in a minute, and what comes of more."""

from __future__ import annotations

import time
from collections.abc import Callable, Hashable
from dataclasses import dataclass, replace
from enum import Enum
from typing import TypeAlias

from handlers.recent import Recent

MINUTE = 60.0

_Key: TypeAlias = tuple[str, Hashable]
"""Of a person or a group: which of both, and its id."""


@dataclass(frozen=True, slots=True)
class Allowance:
    """Answers in a minute; 0 is without limit."""

    per_person: int = 5
    per_group: int = 10
    """Half of what Telegram lets into a group: the bot isn't all that is said there."""


class Admission(Enum):
    """What to do with a request."""

    ANSWER = "answer"
    LAST_WORD = "say once that it's too much"
    SILENCE = "say nothing"


@dataclass(frozen=True, slots=True)
class _Counted:
    """When one person or group asked for what was answered, in seconds since 1970."""

    answered: tuple[float, ...] = ()
    told: float | None = None
    """When it was last said that it's too much."""

    def within_a_minute_of(self, at: float) -> _Counted:
        """What of it is less than a minute from `at`, before it or after."""
        told = self.told if self.told is not None and abs(at - self.told) < MINUTE else None
        return _Counted(tuple(one for one in self.answered if abs(at - one) < MINUTE), told)


class Flood:
    """Counts answers by person and by group, in memory and for a minute each.

    They're counted by when they were asked for: after an outage a day's questions are met at once.
    """

    def __init__(
        self,
        allowance: Allowance | None = None,
        *,
        now: Callable[[], float] = time.time,
        steady: Callable[[], float] = time.monotonic,
    ) -> None:
        """`now` dates what bears no date; `steady`, which nobody sets, tells when to forget."""
        allowance = allowance or Allowance()
        self._most = {"person": allowance.per_person, "group": allowance.per_group}
        self._now = now
        self._counted: Recent[_Counted] = Recent(seconds=MINUTE, clock=steady)

    def admit(
        self, person: Hashable | None, group: Hashable | None, asked_at: float | None = None
    ) -> Admission:
        """Whether a request of `person` in `group` (ids, `None` in private) is answered.

        `asked_at` is in seconds since 1970; `None` for now.
        """
        at = self._now() if asked_at is None else asked_at
        counted = self._within_a_minute_of(at, person, group)
        for key, before in counted:
            if self._is_full(key, before):
                if before.told is not None:
                    return Admission.SILENCE
                self._counted.keep(key, replace(before, told=at))
                return Admission.LAST_WORD
        for key, before in counted:
            self._counted.keep(key, replace(before, answered=(*before.answered, at)))
        return Admission.ANSWER

    def is_silent(
        self, person: Hashable | None, group: Hashable | None, asked_at: float | None = None
    ) -> bool:
        """Whether such a request gets nothing, however it'd be answered; it isn't counted."""
        at = self._now() if asked_at is None else asked_at
        for key, before in self._within_a_minute_of(at, person, group):
            if self._is_full(key, before):
                return before.told is not None
        return False

    def _within_a_minute_of(
        self, at: float, person: Hashable | None, group: Hashable | None
    ) -> list[tuple[_Key, _Counted]]:
        ids = {"group": group, "person": person}
        keys = [(kind, one) for kind, one in ids.items() if one and self._most[kind]]
        return [
            (key, (self._counted.get(key) or _Counted()).within_a_minute_of(at)) for key in keys
        ]

    def _is_full(self, key: _Key, counted: _Counted) -> bool:
        return len(counted.answered) >= self._most[key[0]]
