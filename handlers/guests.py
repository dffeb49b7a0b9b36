"""Guest mode: the bot is called by name in a chat that it's no member of, and gets one reply."""

from __future__ import annotations

from functools import partial

from telegram import Message, Update
from telegram.ext import ContextTypes

from handlers.addressing import Bot, Rule
from handlers.outcome import Ended, by_rule, declined
from handlers.posting import Posting
from handlers.queries import GUEST_KEPT, answer_query
from handlers.reception import Reception
from handlers.results import plain_result_of, result_of
from handlers.said import Said


class Guests:
    """Answers where the bot is a guest, with what its reception says."""

    def __init__(self, reception: Reception, posting: Posting) -> None:
        """Asks `reception` what to say, and has `posting` make it fit."""
        self._reception = reception
        self._posting = posting

    async def answer(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> Ended:
        """Replies to a message that calls the bot, in a group's short form."""
        message = update.guest_message
        if message is None:
            return declined("no guest message")
        bot = Bot.of(context.bot)
        said = self._reception.receive(message, bot, guest=True)
        if isinstance(said, Rule):
            return declined(said.value)
        ended = await answer_call(message, *self._posting.fit(said, bot))
        return by_rule(ended, said.declined)


async def answer_call(message: Message, said: Said, file_id: str | None = None) -> Ended:
    """Post `said` below a guest message, which Telegram takes once; `file_id` is a picture's.

    Returns and raises what `answer_query` does.
    """
    query = message.guest_query_id
    if query is None:
        return declined("no guest message")
    bot = message.get_bot()
    # Nobody sees identity and title here, but a result can't be without.
    shown = {"identity": "answer", "title": bot.first_name}
    return await answer_query(
        partial(
            bot.answer_guest_query, query, result_of(said, bot.username, file_id=file_id, **shown)
        ),
        partial(bot.answer_guest_query, query, plain_result_of(said, **shown)),
        "guest query",
        GUEST_KEPT,
    )
