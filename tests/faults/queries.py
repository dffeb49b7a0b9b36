"""Inline queries, calls of a guest and presses: answered as long as Telegram lets them be."""

from __future__ import annotations

import asyncio
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
FEW = 8
"""People who send too few queries and messages for the bot to give one of them up."""


def _bot(telegram: TelegramDouble, folder: Path) -> BotProcess:
    return BotProcess(telegram, folder, module="bot", environment=UNLIMITED)


async def _answered_with_buttons(telegram: TelegramDouble) -> list[tuple[Person, dict[str, Any]]]:
    """People, each with a message that has buttons, of the bot that runs."""
    people = [telegram.person(number) for number in range(PEOPLE)]
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
        telegram.faults.add(Fault((*METHODS, "sendMessage"), delay=SEND))
        rounds, came, people = scale.count(1, 25), PEOPLE, list[tuple[Person, dict[str, Any]]]()
        for turn in range(rounds):
            elsewhere = telegram.group(turn)
            async with _bot(telegram, folder) as bot:
                people = people or await _answered_with_buttons(telegram)
                target = _answers(telegram) + rng.randint(1, 3 * PEOPLE)
                for person, message in people:
                    queries.append(person.types_inline(QUESTION, turn)[0])
                    call = f"@{BOT['username']} {QUESTION}"
                    queries.append(person.calls_guest(call, elsewhere)[0])
                    queries.append(_presses(person, message))
                    person.writes(QUESTION)
                    came += 4
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


@scenario(
    "queries made to wait", "429 of 20 s inline, 60 s at buttons, 50 s of guests", only_long=True
)
async def queries_made_to_wait(scale: Scale, folder: Path, report: Report) -> None:
    """Each is answered in the end, and what people write meanwhile at once."""
    queries, loop, took = list[str](), asyncio.get_running_loop(), list[float]()
    async with TelegramDouble(seed=scale.seed) as telegram:
        for method, seconds in zip(METHODS, (20, 60, 50), strict=True):
            telegram.faults.flood(seconds, methods=(method,), times=FEW)
        async with _bot(telegram, folder):
            people = (await _answered_with_buttons(telegram))[:FEW]
            for number, (person, message) in enumerate(people):
                queries.append(person.types_inline(QUESTION)[0])
                queries.append(_presses(person, message))
                elsewhere = telegram.group(number)
                queries.append(person.calls_guest(f"@{BOT['username']} {QUESTION}", elsewhere)[0])
            await telegram.until(
                lambda: sum(len(telegram.calls_at.get(one, ())) for one in METHODS) == len(queries)
            )
            for person, _ in people:
                begun = loop.time()
                person.writes(QUESTION)
                await telegram.answer_to(person.chat, 2)
                took.append(loop.time() - begun)
            await telegram.until_all_confirmed(90)
    report.exactly("queries lost", sum(one not in telegram.api.answers for one in queries), 0)
    report.exactly("too early", telegram.closed.tried, 0)
    all_counted(report, folder, PEOPLE + len(queries) + FEW)
    report.exactly("expired", counted(folder)["expired"], 0)
    report.at_most("messages' slowest answer, s", max(took), 1.0)


@scenario("queries too old", "inline ones for 31 s, presses for 151 s")
async def queries_too_old(scale: Scale, folder: Path, report: Report) -> None:
    """Counted as expired, not tried again, and no fault of ours."""
    ahead = 0.0
    async with TelegramDouble(lambda: time.time() + ahead, scale.seed) as telegram:
        telegram.faults.add(Fault(METHODS, delay=0.5))
        async with _bot(telegram, folder):
            for person, message in await _answered_with_buttons(telegram):
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
