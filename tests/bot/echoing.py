"""What an echoing bot does with an update; some words make it misbehave."""

from __future__ import annotations

import os
import signal
import threading
from functools import partial
from typing import Any

from telegram import Bot, Update
from telegram.ext import Application, CallbackContext, MessageHandler, filters

from handlers.outcome import Ended, Held, declined, reporting
from handlers.persisting import PATIENCE, Patience
from handlers.reply import Reply, Words, line
from handlers.said import Said
from handlers.sending import Sender

QUICK = Patience(first_pause=0.01, longest_pause=0.1, hold=0.05)

Context = CallbackContext[Any, Any, Any, Any]

go_on = threading.Event()
"""What "stall" waits for; nothing else runs meanwhile, in a loop that serves all."""


def said(text: str, again: str = "") -> Said:
    """The same words in bold."""
    return Said(Reply((line(Words(text, bold=True)),)), "en", again=again)


async def echo(update: Update, context: Context, patience: Patience = PATIENCE) -> Ended:
    """Answer in bold with the same words; some words make it misbehave."""
    message = update.effective_message
    if message is None or message.text is None:
        return declined("no words")
    if message.text.startswith("raise"):
        raise ValueError(f"raised over {message.text}")
    if message.text.startswith("die"):
        os.kill(os.getpid(), signal.SIGKILL)
    if message.text.startswith("stall"):
        go_on.wait(60)
    if message.text.startswith("answer and raise"):
        await Sender(patience=patience).reply(message, said(message.text), quote_question=False)
        raise ValueError(f"raised over {message.text}")
    again = message.text if message.text.startswith("hold") else ""
    return await Sender(patience=patience).reply(
        message, said(message.text, again), quote_question=False
    )


async def resume(bot: Bot, held: Held) -> Ended:
    """Echo what was held back."""
    return await Sender(patience=QUICK).resume(bot, held, said(held.again, held.again))


async def apologise(update: Update) -> None:
    """Say sorry."""
    if update.effective_message is not None:
        await Sender().reply(update.effective_message, said("sorry"), quote_question=False)


def register(
    application: Application[Any, Any, Any, Any, Any, Any], patience: Patience = PATIENCE
) -> None:
    """Add the one handler."""
    application.add_handler(
        MessageHandler(filters.ALL, reporting(partial(echo, patience=patience)))
    )
