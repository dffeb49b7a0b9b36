"""Others with the token change the webhook: it's set anew, and not for ever."""

from __future__ import annotations

import json
from pathlib import Path

import aiohttp
import pytest

from bot.endings import ConflictError, TokenRefusedError
from tests.bot.echo import EchoBot
from tests.bot.test_webhook import URL, hooked, webhook_bot
from tests.telegram_double import Fault, TelegramDouble

NO_WEBHOOK = json.dumps(
    {
        "ok": True,
        "result": {"url": "", "has_custom_certificate": False, "pending_update_count": 0},
    }
).encode()


async def call_as_a_stranger(telegram: TelegramDouble, method: str) -> None:
    """What somebody does who has the token too."""
    url = f"{telegram.root}/bot{telegram.token}/{method}"
    async with aiohttp.ClientSession() as http, http.post(url) as answer:
        assert answer.ok


@pytest.mark.parametrize(
    "method", ["deleteWebhook", "setWebhook?url=https://elsewhere.example/hook"]
)
async def test_a_webhook_that_a_stranger_changed_is_set_anew(
    telegram: TelegramDouble, tmp_path: Path, method: str
) -> None:
    ann = telegram.person()
    telegram.faults.add(Fault(methods=("getWebhookInfo",), status=502, times=7))
    async with webhook_bot(telegram, tmp_path, look=0.01):
        await call_as_a_stranger(telegram, method)
        telegram.deliveries.end()
        await telegram.until(lambda: telegram.receiving.webhook == URL)
        ann.writes("still there?")
        await telegram.answer_to(ann.chat)


async def test_a_webhook_that_telegram_does_not_take_so_soon_is_set_in_time(
    telegram: TelegramDouble, tmp_path: Path
) -> None:
    """A stranger's was set just before."""
    telegram.receiving.between_webhooks = 0.5
    await call_as_a_stranger(telegram, "setWebhook?url=https://elsewhere.example/hook")
    ann = telegram.person()
    async with webhook_bot(telegram, tmp_path):
        ann.writes("hello")
        await telegram.answer_to(ann.chat)


async def test_a_webhook_that_is_changed_now_and_then_is_lived_with(
    telegram: TelegramDouble, tmp_path: Path
) -> None:
    looks = telegram.calls_at.setdefault("getWebhookInfo", [])
    async with webhook_bot(telegram, tmp_path, look=0.01):
        for _ in range(2):
            changed = telegram.faults.add(
                Fault(methods=("getWebhookInfo",), body=NO_WEBHOOK, times=4)
            )
            await telegram.until(lambda: changed.times == 0)  # noqa: B023
            before = len(looks)
            await telegram.until(lambda: len(looks) > before + 1)  # noqa: B023
    assert len(telegram.calls_at["setWebhook"]) == 9


async def test_a_webhook_that_is_changed_again_and_again_ends_the_bot_with_a_sentence(
    telegram: TelegramDouble, tmp_path: Path
) -> None:
    looks = telegram.faults.add(Fault(methods=("getWebhookInfo",), body=NO_WEBHOOK))
    bot = EchoBot(telegram, tmp_path, hooked(telegram), look=0.01)
    with pytest.raises(ConflictError, match="changing this bot's webhook: stop whatever runs"):
        async with bot:
            await bot.ended()
    assert looks.struck == len(telegram.calls_at["setWebhook"]) == 5


async def test_a_token_revoked_while_nothing_comes_ends_the_bot(
    telegram: TelegramDouble, tmp_path: Path
) -> None:
    telegram.faults.add(Fault(methods=("getWebhookInfo",), status=401, description="Unauthorized"))
    bot = EchoBot(telegram, tmp_path, hooked(telegram), look=0.01)
    with pytest.raises(TokenRefusedError):
        async with bot:
            await bot.ended()
