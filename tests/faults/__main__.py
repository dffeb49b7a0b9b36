"""Runs the long faults and prints their table: `python -m tests.faults [--seeds 3] [NAME …]`.

All of them take three and a half hours; NAMEs are parts of the scenarios' names. One takes an
hour by itself, and is run by its name only: `python -m tests.faults --seeds 1 "an hour"`. Exits
with 1 where a figure is beyond its bound.
"""

from __future__ import annotations

import argparse
import asyncio
import logging
import sys
import tempfile
import time
from pathlib import Path

from tests.faults.rows import ALL
from tests.faults.scenarios import Report, Scale, Scenario


def run(scenario: Scenario, seed: int, *, long: bool) -> Report:
    """What a scenario found; whatever it raises is a failure of its own."""
    report = Report()
    with tempfile.TemporaryDirectory() as folder:
        try:
            asyncio.run(scenario.live_through(Scale(seed, long), Path(folder), report))
        except Exception as error:
            told = " ".join(
                [str(error), *(note[-300:] for note in getattr(error, "__notes__", []))]
            )
            report.failures.append(f"{type(error).__name__}: {told}")
    return report


def row(scenario: Scenario, seed: int, took: float, report: Report) -> str:
    """A line of the table."""
    verdict = "FAIL: " + "; ".join(report.failures) if report.failures else "pass"
    cells = (scenario.name, scenario.injection, seed, f"{took:.0f}", ", ".join(report.figures))
    return f"| {' | '.join(map(str, cells))} | {verdict} |"


def tell(line: str) -> None:
    """Print `line` at once, since the next takes minutes."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def main() -> int:
    """Run what the command line names."""
    parser = argparse.ArgumentParser(prog="python -m tests.faults", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME")
    parser.add_argument("--seeds", type=int, default=3, help="how often each is run (3)")
    parser.add_argument("--short", action="store_true", help="as short as in the suite")
    given = parser.parse_args()
    for name in given.names:
        if not any(name in one.name for one in ALL):
            # An empty table would look as if all of it had passed.
            parser.error(f"no fault is called “{name}”: {'; '.join(one.name for one in ALL)}")
    # What bots in this process log isn't for the table.
    logging.getLogger().addHandler(logging.NullHandler())
    wanted = [
        one
        for one in ALL
        if any(name in one.name for name in given.names)
        or (not given.names and not one.only_named)
    ]
    failed = 0
    tell("| fault | injection | seed | seconds | figures | |")
    tell("| --- | --- | --- | --- | --- | --- |")
    for scenario in wanted:
        for seed in range(1, given.seeds + 1):
            begun = time.monotonic()
            report = run(scenario, seed, long=not given.short)
            failed += bool(report.failures)
            tell(row(scenario, seed, time.monotonic() - begun, report))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
