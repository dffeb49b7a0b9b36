"""Many people at once, and single ones and groups that ask too much."""

from __future__ import annotations

import asyncio
from collections import Counter
from itertools import count
from pathlib import Path

from handlers.flood import Allowance
from tests.bot.processes import BotProcess
from tests.faults.crowd import all_counted, own_lag_told, share
from tests.faults.scenarios import Report, Scale, scenario
from tests.faults.vital_signs import vital_signs
from tests.faults.words import UNLIMITED, hostile_texts
from tests.telegram_double import BOT, Chat, Fault, Person, TelegramDouble

MODULE = "tests.bot.invented_process"
TELEGRAMS_OWN = {
    "TELEGRAM_SENDS_PER_SECOND": "30",
    "TELEGRAM_SENDS_PER_CHAT_SECOND": "1",
    "TELEGRAM_SENDS_PER_GROUP_MINUTE": "20",
}
STALL = 10.0
"""Seconds that only a bot which serves nobody else would need, however busy the machine is."""
SEND = 0.1
"""Seconds that a send takes."""
QUESTION = "Who holds Linden?"
FEW = 5
"""Questions of others, at the least."""
OUTAGE = 12 * 3600
"""Seconds."""
EAGER = 30
"""Questions of one person in that time, more than are answered in a minute."""


def rate(telegram: TelegramDouble, at_once: int) -> float:
    """Messages a second of the whole crowd, but for the first so many: a busy machine bunches."""
    times = sorted(sent.at for sent in telegram.sent)
    return (len(times) - at_once) / (times[-1] - times[0])


async def _awake(telegram: TelegramDouble, person: Person) -> None:
    person.writes("/help")
    await telegram.answer_to(person.chat, within=20)


async def _others(telegram: TelegramDouble, flood: asyncio.Future[None]) -> list[float]:
    """How long each question took of people who ask one after another while `flood` lasts."""
    took, loop = list[float](), asyncio.get_running_loop()
    for number in count(100):
        if flood.done() and len(took) >= FEW:
            break
        begun, person = loop.time(), telegram.person(number)
        person.writes(QUESTION)
        await telegram.answer_to(person.chat, within=30)
        took.append(loop.time() - begun)
    return sorted(took)


@scenario("burst", "100 chats at once")
async def burst(scale: Scale, folder: Path, report: Report) -> None:
    """All in five seconds, and no more than Telegram takes in one."""
    async with TelegramDouble(seed=scale.seed) as telegram:
        telegram.faults.add(Fault(delay=SEND))
        people = [telegram.person(number) for number in range(100)]
        early = telegram.person(900)
        async with BotProcess(telegram, folder, module=MODULE, environment=TELEGRAMS_OWN):
            await _awake(telegram, early)
            telegram.sent.clear()
            begun = asyncio.get_running_loop().time()
            for person in people:
                person.writes(QUESTION)
            await telegram.until(lambda: len(telegram.sent) == len(people), 20)
            took = asyncio.get_running_loop().time() - begun
            await telegram.until_all_confirmed()
        report.exactly("lost", sum(not telegram.sent_to(one.chat) for one in people), 0)
        all_counted(report, folder, len(people) + 1)
        report.at_most("seconds", took, 5)
        report.at_most("sends a second", rate(telegram, 30), 30)


