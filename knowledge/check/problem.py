"""What a check found wrong."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong in what people edit, and how to mend it."""

    file: str
    fact: str
    """The fact's (or other entry's) id; empty where it's the file's."""
    what: str
    cure: str

    def __str__(self) -> str:
        place = f"{self.file} [{self.fact}]" if self.fact else self.file
        return f"{place}: {self.what}. {self.cure}"
