"""Sends a reply in the chat and topic of its question, and mends once what Telegram objects to."""

from __future__ import annotations

import asyncio
import re
from dataclasses import dataclass, replace
from functools import partial
from html import unescape
from typing import TypeAlias

from telegram import (
    Bot,
    ForceReply,
    InlineKeyboardMarkup,
    LinkPreviewOptions,
    Message,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
    ReplyParameters,
)
from telegram.constants import ParseMode
from telegram.error import BadRequest, ChatMigrated, Forbidden

from handlers.outcome import (
    ANSWERED,
    Ended,
    Held,
    Outcome,
    Turn,
    may_hold,
    report_accepted,
    turn,
)
from handlers.persisting import (
    PATIENCE,
    HeldBackError,
    OutOfPatienceError,
    Patience,
    persist,
)

ReplyMarkup: TypeAlias = (
    InlineKeyboardMarkup | ReplyKeyboardMarkup | ReplyKeyboardRemove | ForceReply
)

NEXT_TRY = 30.0
"""Seconds until the next try where Telegram gave no time of its own."""

# Pieces of Telegram's own descriptions, in lower case: it gives no codes that tell them apart.
_BROKEN_MARKUP = "can't parse entities"
_THREAD_GONE = ("message thread not found", "topic_deleted")
_QUESTION_GONE = ("message to be replied not found", "message to reply not found", "quote")
_CHAT_GONE = (
    "chat not found",
    "user not found",
    "peer_id_invalid",
    "user_is_blocked",
    "group chat was deactivated",
    "chat_write_forbidden",
    "chat_restricted",
    "topic_closed",
    "not enough rights",
    "have no rights",
    "need administrator rights",
)
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")


def plain_text(html: str) -> str:
    """`html` without its tags, for the case that Telegram can't read them."""
    return unescape(_TAG.sub("", html))


@dataclass(frozen=True, slots=True)
class _Letter:
    """One message as it is about to be sent."""

    chat_id: int
    text: str
    thread_id: int | None = None
    answers: int | None = None
    """Id of the message that it is shown as a reply to."""
    markup: ReplyMarkup | None = None
    parse_mode: ParseMode | None = ParseMode.HTML

    def plain(self) -> _Letter:
        """The same words without markup."""
        if self.parse_mode is None:
            return self
        return replace(self, text=plain_text(self.text), parse_mode=None)

    def mended(self, objection: BadRequest | ChatMigrated) -> _Letter:
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
            return replace(self, answers=None)
        return replace(self.plain(), thread_id=None, answers=None, markup=None)

    async def send(self, bot: Bot) -> Message:
        """Hand it to Telegram once. Raises `TelegramError`."""
        question = self.answers
        return await bot.send_message(
            self.chat_id,
            self.text,
            parse_mode=self.parse_mode,
            message_thread_id=self.thread_id,
            # The question may have been deleted meanwhile, and is answered all the same.
            reply_parameters=None
            if question is None
            else ReplyParameters(question, allow_sending_without_reply=True),
            link_preview_options=LinkPreviewOptions(is_disabled=True),
            reply_markup=self.markup,
        )


async def send_reply(
    message: Message,
    html: str,
    *,
    reply_markup: ReplyMarkup | None = None,
    quote_question: bool,
    again: str | None = None,
    patience: Patience = PATIENCE,
) -> Ended:
    """Send `html` (Telegram's kind, within its limits) to the chat and topic of `message`.

    `quote_question` shows it as a reply to `message`, as is due in a group. Returns ANSWERED,
    UNDELIVERABLE (blocked, no rights, chat gone), or FAILED after `patience.total` seconds or a
    refusal that nothing mends. With `again` (ids that the answer can be made anew of, no words) it
    may be PARKED instead of waiting. Raises nothing of Telegram's but `InvalidToken`.
    """
    letter = _Letter(
        message.chat_id,
        html,
        thread_id=message.message_thread_id if message.is_topic_message else None,
        answers=message.message_id if quote_question else None,
        markup=reply_markup,
    )
    held = None
    if again is not None:
        held = Held(letter.chat_id, message.message_id, letter.thread_id, quote_question, again, 0)
    return await _deliver(message.get_bot(), letter, patience, held)


async def send_held(
    bot: Bot,
    held: Held,
    html: str,
    *,
    reply_markup: ReplyMarkup | None = None,
    patience: Patience = PATIENCE,
) -> Ended:
    """Send an answer that was held back, made anew as `html`.

    Returns and raises what `send_reply` does; PARKED where it has to wait once more.
    """
    letter = _Letter(
        held.chat_id,
        html,
        thread_id=held.thread_id,
        answers=held.message_id if held.quote_question else None,
        markup=reply_markup,
    )
    return await _deliver(bot, letter, patience, held)


async def send_to_chat(
    bot: Bot,
    chat_id: int,
    html: str,
    *,
    reply_markup: ReplyMarkup | None = None,
    again: str | None = None,
    patience: Patience = PATIENCE,
) -> Ended:
    """Send `html` to a chat where no message is replied to, such as a group the bot has joined.

    Returns and raises what `send_reply` does.
    """
    held = None if again is None else Held(chat_id, 0, None, False, again, 0)
    return await _deliver(bot, _Letter(chat_id, html, markup=reply_markup), patience, held)


async def _deliver(bot: Bot, letter: _Letter, patience: Patience, held: Held | None) -> Ended:
    if not may_hold():
        held = None
    if held is not None and turn() is Turn.QUEUE:
        return Ended(Outcome.PARKED, held=held)
    hold_after = None
    if held is not None:
        hold_after = patience.hold if turn() is Turn.WAIT else 0.0
    total = patience.total if held is None else min(patience.total, patience.total_held)
    deadline = asyncio.get_running_loop().time() + total
    tried = {letter}
    while True:
        try:
            call = partial(letter.send, bot)
            await persist(call, patience, until=deadline, hold_after=hold_after)
        except Forbidden:
            return Ended(Outcome.UNDELIVERABLE, "forbidden")
        except (BadRequest, ChatMigrated) as objection:
            if isinstance(objection, BadRequest) and _is_gone(objection):
                return Ended(Outcome.UNDELIVERABLE, "chat gone")
            letter = letter.mended(objection)
            # The same bytes would only be refused again, and so would a circle of mendings.
            if letter in tried:
                return Ended(Outcome.FAILED, "refused")
            tried.add(letter)
        except HeldBackError as error:
            assert held is not None, "nothing else is asked to be held back"
            return Ended(Outcome.PARKED, held=replace(held, wait=error.wait))
        except OutOfPatienceError:
            if held is not None:
                return Ended(Outcome.PARKED, held=replace(held, wait=NEXT_TRY))
            return Ended(Outcome.FAILED, "out of patience")
        else:
            report_accepted()
            return ANSWERED


def _is_gone(objection: BadRequest) -> bool:
    said = objection.message.lower()
    return any(sign in said for sign in _CHAT_GONE)
