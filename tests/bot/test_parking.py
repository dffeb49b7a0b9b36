"""An answer that Telegram holds back is sent when its time has come, and keeps nobody waiting."""

from __future__ import annotations

from pathlib import Path

from tests.bot.echo import EchoBot
from tests.bot.test_receiving import BOT_ID
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
