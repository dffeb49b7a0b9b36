"""Calls at start, made until Telegram can be reached or says no for good."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable

from telegram.error import BadRequest, InvalidToken, RetryAfter, TelegramError

from bot.application import BotApplication
from bot.endings import SettingsError, TokenRefusedError
from bot.logs import where
from bot.pace import Pace
from bot.webhook_settings import WebhookSettings
from handlers.persisting import seconds

_log = logging.getLogger(__name__)


async def reach(
    call: Callable[[], Awaitable[object]], pace: Pace, finished: Callable[[], None]
) -> None:
    """Make `call` until Telegram takes it; `finished()` is called whenever somebody answers.

    Raises `TokenRefusedError`, and `BadRequest` where Telegram will never take it.
    """
    pause = pace.first_pause
    while True:
        try:
            await call()
            return
        except InvalidToken:
            raise TokenRefusedError from None
        except BadRequest:
            raise
        except RetryAfter as error:
            wait = seconds(error.retry_after)
        except TelegramError as error:
            wait, pause = pause, min(2 * pause, pace.longest_pause)
            _log.warning("Telegram can't be reached (%s), next try in %.1f s", where(error), wait)
        # The network's own no is an answer too; a supervisor's restart wouldn't mend it.
        finished()
        await asyncio.sleep(wait)


async def log_in(application: BotApplication, pace: Pace, finished: Callable[[], None]) -> None:
    """Learn who the bot is. Raises `TokenRefusedError`."""
    await reach(application.initialize, pace, finished)


async def take_webhook_away(
    application: BotApplication, pace: Pace, finished: Callable[[], None]
) -> None:
    """Telegram gives a bot's updates either way, and not both. Raises `TokenRefusedError`."""
    await reach(lambda: application.bot.delete_webhook(drop_pending_updates=False), pace, finished)


async def set_webhook(
    application: BotApplication,
    webhook: WebhookSettings,
    kinds: tuple[str, ...],
    at_once: int,
    pace: Pace,
    finished: Callable[[], None],
) -> None:
    """Have Telegram deliver updates of `kinds`, at most `at_once` side by side.

    Raises `SettingsError` where Telegram won't deliver to such an address.
    """
    try:
        await reach(
            lambda: application.bot.set_webhook(
                webhook.url,
                secret_token=webhook.secret,
                max_connections=at_once,
                allowed_updates=kinds,
                drop_pending_updates=False,
            ),
            pace,
            finished,
        )
    except BadRequest as error:
        raise SettingsError(
            f"Telegram won't deliver to TELEGRAM_WEBHOOK_URL: {error.message}."
        ) from None
    _log.info("Telegram delivers to the webhook")
