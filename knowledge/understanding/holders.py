"""Who holds a place by a fact: a side, or anyone but a side."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

_NOT = "not "


@dataclass(frozen=True, slots=True)
class Holder:
    """What a fact says of who holds the place that it's about."""

    side: str
    denied: bool
    """Whether it only says that this side doesn't."""

    @classmethod
    def of(cls, written: str) -> Holder:
        """Read what editors write: a side's id, or "not" and the id."""
        return cls(written.removeprefix(_NOT), written.startswith(_NOT))

    def __str__(self) -> str:
        """Return it as editors write it."""
        return f"{_NOT}{self.side}" if self.denied else self.side

    def holds(self, side: str) -> bool | None:
        """Whether `side` holds the place; None where the fact leaves it open."""
        if not self.denied:
            return side == self.side
        return False if side == self.side else None


def holders_of(written: Iterable[str | None]) -> list[Holder]:
    """Read what editors wrote of each fact, those aside that are on no place."""
    return [Holder.of(each) for each in written if each is not None]


def sides_of(holders: Iterable[Holder]) -> frozenset[str]:
    """Return the ids of the sides that hold places, or are said not to."""
    return frozenset(holder.side for holder in holders)
