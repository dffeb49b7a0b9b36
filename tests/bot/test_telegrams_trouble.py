"""Telegram is in trouble, or says no: what passes is waited out, and what doesn't ends the bot."""

from __future__ import annotations

import asyncio
from pathlib import Path

import aiohttp
import pytest

from bot.endings import ConflictError, TokenRefusedError
from tests.bot.echo import EchoBot
from tests.bot.test_dying import ask, lost, repeated
from tests.bot.test_receiving import counted
from tests.telegram_double import Break, Fault, TelegramDouble


@pytest.mark.parametrize(
    "fault",
    [
        Fault(status=502, body=b"<html><h1>502 Bad Gateway</h1></html>", rate=0.3),
        Fault(status=500, rate=0.3),
        Fault(body=b'{"ok": true, "result":', rate=0.3),
        Fault(status=429, retry_after=0.05, rate=0.3),
        Fault(breaks=Break.BEFORE, rate=0.3),
    ],
    ids=["HTML", "500", "broken JSON", "429", "reset"],
)
async def test_telegrams_own_faults_are_waited_out(
    telegram: TelegramDouble, tmp_path: Path, fault: Fault
) -> None:
    fault.methods = ("sendMessage", "getUpdates", "getMe", "deleteWebhook")
    telegram.faults.add(fault)
    asked = ask(telegram, chats=10, each=2)
    async with EchoBot(telegram, tmp_path):
        await telegram.until_all_confirmed(within=20)
    assert (lost(telegram, asked), repeated(telegram)) == (0, 0)
    assert fault.struck > 0


@pytest.mark.filterwarnings("ignore::telegram.warnings.PTBDeprecationWarning")
async def test_a_wait_that_the_library_gives_as_a_number_is_kept_to(
    telegram: TelegramDouble, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "0")
    flood = telegram.faults.flood(
        0.05, methods=("sendMessage", "getUpdates", "getMe", "deleteWebhook"), rate=0.4
    )
    asked = ask(telegram, chats=5, each=2)
    async with EchoBot(telegram, tmp_path):
        await telegram.until_all_confirmed(within=20)
    assert (lost(telegram, asked), repeated(telegram), telegram.closed.tried) == (0, 0, 0)
    assert flood.struck > 0


@pytest.mark.parametrize("method", ["getUpdates", "sendMessage", "deleteWebhook"])
async def test_a_404_does_not_end_a_bot_that_has_logged_in(
    telegram: TelegramDouble, tmp_path: Path, method: str
) -> None:
    """Of a token, Telegram says 401; a 404 comes from a server that is only just starting."""
    fault = telegram.faults.add(
        Fault(methods=(method,), status=404, description="Not Found", times=2)
    )
    asked = ask(telegram, chats=1, each=1)
    async with EchoBot(telegram, tmp_path) as bot:
        await telegram.until_all_confirmed()
    assert lost(telegram, asked) == fault.times == 0
    assert counted(bot) == {"answered": 1}


async def test_a_reset_after_the_send_repeats_no_more_than_the_resets(
    telegram: TelegramDouble, tmp_path: Path
) -> None:
    fault = telegram.faults.add(Fault(breaks=Break.AFTER, rate=0.2))
    asked = ask(telegram, chats=10, each=2)
    async with EchoBot(telegram, tmp_path):
        await telegram.until_all_confirmed(within=20)
    assert lost(telegram, asked) == 0
    assert repeated(telegram) <= fault.struck


async def test_a_bot_that_is_not_the_only_one_ends_with_a_sentence(
    telegram: TelegramDouble, tmp_path: Path
) -> None:
    telegram.faults.add(
        Fault(
            methods=("getUpdates",),
            status=409,
            description="Conflict: terminated by other getUpdates request; "
            "make sure that only one bot instance is running",
        )
    )
    bot = EchoBot(telegram, tmp_path, conflict_pause=0.01)
    with pytest.raises(ConflictError, match="stop one of the two"):
        async with bot:
            await bot.ended()
    assert len(telegram.calls_at["getUpdates"]) == 5


async def test_a_stranger_that_polls_again_and_again_ends_the_bot_with_a_sentence(
    telegram: TelegramDouble, tmp_path: Path
) -> None:
    """Telegram tells all but the first conflict late, to both."""
    telegram.receiving.conflict_delay = 0.05
    url = f"{telegram.root}/bot{telegram.token}/getUpdates?timeout=20"

    async def poll_as_a_stranger() -> None:
        async with aiohttp.ClientSession() as http:
            while True:
                async with http.post(url):
                    pass

    bot = EchoBot(telegram, tmp_path, conflict_pause=0.01)
    stranger = asyncio.create_task(poll_as_a_stranger())
    try:
        with pytest.raises(ConflictError, match="stop one of the two"):
            async with bot:
                await bot.ended()
    finally:
        stranger.cancel()


async def test_a_conflict_now_and_then_is_lived_with(
    telegram: TelegramDouble, tmp_path: Path
) -> None:
    """As when another instance is only just being replaced."""
    telegram.faults.add(
        Fault(methods=("getUpdates",), times=4, status=409, description="Conflict: terminated")
    )
    ann = telegram.person()
    async with EchoBot(telegram, tmp_path, conflict_pause=0.01):
        ann.writes("hello")
        await telegram.answer_to(ann.chat)


@pytest.mark.parametrize("moment", ["at start", "while polling", "while sending"])
async def test_a_revoked_token_ends_the_bot_with_a_sentence(
    telegram: TelegramDouble, tmp_path: Path, moment: str
) -> None:
    if moment != "while polling":
        telegram.person().writes("hello")
    if moment == "at start":
        telegram.revoked = True
    else:
        method = "getUpdates" if moment == "while polling" else "sendMessage"
        telegram.faults.add(Fault(methods=(method,), status=401, description="Unauthorized"))
    bot = EchoBot(telegram, tmp_path)
    with pytest.raises(TokenRefusedError, match="BotFather") as raised:
        async with bot:
            await bot.ended()
    assert telegram.token not in str(raised.value)
    assert telegram.sent == []


async def test_a_webhook_left_behind_is_taken_away(
    telegram: TelegramDouble, tmp_path: Path
) -> None:
    telegram.receiving.webhook = "https://bot.example/hook"
    ann = telegram.person()
    async with EchoBot(telegram, tmp_path):
        ann.writes("hello")
        await telegram.answer_to(ann.chat)
