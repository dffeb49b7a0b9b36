"""A bot that echoes, as a process of its own: what the receiver's tests stop, kill and start again.

    python -m tests.bot.echo_process [--wrong]

`--wrong` confirms updates before they are answered: the proofs must find that out.
"""

from __future__ import annotations

import asyncio
import dataclasses
import json
import os
import sys
from typing import Any

from telegram import Update
from telegram.ext import Application, CallbackContext, MessageHandler, filters

from bot import receiving
from bot.endings import EndingError
from bot.logs import set_up_logs
from bot.pace import Pace
from bot.running import run
from bot.settings import load_settings
from bot.window import Naming, Window
from handlers.outcome import Ended, declined, reporting
from handlers.sending import send_reply
from state.database import StateDatabase
from state.ledger import Ledger

Context = CallbackContext[Any, Any, Any, Any]


class WrongWindow(Window):
    """Confirms what it has been given, as python-telegram-bot's own polling does."""

    def name(self) -> Naming:
        """All that was taken, finished or not."""
        last = max([*self._taken, *self._done], default=None)
        return Naming(self._offset if last is None else last + 1, tuple(self._done))


async def echo(update: Update, context: Context) -> Ended:
    """Answer with the same words; some words make it misbehave."""
    message = update.effective_message
    if message is None or message.text is None:
        return declined("no words")
    if message.text.startswith("raise"):
        raise ValueError("a handler that raises")
    if message.text == "<b>broken":
        return await send_reply(message, message.text, quote_question=False)
    return await send_reply(message, f"<i>{message.text}</i>", quote_question=False)


async def apologise(update: Update) -> None:
    """Say sorry."""
    if update.effective_message is not None:
        await send_reply(update.effective_message, "sorry", quote_question=False)


def register(application: Application[Any, Any, Any, Any, Any, Any]) -> None:
    """Add the one handler."""
    application.add_handler(MessageHandler(filters.ALL, reporting(echo)))


async def main() -> None:
    """Run until told to stop."""
    settings = load_settings()
    assert settings.telegram_bot_token is not None
    set_up_logs((settings.telegram_bot_token.get_secret_value(),))
    if "--wrong" in sys.argv:
        receiving.Window = WrongWindow  # type: ignore[misc]
    pace = dataclasses.replace(Pace(), **json.loads(os.environ.get("ECHO_PACE", "{}")))
    database = StateDatabase(settings.state_db)
    await run(settings, register, Ledger(database), apologise=apologise, pace=pace)
    database.close()


if __name__ == "__main__":
    try:
        asyncio.run(main())
    except EndingError as ending:
        print(ending, file=sys.stderr)  # noqa: T201
        sys.exit(ending.code)
