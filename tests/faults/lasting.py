"""Hours of service, in minutes: an even pace, and nothing that grows."""

from __future__ import annotations

import asyncio
import random
from pathlib import Path

from bot.application import POLLING_CONNECTIONS, SENDING_CONNECTIONS
from tests.bot.processes import BotProcess
from tests.corpora import naughty_strings, questions
from tests.faults.crowd import all_counted, counted, own_lag_told, share
from tests.faults.scenarios import Report, Scale, scenario
from tests.faults.vital_signs import vital_signs
from tests.faults.words import UNLIMITED
from tests.telegram_double import Break, Fault, TelegramDouble

SEND = 0.1
"""Seconds that a send takes."""


@scenario("steady", "a question a second for 10 minutes (in the suite: 20 in 2 s)")
async def steady(scale: Scale, folder: Path, report: Report) -> None:
    """Each is answered at once."""
    rng, pause = random.Random(scale.seed), scale.pick(0.1, 1.0)
    async with TelegramDouble(seed=scale.seed) as telegram:
        telegram.faults.add(Fault(delay=SEND))
        loop, asked = asyncio.get_running_loop(), dict[int, float]()
        async with BotProcess(telegram, folder, module="bot", environment=UNLIMITED):
            await telegram.until(lambda: telegram.updates.polls > 0, 30)
            async with own_lag_told(report):
                for number in range(scale.count(10, 600)):
                    person = telegram.person(number)
                    asked[person.chat.id] = loop.time()
                    person.writes(rng.choice(questions()))
                    await asyncio.sleep(pause)
                await telegram.until_all_confirmed()
        took = sorted(sent.at - asked[sent.chat_id] for sent in telegram.sent)
        report.tell("asked", len(asked))
        # Such as commands for another bot, of which the question sets have some.
        report.exactly("answered", len(took), len(asked) - counted(folder)["declined"])
        all_counted(report, folder, len(asked))
        report.at_most("p50, s", share(took, 0.5), 0.3)
        report.at_most("p99, s", share(took, 0.99), 1.0)


@scenario("soak", "40 questions a second for 6 minutes, 4 % of calls failing", only_long=True)
async def soak(scale: Scale, folder: Path, report: Report) -> None:
    """As many questions as a bot may get in days."""
    await _soaked(scale, folder, report, scale.pick(6, 360), 0.025)


@scenario("soak of an hour", "a question a second, 4 % of calls failing", only_named=True)
async def soak_of_an_hour(scale: Scale, folder: Path, report: Report) -> None:
    """What grows with time, and not with questions."""
    await _soaked(scale, folder, report, scale.pick(12, 3600), scale.pick(0.1, 1))


async def _soaked(
    scale: Scale, folder: Path, report: Report, seconds: float, every: float
) -> None:
    """Memory, open files and threads at the end are what they were after the first third."""
    rng = random.Random(scale.seed)
    texts = (*questions(), *naughty_strings())
    async with TelegramDouble(seed=scale.seed) as telegram:
        telegram.faults.add(Fault(status=502, body=b"<html>", rate=0.02))
        telegram.faults.add(Fault(("sendMessage", "getUpdates"), breaks=Break.AFTER, rate=0.02))
        loop, asked = asyncio.get_running_loop(), 0
        async with BotProcess(telegram, folder, module="bot", environment=UNLIMITED) as bot:
            begun, before = loop.time(), None
            while (passed := loop.time() - begun) < seconds:
                if before is None and passed > seconds / 3:
                    before = vital_signs(bot.pid)
                made_up = "".join(rng.choices("abcdefghijklmnopqrstuvwxyz     ?", k=60))
                telegram.person(rng.randrange(500)).writes(
                    rng.choice((made_up, rng.choice(texts)))
                )
                asked += 1
                await asyncio.sleep(every)
            await telegram.until_all_confirmed(60)
            after = vital_signs(bot.pid)
        assert before is not None
        report.tell("asked", asked)
        all_counted(report, folder, asked)
        report.tell("MB after a third", before.megabytes)
        report.at_most("MB at the end", after.megabytes, 1.1 * before.megabytes)
        report.at_most("open files more", after.files - before.files, 2)
        # As many as were busy at once; each of the hundreds that were reset is closed.
        most = SENDING_CONNECTIONS + POLLING_CONNECTIONS
        report.at_most("connections", after.connections, most)
        report.at_most("threads more", after.threads - before.threads, 2)
