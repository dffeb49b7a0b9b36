"""What /privacy says of what is kept is true: the state file is searched after a conversation."""

from __future__ import annotations

import asyncio
import sqlite3
from pathlib import Path

import pytest

from bot import parking
from handlers.catalogues import LANGUAGES
from handlers.desk import Desk
from handlers.flood import Allowance
from handlers.request import Request
from handlers.said import Audience
from state.ledger import KEPT
from state.parked import ParkedAnswers
from state.questions import LONGEST
from tests.bot.invented_bot import invented_bot
from tests.handlers.pressing import press
from tests.state.file_bytes import stands_in
from tests.telegram_double import BOT, Fault, TelegramDouble

NAME = BOT["username"]
SEND = "Send the question to the editors"
IN_PRIVATE = ("Who holds Linden?", "Quendolyn here: says who?", "thanks", "How many crabs?")
IN_THE_GROUP = (
    f"@{NAME} how many eels?",
    f"@{NAME} who holds Elsewhere?",
    "Quendolyn says hello to nobody",
)


def texts(path: Path) -> set[str]:
    """Every text in any table of the state file."""
    with sqlite3.connect(path) as state:
        tables = [name for (name,) in state.execute("select name from sqlite_master")]
        rows = (
            row
            for table in tables
            if not table.startswith("sqlite_")
            for row in state.execute(f"select * from {table}")
        )
        return {cell for row in rows for cell in row if isinstance(cell, str)}


async def test_of_a_conversation_only_the_question_that_was_sent_is_kept(
    telegram: TelegramDouble, tmp_path: Path
) -> None:
    telegram.privacy_mode = False
    person = telegram.person(7, "Quendolyn")
    group = telegram.group(9, "Quendolyn's friends")
    async with invented_bot(telegram, tmp_path, Allowance(0, 0)) as bot:
        for text in IN_PRIVATE:
            person.writes(text)
        for text in IN_THE_GROUP:
            person.writes(text, group)
        await telegram.answer_to(group, 2)
        no = await telegram.answer_to(person.chat, len(IN_PRIVATE))
        answer = telegram.sent_to(person.chat)[0]
        for label in ("👍", "How many herrings?", "Show in the article"):
            press(person, answer, label)
        press(person, no, SEND)
        await telegram.until_all_confirmed()
        path = bot.database.path
        files = [path, *path.parent.glob(f"{path.name}-*")]
        content = b"".join(file.read_bytes() for file in files)
    kept = texts(path)
    assert {"How many crabs?", "how many crabs"} <= kept
    ours = {"en", "answered", "declined", "", "harbour-held", "not addressed to the bot"}
    assert kept - {"How many crabs?", "how many crabs"} <= ours
    for words in (*IN_PRIVATE[:3], *IN_THE_GROUP, "eels", "Quendolyn", "says who"):
        assert words.casefold().encode() not in content.lower()
    ids = {row for row in _numbers(path) if row in (person.id, group.id)}
    assert ids == set()


async def test_an_answer_held_back_waits_by_chat_and_message_and_leaves_nothing(
    telegram: TelegramDouble, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Byte by byte, and while the bot runs: at its end SQLite tidies up of its own accord."""
    monkeypatch.setattr(parking, "LOOK_EVERY", 0.05)
    tidied = _each_time_it_tidies(monkeypatch)
    person = telegram.person(123_456_789_012, "Quendolyn")
    telegram.faults.add(Fault(status=429, retry_after=0.2, times=1))
    # Of so many, none waits in hand.
    asked = [person.writes(text) for text in ("Who holds Linden?", "/fish", "/a", "/b", "/c")]
    async with invented_bot(telegram, tmp_path) as bot:
        held = "select chat_id, message_id, again from parked"
        await telegram.until(lambda: len(bot.database.read(held)) == len(asked))
        rows = bot.database.read(held)
        assert {row[:2] for row in rows} == {(person.id, one.message_id) for one in asked}
        assert not any("Linden" in str(again) for _, _, again in rows)
        assert stands_in(tmp_path, person.id)
        await telegram.answer_to(person.chat, len(asked))
        async with asyncio.timeout(5):
            while stands_in(tmp_path, person.id):
                tidied.clear()
                await tidied.wait()
    assert person.id not in _numbers(tmp_path / "state.db")


def _each_time_it_tidies(monkeypatch: pytest.MonkeyPatch) -> asyncio.Event:
    """Set whenever the bot has seen to it that nothing is left of what was sent."""
    tidy, tidied = ParkedAnswers.tidy, asyncio.Event()

    def tidying(answers: ParkedAnswers) -> bool:
        done = tidy(answers)
        tidied.set()
        return done

    monkeypatch.setattr(ParkedAnswers, "tidy", tidying)
    return tidied


@pytest.mark.parametrize("language", LANGUAGES)
def test_both_exceptions_are_told_in_each_language(desk: Desk, language: str) -> None:
    text = desk.commands.run("privacy", Request("", language, Audience.PRIVATE)).reply.text()
    send = {
        "en": SEND,
        "uk": "Надіслати запитання редакторам",
        "ru": "Отправить вопрос редакторам",
        "sv": "Skicka frågan till redaktörerna",
        "de": "Frage an die Redaktion senden",
    }[language]
    assert send in text
    assert str(LONGEST) in text
    assert "👍" in text
    assert str(KEPT // 3600) in text, "how long the ids of updates are kept"


def _numbers(path: Path) -> set[int]:
    with sqlite3.connect(path) as state:
        tables = [name for (name,) in state.execute("select name from sqlite_master")]
        return {
            cell
            for table in tables
            if not table.startswith("sqlite_")
            for row in state.execute(f"select * from {table}")
            for cell in row
            if isinstance(cell, int)
        }
