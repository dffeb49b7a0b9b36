"""Floors under the score, by language and kind: an average could hide that one of them slipped."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

from bot.judging import Mark
from bot.scoring import ALL, Score


class FloorsError(ValueError):
    """Floors can't be read, or don't fit what was asked; the message says which row and why."""


@dataclass(frozen=True, slots=True)
class Floor:
    """A row of the table, and how well it must do, in per cent."""

    row: str
    counts: str
    """A pattern of the groups that it counts, such as "en / *"."""
    least_right: float
    most_wrong: float


def read_floors(path: Path) -> list[Floor]:
    """The floors of a TOML file, in its order. Raises `FloorsError` at a row that is none."""
    try:
        rows = tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise FloorsError(f"{path}: {error}") from error
    try:
        return [_floor(row, values) for row, values in rows.items()]
    except FloorsError as error:
        raise FloorsError(f"{path}: {error}") from error


def _floor(row: str, values: Any) -> Floor:
    match values:
        case {
            "counts": str(counts),
            "least_right": int() | float() as right,
            "most_wrong": int() | float() as wrong,
            **others,
        } if not others:
            return Floor(row, counts, right, wrong)
    raise FloorsError(f"“{row}” needs counts, least_right and most_wrong, and nothing else")


class Standing:
    """A score by the rows that have floors."""

    def __init__(self, score: Score, floors: Sequence[Floor]) -> None:
        """Counts a group in the last row that it fits, so that a narrow row may follow a wide one.

        Raises `FloorsError` where a group fits no row, and where nothing asked counts in a row.
        """
        self._rows = {floor: Counter[Mark]() for floor in floors}
        for group, counts in score.counts.items():
            if group == ALL:
                continue
            fitting = [floor for floor in floors if fnmatchcase(group, floor.counts)]
            if not fitting:
                raise FloorsError(f"no row counts “{group}”, so that it has no floor")
            self._rows[fitting[-1]].update(counts)
        for floor, counts in self._rows.items():
            if not counts:
                raise FloorsError(f"nothing that was asked counts in “{floor.row}”")

    @property
    def fallen(self) -> list[str]:
        """The names of the rows below their floor."""
        return [
            floor.row
            for floor, counts in self._rows.items()
            if _share(counts, Mark.RIGHT) < floor.least_right
            or _share(counts, Mark.WRONG) > floor.most_wrong
        ]

    def table(self) -> Iterator[str]:
        """What was measured, with each floor beside it, as lines of text."""
        yield f"{'':36}{'asked':>7}{'right':>8}{'least':>7}{'wrong':>8}{'most':>7}"
        for floor, counts in self._rows.items():
            right, wrong = _share(counts, Mark.RIGHT), _share(counts, Mark.WRONG)
            yield (
                f"{floor.row:36}{counts.total():7}"
                f"{right:8.1f}{floor.least_right:7.1f}{wrong:8.1f}{floor.most_wrong:7.1f}"
            )

    def markdown(self) -> Iterator[str]:
        """What was measured, as lines of a Markdown table."""
        yield "| | asked | right, % | wrong, % |"
        yield "| --- | ---: | ---: | ---: |"
        for floor, counts in self._rows.items():
            right, wrong = _share(counts, Mark.RIGHT), _share(counts, Mark.WRONG)
            yield f"| {floor.row} | {counts.total()} | {right:.1f} | {wrong:.1f} |"


def _share(counts: Counter[Mark], mark: Mark) -> float:
    return 100 * counts[mark] / counts.total()
