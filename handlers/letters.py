"""One message as it is about to be sent, and how it's mended where Telegram objects to it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from html import unescape

from telegram import (
    Bot,
    InlineKeyboardMarkup,
    LinkPreviewOptions,
    Message,
    MessageEntity,
    ReplyParameters,
)
from telegram.constants import ParseMode
from telegram.error import BadRequest, ChatMigrated

# Pieces of Telegram's own descriptions, in lower case: it gives no codes that tell them apart.
_BROKEN_MARKUP = "can't parse entities"
_THREAD_GONE = ("message thread not found", "topic_deleted")
_QUESTION_GONE = ("message to be replied not found", "message to reply not found", "quote")
_UNKNOWN_FILE = ("file identifier", "remote file id", "file_reference", "media_empty")
_BUTTONS_REFUSED = ("button", "reply_markup", "reply markup")
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")


def thread_of(message: Message) -> int | None:
    """The forum topic of `message`, for `Letter.thread_id`."""
    # Outside of forums a reply has a thread too, which no message can be sent to.
    return message.message_thread_id if message.is_topic_message else None


def plain_text(html: str) -> str:
    """`html` without its tags, for the case that Telegram can't read them."""
    return unescape(_TAG.sub("", html))


@dataclass(frozen=True, slots=True)
class Photo:
    """A picture as it is sent: by Telegram's id of it, where there is one."""

    digest: str
    png: bytes = field(repr=False, compare=False)
    file_id: str | None = None


@dataclass(frozen=True, slots=True)
class Pointer:
    """Words of an earlier message of the chat, to which Telegram jumps at a tap."""

    message_id: int
    quote: str
    position: int
    """In UTF-16 units of that message."""
    entities: tuple[MessageEntity, ...] = ()
    """The marks that the words have there: without them Telegram doesn't find the quote."""
    otherwise: str = ""
    """The letter's HTML where Telegram says no to the quote."""


@dataclass(frozen=True, slots=True)
class Letter:
    """A message, or a picture with the message as its caption."""

    chat_id: int
    text: str
    thread_id: int | None = None
    answers: int | None = None
    """Id of the message that it is shown as a reply to."""
    markup: InlineKeyboardMarkup | None = None
    parse_mode: ParseMode | None = ParseMode.HTML
    photo: Photo | None = None
    pointer: Pointer | None = None

    def plain(self) -> Letter:
        """The same words without markup."""
        if self.parse_mode is None:
            return self
        return replace(self, text=plain_text(self.text), parse_mode=None)

    def mended(self, objection: BadRequest | ChatMigrated) -> Letter:
        """The letter as Telegram may take it after `objection`; itself where nothing helps."""
        if isinstance(objection, ChatMigrated):
            # Topics and message ids are the old chat's.
            return replace(self, chat_id=objection.new_chat_id, thread_id=None, answers=None)
        said = objection.message.lower()
        if _BROKEN_MARKUP in said:
            return self.plain()
        if any(sign in said for sign in _THREAD_GONE):
            return replace(self, thread_id=None)
        if any(sign in said for sign in _QUESTION_GONE):
            if self.pointer is not None:
                return replace(self, text=self.pointer.otherwise, pointer=None)
            return replace(self, answers=None)
        if self.markup is not None and any(sign in said for sign in _BUTTONS_REFUSED):
            return replace(self, markup=None)
        if self.photo is not None:
            return self._with_less_of_a_picture(said)
        return replace(self.plain(), thread_id=None, answers=None, markup=None)

    def _with_less_of_a_picture(self, said: str) -> Letter:
        known = self.photo is not None and self.photo.file_id is not None
        if known and any(sign in said for sign in _UNKNOWN_FILE):
            return self.with_file_id(None)
        # A group may allow words and no pictures, and the caption tells the same.
        return replace(self, photo=None)

    def with_file_id(self, file_id: str | None) -> Letter:
        """The picture by another id, or as bytes."""
        assert self.photo is not None, "there is a picture to be sent otherwise"
        return replace(self, photo=replace(self.photo, file_id=file_id))

    async def send(self, bot: Bot) -> Message:
        """Hand it to Telegram once. Raises `TelegramError`."""
        if self.photo is not None:
            return await bot.send_photo(
                self.chat_id,
                self.photo.file_id or self.photo.png,
                caption=self.text,
                parse_mode=self.parse_mode,
                message_thread_id=self.thread_id,
                reply_parameters=self._reply_parameters(),
                reply_markup=self.markup,
                filename="picture.png",
            )
        return await bot.send_message(
            self.chat_id,
            self.text,
            parse_mode=self.parse_mode,
            message_thread_id=self.thread_id,
            reply_parameters=self._reply_parameters(),
            link_preview_options=LinkPreviewOptions(is_disabled=True),
            reply_markup=self.markup,
        )

    def _reply_parameters(self) -> ReplyParameters | None:
        if self.pointer is not None:
            return ReplyParameters(
                self.pointer.message_id,
                quote=self.pointer.quote,
                # The application's default would read an article's "<" as a mark.
                quote_parse_mode=None,
                quote_entities=self.pointer.entities or None,
                quote_position=self.pointer.position,
            )
        if self.answers is None:
            return None
        # The question may have been deleted meanwhile, and is answered all the same.
        return ReplyParameters(self.answers, allow_sending_without_reply=True)
