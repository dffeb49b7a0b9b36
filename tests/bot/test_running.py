"""The bot runs from its log-in to a stop in peace, whatever fails beside that."""

from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import Awaitable, Callable
from functools import partial
from pathlib import Path

from pydantic import SecretStr
from telegram.error import TelegramError

from bot.application import BotApplication
from bot.running import KINDS, run, serve
from bot.settings import Settings
from state.database import StateDatabase
from state.ledger import Ledger
from tests.bot.echo import EchoBot
from tests.bot.echoing import QUICK, register
from tests.telegram_double import TelegramDouble

Introduce = Callable[[BotApplication], Awaitable[None]]


def settings(telegram: TelegramDouble) -> Settings:
    return Settings(
        telegram_bot_token=SecretStr(telegram.token),
        telegram_api_url=telegram.root,
        telegram_sends_per_chat_second=0,
    )


async def test_a_stop_before_the_log_in_is_over_receives_nothing(
    telegram: TelegramDouble, tmp_path: Path
) -> None:
    telegram.person().writes("hello")
    bot = EchoBot(telegram, tmp_path)
    bot.stopping.set()
    async with bot:
        await bot.ended()
    assert "getUpdates" not in telegram.calls_at
    assert telegram.sent == []


async def test_a_menu_that_cannot_be_set_keeps_nobody_from_an_answer(
    telegram: TelegramDouble, tmp_path: Path
) -> None:
    introduced: list[str] = []

    async def introduce(application: BotApplication) -> None:
        introduced.append(application.bot.username)
        raise TelegramError("too many requests")

    telegram.person().writes("hello")
    stopping = asyncio.Event()
    ledger = Ledger(StateDatabase(tmp_path / "state.db"))
    adding = partial(register, patience=QUICK)
    serving = serve(settings(telegram), adding, ledger, stopping, introduce=introduce)
    async with asyncio.timeout(12), asyncio.TaskGroup() as group:
        group.create_task(serving)
        await telegram.until_all_confirmed()
        stopping.set()
    assert [sent.text for sent in telegram.sent] == ["hello"]
    assert len(introduced) == 1


async def test_a_signal_ends_it_in_peace_and_is_the_processs_own_again(
    telegram: TelegramDouble, tmp_path: Path
) -> None:
    before = signal.getsignal(signal.SIGTERM)
    telegram.person().writes("hello")
    ledger = Ledger(StateDatabase(tmp_path / "state.db"))
    async with asyncio.timeout(12), asyncio.TaskGroup() as group:
        group.create_task(run(settings(telegram), partial(register, patience=QUICK), ledger))
        await telegram.until_all_confirmed()
        os.kill(os.getpid(), signal.SIGTERM)
    assert [sent.text for sent in telegram.sent] == ["hello"]
    assert signal.getsignal(signal.SIGTERM) == before


def test_edited_messages_among_others_are_not_asked_for() -> None:
    assert "message" in KINDS
    assert not {"edited_message", "channel_post", "chat_member"} & set(KINDS)
