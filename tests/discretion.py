"""Whether something that is written down gives away the token, or what people ask."""

from __future__ import annotations

import json
import logging
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from functools import cache
from pathlib import Path

from bot.logs import OURS, Discretion, OneLine
from tests.corpora import naughty_strings, questions
from tests.telegram_double import TOKEN

TELLING = 12
"""Characters from which on a text is nobody's but who wrote it; "null" may stand anywhere."""
ROOT = Path(__file__).parent.parent
WRITTEN_BY_US = ("bot/**/*.py", "handlers/**/*.py", "knowledge/**/*.py", "state/**/*.py")
NAMED_BY_US = ("articles/*/facts.toml", "articles/*/topics.toml")
_TIME = re.compile(r"\d{4}-\d\d-\d\dT[\d:.]+Z")


def _texts() -> set[str]:
    return {*questions(), *naughty_strings()}


@cache
def _kept_secret() -> tuple[str, ...]:
    """The token, and each longer text of the corpora as it is, as a log line and as JSON."""
    texts = [text for text in _texts() if len(text.strip()) >= TELLING]
    shapes = {
        shape
        for text in texts
        for shape in (text, " ".join(text.split()), json.dumps(text, ensure_ascii=False)[1:-1])
    }
    return (TOKEN.partition(":")[2], *sorted(shapes))


@cache
def _ours() -> str:
    """All that this program may write of its own accord: its code, and what editors named."""
    files = sorted(file for shape in (*WRITTEN_BY_US, *NAMED_BY_US) for file in ROOT.glob(shape))
    return "\n".join(file.read_text(encoding="utf-8") for file in files)


def _by_itself(texts: set[str]) -> re.Pattern[str]:
    longest_first = sorted(texts, key=lambda text: (-len(text), text))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")


@cache
def _short() -> re.Pattern[str]:
    """Finds each shorter text of the corpora, but those that are words of our own ("None")."""
    short = {" ".join(text.split()) for text in _texts() if len(text.strip()) < TELLING} - {""}
    return _by_itself({text for text in short if not _by_itself({text}).search(_ours())})


def given_away(written: str, *marks: str) -> list[str]:
    """Which secrets, and which of `marks`, stand in what was `written`."""
    found = [secret for secret in (*marks, *_kept_secret()) if secret in written]
    return found + _short().findall(_TIME.sub("", written))


def given_away_by_files(folder: Path, *marks: str) -> list[str]:
    """The same for the files of a state in `folder`, and for each text in its tables."""
    files = [file for file in folder.glob("state.db*") if file.is_file()]
    written = [file.read_bytes().decode("utf-8", "replace") for file in files]
    found = [secret for secret in (*marks, *_kept_secret()) for text in written if secret in text]
    return found + [
        secret for cell in _cells(folder / "state.db") for secret in _short().findall(cell)
    ]


def _cells(database: Path) -> Iterator[str]:
    """Every text that `database` keeps; none where it's no database any more."""
    if not database.is_file():
        return
    with closing(sqlite3.connect(f"{database.as_uri()}?mode=ro", uri=True)) as connection:
        connection.text_factory = lambda kept: kept.decode("utf-8", "replace")
        try:
            tables = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
            for (table,) in tables.fetchall():
                for row in connection.execute(f'SELECT * FROM "{table}"'):
                    yield from (cell for cell in row if isinstance(cell, str))
        except sqlite3.DatabaseError:
            return


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
