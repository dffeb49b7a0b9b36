"""Who a fault is done to: the echo, or the bot with its own handlers."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

from handlers.flood import Allowance
from tests.bot.echo import EchoBot
from tests.bot.invented_bot import invented_bot
from tests.bot.processes import BotProcess
from tests.bot.test_whole_bot import QUESTIONS
from tests.faults.crowd import Question, ask
from tests.faults.scenarios import Scale
from tests.faults.words import UNLIMITED
from tests.telegram_double import BOT, Chat, TelegramDouble

Bot: TypeAlias = AbstractAsyncContextManager[object]
"""Serves while its block lasts."""


@dataclass(frozen=True)
class Subject:
    """A bot, and how people ask it so that each answer tells what it's the answer to."""

    module: str
    hasty: Callable[[TelegramDouble, Path, bool], Bot]
    """The same in this process, with little to read at its start and short pauses: for the suite.
    True: its handlers may raise."""
    chat: Callable[[TelegramDouble, int], Chat]
    """A chat by its number."""
    ask: Callable[[TelegramDouble, int, int], Question]
    """In the chat of the first number; the second tells this question from others there."""
    environment: dict[str, str] = field(default_factory=dict)

    def crowd(
        self, telegram: TelegramDouble, chats: int, each: int, first: int = 0
    ) -> list[Question]:
        """Questions in many chats in turn, all at once."""
        numbers = range(first, first + chats)
        return [self.ask(telegram, number, turn) for turn in range(each) for number in numbers]

    def process(
        self,
        telegram: TelegramDouble,
        folder: Path,
        environment: dict[str, str] | None = None,
        *,
        may_raise: bool = False,
    ) -> BotProcess:
        """The bot as a process of its own; `may_raise`: its handlers may, over what comes."""
        return BotProcess(
            telegram,
            folder,
            module=self.module,
            environment=self.environment | (environment or {}),
            may_raise=may_raise,
        )

    def at(
        self, scale: Scale, telegram: TelegramDouble, folder: Path, *, may_raise: bool = False
    ) -> Bot:
        """The hasty one in the suite, else the process."""
        if scale.long:
            return self.process(telegram, folder, may_raise=may_raise)
        return self.hasty(telegram, folder, may_raise)


def _ask_echo(telegram: TelegramDouble, number: int, turn: int) -> Question:
    return ask(telegram.person(number), f"{turn}")


def _ask_in_group(telegram: TelegramDouble, number: int, turn: int) -> Question:
    words = f"/ask@{BOT['username']} {QUESTIONS[turn % len(QUESTIONS)]}"
    asked = telegram.person(number).writes(words, telegram.group(number))
    return Question(asked, asyncio.get_running_loop().time())


ECHO = Subject(
    module="tests.bot.echo_process",
    hasty=lambda telegram, folder, may_raise: EchoBot(telegram, folder, may_raise=may_raise),
    chat=lambda telegram, number: telegram.person(number).chat,
    ask=_ask_echo,
)
WHOLE_BOT = Subject(
    module="bot",
    hasty=lambda telegram, folder, _: invented_bot(telegram, folder, Allowance(0, 0)),
    chat=lambda telegram, number: telegram.group(number),
    ask=_ask_in_group,
    environment=UNLIMITED,
)
"""In groups, where an answer shows the question that it's a reply to."""
