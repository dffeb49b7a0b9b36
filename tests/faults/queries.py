"""Inline queries, calls of a guest and presses: answered as long as Telegram lets them be."""

from __future__ import annotations

import random
import time
from pathlib import Path
from typing import Any

from tests.bot.processes import BotProcess
from tests.faults.crowd import all_counted, counted
from tests.faults.scenarios import Report, Scale, scenario
from tests.faults.words import UNLIMITED
from tests.telegram_double import BOT, Fault, Person, TelegramDouble

QUESTION = "who holds Pokrovsk?"
METHODS = ("answerInlineQuery", "answerCallbackQuery", "answerGuestQuery")
SEND = 0.03
"""Seconds that a send takes."""
PEOPLE = 15


def _bot(telegram: TelegramDouble, folder: Path) -> BotProcess:
    return BotProcess(telegram, folder, module="bot", environment=UNLIMITED)


async def _answered_with_buttons(
    telegram: TelegramDouble, folder: Path
) -> list[tuple[Person, dict[str, Any]]]:
    """People, each with a message of the bot's that has buttons."""
    people = [telegram.person(number) for number in range(PEOPLE)]
    async with _bot(telegram, folder):
        for person in people:
            person.writes(QUESTION)
        await telegram.until_all_confirmed(30)
    return [(person, telegram.sent_to(person.chat)[0].message) for person in people]


def _presses(person: Person, message: dict[str, Any]) -> str:
    """Press the last button, which rates the answer; the query's id."""
    return person.presses(
        message, message["reply_markup"]["inline_keyboard"][-1][-1]["callback_data"]
    )[0]


def _answers(telegram: TelegramDouble) -> int:
    return len(telegram.sent) + len(telegram.api.answers)


@scenario("queries", "inline, of guests, and presses; killed at random moments")
async def killed_between_queries(scale: Scale, folder: Path, report: Report) -> None:
    """Each is answered, as are the messages among them, and none fails."""
    rng, queries = random.Random(scale.seed), list[str]()
    async with TelegramDouble(seed=scale.seed) as telegram:
        people = await _answered_with_buttons(telegram, folder)
        telegram.faults.add(Fault((*METHODS, "sendMessage"), delay=SEND))
        rounds, came = scale.count(1, 25), PEOPLE
        for turn in range(rounds):
            elsewhere = telegram.group(turn)
            for person, message in people:
                queries.append(person.types_inline(QUESTION, turn)[0])
                queries.append(person.calls_guest(f"@{BOT['username']} {QUESTION}", elsewhere)[0])
                queries.append(_presses(person, message))
                person.writes(QUESTION)
                came += 4
            target = _answers(telegram) + rng.randint(1, 3 * PEOPLE)
            async with _bot(telegram, folder) as bot:
                await telegram.until(lambda: _answers(telegram) >= target, 30)  # noqa: B023
                bot.kill()
                await bot.ended()
            # Within half a minute, after which Telegram forgets what was typed inline.
            async with _bot(telegram, folder):
                await telegram.until_all_confirmed(30)
    report.tell("asked", came)
    report.exactly("queries lost", sum(one not in telegram.api.answers for one in queries), 0)
    answered = [len(telegram.sent_to(person.chat)) - 1 for person, _ in people]
    report.exactly("messages lost", sum(max(0, rounds - times) for times in answered), 0)
    report.at_most("messages repeated", sum(answered) - rounds * PEOPLE, rounds * PEOPLE)
    all_counted(report, folder, came)
    refusals = {description.partition(" and ")[0] for _, description in telegram.refused}
    report.exactly("refused", refusals - {"Bad Request: query is too old"}, set())


@scenario("queries too old", "inline ones for 31 s, presses for 151 s")
async def queries_too_old(scale: Scale, folder: Path, report: Report) -> None:
    """Counted as expired, not tried again, and no fault of ours."""
    ahead = 0.0
    async with TelegramDouble(lambda: time.time() + ahead, scale.seed) as telegram:
        people = await _answered_with_buttons(telegram, folder)
        telegram.faults.add(Fault(METHODS, delay=0.5))
        async with _bot(telegram, folder):
            for person, message in people:
                person.types_inline(QUESTION)
                _presses(person, message)
            begun = [telegram.calls_at.setdefault(method, []) for method in METHODS[:2]]
            await telegram.until(lambda: all(begun), 30)
            ahead = 151.0
            await telegram.until_all_confirmed(30)
            telegram.faults.clear()
            late = telegram.person(900)
            late.writes(QUESTION)
            await telegram.answer_to(late.chat)
            await telegram.until_all_confirmed()
    tries = sum(len(telegram.calls_at[method]) for method in METHODS[:2])
    report.exactly("tries", tries, 2 * PEOPLE)
    all_counted(report, folder, 3 * PEOPLE + 1)
    report.exactly("expired", counted(folder)["expired"], 2 * PEOPLE)
