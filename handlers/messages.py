"""Messages from people, private and in groups: each is answered, or declined by a rule."""

from __future__ import annotations

from telegram import Update
from telegram.constants import ChatType
from telegram.ext import ContextTypes

from handlers.addressing import Bot, Rule
from handlers.letters import thread_of
from handlers.outcome import Ended, declined
from handlers.reception import Reception
from handlers.sending import Sender
from handlers.showing import Showing


class Messages:
    """Sends what the reception says."""

    def __init__(self, reception: Reception, sender: Sender, showing: Showing) -> None:
        """Asks `reception` what to say; has `sender` send it, or `showing` show it."""
        self._reception = reception
        self._sender = sender
        self._showing = showing

    async def answer(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> Ended:
        """Replies to a message that is for the bot; in a group as a reply to the question."""
        message = update.message
        if message is None:
            return declined("no message")
        said = self._reception.receive(message, Bot.of(context.bot))
        if isinstance(said, Rule):
            return declined(said.value)
        if said.shows is not None:
            # Its link is the button below a group's answer, which promises the article.
            return await self._showing.show_in_article(
                context.bot,
                message.chat_id,
                said.shows,
                said.language,
                thread_id=thread_of(message),
            )
        in_group = message.chat.type != ChatType.PRIVATE
        quote_question = in_group or said.quotes_question
        return await self._sender.reply(message, said, quote_question=quote_question)
