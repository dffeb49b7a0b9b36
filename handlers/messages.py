"""Messages from people, private and in groups: each is answered, or declined by a rule."""

from __future__ import annotations

from telegram import Update
from telegram.constants import ChatType
from telegram.ext import ContextTypes

from handlers.addressing import Bot, Rule
from handlers.outcome import Ended, Outcome, declined
from handlers.reception import Reception
from handlers.sending import send_reply


class Messages:
    """Sends what the reception says."""

    def __init__(self, reception: Reception) -> None:
        """Asks `reception` what to say."""
        self._reception = reception

    async def answer(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> Ended:
        """Replies to a message that is for the bot; in a group as a reply to the question."""
        message = update.message
        if message is None:
            return declined("no message")
        bot = Bot(context.bot.id, context.bot.username)
        said = self._reception.receive(message, bot)
        if isinstance(said, Rule):
            return declined(said.value)
        in_group = message.chat.type != ChatType.PRIVATE
        html = said.reply.html(bot.username)
        ended = await send_reply(message, html, quote_question=in_group, again=said.again)
        if ended.outcome is Outcome.ANSWERED and said.declined is not None:
            ended = declined(said.declined)
        return ended
