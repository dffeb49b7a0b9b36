"""Nobody is left without an answer, killed or stopped: the bot is a process, over HTTP."""

from __future__ import annotations

import asyncio
import random
import signal
import sqlite3
import threading
import time
from collections import Counter
from contextlib import closing
from pathlib import Path

import pytest

from state.database import StateDatabase
from tests.bot import echoing
from tests.bot.echo import EchoBot
from tests.bot.processes import BotProcess
from tests.telegram_double import BOT, Asked, Fault, TelegramDouble

CHATS_AT_ONCE = 64
"""As the receiver states it."""
SLOW = Fault(delay=0.03)
"""What a send takes over a real network, more or less."""


def ask(telegram: TelegramDouble, chats: int, each: int) -> list[Asked]:
    """Questions, each of its own words, of many people in turn."""
    people = [telegram.person(number) for number in range(chats)]
    return [
        person.writes(f"question {turn} of {person.id}")
        for turn in range(each)
        for person in people
    ]


def at_work(state: Path) -> list[tuple[int, int, int, int]]:
    """Rows on the updates that a process which ended now would have ended at."""
    with closing(sqlite3.connect(state)) as database:
        return database.execute("select * from at_work").fetchall()


def lost(telegram: TelegramDouble, asked: list[Asked]) -> int:
    """How many questions have no answer."""
    answered = {(one.chat_id, one.text) for one in telegram.sent}
    return sum((one.chat.id, one.message["text"]) not in answered for one in asked)


def repeated(telegram: TelegramDouble) -> int:
    """How many answers were sent again."""
    times = Counter((one.chat_id, one.text) for one in telegram.sent)
    return sum(count - 1 for count in times.values())


async def kill_again_and_again(
    telegram: TelegramDouble, folder: Path, rounds: int, *arguments: str
) -> list[Asked]:
    """Have the bot answer under load and kill it at random moments, then let it finish."""
    telegram.faults.add(SLOW)
    moments = random.Random(7)
    asked = ask(telegram, chats=40, each=3 + 3 * rounds)
    for _ in range(rounds):
        target = len(telegram.sent) + moments.randint(20, 100)
        async with BotProcess(telegram, folder, *arguments) as bot:
            await telegram.until(lambda: len(telegram.sent) >= target)  # noqa: B023
            bot.kill()
            await bot.ended()
    async with BotProcess(telegram, folder, *arguments):
        await telegram.until_all_confirmed(within=20)
    return asked


async def test_a_message_is_answered_and_then_confirmed(
    telegram: TelegramDouble, tmp_path: Path
) -> None:
    ann = telegram.person()
    async with BotProcess(telegram, tmp_path) as bot:
        ann.writes("hello")
        sent = await telegram.answer_to(ann.chat)
        await telegram.until_all_confirmed()
        bot.terminate()
        code = await bot.ended()
    assert (sent.text, sent.message["entities"][0]["type"]) == ("hello", "bold")
    assert code == 0
    assert "1 came: 1 answered" in bot.output


async def test_killed_under_load_it_loses_nothing_and_repeats_only_what_was_in_flight(
    telegram: TelegramDouble, tmp_path: Path
) -> None:
    rounds = 2
    asked = await kill_again_and_again(telegram, tmp_path, rounds)
    assert lost(telegram, asked) == 0
    assert repeated(telegram) <= rounds * min(40, CHATS_AT_ONCE)


async def test_a_receiver_that_confirms_first_is_found_out(
    telegram: TelegramDouble, tmp_path: Path
) -> None:
    """The proof above can fail."""
    asked = await kill_again_and_again(telegram, tmp_path, 1, "--wrong")
    assert lost(telegram, asked) > 0


async def test_stopped_under_load_it_loses_and_repeats_nothing(
    telegram: TelegramDouble, tmp_path: Path
) -> None:
    telegram.faults.add(SLOW)
    asked = ask(telegram, chats=40, each=5)
    for _ in range(2):
        target = len(telegram.sent) + 30
        async with BotProcess(telegram, tmp_path) as bot:
            await telegram.until(lambda: len(telegram.sent) >= target)  # noqa: B023
            bot.terminate()
            assert await bot.ended(within=10) == 0
    async with BotProcess(telegram, tmp_path):
        await telegram.until_all_confirmed(within=20)
    assert (lost(telegram, asked), repeated(telegram)) == (0, 0)


