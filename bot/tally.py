"""What came and what became of it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from handlers.outcome import Outcome


@dataclass(slots=True)
class Tally:
    """The outcomes' sum is what came, once nothing is in hand."""

    came: int = 0
    repeats: int = 0
    """Handed over again by Telegram though done with, and skipped."""
    outcomes: Counter[Outcome] = field(default_factory=Counter)

    def __str__(self) -> str:
        """The counts in words."""
        ended = ", ".join(f"{self.outcomes[outcome]} {outcome}" for outcome in Outcome)
        return f"{self.came} came: {ended}; {self.repeats} repeats skipped"
