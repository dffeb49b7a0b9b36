"""What is said, as a result that Telegram posts where the bot itself can't write."""

from __future__ import annotations

from typing import TypeAlias

from telegram import (
    InlineKeyboardMarkup,
    InlineQueryResultArticle,
    InlineQueryResultCachedPhoto,
    InputTextMessageContent,
    LinkPreviewOptions,
)
from telegram.constants import ParseMode

from handlers.buttons import Action, without
from handlers.letters import plain_text
from handlers.said import Said
from handlers.sending import keyboard

_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)

Result: TypeAlias = InlineQueryResultArticle | InlineQueryResultCachedPhoto


def result_of(
    said: Said,
    bot: str,
    *,
    identity: str,
    title: str,
    description: str = "",
    file_id: str | None = None,
) -> Result:
    """The result that posts `said`, with links to `bot` (a username without @).

    `identity` is of 1 to 64 bytes, and no other result's of the same answer. With `file_id`, a
    picture's on Telegram, the words are its caption. `title` and `description` are what's shown to
    choose from.
    """
    html = said.reply.html(bot)
    if file_id is not None:
        return InlineQueryResultCachedPhoto(
            identity,
            file_id,
            title=title,
            description=description or None,
            caption=html,
            parse_mode=ParseMode.HTML,
            reply_markup=_buttons(said),
        )
    content = InputTextMessageContent(
        html, parse_mode=ParseMode.HTML, link_preview_options=_NO_PREVIEW
    )
    return InlineQueryResultArticle(
        identity, title, content, description=description or None, reply_markup=_buttons(said)
    )


def plain_result_of(
    said: Said, *, identity: str, title: str, description: str = ""
) -> InlineQueryResultArticle:
    """The same in words alone, for the case that Telegram refuses marks, picture or buttons."""
    content = InputTextMessageContent(
        plain_text(said.reply.html()), parse_mode=None, link_preview_options=_NO_PREVIEW
    )
    return InlineQueryResultArticle(identity, title, content, description=description or None)


def _buttons(said: Said) -> InlineKeyboardMarkup | None:
    # A press comes without the message here, and so without the question to be sent.
    return keyboard(without(Action.SEND, said.buttons))
