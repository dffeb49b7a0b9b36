"""Each fault of the plan, as short as it can be; the long ones: `python -m tests.faults`."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.faults import rows
from tests.faults.__main__ import main
from tests.faults.scenarios import Report, Scale, Scenario

SLOWEST = frozenset(
    ("steady", "burst", "backlog", "any words", "hostile words", "hostile crowd", "queries")
)
"""What takes three seconds and more, with the proof; the suite has two minutes."""


@pytest.mark.parametrize(
    "scenario",
    [
        pytest.param(one, id=one.name, marks=[pytest.mark.long] if one.name in SLOWEST else [])
        for one in rows.ALL
        if not (one.only_long or one.only_named)
    ],
)
async def test_it_is_lived_through(scenario: Scenario, tmp_path: Path) -> None:
    report = Report()
    await scenario.live_through(Scale(seed=1, long=False), tmp_path, report)
    assert report.failures == [], report.figures


def test_the_slowest_are_faults_that_there_are() -> None:
    assert {one.name for one in rows.ALL} >= SLOWEST


async def test_a_fault_that_counts_nothing_is_found_out(tmp_path: Path) -> None:
    async def careless(scale: Scale, folder: Path, report: Report) -> None:
        report.tell("counted", 7)
        report.exactly("failed", 0, 0)

    report = Report()
    await Scenario("careless", "", careless).live_through(Scale(1, False), tmp_path, report)
    assert report.failures == ["nothing was made sure of counted"]


def test_a_name_that_no_fault_has_is_refused(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", ["faults", "no such fault"])
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 2
    assert "no fault is called “no such fault”" in capsys.readouterr().err
