"""Links that open the bot's private chat, with what is to be shown there."""

from __future__ import annotations

import re

FACT, PLACE = "f", "place"
"""What an id in a link is of; a link without one is a command's name."""

_START = re.compile(r"[A-Za-z0-9_-]{1,64}")


def start_parameter(kind: str, identity: str) -> str | None:
    """A link's `start=`, such as `f_some-fact`; `None` where Telegram wouldn't take it."""
    parameter = f"{kind}_{identity}"
    return parameter if _START.fullmatch(parameter) else None


def address(bot: str, start: str) -> str:
    """The link that opens the chat with `bot` (a username without @) and `start`s it."""
    return f"https://t.me/{bot}?start={start}"


def fact_linked(url: str, bot: str) -> str | None:
    """The id of the fact that `url` shows in the chat with `bot`; `None` for any other link."""
    opening = address(bot, f"{FACT}_")
    return url[len(opening) :] if url.casefold().startswith(opening.casefold()) else None
