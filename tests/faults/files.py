"""A knowledge.db that is missing, broken, locked or exchanged."""

from __future__ import annotations

import hashlib
import random
import shutil
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from knowledge import KnowledgeError, open_knowledge
from tests.bot.processes import ROOT, BotProcess
from tests.faults.crowd import all_counted
from tests.faults.scenarios import Report, Scale, scenario
from tests.telegram_double import TelegramDouble

CURE = "python -m bot knowledge build"


def _copy(folder: Path) -> Path:
    for name in ("knowledge.db", "knowledge.db.sha256"):
        shutil.copy(ROOT / name, folder / name)
    return folder / "knowledge.db"


def _vouch_for(knowledge: Path) -> None:
    """Let the checksum be right, whatever is in the file."""
    digest = hashlib.sha256(knowledge.read_bytes()).hexdigest()
    line = knowledge.with_name("knowledge.db.sha256")
    line.write_text(line.read_text().replace(line.read_text().split()[0], digest))


def _other_schema(knowledge: Path) -> None:
    with closing(sqlite3.connect(knowledge)) as database:
        database.execute("pragma user_version = 99")
    _vouch_for(knowledge)


def _folder_instead(knowledge: Path) -> None:
    knowledge.unlink()
    knowledge.mkdir()


SPOILT: dict[str, Callable[[Path], object]] = {
    "missing": Path.unlink,
    "empty": lambda path: path.write_bytes(b""),
    "random": lambda path: path.write_bytes(random.Random(1).randbytes(100_000)),
    "cut by 100 bytes": lambda path: path.write_bytes(path.read_bytes()[:-100]),
    "of another schema": _other_schema,
    "unreadable": _folder_instead,
}


@scenario(
    "knowledge.db broken",
    "missing, empty, random, cut, another schema, bit flips",
    serves=False,
)
async def knowledge_broken(scale: Scale, folder: Path, report: Report) -> None:
    """Each is refused, in time and with a sentence."""
    processes = scale.count(1, len(SPOILT))
    started = 0
    slowest = 0.0
    for number, (name, spoil) in enumerate(SPOILT.items()):
        place = folder / str(number)
        place.mkdir()
        knowledge = _copy(place)
        spoil(knowledge)
        begun = time.monotonic()
        started += _opens(knowledge)
        slowest = max(slowest, time.monotonic() - begun)
        if number < processes:
            async with TelegramDouble() as telegram:
                environment = {"KNOWLEDGE_DB": str(knowledge)}
                async with BotProcess(
                    telegram, place, module="bot", environment=environment
                ) as bot:
                    report.exactly(f"exit code where {name}", await bot.ended(), 2)
            report.exactly("sentences", len(bot.output.splitlines()), 1)
            report.exactly("with the cure", CURE in bot.output, True)
    flips = scale.count(5, 200)
    knowledge = _copy(folder)
    whole = knowledge.read_bytes()
    rng = random.Random(scale.seed)
    for _ in range(flips):
        flipped = bytearray(whole)
        flipped[rng.randrange(len(whole))] ^= 1 << rng.randrange(8)
        knowledge.write_bytes(flipped)
        started += _opens(knowledge)
    report.tell("bit flips", flips)
    report.exactly("opened all the same", started, 0)
    report.at_most("seconds to refuse", slowest, 2)


def _opens(knowledge: Path) -> bool:
    try:
        open_knowledge(knowledge)
    except KnowledgeError:
        return False
    return True


@scenario("knowledge.db locked", "by another program, exclusively")
async def knowledge_locked(scale: Scale, folder: Path, report: Report) -> None:
    """The bot serves all the same."""
    knowledge = _copy(folder)
    async with TelegramDouble() as telegram:
        ann = telegram.person()
        ann.writes("/sources")
        with closing(sqlite3.connect(knowledge, isolation_level=None)) as other:
            other.execute("begin exclusive")
            environment = {"KNOWLEDGE_DB": str(knowledge)}
            async with BotProcess(telegram, folder, module="bot", environment=environment):
                await telegram.answer_to(ann.chat, within=20)
                await telegram.until_all_confirmed()
        all_counted(report, folder, 1)


@scenario("knowledge.db replaced", "while the bot runs")
async def knowledge_replaced(scale: Scale, folder: Path, report: Report) -> None:
    """Old answers until the restart, and then the new file's checks."""
    knowledge = _copy(folder)
    async with TelegramDouble() as telegram:
        environment = {"KNOWLEDGE_DB": str(knowledge)}
        ann = telegram.person()
        async with BotProcess(telegram, folder, module="bot", environment=environment):
            ann.writes("/sources")
            before = await telegram.answer_to(ann.chat, within=20)
            new = folder / "new.db"
            new.write_bytes(b"something else")
            new.replace(knowledge)
            ann.writes("/sources")
            after = await telegram.answer_to(ann.chat, 2)
            await telegram.until_all_confirmed()
        async with BotProcess(telegram, folder, module="bot", environment=environment) as bot:
            report.exactly("exit code after a restart", await bot.ended(), 2)
        report.exactly("the same answer", before.text == after.text, True)
        all_counted(report, folder, 2)
