"""Which handler takes which update: the whole list, in one place."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import Any, TypeAlias, cast

from telegram import Update
from telegram.ext import (
    Application,
    ChatMemberHandler,
    ContextTypes,
    MessageHandler,
    TypeHandler,
    filters,
)

from handlers.conversations import Conversations
from handlers.desk import Desk
from handlers.flood import Allowance, Flood
from handlers.memberships import Memberships
from handlers.messages import Messages
from handlers.outcome import Ended, declined, reporting
from handlers.reception import Reception

Callback: TypeAlias = Callable[[Update, ContextTypes.DEFAULT_TYPE], Coroutine[Any, Any, Ended]]


def register(
    application: Application[Any, Any, Any, Any, Any, Any],
    desk: Desk,
    allowance: Allowance | None = None,
) -> None:
    """Adds the handlers, which answer from `desk` within `allowance`, to `application`.

    All stand in one handler group, where the first that takes an update is the only one: none
    answers twice.
    """
    messages = Messages(Reception(desk, Conversations(), Flood(allowance)))
    memberships = Memberships(desk)
    application.add_handlers(
        [
            # UpdateType.MESSAGE leaves out edited messages, channel posts and guest messages.
            MessageHandler(filters.UpdateType.MESSAGE, _reported(messages.answer)),
            ChatMemberHandler(_reported(memberships.changed), ChatMemberHandler.MY_CHAT_MEMBER),
            TypeHandler(Update, _reported(leave)),
        ]
    )


def _reported(handler: Callback) -> Callback:
    # python-telegram-bot asks for a coroutine by type, where `reporting` promises an awaitable.
    return cast(Callback, reporting(handler))


async def leave(update: Update, context: ContextTypes.DEFAULT_TYPE) -> Ended:
    """Declines what no other handler takes, such as edited messages and channel posts."""
    return declined("no handler for it")
