"""Killed and stopped, at random moments and at the worst one."""

from __future__ import annotations

import asyncio
import random
import time
from collections import Counter
from pathlib import Path

from tests.bot.processes import BotProcess
from tests.bot.test_webhook import hooked
from tests.faults.crowd import (
    Key,
    all_counted,
    answers,
    came,
    crowd,
    in_flight,
    nothing_lost,
    repeated,
    until_answered,
)
from tests.faults.scenarios import Report, Scale, scenario
from tests.faults.subjects import ECHO, WHOLE_BOT, Subject
from tests.telegram_double import Fault, TelegramDouble

SEND = 0.03
"""Seconds that a send takes."""
CHATS, EACH = 25, 3
"""Fewer questions a round than Telegram shows unconfirmed, and several of each chat: of one that
isn't noted, all would be repeated."""
SLOW_CHAT, SLOW = 0, 0.4
"""The first to ask each time. Its sends take so many seconds, and until they're done, none of the
updates behind it can be confirmed: without its notes, the bot would repeat dozens."""


async def _ended_again_and_again(
    scale: Scale,
    folder: Path,
    report: Report,
    fault: Fault,
    *,
    kill: bool,
    webhook: bool = False,
    subject: Subject = ECHO,
) -> None:
    moments = scale.count(3, 50)
    rng = random.Random(scale.seed)
    async with TelegramDouble(seed=scale.seed) as telegram:
        slow = {subject.chat(telegram, SLOW_CHAT).id}
        telegram.faults.add(Fault(holds=SLOW, chats=slow))
        telegram.faults.add(fault)
        hook = hooked(telegram) if webhook else {}
        environment = {name.upper(): value for name, value in hook.items()}
        questions, may_repeat = subject.crowd(telegram, CHATS, EACH), Counter[Key]()
        slowest, before = 0.0, 0
        for moment in range(moments + 1):
            async with subject.process(telegram, folder, environment) as bot:
                # By now all has come that the one before has sent.
                await telegram.until(lambda: _starts(telegram) > moment, 30)  # noqa: B023
                if kill:
                    may_repeat += in_flight(telegram, questions, before)
                if moment == moments:
                    await until_answered(telegram, questions, 60)
                    break
                before = len(telegram.sent)
                target = before + rng.randint(5, 60)
                await telegram.until(lambda: len(telegram.sent) >= target, 30)  # noqa: B023
                await asyncio.sleep(rng.random() * SEND)
                begun = time.monotonic()
                bot.kill() if kill else bot.terminate()
                await bot.ended(within=15)
                slowest = max(slowest, time.monotonic() - begun)
                # There's always a load to be ended under.
                questions += subject.crowd(telegram, CHATS, EACH, first=(moment + 1) * CHATS)
        nothing_lost(report, telegram, questions)
        all_counted(report, folder, came(telegram))
        report.tell("moments", moments)
        report.at_most("repeated", repeated(telegram), may_repeat.total())
        others = answers(telegram) - Counter(one.key for one in questions) - may_repeat
        report.exactly("of them not in flight", others.total(), 0)
        if not kill:
            report.at_most("seconds to stop", slowest, 10)


def _starts(telegram: TelegramDouble) -> int:
    return len(telegram.calls_at.get("getMe", ()))


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


@scenario("kill -9, whole bot", "at random moments under load", only_long=True)
async def whole_bot_killed(scale: Scale, folder: Path, report: Report) -> None:
    """The same with the bot's own handlers, in groups."""
    fault = Fault(delay=SEND)
    await _ended_again_and_again(scale, folder, report, fault, kill=True, subject=WHOLE_BOT)


@scenario("SIGTERM", "at random moments under load", only_long=True)
async def stopped(scale: Scale, folder: Path, report: Report) -> None:
    """What is in hand is finished and confirmed."""
    await _ended_again_and_again(scale, folder, report, Fault(delay=SEND), kill=False)


@scenario("SIGTERM, webhook", "at random moments under load", only_long=True)
async def stopped_by_webhook(scale: Scale, folder: Path, report: Report) -> None:
    """What is in hand is finished and gets its 200; what comes too late gets a 503."""
    fault = Fault(delay=SEND)
    await _ended_again_and_again(scale, folder, report, fault, kill=False, webhook=True)


@scenario(
    "SIGTERM, Telegram hangs",
    "a send was taken, and its answer takes longer than the 7 s there are to stop",
    only_long=True,
)
async def stopped_while_a_send_hangs(scale: Scale, folder: Path, report: Report) -> None:
    """The one case in which a stop repeats: to note what may never have come would lose it."""
    async with TelegramDouble(seed=scale.seed) as telegram:
        hanging = telegram.faults.add(Fault(holds=60, chats={telegram.person(SLOW_CHAT).chat.id}))
        questions = crowd(telegram, CHATS, each=1)
        async with BotProcess(telegram, folder) as bot:
            await telegram.until(lambda: len(telegram.sent) == CHATS)
            begun = time.monotonic()
            bot.terminate()
            report.exactly("exit code", await bot.ended(within=15), 0)
            report.at_most("seconds to stop", time.monotonic() - begun, 10)
        hanging.times = 0
        async with BotProcess(telegram, folder):
            await until_answered(telegram, questions, 30)
        nothing_lost(report, telegram, questions)
        all_counted(report, folder, len(questions))
        report.at_most("repeated", repeated(telegram), hanging.struck)


@scenario("killed once, nothing noted", "every send accepted, no answer to any")
async def killed_with_nothing_noted(scale: Scale, folder: Path, report: Report) -> None:
    """The very worst moment: all in flight were sent, and none is noted."""
    chats = 40
    async with TelegramDouble(seed=scale.seed) as telegram:
        fault = telegram.faults.add(Fault(holds=60))
        questions = crowd(telegram, chats, each=1)
        async with BotProcess(telegram, folder) as bot:
            await telegram.until(lambda: len(telegram.sent) == chats)
            bot.kill()
            await bot.ended()
        fault.times = 0
        async with BotProcess(telegram, folder):
            await until_answered(telegram, questions, 30)
        nothing_lost(report, telegram, questions)
        all_counted(report, folder, len(questions))
        report.at_most("repeated", repeated(telegram), chats)
