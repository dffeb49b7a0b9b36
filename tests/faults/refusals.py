"""Telegram itself is in trouble, or says no."""

from __future__ import annotations

import asyncio
import random
from itertools import cycle
from pathlib import Path

from tests.bot.echo import EchoBot
from tests.corpora import json_bodies
from tests.faults.crowd import (
    Question,
    all_counted,
    ask,
    bot_at,
    counted,
    crowd,
    delays,
    nothing_lost,
    own_lag_told,
    repeated,
    share,
    until_answered,
)
from tests.faults.scenarios import Report, Scale, scenario
from tests.telegram_double import Break, Fault, TelegramDouble

CALLS = ("sendMessage", "getUpdates")


async def _keep_asking(
    telegram: TelegramDouble, seconds: float, chats: int = 20, pause: float = 0.05
) -> list[Question]:
    people = [telegram.person(number) for number in range(chats)]
    loop = asyncio.get_running_loop()
    until, asked = loop.time() + seconds, list[Question]()
    for number, person in enumerate(cycle(people)):
        if loop.time() > until:
            return asked
        asked.append(ask(person, f"{number}"))
        await asyncio.sleep(pause)
    return asked


@scenario("429 storm", "30 % of sends, and one chat at 100 %")
async def storm(scale: Scale, folder: Path, report: Report) -> None:
    """No send before its time, no question lost, and calm chats don't wait for the others."""
    seconds, longest = scale.pick(1, 60), scale.pick(0.9, 60)
    async with TelegramDouble(seed=scale.seed) as telegram:
        stuck, calm = telegram.person(900), telegram.person(901)
        stormy = {telegram.person(number).chat.id for number in range(20)}
        telegram.faults.flood(longest / 3, chats={stuck.chat.id}, times=3)
        # Rates of what the ones before let through: 30 % together.
        for wait, rate in ((longest / 60, 0.1), (longest / 6, 0.111), (longest, 0.125)):
            telegram.faults.flood(wait, chats=stormy, rate=rate)
        async with bot_at(scale, telegram, folder), own_lag_told(report):
            questions = [ask(stuck, "stuck")]
            asking = asyncio.create_task(_keep_asking(telegram, seconds))
            peaceful = list[Question]()
            while not asking.done():
                peaceful.append(ask(calm, f"{len(peaceful)}"))
                await asyncio.sleep(0.1)
            questions += [*asking.result(), *peaceful]
            telegram.faults.clear()
            await until_answered(telegram, questions, within=3 * longest + 20)
        nothing_lost(report, telegram, questions)
        all_counted(report, folder, len(questions))
        report.exactly("sent before its time", telegram.too_early, 0)
        report.exactly("repeated", repeated(telegram), 0)
        report.at_most(
            "calm chat's p99, s", share(delays(telegram, peaceful), 0.99), scale.pick(10.0, 2.0)
        )


@scenario("5xx, HTML, broken JSON", "20 % of sends and polls")
async def faulty_server(scale: Scale, folder: Path, report: Report) -> None:
    """Waited out, and no poll is given up."""
    seconds = scale.pick(1, 300)
    async with TelegramDouble(seed=scale.seed) as telegram:
        for body in (b"<html>502 Bad Gateway</html>", b'{"ok": true, "result":', None):
            fault = Fault(methods=CALLS, rate=0.07, status=502, body=body)
            fault.status = 200 if body is not None and body.startswith(b"{") else 502
            telegram.faults.add(fault)
        async with bot_at(scale, telegram, folder):
            questions = await _keep_asking(telegram, seconds)
            telegram.faults.clear()
            cleared = asyncio.get_running_loop().time()
            await until_answered(telegram, questions, 60)
            recovered = asyncio.get_running_loop().time() - cleared
        nothing_lost(report, telegram, questions)
        all_counted(report, folder, len(questions))
        report.exactly("repeated", repeated(telegram), 0)
        report.at_most("seconds to recover", recovered, 35)


