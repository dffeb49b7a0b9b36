"""Which handler takes which update: the whole list, in one place."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import Any, TypeAlias, cast

from telegram import Update
from telegram.ext import (
    Application,
    CallbackQueryHandler,
    ChatMemberHandler,
    ContextTypes,
    InlineQueryHandler,
    MessageHandler,
    TypeHandler,
    filters,
)

from handlers.cards import Cards
from handlers.conversations import Conversations
from handlers.desk import Desk
from handlers.flood import Allowance, Flood
from handlers.guests import Guests
from handlers.inline import Inline
from handlers.memberships import Memberships
from handlers.messages import Messages
from handlers.outcome import Ended, declined, reporting
from handlers.posting import Posting
from handlers.presses import Notebook, Presses
from handlers.reception import Reception
from handlers.sending import Sender
from handlers.showing import Showing
from state.feedback import Feedback
from state.file_ids import FileIds
from state.questions import Questions

Callback: TypeAlias = Callable[[Update, ContextTypes.DEFAULT_TYPE], Coroutine[Any, Any, Ended]]


def register(
    application: Application[Any, Any, Any, Any, Any, Any],
    desk: Desk,
    allowance: Allowance | None = None,
    file_ids: FileIds | None = None,
    notebook: Notebook | None = None,
) -> None:
    """Adds the handlers, which answer from `desk` within `allowance`, to `application`.

    `file_ids` tells which pictures Telegram has; without it, that's known of this process alone.
    `notebook` keeps what is pressed; without it, nothing is.

    All stand in one handler group, where the first that takes an update is the only one: none
    answers twice.
    """
    file_ids = file_ids or FileIds()
    conversations, flood = Conversations(), Flood(allowance)
    reception = Reception(desk, conversations, flood)
    sender = Sender(desk.knowledge.picture, file_ids)
    showing = Showing(desk, sender)
    messages = Messages(reception, sender, showing)
    posting = Posting(desk, file_ids)
    guests = Guests(reception, posting)
    inline = Inline(Cards(desk, posting), posting)
    notebook = notebook or Notebook(Feedback(), Questions())
    presses = Presses(desk, sender, showing, conversations, flood, notebook)
    memberships = Memberships(desk, sender)
    application.add_handlers(
        [
            # UpdateType.MESSAGE leaves out edited messages, channel posts and guest messages.
            MessageHandler(filters.UpdateType.MESSAGE, _reported(messages.answer)),
            MessageHandler(filters.UpdateType.GUEST_MESSAGE, _reported(guests.answer)),
            InlineQueryHandler(_reported(inline.answer)),
            CallbackQueryHandler(_reported(presses.answer)),
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
