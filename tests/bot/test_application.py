"""The application sends as every message of the bot is sent, whoever of us calls it."""

from __future__ import annotations

from pydantic import SecretStr

from bot.application import POLLING_CONNECTIONS, build_application
from bot.settings import Settings
from bot.telegram_time import TelegramTime
from bot.transport import AiohttpRequest
from tests.telegram_double import TelegramDouble


async def test_what_is_sent_without_more_is_html_without_a_preview(
    telegram: TelegramDouble,
) -> None:
    settings = Settings(
        telegram_bot_token=SecretStr(telegram.token), telegram_api_url=telegram.root
    )
    polling = AiohttpRequest(telegram.root, connections=POLLING_CONNECTIONS, read_timeout=5)
    application = build_application(settings, polling, TelegramTime(), 5)
    async with application:
        await application.bot.send_message(
            telegram.person().chat.id, '<a href="https://t.me/x">a link</a>'
        )
    [sent] = telegram.sent
    assert sent.text == "a link"
    assert telegram.violations == []
