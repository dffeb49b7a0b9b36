"""Telegram itself is in trouble, or says no."""

from __future__ import annotations

import asyncio
import random
from itertools import count, product
from pathlib import Path

from tests.bot.echo import EchoBot
from tests.bot.processes import BotProcess
from tests.bot.test_telegram_answers import ODD_BODIES, STATUSES
from tests.corpora import json_bodies
from tests.faults.crowd import (
    Question,
    all_counted,
    ask,
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
from tests.faults.subjects import ECHO, WHOLE_BOT, Subject
from tests.telegram_double import Break, Fault, TelegramDouble

CALLS = ("sendMessage", "getUpdates")


CHATS = 20


async def _keep_asking(
    telegram: TelegramDouble, seconds: float, pause: float = 0.05, subject: Subject = ECHO
) -> list[Question]:
    loop = asyncio.get_running_loop()
    until, asked = loop.time() + seconds, list[Question]()
    for number in count():
        if loop.time() > until:
            return asked
        asked.append(subject.ask(telegram, number % CHATS, number))
        await asyncio.sleep(pause)
    return asked


@scenario("429 storm", "30 % of sends, and one chat at 100 %")
async def storm(scale: Scale, folder: Path, report: Report) -> None:
    """No send before its time, no question lost, and calm chats don't wait for the others."""
    await _storm(scale, folder, report, ECHO)


@scenario("429 storm, whole bot", "30 % of sends, and one chat at 100 %", only_long=True)
async def whole_bot_in_a_storm(scale: Scale, folder: Path, report: Report) -> None:
    """The same with answers that are made anew once their time has come."""
    await _storm(scale, folder, report, WHOLE_BOT)


async def _storm(scale: Scale, folder: Path, report: Report, subject: Subject) -> None:
    seconds, longest = scale.pick(1, 60), scale.pick(0.9, 60)
    stuck, calm = 900, 901
    async with TelegramDouble(seed=scale.seed) as telegram:
        stormy = {subject.chat(telegram, number).id for number in range(CHATS)}
        telegram.faults.flood(longest / 3, chats={subject.chat(telegram, stuck).id}, times=3)
        # Rates of what the ones before let through: 30 % together.
        for wait, rate in ((longest / 60, 0.1), (longest / 6, 0.111), (longest, 0.125)):
            telegram.faults.flood(wait, chats=stormy, rate=rate)
        async with subject.at(scale, telegram, folder), own_lag_told(report):
            await telegram.until(lambda: telegram.updates.polls > 0)
            questions = [subject.ask(telegram, stuck, 0)]
            asking = asyncio.create_task(_keep_asking(telegram, seconds, subject=subject))
            peaceful = list[Question]()
            while not asking.done():
                peaceful.append(subject.ask(telegram, calm, len(peaceful)))
                await asyncio.sleep(0.1)
            questions += [*asking.result(), *peaceful]
            telegram.faults.clear()
            await until_answered(telegram, questions, within=3 * longest + 20)
        nothing_lost(report, telegram, questions)
        all_counted(report, folder, len(questions))
        report.exactly("sent before its time", telegram.closed.tried, 0)
        report.exactly("repeated", repeated(telegram), 0)
        report.at_most(
            "calm chat's p99, s", share(delays(telegram, peaceful), 0.99), scale.pick(10.0, 2.0)
        )


@scenario("5xx, HTML, broken JSON", "20 % of sends and polls")
async def faulty_server(scale: Scale, folder: Path, report: Report) -> None:
    """Waited out, and no poll is given up."""
    await _faulty_server(scale, folder, report, ECHO)


@scenario("5xx, HTML, broken JSON, whole bot", "20 % of sends and polls", only_long=True)
async def whole_bot_and_a_faulty_server(scale: Scale, folder: Path, report: Report) -> None:
    """The same with the bot's own handlers."""
    await _faulty_server(scale, folder, report, WHOLE_BOT)


async def _faulty_server(scale: Scale, folder: Path, report: Report, subject: Subject) -> None:
    seconds = scale.pick(1, 300)
    async with TelegramDouble(seed=scale.seed) as telegram:
        for body in (b"<html>502 Bad Gateway</html>", b'{"ok": true, "result":', None):
            fault = Fault(methods=CALLS, rate=0.07, status=502, body=body)
            fault.status = 200 if body is not None and body.startswith(b"{") else 502
            telegram.faults.add(fault)
        async with subject.at(scale, telegram, folder):
            questions = await _keep_asking(telegram, seconds, subject=subject)
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
        hasty = EchoBot(telegram, folder, answer=0.2)
        async with BotProcess(telegram, folder) if scale.long else hasty:
            questions = crowd(telegram, chats=30, each=2)
            await until_answered(telegram, questions, within=scale.pick(20, 400))
        nothing_lost(report, telegram, questions)
        all_counted(report, folder, len(questions))
        given_up = len(telegram.calls_at["sendMessage"]) - len(questions)
        report.exactly("all slow calls given up", given_up >= fault.struck > 0, True)
        report.at_most("repeated", repeated(telegram), given_up)


@scenario("connection reset", "5 % before and 5 % after acceptance")
async def resets(scale: Scale, folder: Path, report: Report) -> None:
    """Repeated is at most what was reset after it was taken."""
    async with TelegramDouble(seed=scale.seed) as telegram:
        telegram.faults.add(Fault(methods=CALLS, breaks=Break.BEFORE, rate=0.05))
        after = telegram.faults.add(Fault(breaks=Break.AFTER, rate=0.05))
        async with ECHO.at(scale, telegram, folder):
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
        async with ECHO.at(scale, telegram, folder):
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


@scenario(
    "odd bodies", "JSONTestSuite's, HTML and wrong shapes with any status, as answers to all calls"
)
async def odd_bodies(scale: Scale, folder: Path, report: Report) -> None:
    """Whatever comes instead of an answer, the call is made again."""
    suite = [(200, body.encode("utf-8", "surrogatepass")) for body in json_bodies().values()]
    shapes = list(product(STATUSES, ODD_BODIES))
    rng = random.Random(scale.seed)
    answers = [
        *rng.sample(suite, scale.count(8, len(suite))),
        *rng.sample(shapes, scale.count(24, len(shapes))),
    ]
    async with TelegramDouble(seed=scale.seed) as telegram:
        for method in (*CALLS, "getMe", "deleteWebhook"):
            for status, body in answers[:4] if method not in CALLS else answers:
                telegram.faults.add(Fault((method,), rate=0.5, times=1, status=status, body=body))
        async with EchoBot(telegram, folder, first_pause=0.01, longest_pause=0.02):
            questions = crowd(telegram, chats=20, each=scale.count(2, 100))
            await until_answered(telegram, questions, 120)
        nothing_lost(report, telegram, questions)
        all_counted(report, folder, len(questions))
        report.exactly("repeated", repeated(telegram), 0)
