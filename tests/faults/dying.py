"""Killed and stopped, at random moments and at the worst one."""

from __future__ import annotations

import asyncio
import random
import time
from pathlib import Path

from bot.serving import CHATS_AT_ONCE
from tests.bot.processes import BotProcess
from tests.bot.test_webhook import hooked
from tests.faults.crowd import all_counted, crowd, nothing_lost, repeated, until_answered
from tests.faults.scenarios import Report, Scale, scenario
from tests.telegram_double import Fault, TelegramDouble

SEND = 0.03
"""Seconds that a send takes."""
CHATS = 40


async def _ended_again_and_again(
    scale: Scale, folder: Path, report: Report, fault: Fault, *, kill: bool, webhook: bool = False
) -> None:
    moments = scale.count(1, 50)
    rng = random.Random(scale.seed)
    slowest = 0.0
    async with TelegramDouble(seed=scale.seed) as telegram:
        telegram.faults.add(fault)
        hook = hooked(telegram) if webhook else {}
        environment = {name.upper(): value for name, value in hook.items()}
        questions = crowd(telegram, CHATS, each=2)
        for moment in range(moments):
            # There's always a load to be ended under.
            questions += crowd(telegram, CHATS, each=2, first=(moment + 1) * CHATS)
            target = len(telegram.sent) + rng.randint(5, 60)
            async with BotProcess(telegram, folder, environment=environment) as bot:
                await telegram.until(lambda: len(telegram.sent) >= target, 30)  # noqa: B023
                await asyncio.sleep(rng.random() * SEND)
                begun = time.monotonic()
                bot.kill() if kill else bot.terminate()
                await bot.ended(within=15)
                slowest = max(slowest, time.monotonic() - begun)
        async with BotProcess(telegram, folder, environment=environment):
            await until_answered(telegram, questions, 60)
        nothing_lost(report, telegram, questions)
        all_counted(report, folder, len(questions))
        allowed = moments * min(CHATS_AT_ONCE, 2 * CHATS) if kill else 0
        report.tell("moments", moments)
        report.at_most("repeated", repeated(telegram), allowed)
        if not kill:
            report.at_most("seconds to stop", slowest, 10)


@scenario("kill -9", "at random moments under load", only_long=True)
async def killed(scale: Scale, folder: Path, report: Report) -> None:
    """No question is lost; at most those in flight are answered twice."""
    await _ended_again_and_again(scale, folder, report, Fault(delay=SEND), kill=True)


@scenario("kill -9, worst moment", "between an accepted send and its note", only_long=True)
async def killed_before_the_note(scale: Scale, folder: Path, report: Report) -> None:
    """Telegram has taken the answer, and the bot never learns of it."""
    await _ended_again_and_again(scale, folder, report, Fault(holds=SEND), kill=True)


@scenario("kill -9, webhook", "at random moments under load", only_long=True)
async def killed_by_webhook(scale: Scale, folder: Path, report: Report) -> None:
    """Telegram hands over again whatever got no 200."""
    fault = Fault(delay=SEND)
    await _ended_again_and_again(scale, folder, report, fault, kill=True, webhook=True)


@scenario("SIGTERM", "at random moments under load", only_long=True)
async def stopped(scale: Scale, folder: Path, report: Report) -> None:
    """What is in hand is finished and confirmed."""
    await _ended_again_and_again(scale, folder, report, Fault(delay=SEND), kill=False)


@scenario("killed once, nothing noted", "every send accepted, no answer to any")
async def killed_with_nothing_noted(scale: Scale, folder: Path, report: Report) -> None:
    """The very worst moment: all in flight were sent, and none is noted."""
    async with TelegramDouble(seed=scale.seed) as telegram:
        fault = telegram.faults.add(Fault(holds=60))
        questions = crowd(telegram, CHATS, each=1)
        async with BotProcess(telegram, folder) as bot:
            await telegram.until(lambda: len(telegram.sent) == CHATS)
            bot.kill()
            await bot.ended()
        fault.times = 0
        async with BotProcess(telegram, folder):
            await until_answered(telegram, questions, 30)
        nothing_lost(report, telegram, questions)
        all_counted(report, folder, len(questions))
        report.at_most("repeated", repeated(telegram), CHATS)