async def test_an_update_answered_before_the_restart_is_skipped(
    telegram: TelegramDouble, tmp_path: Path
) -> None:
    """The poll that would have confirmed it never came through."""
    ann, bob = telegram.person(1), telegram.person(2)
    telegram.faults.flood(30, chats={ann.chat.id})
    async with BotProcess(telegram, tmp_path) as bot:
        ann.writes("first in the queue")
        bob.writes("hello")
        await telegram.answer_to(bob.chat)
        bob.writes("and again")
        # One chat is in order, so the second is noted once the third is sent.
        bob.writes("and a third")
        await telegram.answer_to(bob.chat, 3)
        bot.kill()
        await bot.ended()
    telegram.faults.clear()
    telegram.closed.open_all()
    async with BotProcess(telegram, tmp_path):
        await telegram.until_all_confirmed()
    answers = [one.text for one in telegram.sent_to(bob.chat)]
    assert answers[:3] == ["hello", "and again", "and a third"]
    assert set(answers[3:]) <= {"and a third"}
    assert [one.text for one in telegram.sent_to(ann.chat)] == ["first in the queue"]


async def test_an_update_that_ends_the_process_is_given_up_after_three_times(
    telegram: TelegramDouble, tmp_path: Path
) -> None:
    ann, bob = telegram.person(1), telegram.person(2)
    ann.writes("die of this")
    bob.writes("and mine?")
    for _ in range(3):
        async with BotProcess(telegram, tmp_path) as bot:
            assert await bot.ended() == -signal.SIGKILL
    async with BotProcess(telegram, tmp_path) as bot:
        await telegram.until_all_confirmed()
        bot.terminate()
        await bot.ended()
    assert [one.text for one in telegram.sent_to(ann.chat)] == ["sorry"]
    assert "and mine?" in [one.text for one in telegram.sent_to(bob.chat)]
    assert "an update failed (ended the process)" in bot.output


async def test_one_that_holds_up_everything_is_known_before_the_watchdog_bites(
    telegram: TelegramDouble, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    released = threading.Event()
    monkeypatch.setattr(echoing, "go_on", released)
    path, found = tmp_path / "state.db", list[object]()

    def look() -> None:
        while not found:
            found.extend(at_work(path))
        released.set()

    telegram.person().writes("stall over this")
    async with EchoBot(telegram, tmp_path):
        await asyncio.to_thread(look)
        await telegram.until_all_confirmed()
    assert len(found) == 1
    assert at_work(path) == []


async def test_an_end_while_telegram_is_waited_for_is_no_updates_fault(
    telegram: TelegramDouble, tmp_path: Path
) -> None:
    telegram.faults.add(Fault(holds=0.3))
    ann = telegram.person()
    ann.writes("hello")
    async with EchoBot(telegram, tmp_path):
        await telegram.answer_to(ann.chat)
        assert at_work(tmp_path / "state.db") == []


async def test_one_that_ended_three_processes_and_a_fourth_with_its_apology_gets_none(
    telegram: TelegramDouble, tmp_path: Path
) -> None:
    ann, bob = telegram.person(1), telegram.person(2)
    asked = [ann.writes("one"), bob.writes("two")]
    state = StateDatabase(tmp_path / "state.db")
    for question, ends in zip(asked, (3, 4), strict=True):
        row = (BOT["id"], question.update_id, ends, int(time.time()))
        state.write([("insert into at_work values (?, ?, ?, ?)", row)])
    state.close()
    async with EchoBot(telegram, tmp_path) as bot:
        await telegram.until_all_confirmed()
    assert [one.text for one in telegram.sent] == ["sorry"]
    assert bot.ledger.counts(BOT["id"]) == {("failed", "ended the process"): 2}