@scenario("slow Telegram", "sends take as long as a call waits, or longer")
async def slow(scale: Scale, folder: Path, report: Report) -> None:
    """Slow, not lost: a send that was taken after we'd hung up may be repeated."""
    async with TelegramDouble(seed=scale.seed) as telegram:
        fault = telegram.faults.add(Fault(delay=scale.pick(0.4, 20), rate=0.3))
        async with bot_at(scale, telegram, folder):
            questions = crowd(telegram, chats=30, each=2)
            await until_answered(telegram, questions, within=scale.pick(20, 400))
        nothing_lost(report, telegram, questions)
        all_counted(report, folder, len(questions))
        report.at_most("repeated", repeated(telegram), fault.struck if scale.long else 0)


@scenario("connection reset", "5 % before and 5 % after acceptance")
async def resets(scale: Scale, folder: Path, report: Report) -> None:
    """Repeated is at most what was reset after it was taken."""
    async with TelegramDouble(seed=scale.seed) as telegram:
        telegram.faults.add(Fault(methods=CALLS, breaks=Break.BEFORE, rate=0.05))
        after = telegram.faults.add(Fault(breaks=Break.AFTER, rate=0.05))
        async with bot_at(scale, telegram, folder):
            questions = await _keep_asking(telegram, scale.pick(1.5, 60), pause=0.02)
            await until_answered(telegram, questions, 60)
        nothing_lost(report, telegram, questions)
        all_counted(report, folder, len(questions))
        report.at_most("repeated", repeated(telegram), after.struck)


@scenario("blocked, migrated, topic deleted", "10 % of chats each")
async def gone(scale: Scale, folder: Path, report: Report) -> None:
    """Counted, or sent once to where the chat has gone; never the same request twice."""
    size = scale.count(3, 30)
    async with TelegramDouble(seed=scale.seed) as telegram:
        telegram.privacy_mode = False
        people = [telegram.person(number) for number in range(8 * size)]
        for person in people[:size]:
            person.chat.refusal = "bot was blocked by the user"
        forums = [telegram.group(number, forum=True) for number in range(size)]
        moved = [telegram.group(1000 + number) for number in range(size)]
        homes = [telegram.group(2000 + number) for number in range(size)]
        for forum in forums:
            forum.deleted_topics.add(5)
        for old, new in zip(moved, homes, strict=True):
            old.migrated_to = new.id
        async with bot_at(scale, telegram, folder):
            questions = [ask(person, "you?") for person in people]
            for group, topic in [*((one, 5) for one in forums), *((one, None) for one in moved)]:
                people[-1].writes("anyone?", group, topic=topic)
            await telegram.until_all_confirmed(30)
        nothing_lost(report, telegram, questions[size:])
        all_counted(report, folder, 10 * size)
        report.exactly("undeliverable", counted(folder)["undeliverable"], size)
        answered = sum(len(telegram.sent_to(chat)) for chat in (*forums, *homes))
        report.exactly("topics and new homes answered", answered, 2 * size)
        report.exactly("repeated", repeated(telegram), 0)
        report.exactly("refused", len(telegram.refused), 3 * size)


@scenario("odd bodies", "JSONTestSuite's, as what Telegram answers to sends and polls")
async def odd_bodies(scale: Scale, folder: Path, report: Report) -> None:
    """Whatever comes instead of an answer, the call is made again."""
    bodies = list(json_bodies().values())
    if not scale.long:
        bodies = random.Random(scale.seed).sample(bodies, 10)
    async with TelegramDouble(seed=scale.seed) as telegram:
        for method in CALLS:
            for body in bodies:
                odd = body.encode("utf-8", "surrogatepass")
                telegram.faults.add(Fault((method,), rate=0.5, times=1, body=odd))
        async with EchoBot(telegram, folder):
            questions = crowd(telegram, chats=20, each=scale.count(2, 100))
            await until_answered(telegram, questions, 120)
        nothing_lost(report, telegram, questions)
        all_counted(report, folder, len(questions))
        report.exactly("repeated", repeated(telegram), 0)
