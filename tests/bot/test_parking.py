"""An answer that Telegram holds back is sent when its time has come, and keeps nobody waiting."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from bot import parking
from handlers.flood import Allowance
from state import database
from state.parked import Parked, ParkedAnswers
from tests.bot.echo import EchoBot
from tests.bot.processes import BotProcess
from tests.bot.test_receiving import BOT_ID
from tests.invented_knowledge import HARBOUR
from tests.telegram_double import TelegramDouble


async def test_an_answer_held_back_is_confirmed_and_sent_in_time(
    telegram: TelegramDouble, tmp_path: Path
) -> None:
    ann = telegram.person()
    telegram.faults.flood(0.5, times=1)
    async with EchoBot(telegram, tmp_path) as bot:
        ann.writes("hold this")
        await telegram.until_all_confirmed()
        assert bot.ledger.counts(BOT_ID) == {("parked", None): 1}
        assert telegram.sent == []
        sent = await telegram.answer_to(ann.chat)
    first, second = telegram.calls_at["sendMessage"]
    assert sent.text == "hold this"
    assert second - first >= 0.5
    assert bot.ledger.counts(BOT_ID) == {("parked", None): 0, ("answered", None): 1}


async def test_a_hundred_answers_held_back_keep_nobody_else_waiting(
    telegram: TelegramDouble, tmp_path: Path
) -> None:
    """Telegram shows no more than a hundred unconfirmed updates."""
    ann, bob = telegram.person(1), telegram.person(2)
    telegram.faults.flood(60, chats={ann.chat.id})
    for number in range(120):
        ann.writes(f"hold {number}")
    bob.writes("hello")
    async with EchoBot(telegram, tmp_path):
        await telegram.answer_to(bob.chat)
        await telegram.until_all_confirmed()


async def test_an_answer_held_back_outlives_a_restart(
    telegram: TelegramDouble, tmp_path: Path
) -> None:
    ann = telegram.person()
    flood = telegram.faults.flood(0.8, times=1)
    async with EchoBot(telegram, tmp_path):
        ann.writes("hold this")
        await telegram.until_all_confirmed()
    assert (flood.struck, telegram.sent) == (1, [])
    async with EchoBot(telegram, tmp_path) as bot:
        sent = await telegram.answer_to(ann.chat)
    assert sent.text == "hold this"
    assert bot.ledger.counts(BOT_ID)["answered", None] == 1
    async with EchoBot(telegram, tmp_path):
        ann.writes("and now?")
        await telegram.answer_to(ann.chat, 2)
    assert [one.text for one in telegram.sent] == ["hold this", "and now?"]


async def test_without_a_state_file_what_waits_is_not_confirmed_before_it_is_sent(
    telegram: TelegramDouble, tmp_path: Path
) -> None:
    (tmp_path / "file").touch()
    ann = telegram.person()
    flood = telegram.faults.flood(0.5, times=1)
    async with EchoBot(telegram, tmp_path / "file"):
        ann.writes("hold this")
        await telegram.until(lambda: flood.struck == 1)
        assert telegram.updates.waiting()
        await telegram.answer_to(ann.chat)
        await telegram.until_all_confirmed()
    assert len(telegram.sent) == 1


def ten_minutes_later(telegram: TelegramDouble, state: Path) -> None:
    """Let all that waits be due, here and on Telegram's side, as if the time had passed."""
    telegram.closed.open_all()
    with closing(sqlite3.connect(state)) as file, file:
        file.execute("update parked set due_at = 0")


def delete(state: Path) -> None:
    """Delete the state file, and what SQLite keeps beside it."""
    for file in state.parent.glob("state.db*"):
        file.unlink()


def overwrite(state: Path) -> None:
    """Leave nothing in the state file, and in what SQLite keeps beside it."""
    for file in state.parent.glob("state.db*"):
        file.write_bytes(b"\xff" * 4096)


def overwrite_beneath(state: Path) -> None:
    """Overwrite what SQLite won't look at again until it opens the file anew."""
    state.write_bytes(b"\xff" * 4096)


async def test_a_state_file_deleted_before_an_answer_is_held_back_loses_none(
    telegram: TelegramDouble, tmp_path: Path
) -> None:
    ann = telegram.person()
    async with EchoBot(telegram, tmp_path):
        ann.writes("first")
        await telegram.until_all_confirmed()
        delete(tmp_path / "state.db")
        telegram.faults.flood(0.5, times=1)
        ann.writes("hold this")
        await telegram.until_all_confirmed()
    ten_minutes_later(telegram, tmp_path / "state.db")
    async with EchoBot(telegram, tmp_path) as bot:
        await telegram.answer_to(ann.chat, 2)
    assert [one.text for one in telegram.sent] == ["first", "hold this"]
    assert bot.ledger.counts(BOT_ID) == {("parked", None): 0, ("answered", None): 1}


@pytest.mark.parametrize("spoil", [delete, overwrite, overwrite_beneath])
async def test_a_state_file_spoilt_while_an_answer_waits_loses_none(
    telegram: TelegramDouble, tmp_path: Path, spoil: Callable[[Path], None]
) -> None:
    ann, bob = telegram.person(1), telegram.person(2)
    telegram.faults.flood(0.5, times=1)
    async with EchoBot(telegram, tmp_path):
        ann.writes("hold this")
        await telegram.until_all_confirmed()
        spoil(tmp_path / "state.db")
        bob.writes("hello")
        await telegram.until_all_confirmed()
    assert [one.text for one in telegram.sent] == ["hello"]
    ten_minutes_later(telegram, tmp_path / "state.db")
    async with EchoBot(telegram, tmp_path) as bot:
        await telegram.answer_to(ann.chat)
    assert [one.text for one in telegram.sent] == ["hello", "hold this"]
    assert bot.ledger.counts(BOT_ID)["parked", None] == 0


