"""What a fact tells, as far as a claim can be held against it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from knowledge.understanding.numbers import in_digits
from knowledge.understanding.reading import Reader, Reading

HARMING = frozenset(("kill", "wound"))


@dataclass(frozen=True, slots=True)
class Telling:
    """What one fact quotes and states."""

    fact: str
    told: frozenset[str]
    """Symbols, first letters of words, and figures."""
    sides: tuple[str, ...]
    """Ids of the countries that it's about, the acting one first."""
    speaker: str | None
    unsplit: bool
    """Whether it tells of killed and wounded in one."""
    foretells: bool
    """Whether it tells of what may or will be."""
    counts: bool
    """Whether it tells a large figure."""

    @classmethod
    def of(cls, fact: str, table: Mapping[str, Any]) -> Telling:
        """Read what `as_table` wrote."""
        told, sides = frozenset(table["told"]), tuple(table["sides"])
        return cls(
            fact,
            told,
            sides,
            table["speaker"],
            table["unsplit"],
            table["foretells"],
            table["counts"],
        )

    def as_table(self) -> Mapping[str, object]:
        """Return all but the fact's id as JSON has it."""
        told = sorted(self.told)
        return {
            "told": told,
            "sides": self.sides,
            "speaker": self.speaker,
            "foretells": self.foretells,
            "counts": self.counts,
            "unsplit": self.unsplit,
        }

    def tells(self, *symbols: str) -> bool:
        """Whether it tells any of `symbols`."""
        return not self.told.isdisjoint(symbols)


def told_in(reading: Reading, reader: Reader) -> frozenset[str]:
    """Return all that `reading` tells; a phrase tells what its words do by themselves, too."""
    told = {figure_symbol(figure.value) for figure in reading.figures} | harmed_in(reading)
    words = [reader.read(token.typed, reading.language) for token in reading.tokens]
    for part in (reading, *words):
        told |= part.symbols | {f"w {item.word}" for item in part.items if item.word}
    return frozenset(told)


def harmed_in(reading: Reading) -> frozenset[str]:
    """Return what stands for each large figure together with the harm that it's of.

    Nothing where figures and harms don't take turns: then it's unknown which is of which.
    """
    values = (figure.value if figure.large else None for figure in reading.figures)
    figures: list[float] = []
    harms: list[str] = []
    for item in reading.items:
        if item.kind == "figure" and (value := next(values)) is not None:
            figures.append(value)
        harms += [symbol for symbol in item.symbols if symbol in HARMING]
        if abs(len(figures) - len(harms)) > 1:
            return frozenset()
    if len(figures) != len(harms):
        return frozenset()
    return frozenset(
        f"{figure_symbol(value)} {harm}" for value, harm in zip(figures, harms, strict=True)
    )


def is_unsplit(reading: Reading) -> bool:
    """Whether `reading` tells of killed and wounded in one."""
    return reading.symbols >= HARMING and len(reading.figures) < len(HARMING)


def figure_symbol(value: float) -> str:
    """Return what stands for a figure of this `value` among what facts tell."""
    return f"= {in_digits(value)}"
