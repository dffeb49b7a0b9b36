"""What comes is answered, in order and once, whatever Telegram sends: over HTTP, on a double."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.bot.echo import EchoBot
from tests.bot.processes import BotProcess
from tests.bot.test_dying import ask, lost, repeated
from tests.telegram_double import BOT, Fault, TelegramDouble

HASTY = {"start_stopping": 0.05, "stop": 0.1}
"""For tests that stop a bot which has something to wait for."""


BOT_ID: int = BOT["id"]


def counted(bot: EchoBot) -> dict[str, int]:
    """How many updates ended how, by outcome."""
    counts: dict[str, int] = {}
    for (outcome, _), count in bot.ledger.counts(BOT_ID).items():
        counts[outcome] = counts.get(outcome, 0) + count
    return counts


async def test_a_stop_that_meets_a_chat_made_to_wait_is_done_in_time(
    telegram: TelegramDouble, tmp_path: Path
) -> None:
    ann, bob = telegram.person(1), telegram.person(2)
    flood = telegram.faults.flood(40, chats={ann.chat.id})
    async with EchoBot(telegram, tmp_path, **HASTY):
        asked = [ann.writes("one"), bob.writes("two")]
        await telegram.answer_to(bob.chat)
        await telegram.until(lambda: flood.struck > 0)
    telegram.faults.clear()
    telegram.closed.open_all()
    async with EchoBot(telegram, tmp_path):
        await telegram.until_all_confirmed()
    assert (lost(telegram, asked), repeated(telegram)) == (0, 0)


async def test_one_chat_that_must_wait_does_not_hold_up_the_others(
    telegram: TelegramDouble, tmp_path: Path
) -> None:
    stuck, other = telegram.person(1), telegram.person(2)
    flood = telegram.faults.flood(30, chats={stuck.chat.id})
    async with EchoBot(telegram, tmp_path, **HASTY):
        stuck.writes("first")
        await telegram.until(lambda: flood.struck == 1)
        for number in range(2):
            other.writes(f"number {number}")
            await telegram.answer_to(other.chat, number + 1, within=5)
        assert telegram.updates.waiting(), "what waits isn't confirmed"
    assert flood.struck == 1, "nothing is sent to a chat before its time"


async def test_messages_of_one_chat_are_answered_in_order(
    telegram: TelegramDouble, tmp_path: Path
) -> None:
    telegram.faults.add(Fault(delay=0.05, rate=0.5))
    ann = telegram.person()
    words = [f"number {number}" for number in range(12)]
    for text in words:
        ann.writes(text)
    async with EchoBot(telegram, tmp_path):
        await telegram.until_all_confirmed()
    assert [one.text for one in telegram.sent] == words


UNREADABLE: list[dict[str, Any]] = [
    {"message": {"message_id": 1, "date": 1, "chat": {"type": "private"}, "text": "SECRET WORDS"}},
    {"message": "SECRET WORDS"},
    {"message": {"chat": {"id": [], "type": {}}, "date": "SECRET WORDS"}},
    {"something_of_tomorrow": {"words": "SECRET WORDS"}},
    {},
]


async def test_an_update_that_cannot_be_read_stops_nothing_and_is_not_logged(
    telegram: TelegramDouble, tmp_path: Path
) -> None:
    ann = telegram.person()
    async with BotProcess(telegram, tmp_path) as bot:
        for update in UNREADABLE:
            telegram.hand_over_raw(update)
        ann.writes("and mine?")
        await telegram.answer_to(ann.chat)
        await telegram.until_all_confirmed()
        bot.terminate()
        await bot.ended()
    assert "SECRET WORDS" not in bot.output
    assert "6 came: 1 answered, 2 declined, 0 undeliverable, 0 expired, 3 failed" in bot.output


def deep(levels: int) -> dict[str, Any]:
    """A message that replies to one that replies to one …"""
    message: dict[str, Any] = {"message_id": 1, "date": 1, "chat": {"id": 5, "type": "private"}}
    for number in range(levels):
        message = {**message, "message_id": number, "text": "hi", "reply_to_message": message}
    return message


POISON: list[dict[str, Any]] = [
    {"message": deep(200)},
    {"message": {**deep(1), "chat": {"id": 2**63, "type": "private"}, "text": "hold this"}},
    {"message": {**deep(1), "chat": {"id": -(2**70), "type": "tomorrow"}}},
    {"message": {**deep(1), "date": 2**63}},
    {"message": {**deep(1), "text": None, "entities": [{"type": "new", "offset": -1}]}},
    {"message": {**deep(1), "text": ["list"], "future": {"of": ["the", "API"]}}},
    {"message": None, "poll": 7},
    {"callback_query": {}},
    {"inline_query": {"id": 1, "from": {"id": 1}, "query": 5}},
    {"my_chat_member": {"chat": {"id": 1, "type": "group"}}},
]


async def test_poison_stops_nothing_and_is_counted(
    telegram: TelegramDouble, tmp_path: Path
) -> None:
    telegram.faults.flood(60, times=1, chats={2**63})
    ann = telegram.person()
    async with EchoBot(telegram, tmp_path, **HASTY) as bot:
        for update in POISON:
            telegram.hand_over_raw(update)
        ann.writes("and mine?")
        await telegram.answer_to(ann.chat)
        # The answer to 2⁶³, too, for which no file can wait.
        await telegram.until_all_confirmed()
    assert sum(counted(bot).values()) == len(POISON) + 1
    assert counted(bot)["answered"] == 1


async def test_a_handler_that_keeps_raising_is_tried_three_times_and_passed_with_an_apology(
    telegram: TelegramDouble, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    ann = telegram.person()
    async with EchoBot(telegram, tmp_path, may_raise=True) as bot:
        ann.writes("raise, please")
        ann.writes("and now?")
        await telegram.answer_to(ann.chat, 2)
        await telegram.until_all_confirmed()
    assert [one.text for one in telegram.sent] == ["sorry", "and now?"]
    raised = [line.message for line in caplog.records if "a handler raised" in line.message]
    assert len(raised) == 3
    assert all("ValueError in echo" in line and "please" not in line for line in raised)
    assert counted(bot) == {"failed": 1, "answered": 1}


async def test_a_handler_that_raises_after_its_answer_is_not_tried_again(
    telegram: TelegramDouble, tmp_path: Path
) -> None:
    ann = telegram.person()
    async with EchoBot(telegram, tmp_path, may_raise=True) as bot:
        ann.writes("answer and raise")
        await telegram.answer_to(ann.chat)
        await telegram.until_all_confirmed()
    assert len(telegram.sent) == 1
    assert counted(bot) == {"answered": 1}


async def test_somebody_who_blocked_the_bot_is_counted_and_left_in_peace(
    telegram: TelegramDouble, tmp_path: Path
) -> None:
    ann = telegram.person()
    ann.chat.refusal = "bot was blocked by the user"
    async with EchoBot(telegram, tmp_path) as bot:
        ann.writes("hello")
        await telegram.until_all_confirmed()
    assert len(telegram.refused) == 1
    assert counted(bot) == {"undeliverable": 1}


async def test_what_came_is_the_sum_of_what_became_of_it(
    telegram: TelegramDouble, tmp_path: Path
) -> None:
    people = [telegram.person(number) for number in range(9)]
    people[3].chat.refusal = "user is deactivated"
    async with EchoBot(telegram, tmp_path, may_raise=True) as bot:
        for number, person in enumerate(people):
            person.writes("raise" if number == 4 else "hello")
            person.changes_membership(person.chat, BOT, "kicked", "member")
        await telegram.until_all_confirmed()
    assert counted(bot) == {"answered": 7, "undeliverable": 1, "failed": 1, "declined": 9}


async def test_ids_that_begin_anew_lower_are_answered(
    telegram: TelegramDouble, tmp_path: Path
) -> None:
    """As Telegram's do after a quiet week."""
    ann = telegram.person()
    async with EchoBot(telegram, tmp_path, poll=0):
        ann.writes("before")
        await telegram.answer_to(ann.chat)
        await telegram.until_all_confirmed()
        polls = telegram.updates.polls
        await telegram.until(lambda: telegram.updates.polls >= polls + 2, within=15)
        telegram.updates.continue_at(5)
        ann.writes("after")
        await telegram.answer_to(ann.chat, 2)
        await telegram.until_all_confirmed()


async def test_answers_go_on_without_a_state_file(
    telegram: TelegramDouble, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "file").touch()
    asked = ask(telegram, chats=5, each=2)
    async with EchoBot(telegram, tmp_path / "file"):
        await telegram.until_all_confirmed()
    assert (lost(telegram, asked), repeated(telegram)) == (0, 0)
    assert sum("STATE_DB" in line.message for line in caplog.records) == 1
