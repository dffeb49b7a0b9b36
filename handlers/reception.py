"""What to say to a Telegram message, or by which rule to say nothing; sends nothing itself."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import replace

from telegram import Message
from telegram.constants import ChatType

from handlers.addressing import (
    Addressed,
    Bot,
    Rule,
    addressed,
    exchange_replied_to,
    forwards_own,
    names_bot,
    replies_to_own,
)
from handlers.commands import ASK, CHECK
from handlers.conversations import Conversations, conversation
from handlers.desk import NO_WORDS, NOTHING_TO_CHECK, OWN_ANSWER, SCOPE, TOO_MUCH, Desk
from handlers.entities import words_of
from handlers.flood import Admission, Flood
from handlers.request import Request
from handlers.said import Audience, Said
from knowledge import Exchange

_ASKING = "identity"
"""The one kind of small talk that asks something."""
_MANNERS = frozenset(("greeting", "mood", "thanks", "farewell", "praise"))
"""Kinds that get no answer in a group, where a bot's manners are noise."""


class Reception:
    """Takes messages to the desk, and remembers what each conversation was about."""

    def __init__(
        self, desk: Desk, conversations: Conversations, flood: Flood | None = None
    ) -> None:
        """Answers from `desk`; keeps the last exchanges in `conversations`, and to `flood`."""
        self._desk = desk
        self._conversations = conversations
        self._flood = flood

    def receive(self, message: Message, bot: Bot, *, guest: bool = False) -> Said | Rule:
        """What `bot` says to `message`, or the rule by which it says nothing.

        `guest`: it was called into a chat, maybe of two people alone, that it's no member of.
        """
        private = message.chat.type == ChatType.PRIVATE and not guest
        text, _ = words_of(message)
        if not text and (not private or message.effective_attachment is None):
            return Rule.NO_WORDS
        # A guest is handed only what calls it.
        asked = addressed(message, bot, private=private or guest)
        if isinstance(asked, Rule):
            return asked
        if asked.claim and self._desk.knowledge.asks_whether(asked.words):
            # "Is that true?" below somebody's message is no more than a bare mention.
            asked = replace(asked, words="")
        counted = _counted(message, private=private)
        if self._flood is not None and self._flood.is_silent(*counted):
            return Rule.FLOOD
        key = _conversation(message, guest=guest)
        request = Request(
            words=asked.words,
            language_code=self._language(message, key, asked.words or asked.claim),
            audience=Audience.PRIVATE if private else Audience.GROUP,
            claim=asked.claim,
            after=self._before(message, bot, key),
            bot=bot.username,
            inline=bot.inline,
            guest=bot.guest,
        )
        said = self._said(message, bot, asked, request, guest=guest)
        if isinstance(said, Rule):
            # Only what is sent is counted.
            return said
        if self._flood is not None and self._flood.admit(*counted) is not Admission.ANSWER:
            return self._desk.page(TOO_MUCH, request)
        if key is not None:
            # Somebody else's words tell nothing of the language that this person speaks.
            own = bool(asked.words) and message.forward_origin is None
            self._conversations.remember(key, said.exchange, said.language if own else None)
        return said

    def _said(
        self, message: Message, bot: Bot, asked: Addressed, request: Request, *, guest: bool
    ) -> Said | Rule:
        said = self._told(message, bot, asked, request)
        # Who calls a guest waits for it, and for nothing else that it might say.
        if request.audience is Audience.PRIVATE or guest or isinstance(said, Rule):
            return said
        # Who has somebody else's words checked waits for an answer, whatever they are.
        own_words = bool(asked.words)
        below = replies_to_own(message, bot)
        if own_words and self._is_pleasantry(said, asked, request, below=below):
            return Rule.PLEASANTRY
        return said

    def _told(self, message: Message, bot: Bot, asked: Addressed, request: Request) -> Said | Rule:
        group = request.audience is Audience.GROUP
        if asked.command is not None:
            known = self._desk.commands.knows(asked.command)
            if group and not known and not names_bot(message, bot):
                return Rule.OTHERS_COMMAND
            checks = asked.command.lower() == CHECK and not (asked.words or asked.claim)
            if checks and message.reply_to_message is not None:
                own = replies_to_own(message, bot)
                return self._desk.page(OWN_ANSWER if own else NOTHING_TO_CHECK, request)
            return self._desk.commands.run(asked.command, request)
        if message.forward_origin is not None and asked.words and not group:
            said = (
                self._desk.page(OWN_ANSWER, request)
                if forwards_own(message, bot)
                else self._desk.check(request)
            )
            # Several are forwarded at once: each answer says which one it's on.
            return replace(said, quotes_question=True)
        if asked.claim and not asked.words:
            return self._desk.check(request)
        if not asked.words:
            typed, _ = words_of(message)
            return self._desk.page(SCOPE if typed else NO_WORDS, request)
        return self._desk.ask(request)

    def _is_pleasantry(
        self, said: Said, asked: Addressed, request: Request, *, below: bool
    ) -> bool:
        """Whether the words that got `said` are small talk, and ask nothing of the bot.

        `below` one of its own messages most people only say what they think of that.
        """
        talk = said.small_talk
        is_question = asked.command is None or asked.command.lower() == ASK
        if talk is None and is_question and request.after and "?" not in asked.words:
            # Below an answer "you are wrong" may be told once more what that rests on, as "are you
            # sure?" is: but nobody has asked.
            alone = self._desk.knowledge.ask(asked.words, language=request.language_code)
            talk = alone.small_talk
        return talk in _MANNERS or (below and talk not in (None, _ASKING))

    def _language(self, message: Message, key: Hashable | None, words: str) -> str | None:
        # Someone whose Telegram is in English may have been writing Ukrainian all along.
        spoken = self._conversations.language(key) if key is not None else None
        own = message.from_user.language_code if message.from_user else None
        return self._desk.hint(words, spoken, own)

    def _before(self, message: Message, bot: Bot, key: Hashable | None) -> Exchange | None:
        linked = exchange_replied_to(message, bot, self._desk.knowledge)
        last = self._conversations.last(key) if key is not None else None
        # The reply may be to the last answer: then memory knows its question too.
        if linked is None or (last is not None and linked.facts[0] in last.facts):
            return last
        return linked


def _counted(message: Message, *, private: bool) -> tuple[int | None, int | None, float]:
    """By whom, where and when it was asked, for `Flood`."""
    # Who writes as a group or a channel shares one Telegram user with all who do.
    author = message.sender_chat or message.from_user
    group = None if private else message.chat.id
    return author.id if author else None, group, message.date.timestamp()


def _conversation(message: Message, *, guest: bool) -> Hashable | None:
    # Anonymous admins share one identity, as do people writing as a channel: no memory of them.
    if message.from_user is None or message.sender_chat is not None:
        return None
    return conversation(message.chat.id, message.from_user.id, guest=guest)
