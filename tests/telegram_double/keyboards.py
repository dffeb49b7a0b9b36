"""The buttons under a message, as strict as Telegram is about them."""

from __future__ import annotations

import json
import re
from typing import Any

from tests.telegram_double.errors import ViolationError, bad_request

ACTIONS = {"url", "callback_data", "switch_inline_query", "switch_inline_query_current_chat",
           "switch_inline_query_chosen_chat", "copy_text", "web_app", "login_url"}  # fmt: skip
LOOKS = {"text", "style", "icon_custom_emoji_id"}
KINDS = {
    "inline_keyboard": {"inline_keyboard"},
    "keyboard": {"keyboard", "is_persistent", "resize_keyboard", "one_time_keyboard",
                 "input_field_placeholder", "selective"},
    "remove_keyboard": {"remove_keyboard", "selective"},
    "force_reply": {"force_reply", "input_field_placeholder", "selective"},
}  # fmt: skip
MOST_BUTTONS = 100
_URL = re.compile(r"(https?://[^\s/.]+\.[^\s]+|tg://\S+)")


def inline_keyboard(given: str | None) -> dict[str, Any] | None:
    """The buttons that a message gets from its `reply_markup`; `None` where that has none.

    Raises `ApiError`, and `ViolationError` for what Telegram has no field for.
    """
    if given is None:
        return None
    markup: dict[str, Any] = json.loads(given)
    kind = next((each for each in KINDS if each in markup), None)
    if kind is None or set(markup) - KINDS[kind]:
        raise ViolationError(f"a reply_markup has no {', '.join(markup)}")
    if kind != "inline_keyboard":
        return None
    rows = [[_button(one) for one in row] for row in markup["inline_keyboard"] if row]
    if sum(map(len, rows)) > MOST_BUTTONS:
        raise bad_request("REPLY_MARKUP_TOO_LONG")
    return {"inline_keyboard": rows} if rows else None


def _button(button: dict[str, Any]) -> dict[str, Any]:
    if unknown := set(button) - ACTIONS - LOOKS:
        raise ViolationError(f"a button has no {', '.join(sorted(unknown))}")
    if not str(button.get("text", "")).strip():
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
