"""Whether something that is written down gives away the token, or what people ask."""

from __future__ import annotations

import json
import logging
from functools import cache
from pathlib import Path

from bot.logs import OURS, Discretion, OneLine
from tests.corpora import naughty_strings, questions
from tests.telegram_double import TOKEN

TELLING = 12
"""Characters from which on a text is nobody's but who wrote it; "null" may stand anywhere."""


@cache
def _kept_secret() -> tuple[str, ...]:
    """The token, and each text of the corpora as it is, as a log line and as JSON have it."""
    texts = [text for text in (*questions(), *naughty_strings()) if len(text.strip()) >= TELLING]
    shapes = {
        shape
        for text in texts
        for shape in (text, " ".join(text.split()), json.dumps(text, ensure_ascii=False)[1:-1])
    }
    return (TOKEN.partition(":")[2], *sorted(shapes))


def given_away(written: str, *marks: str) -> list[str]:
    """Which secrets, and which of `marks`, stand in what was `written`."""
    return [secret for secret in (*marks, *_kept_secret()) if secret in written]


def given_away_by_files(folder: Path, *marks: str) -> list[str]:
    """The same for the files of a state in `folder`."""
    return [
        secret
        for file in folder.glob("state.db*")
        if file.is_file()
        for secret in given_away(file.read_bytes().decode("utf-8", "replace"), *marks)
    ]


def given_away_by(error: BaseException) -> list[str]:
    """Which secrets stand in the words of `error`, or of what a traceback shows it came from."""
    shown = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    return given_away(f"{error} {error!r}") + (given_away_by(shown) if shown else [])


class Listener(logging.Handler):
    """Reads each line as the running bot would log it, and keeps what it gives away."""

    def __init__(self) -> None:
        """Nothing is heard yet."""
        super().__init__()
        self.heard: list[str] = []
        self._discretion = Discretion((TOKEN,))
        self._line = OneLine(structured=True)

    def emit(self, record: logging.LogRecord) -> None:
        """Read `record`, which is left as it is."""
        if record.levelno < logging.WARNING and record.name.partition(".")[0] not in OURS:
            return
        record = logging.makeLogRecord(vars(record))
        self._discretion.filter(record)
        line = self._line.format(record)
        self.heard += [f"{secret!r} in {line}" for secret in given_away(line)]
