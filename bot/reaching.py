"""Calls to Telegram that are made until they come through, or it says no for good."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable

from telegram.error import BadRequest, InvalidToken, RetryAfter, TelegramError

from bot.application import BotApplication
from bot.endings import ConflictError, SettingsError, TokenRefusedError
from bot.logs import where
from bot.pace import Pace
from bot.watchdog import rest
from bot.webhook_settings import WebhookSettings
from handlers.persisting import seconds

MOST_CHANGES = 5
"""Looks in a row that found another webhook than ours; as many as conflicts between two polls."""

_log = logging.getLogger(__name__)


async def reach(
    call: Callable[[], Awaitable[object]], pace: Pace, finished: Callable[[], None]
) -> None:
    """Make `call` until Telegram takes it; `finished()` is called whenever somebody answers.

    Raises `TokenRefusedError`, and what `call` raises that isn't Telegram's.
    """
    pause = pace.first_pause
    while True:
        try:
            await call()
            return
        except InvalidToken:
            raise TokenRefusedError from None
        except RetryAfter as error:
            wait = seconds(error.retry_after)
            _log.warning("Telegram asks to be called again in %.0f s", wait)
        except TelegramError as error:
            wait, pause = pause, min(2 * pause, pace.longest_pause)
            _log.warning("Telegram can't be reached (%s), next try in %.1f s", where(error), wait)
        # The network's own no is an answer too; a supervisor's restart wouldn't mend it.
        await rest(wait, pace.silence, finished)


async def log_in(application: BotApplication, pace: Pace, finished: Callable[[], None]) -> None:
    """Learn who the bot is. Raises `TokenRefusedError`."""
    await reach(application.initialize, pace, finished)


async def take_webhook_away(
    application: BotApplication, pace: Pace, finished: Callable[[], None]
) -> None:
    """Telegram gives a bot's updates either way, and not both. Raises `TokenRefusedError`."""
    await reach(lambda: application.bot.delete_webhook(drop_pending_updates=False), pace, finished)


async def keep_webhook(
    application: BotApplication,
    webhook: WebhookSettings,
    kinds: tuple[str, ...],
    at_once: int,
    pace: Pace,
    finished: Callable[[], None],
) -> None:
    """Have Telegram deliver updates of `kinds`, at most `at_once` side by side, until cancelled.

    Whoever takes the webhook away, or puts another in its place, isn't told of ours, nor are we
    of theirs: so Telegram is asked now and then, and told anew.

    Raises `SettingsError` where Telegram won't deliver to such an address, `ConflictError` where
    somebody changes it again and again, and `TokenRefusedError`.
    """

    async def set_ours() -> None:
        try:
            await application.bot.set_webhook(
                webhook.url,
                secret_token=webhook.secret,
                max_connections=at_once,
                allowed_updates=kinds,
                drop_pending_updates=False,
            )
        except BadRequest as error:
            raise SettingsError(
                f"Telegram won't deliver to TELEGRAM_WEBHOOK_URL: {error.message}."
            ) from None
        _log.info("Telegram delivers to the webhook")

    changes = 0
    await reach(set_ours, pace, finished)
    while True:
        await asyncio.sleep(pace.look)
        try:
            found = await application.bot.get_webhook_info()
        except InvalidToken:
            raise TokenRefusedError from None
        except TelegramError:
            continue  # Nothing is known; the next look will tell.
        if found.url == webhook.url:
            changes = 0
            continue
        changes += 1
        if changes == MOST_CHANGES:
            raise ConflictError(
                "Somebody keeps changing this bot's webhook: stop whatever runs elsewhere with "
                "the same token, or revoke the token with @BotFather."
            )
        _log.warning("another program with the same token changed the webhook")
        await reach(set_ours, pace, finished)
