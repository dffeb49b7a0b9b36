"""The one line for a question that the bot itself failed at."""

from __future__ import annotations

from telegram import Update
from telegram.constants import ChatType

from handlers.addressing import Addressed, Bot, addressed
from handlers.catalogues import catalogue, spoken
from handlers.outcome import Ended, declined
from handlers.reply import Reply, line
from handlers.sending import send_reply


async def apologise(update: Update) -> Ended:
    """Says sorry to whoever asked; nothing where the update was no question to the bot."""
    message = update.message
    if message is None:
        return declined("no message")
    own = message.get_bot()
    private = message.chat.type == ChatType.PRIVATE
    asked = addressed(message, Bot(own.id, own.username), private=private)
    if not isinstance(asked, Addressed):
        return declined(asked.value)
    code = message.from_user.language_code if message.from_user else None
    return await send_reply(message, sorry(code), quote_question=not private)


def sorry(language_code: str | None) -> str:
    """The line itself, as HTML, for someone whose Telegram has `language_code`."""
    words = catalogue(spoken(language_code))
    said = words.say("Something went wrong on my side. Please ask again in a while.")
    return Reply((line(said),)).html()
