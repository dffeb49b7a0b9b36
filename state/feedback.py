"""How many found a fact's answer good, and how many didn't; not who, where or when."""

from __future__ import annotations

from dataclasses import dataclass

from state.database import StateDatabase


@dataclass(frozen=True, slots=True)
class Count:
    """The presses under one fact's answers."""

    fact: str
    up: int
    down: int


class Feedback:
    """A count for each fact, in the state file."""

    def __init__(self, database: StateDatabase | None = None) -> None:
        """Count in `database`; without one, nothing is counted."""
        self._database = database

    def count(self, fact: str, *, up: bool, instead: bool = False) -> bool:
        """Add one press for or against the fact of that id; whether it's written.

        `instead`: it takes the place of one the other way.
        """
        if self._database is None:
            return False
        counting = (
            "insert into feedback values (?1, max(0, ?2), max(0, ?3)) "
            "on conflict do update set up = max(0, up + ?2), down = max(0, down + ?3)"
        )
        other = -1 if instead else 0
        added = (1, other) if up else (other, 1)
        return self._database.write([(counting, (fact, *added))])

    def counts(self) -> list[Count]:
        """Every fact that was pressed for, the least liked first."""
        if self._database is None:
            return []
        rows = self._database.read(
            "select fact, up, down from feedback order by up - down, down desc, fact"
        )
        return [Count(str(fact), int(str(up)), int(str(down))) for fact, up, down in rows]
