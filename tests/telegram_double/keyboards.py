"""The buttons under a message, as strict as Telegram is about them."""

from __future__ import annotations

import re
from typing import Any

from tests.telegram_double.errors import bad_request
from tests.telegram_double.fields import Shape, read

ACTIONS = {"url", "callback_data"}
"""What this bot's buttons do; for others there are no rules yet."""
BUTTON = Shape(
    {"text": str},
    {"url": str, "callback_data": str, "style": frozenset({"primary", "danger", "success"}),
     "icon_custom_emoji_id": str},
)  # fmt: skip
MARKUP = Shape({"inline_keyboard": [[BUTTON]]}, {})
MOST_BUTTONS = 100
_URL = re.compile(r"(https?://[^\s/.]+\.[^\s]+|tg://\S+)")


def inline_keyboard(given: str | None) -> dict[str, Any] | None:
    """The buttons that a message gets from its `reply_markup`; `None` where that has none.

    Raises `ApiError`, and `ViolationError` for what Telegram has no field for.
    """
    if given is None:
        return None
    markup = read("reply_markup", given, MARKUP)
    rows = [[_button(one) for one in row] for row in markup["inline_keyboard"] if row]
    if sum(map(len, rows)) > MOST_BUTTONS:
        raise bad_request("REPLY_MARKUP_TOO_LONG")
    return {"inline_keyboard": rows} if rows else None


def _button(button: dict[str, Any]) -> dict[str, Any]:
    if not button["text"].strip():
        raise bad_request("can't parse inline keyboard button: text must be non-empty")
    actions = set(button) & ACTIONS
    if not actions:
        raise bad_request(
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"
        )
    if len(actions) > 1:
        raise bad_request("inline keyboard button must have exactly one action")
    if not 1 <= len(button.get("callback_data", "x").encode()) <= 64:
        raise bad_request("BUTTON_DATA_INVALID")
    if "url" in button and not _URL.fullmatch(button["url"]):
        raise bad_request(
            f"inline keyboard button URL '{button['url']}' is invalid: Wrong HTTP URL"
        )
    return button
