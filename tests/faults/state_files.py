"""A state file that is full, read-only, broken or gone."""

from __future__ import annotations

import logging
import random
import sqlite3
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, closing, contextmanager, suppress
from pathlib import Path
from typing import Any
from unittest.mock import patch

from state.database import StateDatabase
from tests.bot.echo import EchoBot
from tests.faults.crowd import (
    Question,
    ask,
    counted,
    crowd,
    nothing_lost,
    repeated,
    until_answered,
)
from tests.faults.scenarios import Report, Scale, scenario
from tests.telegram_double import TelegramDouble

PAGE = 4096


class _Log(logging.Handler):
    """What the bots of this process tell of their state file, and at their ends."""

    def __init__(self) -> None:
        """Nothing yet."""
        super().__init__()
        self.warnings = 0
        self.tallies: list[dict[str, float]] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep of `record` what it is."""
        self.warnings += record.levelno >= logging.WARNING
        if record.getMessage().startswith("stopped: "):
            self.tallies.append(vars(record)["fields"])


@asynccontextmanager
async def _warned_once(report: Report, name: str) -> AsyncIterator[None]:
    """However long the state file's trouble lasts, it's told once; and each update is counted.

    The file can't tell how many: the bot's last line does.
    """
    log, loggers = _Log(), [logging.getLogger(name) for name in ("state", "bot.receiving")]
    before = [logger.level for logger in loggers]
    for logger in loggers:
        logger.addHandler(log)
        logger.setLevel(logging.INFO)
    try:
        yield
    finally:
        for logger, level in zip(loggers, before, strict=True):
            logger.removeHandler(log)
            logger.setLevel(level)
    report.exactly(f"warnings where {name}", log.warnings, 1)
    [tally] = log.tallies
    report.exactly("counted", tally["came"] - tally["in_hand"], tally["came"])
    report.exactly("failed", tally["failed"], 0)


async def _one_held_back(telegram: TelegramDouble) -> Question:
    """A question whose answer Telegram makes wait from now on."""
    person = telegram.person(500)
    flood = telegram.faults.flood(0.5, times=1, chats={person.chat.id})
    question = ask(person, "this")
    await telegram.until(lambda: flood.struck == 1)
    return question


def _it_is_due(telegram: TelegramDouble, path: Path) -> None:
    """Let it be as if the time had passed, for Telegram too, if the file has it."""
    telegram.closed.open_all()
    with suppress(sqlite3.Error), closing(sqlite3.connect(path)) as database, database:
        database.execute("update parked set due_at = 0")


def _full(folder: Path) -> StateDatabase:
    return StateDatabase(folder / "state.db", most_bytes=10 * PAGE)


@scenario("state.db full", "max_page_count")
async def state_full(scale: Scale, folder: Path, report: Report) -> None:
    """Answers go on, and without a kill none is repeated."""
    async with TelegramDouble(seed=scale.seed) as telegram:
        async with (
            _warned_once(report, "full"),
            EchoBot(telegram, folder, database=_full(folder)),
        ):
            questions = crowd(telegram, chats=20, each=scale.count(25, 500))
            await until_answered(telegram, questions, 60)
            held = await _one_held_back(telegram)
        noted = counted(folder).total()
        report.exactly("full before the end", noted < len(questions), True)
        # That an answer has to wait wasn't written down either.
        telegram.impatience_expected = True
        async with EchoBot(telegram, folder, database=_full(folder)):
            questions += [held, *crowd(telegram, chats=20, each=1, first=1000)]
            await until_answered(telegram, questions, 20)
        nothing_lost(report, telegram, questions)
        report.exactly("repeated", repeated(telegram), 0)


@contextmanager
def _files_read_only() -> Iterator[None]:
    """Permissions alone don't bind an administrator who runs this."""
    connect = sqlite3.connect

    def reading(path: str | Path, *, uri: bool = False, **how: Any) -> sqlite3.Connection:
        name = str(path) if uri else f"{Path(path).as_uri()}?mode=ro"
        opened: sqlite3.Connection = connect(name, uri=True, **how)
        return opened

    with patch.object(sqlite3, "connect", reading):
        yield


@scenario("state.db read-only", "mode=ro")
async def state_read_only(scale: Scale, folder: Path, report: Report) -> None:
    """Answers go on, and without a kill none is repeated."""
    async with TelegramDouble(seed=scale.seed) as telegram:
        questions = crowd(telegram, chats=20, each=1)
        async with EchoBot(telegram, folder):
            await until_answered(telegram, questions, 20)
        noted = counted(folder)
        with _files_read_only():
            async with _warned_once(report, "read-only"), EchoBot(telegram, folder):
                questions += crowd(telegram, chats=20, each=scale.count(2, 100), first=20)
                await until_answered(telegram, questions, 60)
                held = await _one_held_back(telegram)
        report.exactly("written", (counted(folder) - noted).total(), 0)
        # Nor was it written down that an answer has to wait.
        telegram.impatience_expected = True
        async with EchoBot(telegram, folder):
            questions += [held, *crowd(telegram, chats=20, each=1, first=1000)]
            await until_answered(telegram, questions, 20)
        nothing_lost(report, telegram, questions)
        report.exactly("repeated", repeated(telegram), 0)


def _deleted(path: Path) -> None:
    for file in path.parent.glob("state.db*"):
        file.unlink()


def _corrupt(path: Path) -> None:
    for file in path.parent.glob("state.db*"):
        # No letters, lest a word be in it by chance.
        file.write_bytes(bytes(each | 0x80 for each in random.Random(1).randbytes(3 * PAGE)))


def _corrupt_beneath(path: Path) -> None:
    """What SQLite keeps in its memory and beside the file hides it until the next start."""
    path.write_bytes(b"\xff" * 3 * PAGE)


def _out_of_reach(path: Path) -> None:
    _deleted(path)
    path.mkdir()


SPOILT: dict[str, Callable[[Path], None]] = {
    "deleted": _deleted,
    "corrupt": _corrupt,
    "corrupt beneath": _corrupt_beneath,
    "gone": _out_of_reach,
}


@scenario("state.db spoilt", "deleted, corrupt, in a folder's place; while the bot runs")
async def state_spoilt(scale: Scale, folder: Path, report: Report) -> None:
    """Answers go on, those that Telegram makes wait outlive a restart, and none is repeated."""
    rounds = scale.count(1, 10)
    for kind, spoil in SPOILT.items():
        place = folder / kind
        place.mkdir()
        async with TelegramDouble(seed=scale.seed) as telegram:
            questions = crowd(telegram, chats=20, each=2)
            async with _warned_once(report, kind), EchoBot(telegram, place):
                await until_answered(telegram, questions, 20)
                spoil(place / "state.db")
                questions += crowd(telegram, chats=20 * rounds, each=2, first=20)
                await until_answered(telegram, questions, 40)
                held = await _one_held_back(telegram)
            _it_is_due(telegram, place / "state.db")
            async with EchoBot(telegram, place):
                questions += [held, *crowd(telegram, chats=20, each=1, first=1000)]
                await until_answered(telegram, questions, 20)
            nothing_lost(report, telegram, questions)
            report.exactly(f"repeated where {kind}", repeated(telegram), 0)