@scenario("backlog", "10,000 updates of 2,000 chats (in the suite: 500 of 100)")
async def backlog(scale: Scale, folder: Path, report: Report) -> None:
    """Worked off at the speed that Telegram allows, in bounded memory, and taken for no flood."""
    chats = scale.count(60, 2000)
    environment = TELEGRAMS_OWN if scale.long else {}
    async with TelegramDouble(seed=scale.seed) as telegram:
        telegram.faults.add(Fault(delay=scale.pick(0.01, SEND)))
        people = [telegram.person(number) for number in range(chats)]
        eager, came, asked = telegram.person(chats), 5 * chats, Counter[int]()
        for number in range(came):
            often = number % (came // EAGER) == 0
            person = eager if often else people[number % chats]
            person.writes(QUESTION, age=OUTAGE * (1 - number / came))
            asked[person.chat.id] += 1
        begun = asyncio.get_running_loop().time()
        async with BotProcess(telegram, folder, module=MODULE, environment=environment) as bot:
            await telegram.until(lambda: len(telegram.sent) >= 100, 30)
            first = vital_signs(bot.pid).most_megabytes
            await telegram.until_all_confirmed(within=400)
            await telegram.until(lambda: len(telegram.sent) >= came, 30)
            took = asyncio.get_running_loop().time() - begun
            grown = vital_signs(bot.pid).most_megabytes - first
            bot.terminate()
            await bot.ended()
        report.at_most("seconds", took, 360)
        report.tell("asked by one", asked[eager.chat.id])
        sent = Counter(one.chat_id for one in telegram.sent)
        report.exactly("lost", (asked - sent).total(), 0)
        report.exactly("repeated", (sent - asked).total(), 0)
        all_counted(report, folder, came)
        report.at_most("memory grown, MB", grown, 50)


async def _flood(
    scale: Scale, folder: Path, report: Report, *, group: bool, messages: int, seconds: float
) -> None:
    allowance = Allowance()
    # The answers, and the line that it's too much.
    most = 1 + (allowance.per_group if group else allowance.per_person)
    async with TelegramDouble(seed=scale.seed) as telegram:
        telegram.faults.add(Fault(delay=scale.pick(0.02, SEND)))
        loud, early = telegram.person(1), telegram.person(2)
        where: Chat = telegram.group() if group else loud.chat

        async def flood() -> None:
            for number in range(messages):
                # In a group, each asks less than they may.
                person = telegram.person(1000 + number % 100) if group else loud
                person.writes(f"/ask@{BOT['username']} {QUESTION}", where)
                if seconds:
                    await asyncio.sleep(seconds / messages)

        async with BotProcess(telegram, folder, module=MODULE, environment=TELEGRAMS_OWN) as bot:
            await _awake(telegram, early)
            async with own_lag_told(report):
                took = await _others(telegram, asyncio.create_task(flood()))
            await telegram.until_all_confirmed(within=30)
            if scale.long:
                await telegram.until(lambda: len(telegram.sent_to(where)) >= most, 90)
            bot.terminate()
            await bot.ended()
        report.tell("asked", messages)
        times = [sent.at for sent in telegram.sent_to(where)]
        fastest = max(sum(at <= other < at + 60 for other in times) for at in times)
        report.at_most("sent to who asked, in a minute", fastest, most)
        all_counted(report, folder, messages + len(took) + 1)
        report.tell("others asked", len(took))
        report.at_most("others' p99, s", share(took, 0.99), scale.pick(STALL, 1.0))


@scenario("one person", "1,000 messages in 10 s (in the suite: 300 at once)")
async def one_person(scale: Scale, folder: Path, report: Report) -> None:
    """Others aren't delayed, and the flood gets its five answers and one line."""
    messages, seconds = scale.count(150, 1000), scale.pick(0, 10)
    await _flood(scale, folder, report, group=False, messages=messages, seconds=seconds)


@scenario("one group", "200 questions in a minute (in the suite: at once)")
async def one_group(scale: Scale, folder: Path, report: Report) -> None:
    """Others aren't delayed, and the group gets its ten answers and one line."""
    seconds = scale.pick(0, 60)
    await _flood(scale, folder, report, group=True, messages=200, seconds=seconds)


@scenario("hostile crowd", "50 long hostile texts a second for a minute (in the suite: 1 s)")
async def hostile_crowd(scale: Scale, folder: Path, report: Report) -> None:
    """However long each takes to be read, others aren't delayed."""
    messages = 50 * scale.count(1, 60)
    async with TelegramDouble(seed=scale.seed) as telegram:
        telegram.faults.add(Fault(delay=SEND))

        async def flood() -> None:
            texts = hostile_texts(scale.seed)
            for number in range(messages):
                telegram.person(10_000 + number % 200).writes(next(texts))
                await asyncio.sleep(1 / 50)

        async with BotProcess(telegram, folder, module="bot", environment=UNLIMITED):
            await _awake(telegram, telegram.person(1))
            async with own_lag_told(report):
                took = await _others(telegram, asyncio.create_task(flood()))
            await telegram.until_all_confirmed(within=60)
        all_counted(report, folder, messages + len(took) + 1)
        report.tell("others asked", len(took))
        report.at_most("others' p99, s", share(took, 0.99), scale.pick(STALL, 1.0))
