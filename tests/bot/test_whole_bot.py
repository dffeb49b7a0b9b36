"""The bot as people run it, with its own knowledge, killed under load."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from tests.bot.processes import BotProcess
from tests.telegram_double import BOT, Fault, TelegramDouble

GROUPS = 30
QUESTIONS = ["who holds Pokrovsk?", "who holds Mariupol?", "how much territory did russia take"]


async def test_the_whole_bot_killed_under_load_leaves_no_question_in_any_group(
    telegram: TelegramDouble, tmp_path: Path
) -> None:
    telegram.faults.add(Fault(delay=0.03))
    groups = [telegram.group(number) for number in range(GROUPS)]
    people = [telegram.person(number) for number in range(GROUPS)]
    asked = {
        (group.id, person.writes(f"/ask@{BOT['username']} {question}", group).message_id)
        for question in QUESTIONS
        for person, group in zip(people, groups, strict=True)
    }
    async with BotProcess(telegram, tmp_path, module="bot") as bot:
        await telegram.until(lambda: len(telegram.sent) >= 40, within=20)
        bot.kill()
        await bot.ended()
    async with BotProcess(telegram, tmp_path, module="bot") as bot:
        await telegram.until_all_confirmed(within=20)
        bot.terminate()
        assert await bot.ended(within=10) == 0
    answers = Counter(
        (sent.chat_id, sent.message["reply_to_message"]["message_id"]) for sent in telegram.sent
    )
    assert set(answers) == asked
    assert sum(answers.values()) - len(asked) <= GROUPS
    assert telegram.token not in bot.output
