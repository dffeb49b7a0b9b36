"""What a bot's log tells of exceptions, for tests in which none may be raised."""

from __future__ import annotations

import logging

from tests.loopback.sitecustomize import REFUSED

SIGNS = (
    "a handler raised",
    "attending failed",
    "can't be made anew",
    "Traceback (most recent call last)",
    "exception was never retrieved",
    REFUSED,
)


def raised(output: str) -> list[str]:
    """The lines of `output` that tell of an exception."""
    return [line for line in output.splitlines() if any(sign in line for sign in SIGNS)]


class RaisedLines(logging.Handler):
    """Keeps the same of a bot in this process."""

    def __init__(self) -> None:
        """Nothing is logged yet."""
        super().__init__()
        self.kept: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep `record` where it tells of an exception."""
        self.kept += raised(record.getMessage())
