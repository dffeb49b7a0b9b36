"""The echoing bot on a machine whose clock is off by as many seconds as the file `clock` says."""

from __future__ import annotations

import runpy
import time
from pathlib import Path

_right = time.time
_file = Path("clock").absolute()


def wrong() -> float:
    """What this machine takes the time to be."""
    return _right() + float(_file.read_text())


if __name__ == "__main__":
    # Before anything else is imported, since some keep the function.
    time.time = wrong
    runpy.run_module("tests.bot.echo_process", run_name="__main__")
