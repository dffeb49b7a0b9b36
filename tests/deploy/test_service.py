"""The systemd unit is one, fits the bot, and leaves it little to break."""

from __future__ import annotations

import re
import shutil
import subprocess
import tomllib
from pathlib import Path

import pytest

from bot.endings import ConflictError, SettingsError, TokenRefusedError
from bot.pace import Pace

ROOT = Path(__file__).parents[2]
UNIT = ROOT / "deploy" / "frontline-facts.service"
MOST_EXPOSED = "20"
"""Of a hundred, as `systemd-analyze security` counts."""


def values(key: str) -> list[str]:
    """All that the unit sets for `key`."""
    lines = UNIT.read_text(encoding="utf-8").splitlines()
    return [line.partition("=")[2] for line in lines if line.startswith(f"{key}=")]


@pytest.fixture
def installed(tmp_path: Path) -> Path:
    """The unit with a program that is there."""
    text = UNIT.read_text(encoding="utf-8").replace(values("ExecStart")[0], "/bin/true")
    unit = tmp_path / UNIT.name
    unit.write_text(text, encoding="utf-8")
    return unit


def test_it_starts_what_the_package_installs() -> None:
    scripts = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["scripts"]
    assert Path(values("ExecStart")[0]).name in scripts


def test_it_is_killed_only_after_the_bot_has_had_its_time_to_stop() -> None:
    pace = Pace()
    assert int(values("TimeoutStopSec")[0]) > 2 * (pace.stop + pace.farewell)


def test_it_is_started_again_but_where_that_mends_nothing() -> None:
    assert values("Restart") == ["always"]
    mending_nothing = (SettingsError, TokenRefusedError, ConflictError)
    codes = [str(ending.code) for ending in mending_nothing]
    assert values("RestartPreventExitStatus")[0].split() == codes


def test_what_it_needs_is_installed_by_the_lock_alone() -> None:
    installing = re.findall(r"^# .*/pip install (.+)$", UNIT.read_text("utf-8"), re.MULTILINE)
    assert installing == ["--require-hashes -r requirements.txt", "--no-deps <the wheel>"]


def test_the_doctor_is_asked_as_the_same_user_and_with_the_same_settings() -> None:
    text = UNIT.read_text("utf-8").replace(" \\\n#", "")
    asking = re.search(r"^# +systemd-run (.+)$", text, re.MULTILINE)
    assert asking is not None
    given = dict(re.findall(r"-p (\w+)=(\S+)", asking[1]))
    # What a unit's dynamic user is called by itself; another one would take over the folder.
    assert given.pop("User") == UNIT.stem
    assert {"DynamicUser", "EnvironmentFile", "Environment", "StateDirectory"} <= set(given)
    assert {key: value for key, value in given.items() if value not in values(key)} == {}
    assert asking[1].endswith(f" {values('ExecStart')[0]} doctor")


def test_its_state_is_where_the_service_may_write() -> None:
    folder = values("StateDirectory")[0]
    assert f"STATE_DB=/var/lib/{folder}/state.db" in values("Environment")


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="there's no systemd here")
@pytest.mark.parametrize(
    "question",
    [("verify", "--man=no"), ("security", "--offline=yes", f"--threshold={MOST_EXPOSED}")],
    ids=["verify", "security"],
)
def test_systemd_takes_it(installed: Path, question: tuple[str, ...]) -> None:
    asked = subprocess.run(
        ["systemd-analyze", *question, str(installed)], capture_output=True, text=True
    )
    assert asked.returncode == 0, asked.stdout + asked.stderr
    assert "frontline-facts.service:" not in asked.stderr
