"""Whether something that is written down gives away the token, who asks, or what they ask."""

from __future__ import annotations

import logging
import re
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from functools import cache
from pathlib import Path

import pytest

from bot.endings import EndingError
from bot.logs import OURS, Discretion, OneLine
from knowledge import KnowledgeError
from tests.corpora import naughty_strings, questions
from tests.spotting import Spotter, words_among
from tests.telegram_double import NAME, TOKEN

ROOT = Path(__file__).parent.parent
WRITTEN_BY_US = ("bot/**/*.py", "handlers/**/*.py", "knowledge/**/*.py", "state/**/*.py")
NAMED_BY_US = ("articles/*/facts.toml", "articles/*/topics.toml")
KEPT_FOR_EDITORS = "questions"
"""The table of what people send to the editors by a button: in their words, as they're told."""
SHOWN = (EndingError, KnowledgeError)
"""Errors, with those below them, whose words are sentences for people."""
_TIME = re.compile(r"\d{4}-\d\d-\d\dT[\d:.]+Z")
_SECRET = re.compile(rf"{TOKEN.partition(':')[2]}|{NAME}", re.IGNORECASE)
_ID = re.compile(r"7391\d{6}")
"""Of whoever is on the double of Telegram, people and groups."""


@cache
def _corpora() -> Spotter:
    """Finds what the corpora hold, but for short words of our own ("None")."""
    files = sorted(file for shape in (*WRITTEN_BY_US, *NAMED_BY_US) for file in ROOT.glob(shape))
    ours = "\n".join(file.read_text(encoding="utf-8") for file in files)
    return Spotter((*questions(), *naughty_strings()), ours)


def given_away(written: str, *marks: str) -> list[str]:
    """Which secrets, names, ids and texts, and which of `marks`, stand in what was `written`."""
    return [*_told(written, marks), *_corpora().found_in(_TIME.sub("", written))]


def given_away_by_files(folder: Path, *marks: str) -> list[str]:
    """The same for the files of a state in `folder`, and for each value in its tables.

    While an answer is held back there, they may know the chat's id.
    """
    found: list[str] = []
    for file in folder.glob("state.db*"):
        written = words_among(file.read_bytes()) if file.is_file() else ""
        found += _told(written, marks) + _corpora().pieces_in(written)
    tables = dict(_tables(folder / "state.db"))
    holding = bool(tables.get("parked"))
    tables.pop(KEPT_FOR_EDITORS, None)
    cells = "\n".join(cell for cells in tables.values() for cell in cells)
    found += given_away(cells, *marks)
    return [secret for secret in found if not (holding and _ID.fullmatch(secret))]


def _told(written: str, marks: Sequence[str]) -> list[str]:
    of_marks = [mark for mark in marks if mark in written]
    return of_marks + _SECRET.findall(written) + _ID.findall(written)


def _tables(database: Path) -> Iterator[tuple[str, set[str]]]:
    """Each table of `database` with all that it keeps; none where it's no database any more."""
    if not database.is_file():
        return
    with closing(sqlite3.connect(f"{database.as_uri()}?mode=ro", uri=True)) as connection:
        connection.text_factory = lambda kept: kept.decode("utf-8", "replace")
        try:
            tables = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
            for (table,) in tables.fetchall():
                rows = connection.execute(f'SELECT * FROM "{table}"')
                yield table, {str(cell) for row in rows for cell in row}
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
        self.hear(self._line.format(record))

    def hear(self, words: str) -> None:
        """Read `words` that people are shown."""
        if away := given_away(words):
            self.heard.append(f"{away[:3]} in {words}")


@contextmanager
def listening() -> Iterator[Listener]:
    """Have all that is logged meanwhile read, and the sentences of errors for people."""
    root, listener = logging.getLogger(), Listener()
    levels = {name: logging.getLogger(name).level for name in OURS}
    for name in OURS:
        logging.getLogger(name).setLevel(logging.INFO)
    root.addHandler(listener)
    try:
        with pytest.MonkeyPatch.context() as patch:
            for shown in SHOWN:
                patch.setattr(shown, "__init__", _telling(listener.hear))
            yield listener
    finally:
        root.removeHandler(listener)
        for name, level in levels.items():
            logging.getLogger(name).setLevel(level)


def _telling(hear: Callable[[str], None]) -> Callable[..., None]:
    def begin(error: BaseException, *words: object) -> None:
        Exception.__init__(error, *words)
        hear(str(error))

    return begin
