"""Answers that Telegram held back, made anew and sent."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable
from typing import TypeAlias

from telegram import Bot

from handlers.again import read_again
from handlers.apologies import sorry
from handlers.desk import Desk
from handlers.outcome import Ended, Held, Outcome
from handlers.sending import Sender

Resume: TypeAlias = Callable[[Bot, Held], Awaitable[Ended]]

_log = logging.getLogger(__name__)


def resuming(desk: Desk, sender: Sender) -> Resume:
    """What has `sender` send an answer that was held back, made anew by `desk`."""

    async def resume(bot: Bot, held: Held) -> Ended:
        try:
            said = desk.again(held.again, bot.username)
        except (LookupError, ValueError, TypeError) as error:
            # A new knowledge.db may have other facts, and a new bot other pages.
            _log.error("an answer that was held back can't be made anew: %s", type(error).__name__)
            sent = await sender.resume(bot, held, sorry(_language(held.again)))
            failed = Ended(Outcome.FAILED, "not made anew")
            return failed if sent.outcome is Outcome.ANSWERED else sent
        return await sender.resume(bot, held, said)

    return resume


def _language(kept: str) -> str | None:
    try:
        return read_again(kept).language
    except (KeyError, ValueError, TypeError):
        return None
