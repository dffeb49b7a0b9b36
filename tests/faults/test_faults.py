"""Each fault of the plan, as short as it can be; the long ones: `python -m tests.faults`."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.faults import rows
from tests.faults.__main__ import main
from tests.faults.scenarios import Report, Scale, Scenario


@pytest.mark.parametrize(
    "scenario", [one for one in rows.ALL if not one.only_long], ids=lambda one: one.name
)
async def test_it_is_lived_through(scenario: Scenario, tmp_path: Path) -> None:
    report = Report()
    await scenario.run(Scale(seed=1, long=False), tmp_path, report)
    assert report.failures == [], report.figures


def test_a_name_that_no_fault_has_is_refused(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", ["faults", "no such fault"])
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 2
    assert "no fault is called “no such fault”" in capsys.readouterr().err
