"""A scenario is a fault: what is done, what must hold, and the figures that tell if it did."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeAlias


@dataclass(frozen=True)
class Scale:
    """How much of it."""

    seed: int
    long: bool

    def pick(self, short: float, long: float) -> float:
        """A number for the suite, or the plan's own."""
        return long if self.long else short

    def count(self, short: int, long: int) -> int:
        """The same for things that are counted."""
        return long if self.long else short


PROMISED = ("counted", "failed")
"""Figures that no scenario goes without: how many updates had their outcome, and how many of them
were failures of ours."""


@dataclass
class Report:
    """What was found; a figure beyond its bound fails the scenario."""

    figures: list[str] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)
    bounded: set[str] = field(default_factory=set)
    """Names of figures that had a bound."""

    def at_most(self, name: str, value: float, most: float) -> None:
        """`value` may be up to `most`."""
        self.bounded.add(name)
        self._add(f"{name} {_figure(value)} ≤ {_figure(most)}", value <= most)

    def exactly(self, name: str, value: object, wanted: object) -> None:
        """`value` has to be `wanted`."""
        self.bounded.add(name)
        told = f"{name} {value}" if value == wanted else f"{name} {value}, not {wanted}"
        self._add(told, value == wanted)

    def tell(self, name: str, value: float) -> None:
        """A figure without a bound."""
        self._add(f"{name} {_figure(value)}", True)

    def _add(self, told: str, well: bool) -> None:
        self.figures.append(told)
        if not well:
            self.failures.append(told)


Run: TypeAlias = Callable[[Scale, Path, Report], Coroutine[Any, Any, None]]


@dataclass(frozen=True)
class Scenario:
    """One row of the table."""

    name: str
    injection: str
    run: Run
    only_long: bool = False
    """Left out of the suite, which has a short one elsewhere."""
    only_named: bool = False
    """Left out of the table too, but where its name is asked for."""
    serves: bool = True
    """Whether there are updates to be counted."""

    async def live_through(self, scale: Scale, folder: Path, report: Report) -> None:
        """Run it, its files in `folder`. Raises whatever its bots and its telegrams do."""
        await self.run(scale, folder, report)
        for name in PROMISED:
            if self.serves and name not in report.bounded:
                report.failures.append(f"nothing was made sure of {name}")


def scenario(
    name: str,
    injection: str,
    *,
    only_long: bool = False,
    only_named: bool = False,
    serves: bool = True,
) -> Callable[[Run], Scenario]:
    """Makes a scenario of what is run with its scale, a folder of its own and its report."""
    return lambda run: Scenario(name, injection, run, only_long, only_named, serves)


def _figure(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".") if isinstance(value, float) else str(value)
