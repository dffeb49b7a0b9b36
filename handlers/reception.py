"""What to say to a Telegram message, or by which rule to say nothing; sends nothing itself."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import replace

from telegram import Message
from telegram.constants import ChatType

from handlers.addressing import Addressed, Bot, Rule, addressed, exchange_replied_to, names_bot
from handlers.commands import Request
from handlers.conversations import Conversations
from handlers.desk import NO_WORDS, SCOPE, TOO_MUCH, Desk
from handlers.entities import words_of
from handlers.flood import Admission, Flood
from handlers.said import Audience, Said
from knowledge import Exchange

_PLEASANTRIES = frozenset({"greeting", "thanks", "farewell", "praise"})
"""Small talk that gets no answer in a group, where a bot's manners are noise."""


class Reception:
    """Takes messages to the desk, and remembers what each conversation was about."""

    def __init__(
        self, desk: Desk, conversations: Conversations, flood: Flood | None = None
    ) -> None:
        """Answers from `desk`; keeps the last exchanges in `conversations`, and to `flood`."""
        self._desk = desk
        self._conversations = conversations
        self._flood = flood

    def receive(self, message: Message, bot: Bot) -> Said | Rule:
        """What `bot` says to `message`, or the rule by which it says nothing."""
        private = message.chat.type == ChatType.PRIVATE
        text, _ = words_of(message)
        if not text and (not private or message.effective_attachment is None):
            return Rule.NO_WORDS
        asked = addressed(message, bot, private=private)
        if isinstance(asked, Rule):
            return asked
        admission = self._admission(message, private=private)
        if admission is Admission.SILENCE:
            return Rule.FLOOD
        key = _conversation(message)
        request = Request(
            words=asked.words,
            language_code=message.from_user.language_code if message.from_user else None,
            audience=Audience.PRIVATE if private else Audience.GROUP,
            claim=asked.claim,
            after=self._before(message, bot, key),
            bot=bot.username,
        )
        if admission is Admission.LAST_WORD:
            return self._desk.page(TOO_MUCH, request)
        said = self._said(message, bot, asked, request)
        if isinstance(said, Said) and key is not None:
            self._conversations.remember(key, said.exchange)
        return said

    def _said(self, message: Message, bot: Bot, asked: Addressed, request: Request) -> Said | Rule:
        group = request.audience is Audience.GROUP
        if asked.command is not None:
            known = self._desk.commands.knows(asked.command)
            if group and not known and not names_bot(message, bot):
                return Rule.OTHERS_COMMAND
            return self._desk.commands.run(asked.command, request)
        # A bare mention below somebody's message asks about that message.
        words = asked.words or asked.claim
        if not words:
            typed, _ = words_of(message)
            if typed:
                return self._desk.page(SCOPE, request)
            return self._desk.page(NO_WORDS, request)
        said = self._desk.ask(replace(request, words=words))
        if group and said.small_talk in _PLEASANTRIES:
            return Rule.PLEASANTRY
        return said

    def _admission(self, message: Message, *, private: bool) -> Admission:
        if self._flood is None:
            return Admission.ANSWER
        # Who writes as a group or a channel shares one Telegram user with all who do.
        author = message.sender_chat or message.from_user
        return self._flood.admit(
            author.id if author else None, None if private else message.chat.id
        )

    def _before(self, message: Message, bot: Bot, key: Hashable | None) -> Exchange | None:
        linked = exchange_replied_to(message, bot, self._desk.knowledge)
        last = self._conversations.last(key) if key is not None else None
        # The reply may be to the last answer: then memory knows its question too.
        if linked is None or (last is not None and linked.facts[0] in last.facts):
            return last
        return linked


def _conversation(message: Message) -> Hashable | None:
    # Anonymous admins share one identity, as do people writing as a channel: no memory of them.
    if message.from_user is None or message.sender_chat is not None:
        return None
    return message.chat.id, message.from_user.id
