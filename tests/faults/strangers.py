"""Others with the same token, no token any more, hanging polls, and handlers that raise."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import aiohttp

from bot.endings import ConflictError, SilenceError, TokenRefusedError
from tests.bot.echo import EchoBot
from tests.bot.processes import BotProcess
from tests.bot.test_webhook import HEADER, webhook_bot
from tests.corpora import json_bodies
from tests.faults.crowd import (
    all_counted,
    ask,
    counted,
    crowd,
    nothing_lost,
    repeated,
    until_answered,
)
from tests.faults.scenarios import Report, Scale, scenario
from tests.telegram_double import Fault, TelegramDouble

OTHER = "Conflict: terminated by other getUpdates request"


@scenario("hanging polls", "getUpdates never returns", only_long=True)
async def hanging_polls(scale: Scale, folder: Path, report: Report) -> None:
    """The watchdog ends the process, and the next one answers what waited."""
    async with TelegramDouble(seed=scale.seed) as telegram:
        fault = telegram.faults.add(Fault(methods=("getUpdates",), delay=600))
        questions = crowd(telegram, chats=5, each=1)
        watchful = () if scale.long else ("--watchful",)
        begun = time.monotonic()
        async with BotProcess(telegram, folder, *watchful) as bot:
            report.exactly("exit code", await bot.ended(within=120), SilenceError.code)
        report.at_most("seconds", time.monotonic() - begun, scale.pick(5, 95))
        fault.times = 0
        async with BotProcess(telegram, folder):
            await until_answered(telegram, questions, 20)
        nothing_lost(report, telegram, questions)
        all_counted(report, folder, len(questions))


@scenario("second process", "the same token on the same machine", only_long=True)
async def second_process(scale: Scale, folder: Path, report: Report) -> None:
    """The second ends at once with a sentence; the first doesn't notice."""
    async with TelegramDouble(seed=scale.seed) as telegram, BotProcess(telegram, folder):
        questions = crowd(telegram, chats=10, each=1)
        await telegram.until(lambda: bool(telegram.sent))
        begun = time.monotonic()
        async with BotProcess(telegram, folder) as second:
            report.exactly("exit code", await second.ended(), ConflictError.code)
        report.at_most("seconds", time.monotonic() - begun, 5)
        await until_answered(telegram, questions, 20)
        nothing_lost(report, telegram, questions)
        all_counted(report, folder, len(questions))
        report.exactly("repeated", repeated(telegram), 0)


@scenario("foreign poller", "five conflicts in a minute")
async def foreign_poller(scale: Scale, folder: Path, report: Report) -> None:
    """A plain sentence and an exit code, and what was in hand is answered."""
    async with TelegramDouble(seed=scale.seed) as telegram:
        questions = crowd(telegram, chats=10, each=1)
        told = ""
        try:
            async with EchoBot(telegram, folder, conflict_pause=scale.pick(0.02, 3)) as bot:
                await until_answered(telegram, questions, 20)
                conflict = Fault(methods=("getUpdates",), status=409, description=OTHER, times=5)
                telegram.faults.add(conflict)
                questions += crowd(telegram, chats=10, each=1, first=10)
                await bot.ended(within=40)
        except ConflictError as error:
            told = str(error)
        report.exactly("told", "stop one of the two" in told, True)
        async with EchoBot(telegram, folder):
            await until_answered(telegram, questions, 20)
        nothing_lost(report, telegram, questions)
        all_counted(report, folder, len(questions))


@scenario("token revoked", "in mid-run")
async def token_revoked(scale: Scale, folder: Path, report: Report) -> None:
    """The process ends with its own exit code, and without the token in what it says."""
    async with TelegramDouble(seed=scale.seed) as telegram:
        telegram.faults.add(Fault(delay=0.02))
        questions = crowd(telegram, chats=20, each=3)
        async with BotProcess(telegram, folder) as bot:
            await telegram.until(lambda: len(telegram.sent) >= 10)
            telegram.revoked = True
            begun = time.monotonic()
            report.exactly("exit code", await bot.ended(within=40), TokenRefusedError.code)
        report.at_most("seconds", time.monotonic() - begun, 10)
        report.exactly("token in its output", telegram.token in bot.output, False)
        telegram.revoked = False
        async with BotProcess(telegram, folder):
            await until_answered(telegram, questions, 20)
        nothing_lost(report, telegram, questions)
        all_counted(report, folder, len(questions))
        report.exactly("repeated", repeated(telegram), 0)


