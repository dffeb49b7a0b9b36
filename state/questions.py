"""Questions that people sent to the editors by a button: their text, and not whose it was."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from state.database import StateDatabase

LONGEST = 300
"""Characters kept of a question: as many as a long one has, and too few for a life's story."""
MOST_KEPT = 2000
"""Different questions; beyond it, the one that was sent least often and longest ago goes."""
_AT_THE_END = re.compile(r"[\s?!.…]+$")


@dataclass(frozen=True, slots=True)
class Sent:
    """A question as it was first put, and how often it was sent."""

    text: str
    language: str
    count: int
    number: int
    """What it's forgotten by."""


class Questions:
    """The questions for editors, in the state file."""

    def __init__(self, database: StateDatabase | None = None) -> None:
        """Keep them in `database`; without one, none is kept."""
        self._database = database

    def keep(self, text: str, language: str) -> bool:
        """Keep a question, or count one that differs in case, spaces or its end; whether it is.

        What has no visible letter isn't kept.
        """
        plain = _plain(text)
        folded = _AT_THE_END.sub("", plain.casefold())
        if self._database is None or not folded:
            return False
        keeping = (
            "insert into questions (language, folded, text, count) values (?, ?, ?, 1) "
            "on conflict do update set count = count + 1"
        )
        bounding = (
            "delete from questions where number in (select number from questions where folded != ?"
            " order by count, number limit max(0, (select count(*) from questions) - ?))"
        )
        return self._database.write(
            [(keeping, (language, folded, plain)), (bounding, (folded, MOST_KEPT))]
        )

    def most_asked(self) -> list[Sent]:
        """All of them, the most asked first, then as they came."""
        if self._database is None:
            return []
        rows = self._database.read(
            "select text, language, count, number from questions order by count desc, number"
        )
        return [
            Sent(str(text), str(language), int(str(count)), int(str(number)))
            for text, language, count, number in rows
        ]

    def forget(self, sent: Iterable[Sent]) -> bool:
        """Delete these, so that the file has nothing more of them; whether that was done."""
        gone = "delete from questions where number = ?"
        if self._database is None or not self._database.write(
            [(gone, (one.number,)) for one in sent]
        ):
            return False
        self._database.wipe()
        return True


def _plain(text: str) -> str:
    # Control characters would disturb whoever lists them, and half a surrogate can't be stored.
    visible = (" " if unicodedata.category(each)[0] == "C" else each for each in text)
    return " ".join("".join(visible).split())[:LONGEST].rstrip()
