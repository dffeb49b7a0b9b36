"""What came, what became of it, and how long answers took."""

from __future__ import annotations

import math
from collections import Counter, deque
from dataclasses import dataclass, field

from handlers.outcome import Outcome

LATEST = 1000
"""Answers whose times are kept: what happened hours ago says little of how it goes now."""


@dataclass(slots=True)
class Tally:
    """The outcomes' sum, with what is in hand, is what came."""

    came: int = 0
    repeats: int = 0
    """Handed over again by Telegram though done with, and skipped."""
    outcomes: Counter[Outcome] = field(default_factory=Counter)
    times: deque[float] = field(default_factory=lambda: deque(maxlen=LATEST))
    """Seconds from an update's coming to its answer, of the latest; none of held back ones."""

    @property
    def in_hand(self) -> int:
        """Updates without an outcome yet."""
        return self.came - self.outcomes.total()

    def took(self, outcome: Outcome, seconds: float) -> None:
        """An update came to its `outcome` so long after it came; only answers are timed."""
        if outcome is Outcome.ANSWERED:
            self.times.append(seconds)

    def within(self, share: float) -> float | None:
        """Seconds within which that `share` of the latest answers came; `None` without any."""
        if not self.times:
            return None
        return sorted(self.times)[max(0, math.ceil(share * len(self.times)) - 1)]

    def fields(self) -> dict[str, float]:
        """Counts and times by name, as a structured log line has them."""
        times = {"p50_seconds": self.within(0.5), "p99_seconds": self.within(0.99)}
        return {
            "came": self.came,
            **{outcome.value: self.outcomes[outcome] for outcome in Outcome},
            "in_hand": self.in_hand,
            "repeats": self.repeats,
            **{name: round(time, 3) for name, time in times.items() if time is not None},
        }

    def __str__(self) -> str:
        """The same in words."""
        ended = ", ".join(f"{self.outcomes[outcome]} {outcome}" for outcome in Outcome)
        told = f"{self.came} came: {ended}; {self.in_hand} in hand, {self.repeats} repeats skipped"
        half, nearly_all = self.within(0.5), self.within(0.99)
        if half is None or nearly_all is None:
            return told
        return f"{told}; half of the answers within {half:.2f} s, 99 % within {nearly_all:.2f} s"
