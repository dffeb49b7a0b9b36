"""By webhook as by polling: a 200 is given once an update has its outcome, and not before."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from io import BytesIO
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from bot.endings import SettingsError, TokenRefusedError
from tests.bot.echo import EchoBot
from tests.bot.processes import BotProcess
from tests.bot.test_dying import SLOW, ask, lost, repeated
from tests.bot.test_receiving import BOT_ID, counted
from tests.telegram_double import Fault, TelegramDouble

SECRET = "s" * 40
HEADER = {"X-Telegram-Bot-Api-Secret-Token": SECRET}
URL = "https://bot.example/hook"


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def hooked(telegram: TelegramDouble) -> dict[str, Any]:
    """Settings of a webhook that `telegram` can reach."""
    port = free_port()
    telegram.deliveries.proxied = f"http://127.0.0.1:{port}"
    return {
        "telegram_webhook_url": URL,
        "telegram_webhook_secret": SECRET,
        "telegram_webhook_listen": f"127.0.0.1:{port}",
    }


@asynccontextmanager
async def webhook_bot(
    telegram: TelegramDouble, folder: Path, **pace: float
) -> AsyncIterator[EchoBot]:
    """The echoing bot behind a webhook, once Telegram knows of it."""
    async with EchoBot(telegram, folder, hooked(telegram), **pace) as bot:
        await telegram.until(lambda: telegram.receiving.webhook == URL)
        yield bot


async def deliver(telegram: TelegramDouble, body: Any, **more: Any) -> int:
    """The status that a delivery gets."""
    url = f"{telegram.deliveries.proxied}/hook"
    given = {"headers": HEADER, **more}
    data = {"json": body} if isinstance(body, dict) else {"data": body}
    async with aiohttp.ClientSession() as http, http.post(url, **data, **given) as answer:
        return answer.status


async def test_a_delivery_is_answered_before_its_200(
    telegram: TelegramDouble, tmp_path: Path
) -> None:
    ann = telegram.person()
    async with webhook_bot(telegram, tmp_path) as bot:
        asked = ann.writes("hello")
        await telegram.answer_to(ann.chat)
        await telegram.until_all_confirmed()
    assert telegram.deliveries.attempts == [(asked.update_id, 200)]
    assert counted(bot) == {"answered": 1}
    assert "getUpdates" not in telegram.calls_at


@pytest.mark.parametrize("headers", [{}, {"X-Telegram-Bot-Api-Secret-Token": SECRET[:-1] + "é"}])
async def test_who_does_not_know_the_secret_is_refused(
    telegram: TelegramDouble, tmp_path: Path, headers: dict[str, str]
) -> None:
    async with webhook_bot(telegram, tmp_path) as bot:
        assert await deliver(telegram, {"update_id": 1}, headers=headers) == 403
    assert counted(bot) == {}


async def test_what_is_no_update_is_refused(telegram: TelegramDouble, tmp_path: Path) -> None:
    async with webhook_bot(telegram, tmp_path) as bot:
        bodies = [b"", b"[1]", b"{", b"[" * 100_000, b'{"update_id": "7"}', b"\xff\xfe", b"{}"]
        assert {await deliver(telegram, body) for body in bodies} == {400}
        assert await deliver(telegram, BytesIO(b"x" * (10 * 2**20))) == 413
        async with aiohttp.ClientSession() as http:
            for path, status in (("/hook", 405), ("/", 404), ("/healthz", 200)):
                async with http.get(telegram.deliveries.proxied + path) as answer:
                    assert answer.status == status
    assert counted(bot) == {}


async def test_a_delivery_repeated_is_not_answered_twice(
    telegram: TelegramDouble, tmp_path: Path
) -> None:
    ann = telegram.person()
    async with webhook_bot(telegram, tmp_path):
        asked = ann.writes("hello")
        await telegram.until_all_confirmed()
        again = {"update_id": asked.update_id, "message": asked.message}
        assert await deliver(telegram, again) == 200
    assert len(telegram.sent) == 1


async def test_what_is_still_in_hand_is_to_come_again(
    telegram: TelegramDouble, tmp_path: Path
) -> None:
    ann, bob = telegram.person(1), telegram.person(2)
    slow = telegram.faults.flood(0.6, chats={ann.chat.id}, times=1)
    async with webhook_bot(telegram, tmp_path, deliver=0.1):
        asked = ann.writes("slowly")
        await telegram.until(lambda: slow.struck == 1)
        bob.writes("quickly")
        await telegram.answer_to(bob.chat)
        await telegram.until_all_confirmed()
    statuses = [status for number, status in telegram.deliveries.attempts
                if number == asked.update_id]  # fmt: skip
    assert statuses[0] == 503
    assert statuses[-1] == 200
    assert [one.text for one in telegram.sent] == ["quickly", "slowly"]


async def test_what_is_parked_is_taken_and_what_cannot_be_kept_is_not(
    telegram: TelegramDouble, tmp_path: Path
) -> None:
    ann = telegram.person()
    telegram.faults.flood(0.8, times=1)
    async with webhook_bot(telegram, tmp_path) as bot:
        ann.writes("hold this")
        await telegram.until_all_confirmed()
        assert bot.ledger.counts(BOT_ID) == {("parked", None): 1}
        await telegram.answer_to(ann.chat)
    (tmp_path / "file").touch()
    telegram.faults.flood(0.8, times=1)
    async with webhook_bot(telegram, tmp_path / "file", deliver=0.1):
        asked = ann.writes("hold that")
        await telegram.answer_to(ann.chat, 2)
        await telegram.until_all_confirmed()
    assert (asked.update_id, 503) in telegram.deliveries.attempts


async def test_an_address_that_telegram_refuses_ends_the_bot_with_a_sentence(
    telegram: TelegramDouble, tmp_path: Path
) -> None:
    reserved = "Bad Request: bad webhook: IP address is reserved"
    telegram.faults.add(Fault(methods=("setWebhook",), status=400, description=reserved))
    bot = EchoBot(telegram, tmp_path, hooked(telegram))
    with pytest.raises(SettingsError, match="TELEGRAM_WEBHOOK_URL: Bad webhook"):
        async with bot:
            await bot.ended()


async def test_a_token_revoked_while_sending_ends_the_bot_and_the_update_comes_again(
    telegram: TelegramDouble, tmp_path: Path
) -> None:
    refused = telegram.faults.add(Fault(status=401, description="Unauthorized"))
    ann = telegram.person()
    asked = ann.writes("hello")
    bot = EchoBot(telegram, tmp_path, hooked(telegram))
    with pytest.raises(TokenRefusedError):
        async with bot:
            await bot.ended()
    assert telegram.updates.waiting() == [asked.update_id]
    refused.times = 0
    async with webhook_bot(telegram, tmp_path):
        await telegram.answer_to(ann.chat)


async def test_a_port_that_is_taken_ends_the_bot_with_a_sentence(
    telegram: TelegramDouble, tmp_path: Path
) -> None:
    settings = hooked(telegram)
    async with await asyncio.start_server(
        lambda *_: None, "127.0.0.1", int(settings["telegram_webhook_listen"].split(":")[1])
    ):
        bot = EchoBot(telegram, tmp_path, settings)
        with pytest.raises(SettingsError, match="TELEGRAM_WEBHOOK_LISTEN"):
            async with bot:
                await bot.ended()


@pytest.mark.parametrize(("code", "repeats"), [(-9, 30), (0, 0)], ids=["killed", "stopped"])
async def test_ended_under_load_a_webhook_loses_nothing_and_repeats_only_what_was_in_flight(
    telegram: TelegramDouble, tmp_path: Path, code: int, repeats: int
) -> None:
    telegram.faults.add(SLOW)
    asked = ask(telegram, chats=30, each=4)
    environment = {name.upper(): value for name, value in hooked(telegram).items()}
    async with BotProcess(telegram, tmp_path, environment=environment) as bot:
        await telegram.until(lambda: len(telegram.sent) >= 50)
        bot.terminate() if code == 0 else bot.kill()
        assert await bot.ended() == code
    async with BotProcess(telegram, tmp_path, environment=environment) as bot:
        await telegram.until_all_confirmed(within=20)
        bot.terminate()
        await bot.ended()
    assert lost(telegram, asked) == 0
    assert repeated(telegram) <= repeats
    assert SECRET not in bot.output