async def test_where_a_folder_took_the_state_files_place_the_next_process_is_told_again(
    telegram: TelegramDouble, tmp_path: Path
) -> None:
    ann = telegram.person()
    async with EchoBot(telegram, tmp_path):
        ann.writes("first")
        await telegram.until_all_confirmed()
        delete(tmp_path / "state.db")
        (tmp_path / "state.db").mkdir()
        flood = telegram.faults.flood(0.5, times=1)
        ann.writes("hold this")
        await telegram.until(lambda: flood.struck == 1)
    assert telegram.updates.waiting()
    telegram.impatience_expected = True
    async with EchoBot(telegram, tmp_path):
        await telegram.answer_to(ann.chat, 2)
        await telegram.until_all_confirmed()
    assert [one.text for one in telegram.sent] == ["first", "hold this"]


async def test_what_could_not_be_kept_is_kept_and_confirmed_once_it_can_be(
    telegram: TelegramDouble, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Until then it takes the place of an update that Telegram might show."""
    monkeypatch.setattr(parking, "LOOK_EVERY", 0.02)
    monkeypatch.setattr(database, "TRY_AGAIN", 0)
    park, refused = ParkedAnswers.park, asyncio.Event()

    def refusing(answers: ParkedAnswers, bot: int, parked: Parked) -> bool:
        kept = park(answers, bot, parked)
        if not kept:
            refused.set()
        return kept

    monkeypatch.setattr(ParkedAnswers, "park", refusing)
    path = tmp_path / "state.db"
    path.mkdir()
    telegram.faults.flood(600, times=1)
    async with EchoBot(telegram, tmp_path) as bot:
        telegram.person().writes("hold this")
        await asyncio.wait_for(refused.wait(), 10)
        assert telegram.updates.waiting()
        path.rmdir()
        await telegram.until_all_confirmed()
    assert bot.ledger.counts(BOT_ID) == {("parked", None): 1}
    assert telegram.sent == []


async def test_who_blocks_the_bot_meanwhile_is_undeliverable(
    telegram: TelegramDouble, tmp_path: Path
) -> None:
    ann = telegram.person()
    telegram.faults.flood(0.2, times=1)
    async with EchoBot(telegram, tmp_path) as bot:
        ann.writes("hold this")
        await telegram.until_all_confirmed()
        ann.chat.refusal = "bot was blocked by the user"
        await telegram.until(lambda: len(telegram.refused) == 1)
    assert bot.ledger.counts(BOT_ID)["undeliverable", "forbidden"] == 1


async def test_a_whole_answer_is_parked_without_words_and_sent_after_a_kill(
    telegram: TelegramDouble, tmp_path: Path
) -> None:
    ann = telegram.person(language="uk")
    flood = telegram.faults.flood(600, times=1)
    async with BotProcess(telegram, tmp_path, module="tests.bot.invented_process") as bot:
        ann.writes("хто тримає Linden?")
        await telegram.until_all_confirmed()
        bot.kill()
        await bot.ended()
    kept = (tmp_path / "state.db").read_bytes() + (tmp_path / "state.db-wal").read_bytes()
    assert b"harbour-held" in kept
    assert "тримає".encode() not in kept
    assert b"The harbour of" not in kept
    assert (flood.struck, telegram.sent) == (1, [])
    ten_minutes_later(telegram, tmp_path / "state.db")
    async with BotProcess(telegram, tmp_path, module="tests.bot.invented_process"):
        sent = await telegram.answer_to(ann.chat)
    assert HARBOUR in sent.text
    assert "[uk]" in sent.text, "in the language of the question"


async def test_one_chats_long_wait_leaves_the_window_to_the_others(
    telegram: TelegramDouble, tmp_path: Path
) -> None:
    """More of its questions than Telegram shows unconfirmed, and every kind of reply."""
    ann, bob = telegram.person(1), telegram.person(2)
    telegram.faults.flood(60, chats={ann.chat.id})
    for number in range(120):
        ann.writes(("/fish", "Who holds Linden?", "/nonsense", "/place Oakham")[number % 4])
    bob.writes("/fish")
    async with BotProcess(telegram, tmp_path, module="tests.bot.invented_process") as bot:
        await telegram.answer_to(bob.chat)
        await telegram.until_all_confirmed()
        bot.terminate()
        await bot.ended()
    said = Allowance().per_person + 1
    assert f"{said} parked" in bot.output, "the answers, and the line that it's too much"
    assert f"{120 - said} declined" in bot.output


async def test_answers_parked_for_one_chat_are_sent_in_the_order_of_the_questions(
    telegram: TelegramDouble, tmp_path: Path
) -> None:
    ann = telegram.person()
    telegram.faults.flood(0.6, times=2)
    words = [f"hold {number}" for number in range(12)]
    for text in words:
        ann.writes(text)
    async with EchoBot(telegram, tmp_path):
        await telegram.answer_to(ann.chat, len(words))
    assert [one.text for one in telegram.sent] == words
    assert telegram.closed.tried == 0


async def test_what_is_kept_of_an_answer_that_waits_is_what_privacy_tells(
    telegram: TelegramDouble, tmp_path: Path
) -> None:
    """Whoever adds a column has to tell of it in /privacy, in every language."""
    async with EchoBot(telegram, tmp_path):
        with closing(sqlite3.connect(tmp_path / "state.db")) as file:
            columns = {row[1] for row in file.execute("pragma table_info(parked)")}
    where = {"bot", "update_id", "chat_id", "message_id", "thread_id", "quote_question"}
    assert columns == where | {"again", "wait", "asked_at", "due_at"}
