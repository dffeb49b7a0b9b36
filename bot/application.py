"""Builds python-telegram-bot's Application: its handlers and calls, not its own receiving."""

from __future__ import annotations

from typing import Any, TypeAlias

from telegram import LinkPreviewOptions
from telegram.constants import ParseMode
from telegram.ext import Application, CallbackContext, Defaults

from bot.endings import SettingsError
from bot.limits import Limits, SendingLimits
from bot.settings import Settings
from bot.telegram_time import TelegramTime
from bot.transport import AiohttpRequest
from handlers.outcome import report_error

BotApplication: TypeAlias = Application[Any, Any, Any, Any, Any, Any]

POLLING_CONNECTIONS = 4
"""A poll that hangs takes its connection with it; with a single one, that would be the end."""
SENDING_CONNECTIONS = 128
"""Twice the chats that are answered side by side."""


def build_application(
    settings: Settings, polling: AiohttpRequest, time: TelegramTime, answer: float
) -> BotApplication:
    """The application for `settings`, not yet initialised and without handlers.

    `polling` is opened and closed with it, and kept apart from what is sent. `time` learns from
    the answers, of which each may take `answer` seconds.

    Raises `SettingsError` without a token.
    """
    if settings.telegram_bot_token is None:
        raise SettingsError("TELEGRAM_BOT_TOKEN isn't set: ask @BotFather for one with /newbot.")
    root = settings.telegram_api_url
    application = (
        Application.builder()
        .token(settings.telegram_bot_token.get_secret_value())
        .base_url(f"{root}/bot")
        .base_file_url(f"{root}/file/bot")
        .request(
            AiohttpRequest(
                root, connections=SENDING_CONNECTIONS, read_timeout=answer, heard=time.heard
            )
        )
        .get_updates_request(polling)
        .defaults(
            Defaults(
                parse_mode=ParseMode.HTML,
                link_preview_options=LinkPreviewOptions(is_disabled=True),
            )
        )
        .rate_limiter(
            SendingLimits(
                Limits(
                    settings.telegram_sends_per_second,
                    settings.telegram_sends_per_chat_second,
                    settings.telegram_sends_per_group_minute,
                )
            )
        )
        .updater(None)
        .job_queue(None)
        .build()
    )
    application.add_error_handler(_leave_to_receiver)
    return application


async def _leave_to_receiver(update: object, context: CallbackContext[Any, Any, Any, Any]) -> None:
    if context.error is not None:
        report_error(context.error)