@scenario("handlers raise", "over 4,096 emoji, again and again")
async def handlers_raise(scale: Scale, folder: Path, report: Report) -> None:
    """Tried three times, then an apology; the next question is answered, and nothing is told."""
    rounds = scale.count(2, 100)
    async with TelegramDouble(seed=scale.seed) as telegram:
        ann, questions = telegram.person(), []
        async with BotProcess(telegram, folder, may_raise=True) as bot:
            for number in range(rounds):
                ann.writes("raise " + "😀" * 4096)
                questions.append(ask(ann, f"{number}"))
            await telegram.until_all_confirmed(60)
            bot.terminate()
            await bot.ended()
        nothing_lost(report, telegram, questions)
        report.exactly("counted", counted(folder).total(), 2 * rounds)
        report.exactly("apologies", sum(sent.text == "sorry" for sent in telegram.sent), rounds)
        report.exactly("failed", counted(folder)["failed"], rounds)
        report.exactly("lines a failure", bot.output.count('"error"') / rounds, 4)
        report.exactly("emoji in the log", "😀" in bot.output, False)


@scenario("webhook", "no secret, GET, 10 MB, JSONTestSuite, the same delivery twice, a crowd")
async def webhook(scale: Scale, folder: Path, report: Report) -> None:
    """Who isn't Telegram is refused; what comes twice is answered once."""
    async with TelegramDouble(seed=scale.seed) as telegram:
        async with webhook_bot(telegram, folder), aiohttp.ClientSession() as http:
            hook = f"{telegram.deliveries.proxied}/hook"
            questions = crowd(telegram, chats=scale.count(20, 500), each=2)
            await until_answered(telegram, questions, 60)
            twice: dict[str, Any] = {
                "update_id": questions[0].asked.update_id,
                "message": questions[0].asked.message,
            }
            tries: list[tuple[str, int, dict[str, Any]]] = [
                ("no secret", 403, {"json": twice}),
                ("10 MB", 413, {"data": iter_bytes(10), "headers": HEADER}),
                ("no JSON", 400, {"data": b"{", "headers": HEADER}),
                ("twice", 200, {"json": twice, "headers": HEADER}),
            ]
            for name, status, request in tries:
                async with http.post(hook, **request) as answer:
                    report.exactly(name, answer.status, status)
            async with http.get(hook) as answer:
                report.exactly("GET", answer.status, 405)
            odd = Counter[int]()
            for body in _odd_bodies(len(questions)):
                async with http.post(hook, data=body, headers=HEADER) as answer:
                    odd[answer.status] += 1
            report.exactly("odd bodies answered with", sorted(odd), [200, 400])
            questions += crowd(telegram, chats=1, each=1, first=5000)
            await until_answered(telegram, questions, 20)
        nothing_lost(report, telegram, questions)
        report.exactly("repeated", repeated(telegram), 0)
        # Of what was odd, all that was taken is an update, and no message that can be answered.
        report.exactly("counted", counted(folder).total(), len(questions) + odd[200])
        report.exactly("answered", counted(folder)["answered"], len(questions))
        report.at_most("failed", counted(folder)["failed"], odd[200])


def _odd_bodies(first: int) -> Iterator[bytes]:
    """JSONTestSuite's bodies, and updates of which each is the message."""
    bodies = [*json_bodies().values(), "[" * 100_000, '[{"":' * 50_000]
    for number, body in enumerate(bodies, 900_000_000 + first):
        yield body.encode("utf-8", "surrogatepass")
        yield f'{{"update_id":{number},"message":{body}}}'.encode("utf-8", "surrogatepass")


async def iter_bytes(megabytes: int) -> Any:
    """So many, in pieces."""
    for _ in range(16 * megabytes):
        yield b"x" * 2**16
