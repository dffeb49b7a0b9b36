"""The methods that the double knows, each with the parameters that it needs and takes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from math import inf
from typing import Any

from tests.telegram_double.errors import ViolationError, unheeded
from tests.telegram_double.fields import PARSE_MODE, PREVIEW, read

_SEND = {
    "chat_id", "message_thread_id", "disable_notification", "protect_content", "reply_parameters",
    "reply_markup",
}  # fmt: skip
_CAPTION = {"caption", "parse_mode", "caption_entities", "show_caption_above_media", "has_spoiler"}
_EDITED = {"chat_id", "message_id", "inline_message_id", "reply_markup"}
_SCOPED = {"scope", "language_code"}

KNOWN: dict[str, tuple[set[str], set[str]]] = {
    "getMe": (set(), set()),
    "getUpdates": (set(), {"offset", "limit", "timeout", "allowed_updates"}),
    "deleteWebhook": (set(), {"drop_pending_updates"}),
    "getWebhookInfo": (set(), set()),
    "setWebhook": (
        {"url"}, {"max_connections", "allowed_updates", "drop_pending_updates", "secret_token"}
    ),
    "sendMessage": (
        {"chat_id", "text"}, _SEND | {"parse_mode", "entities", "link_preview_options"}
    ),
    "sendPhoto": ({"chat_id", "photo"}, _SEND | _CAPTION),
    "sendChatAction": ({"chat_id", "action"}, {"message_thread_id"}),
    "editMessageText": (
        {"text"}, _EDITED | {"parse_mode", "entities", "link_preview_options"}
    ),
    "editMessageCaption": (set(), _EDITED | _CAPTION),
    # The library sends the application's default along, which Telegram leaves unread.
    "editMessageReplyMarkup": (set(), _EDITED | {"parse_mode"}),
    "answerCallbackQuery": (
        {"callback_query_id"}, {"text", "show_alert", "url", "cache_time"}
    ),
    "answerInlineQuery": (
        {"inline_query_id", "results"}, {"cache_time", "is_personal", "next_offset", "button"}
    ),
    "answerGuestQuery": ({"guest_query_id", "result"}, set()),
    "setMyCommands": ({"commands"}, _SCOPED),
    "getMyCommands": (set(), _SCOPED),
    "deleteMyCommands": (set(), _SCOPED),
    "setMyName": (set(), {"name", "language_code"}),
    "getMyName": (set(), {"language_code"}),
    "setMyDescription": (set(), {"description", "language_code"}),
    "getMyDescription": (set(), {"language_code"}),
    "setMyShortDescription": (set(), {"short_description", "language_code"}),
    "getMyShortDescription": (set(), {"language_code"}),
    "getChat": ({"chat_id"}, set()),
    "getChatMember": ({"chat_id", "user_id"}, set()),
    "leaveChat": ({"chat_id"}, set()),
    "getFile": ({"file_id"}, set()),
}  # fmt: skip


FLAGS = {
    "disable_notification", "protect_content", "show_caption_above_media", "has_spoiler",
    "show_alert", "is_personal", "drop_pending_updates",
}  # fmt: skip
"""Parameters that are true or false: Telegram takes whatever else they are for false."""
NUMBERS: dict[str, tuple[float, float]] = {
    "message_id": (1, inf), "message_thread_id": (1, inf), "user_id": (1, inf),
    "offset": (-inf, inf), "limit": (1, 100), "timeout": (0, 50), "cache_time": (0, inf),
    "max_connections": (1, 100),
}  # fmt: skip
"""Parameters that are whole numbers, from the first to the second: Telegram takes the default for
what is none, and the nearest for what is beyond."""
_NUMBER = re.compile(r"-?[0-9]{1,19}")


def shows_preview(method: str, given: dict[str, Any]) -> bool:
    """Whether a call writes words without saying that no link in them is to be previewed.

    Raises `ViolationError` for what Telegram has no field for.
    """
    if "link_preview_options" not in KNOWN[method][1]:
        return False
    options = read("link_preview_options", given.get("link_preview_options", "{}"), PREVIEW)
    return options.get("is_disabled") is not True


def objection(method: str, given: Mapping[str, Any]) -> ViolationError | None:
    """What is wrong with a call by its parameters, each by itself; `None`: nothing."""
    if method not in KNOWN:
        return ViolationError(f"{method} is no method that the double knows")
    needed, allowed = KNOWN[method]
    if unknown := set(given) - needed - allowed:
        return unheeded(f"{method} takes no {', '.join(sorted(unknown))}")
    if missing := needed - set(given):
        return unheeded(f"{method} needs {', '.join(sorted(missing))}")
    for name, value in given.items():
        if not _heeded(name, value):
            return unheeded(f"{method} takes no such {name}")
    return None


def _heeded(name: str, value: Any) -> bool:
    if name == "parse_mode":
        return value in PARSE_MODE
    if name in FLAGS:
        return value in ("true", "false")
    return name not in NUMBERS or _is_number(value, *NUMBERS[name])


def _is_number(value: Any, least: float, most: float) -> bool:
    return (
        isinstance(value, str)
        and _NUMBER.fullmatch(value) is not None
        and least <= int(value) <= most
    )
