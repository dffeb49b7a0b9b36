"""A button pressed: which, by whom, where, and the question that it stands under."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from functools import cached_property

from telegram import Bot, CallbackQuery, Message
from telegram.constants import ChatType

from handlers import addressing
from handlers.addressing import Addressed, addressed
from handlers.buttons import Action, Press, read_press
from handlers.catalogues import Catalogue, catalogue, spoken
from handlers.commands import ASK
from handlers.request import Request
from handlers.said import Audience


@dataclass(frozen=True)
class Pressed:
    """One press."""

    query: CallbackQuery
    bot: Bot

    @cached_property
    def press(self) -> Press | None:
        """What the button is for; `None` where this version doesn't know it."""
        return read_press(self.query.data)

    @property
    def message(self) -> Message | None:
        """The message it stands under; Telegram shows it for 48 hours."""
        shown = self.query.message
        return shown if isinstance(shown, Message) else None

    @property
    def chat_id(self) -> int | None:
        """`None` under a message that was posted for somebody, inline or as a guest."""
        return None if self.query.message is None else self.query.message.chat.id

    @property
    def private_chat_id(self) -> int | None:
        """The chat, where it's with this person alone."""
        shown = self.query.message
        private = shown is not None and shown.chat.type == ChatType.PRIVATE
        return self.chat_id if private else None

    @property
    def group_id(self) -> int | None:
        """The chat, where it isn't with this person alone."""
        return self.chat_id if self.private_chat_id is None else None

    @property
    def brings_a_message(self) -> bool:
        """Whether something is sent to the chat, and not only said to who pressed."""
        match self.press:
            case Press(Action.ASK):
                return self.chat_id is not None
            case Press(Action.SHOW):
                return self.private_chat_id is not None
            case _:
                return False

    @property
    def language(self) -> str:
        """Of the message that the button stands under."""
        return self.words.language if self.press is None else spoken(self.press.language)

    @cached_property
    def words(self) -> Catalogue:
        """In the language of who pressed: in private it's that of the message, too."""
        code = self.query.from_user.language_code
        if self.press is not None and self.private_chat_id is not None:
            code = self.press.language
        return catalogue(spoken(code))

    def request(self, about: str, language: str) -> Request:
        """What is asked of the desk by this press."""
        audience = Audience.GROUP if self.private_chat_id is None else Audience.PRIVATE
        return Request(about, language, audience, bot=self.bot.username)

    @property
    def key(self) -> Hashable:
        """The same for the same person under the same message."""
        shown = self.query.message
        where = self.query.inline_message_id if shown is None else shown.message_id
        return self.query.from_user.id, self.chat_id, where

    def is_own_question(self, question: Message) -> bool:
        """Whether who pressed wrote it. Admins and channels, who aren't shown, can't be told."""
        author = question.from_user
        shown = author is not None and question.sender_chat is None
        return shown and author == self.query.from_user

    def words_asked(self, question: Message) -> str | None:
        """What who wrote `question` asked in it, without the bot's name; `None` for nothing."""
        if question.forward_origin is not None:
            return None
        # The bot has answered it, so it was addressed, be it by a reply that isn't shown here.
        asked = addressed(question, addressing.Bot.of(self.bot), private=True)
        if not isinstance(asked, Addressed) or not asked.words:
            return None
        command = (asked.command or ASK).lower()
        # A word after a topic's command tells nothing without it.
        return asked.words if command == ASK else f"/{command} {asked.words}"
