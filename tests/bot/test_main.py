"""`python -m bot` is the command line, and says so in its help."""

from __future__ import annotations

import runpy
import sys

import pytest


def test_it_is_the_command_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["bot", "ask", "--help"])
    with pytest.raises(SystemExit) as ended:
        runpy.run_module("bot", run_name="__main__")
    assert ended.value.code == 0
    assert capsys.readouterr().out.startswith("Usage: python -m bot ask ")


def test_importing_it_runs_nothing() -> None:
    assert "main" in runpy.run_module("bot.__main__", run_name="bot.__main__")
