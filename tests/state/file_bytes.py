"""What the state's files hold byte by byte, whatever a query would still find."""

from __future__ import annotations

from pathlib import Path


def stands_in(folder: Path, number: int) -> bool:
    """Whether `number`, of five bytes or more, stands in a state file as SQLite writes it."""
    width = 6 if number.bit_length() < 48 else 8
    written = number.to_bytes(width, "big", signed=True)
    return any(written in file.read_bytes() for file in folder.glob("state.db*"))
