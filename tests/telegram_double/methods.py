"""The methods that the double knows, each with the parameters that it needs and takes."""

from __future__ import annotations

import json
from typing import Any

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
        {"url"},
        {"certificate", "ip_address", "max_connections", "allowed_updates",
         "drop_pending_updates", "secret_token"},
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


def shows_preview(method: str, given: dict[str, Any]) -> bool:
    """Whether a call writes words without saying that no link in them is to be previewed."""
    if "link_preview_options" not in KNOWN[method][1]:
        return False
    return json.loads(given.get("link_preview_options", "{}")).get("is_disabled") is not True


def objection(method: str, given: set[str]) -> str | None:
    """What is wrong with a call by its names alone, for a test to fail with; `None`: nothing."""
    if method not in KNOWN:
        return f"{method} is no method that the double knows"
    needed, allowed = KNOWN[method]
    if unknown := given - needed - allowed:
        return f"{method} takes no {', '.join(sorted(unknown))}"
    if missing := needed - given:
        return f"{method} needs {', '.join(sorted(missing))}"
    return None
