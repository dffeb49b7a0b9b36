"""The one line for a question that the bot itself failed at."""

from __future__ import annotations

from functools import partial

from telegram import CallbackQuery, Update
from telegram.constants import ChatType

from handlers.addressing import Addressed, Bot, addressed
from handlers.catalogues import catalogue, spoken
from handlers.guests import answer_call
from handlers.inline import answer_with_line
from handlers.outcome import Ended, declined
from handlers.queries import PRESS_KEPT, answer_query
from handlers.said import Said
from handlers.sending import Sender


async def apologise(update: Update) -> Ended:
    """Says sorry to whoever asked; nothing where the update was no question to the bot."""
    if update.callback_query is not None:
        return await _at_a_button(update.callback_query)
    if (query := update.inline_query) is not None:
        told = sorry(query.from_user.language_code)
        return await answer_with_line(query, told.reply.text())
    message = update.message or update.guest_message
    if message is None:
        return declined("no message")
    guest = update.guest_message is not None
    private = message.chat.type == ChatType.PRIVATE and not guest
    asked = addressed(message, Bot.of(message.get_bot()), private=private or guest)
    if not isinstance(asked, Addressed):
        return declined(asked.value)
    code = message.from_user.language_code if message.from_user else None
    if guest:
        return await answer_call(message, sorry(code))
    return await Sender().reply(message, sorry(code), quote_question=not private)


async def _at_a_button(query: CallbackQuery) -> Ended:
    told = sorry(query.from_user.language_code)
    chat = query.message.chat if query.message is not None else None
    if chat is not None and chat.type == ChatType.PRIVATE:
        # The button itself may have had its answer, and takes no second one.
        return await Sender().to_chat(query.get_bot(), chat.id, told)
    answer = partial(query.answer, told.reply.text())
    return await answer_query(answer, query.answer, "button", PRESS_KEPT)


def sorry(language_code: str | None) -> Said:
    """The line itself, for someone whose Telegram has `language_code`."""
    words = catalogue(spoken(language_code))
    told = words.say("Something went wrong on my side. Please ask again in a while.")
    return Said.in_a_line(told, words.language)
