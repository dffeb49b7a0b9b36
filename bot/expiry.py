"""Whether an update is older than Telegram lets it be answered, or than an answer is of use."""

from __future__ import annotations

from typing import Any

from handlers.queries import INLINE_KEPT, PRESS_KEPT

KEPT = {"inline_query": INLINE_KEPT, "callback_query": PRESS_KEPT}
MESSAGE_KEPT = 24 * 3600.0
"""Seconds that Telegram keeps a message for a bot."""


def expired(update: dict[str, Any], now: float, waited: float) -> str | None:
    """The rule by which `update` is too old, or `None`.

    `now` is in seconds since 1970 by Telegram's clock. What bears no date is as old as it has
    `waited` here, in seconds.
    """
    for kind, kept in KEPT.items():
        if kind in update and waited > kept:
            return f"{kind} after {kept:.0f} s"
    for kind in ("message", "guest_message", "my_chat_member"):
        content = update.get(kind)
        date = content.get("date") if isinstance(content, dict) else None
        if isinstance(date, int) and now - date > MESSAGE_KEPT:
            return f"{kind} after a day"
    return None
