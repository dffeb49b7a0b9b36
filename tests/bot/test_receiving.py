"""Nothing asked is left without an answer: over HTTP, with the bot as a process that can be killed."""

from __future__ import annotations

from pathlib import Path

from tests.bot.processes import BotProcess
from tests.telegram_double import TelegramDouble


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
    assert (sent.text, sent.message["entities"][0]["type"]) == ("hello", "italic")
    assert code == 0
    assert "1 came: 1 answered" in bot.output
