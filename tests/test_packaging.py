"""A wheel built from this checkout holds all that the bot needs, and runs from any folder."""

from __future__ import annotations

import hashlib
import os
import site
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.loopback import FOLDER as LOOPBACK

ROOT = Path(__file__).resolve().parents[1]
QUESTION = "who holds Pokrovsk?"
QUOTE = "Ukraine still controls the threatened Pokrovsk"
WAIT = 120
"""Seconds that each step may take at the most; all of them take about ten."""


def run(*command: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    """The outcome of a command, which sees neither this checkout nor anybody's settings."""
    ours = ("PYTHONPATH", "TELEGRAM_BOT_TOKEN", "TELEGRAM_API_URL", "KNOWLEDGE_DB", "STATE_DB")
    return subprocess.run(
        [str(word) for word in command],
        cwd=cwd,
        env={
            **{name: value for name, value in os.environ.items() if name not in ours},
            "PYTHONPATH": str(LOOPBACK),
        },
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        timeout=WAIT,
        check=False,
    )


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A wheel of this checkout, built with what is installed."""
    out = tmp_path_factory.mktemp("dist")
    built = run(
        *(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", out, ROOT),
        cwd=out,
    )
    assert built.returncode == 0, built.stdout + built.stderr
    [path] = out.glob("*.whl")
    return path


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The programs' folder of a fresh environment with the wheel; libraries are lent to it."""
    folder = tmp_path_factory.mktemp("environment")
    made = run(sys.executable, "-m", "venv", "--without-pip", folder, cwd=folder)
    assert made.returncode == 0, made.stdout + made.stderr
    programs = folder / ("Scripts" if os.name == "nt" else "bin")
    python = programs / "python"
    # The pip that is here installs it there: a pip of its own would take most of the time.
    pip = (sys.executable, "-m", "pip", "--python", python)
    done = run(*pip, "install", "--quiet", "--no-index", "--no-deps", wheel, cwd=folder)
    assert done.returncode == 0, done.stdout + done.stderr
    where = run(python, "-c", "import site; print(site.getsitepackages()[0])", cwd=folder)
    lent = "\n".join(site.getsitepackages())
    (Path(where.stdout.strip()) / "lent.pth").write_text(lent, encoding="utf-8")
    return programs


def test_the_wheel_holds_the_knowledge_and_what_runs(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
        database = archive.read("knowledge/knowledge.db")
        checksum = archive.read("knowledge/knowledge.db.sha256").decode("ascii")
    assert database == (ROOT / "knowledge.db").read_bytes()
    assert checksum.split()[0] == hashlib.sha256(database).hexdigest()
    for room in ("bot", "handlers", "knowledge", "state"):
        for path in (ROOT / room).rglob("*"):
            if path.suffix in {".py", ".toml", ".sql", ".mo"}:
                assert path.relative_to(ROOT).as_posix() in names


def test_the_wheel_holds_nothing_else(wheel: Path) -> None:
    """No tests, no articles: what runs reads knowledge.db."""
    with zipfile.ZipFile(wheel) as archive:
        tops = {name.partition("/")[0] for name in archive.namelist()}
    [metadata] = tops - {"bot", "handlers", "knowledge", "state"}
    assert metadata.endswith(".dist-info")


def test_it_runs_from_any_folder(installed: Path, tmp_path: Path) -> None:
    python = installed / "python"
    where = run(python, "-c", "import bot, knowledge; print(knowledge.__file__)", cwd=tmp_path)
    assert Path(where.stdout.strip()).is_relative_to(installed.parent)
    for program in ([python, "-m", "bot"], [installed / "frontline-facts"]):
        answer = run(*program, "ask", QUESTION, cwd=tmp_path)
        assert answer.returncode == 0, answer.stderr
        assert f"> {QUOTE}\n" in answer.stdout
    assert list(tmp_path.iterdir()) == []
