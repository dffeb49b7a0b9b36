"""A state file that broke: set aside for whoever wants to save from it, removed a day later."""

from __future__ import annotations

import os
import sqlite3
import time
from contextlib import suppress
from pathlib import Path

KEPT = 23 * 3600
"""Seconds that it stays, since it has what elsewhere is kept for a time only: a day, with the hour
until somebody looks again."""
_OF_SQLITE = b"SQLite format 3\x00"


def is_broken(error: sqlite3.DatabaseError) -> bool:
    """Whether `error` says that the file is no database any more."""
    # Where SQLite gives no code, it's our own finding of the quick check.
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT)
    return code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


def set_aside(path: Path) -> Path:
    """Give the file at `path` another name, which comes back. Raises `OSError`."""
    broken = _beside(path)
    path.replace(broken)
    for suffix in ("-wal", "-shm"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)
    with suppress(OSError):
        # Its day begins now.
        os.utime(broken)
    return broken


def remove_old(path: Path) -> None:
    """Remove what was set aside for `path` more than a day ago. Raises nothing.

    What isn't SQLite's at all stays: it may be somebody's file that STATE_DB named by mistake.
    """
    broken = _beside(path)
    with suppress(OSError):
        # A date far ahead is of a clock that was wrong, and would never be a day ago.
        if abs(time.time() - broken.stat().st_mtime) <= KEPT:
            return
        with broken.open("rb") as file:
            ours = file.read(len(_OF_SQLITE)) == _OF_SQLITE
        if ours:
            broken.unlink()


def _beside(path: Path) -> Path:
    return path.with_name(path.name + ".broken")
