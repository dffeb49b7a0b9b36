"""The page that a command opens, for who speaks English."""

from __future__ import annotations

from typing import Any

from handlers.desk import Desk
from handlers.request import Request
from handlers.said import Audience, Said


def run(
    desk: Desk, name: str, words: str = "", audience: Audience = Audience.PRIVATE, **more: Any
) -> Said:
    """What a command says to someone who speaks English."""
    return desk.commands.run(name, Request(words, "en", audience, **more))
