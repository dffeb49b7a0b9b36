"""A Bot API server for tests: strict, on loopback, with Telegram's rules and its failures."""

from __future__ import annotations

from tests.telegram_double.calls import Sent
from tests.telegram_double.chats import NAME, Asked, Chat, Person
from tests.telegram_double.faults import Break, Fault
from tests.telegram_double.server import BOT, TOKEN, TelegramDouble

__all__ = [
    "BOT", "NAME", "TOKEN", "Asked", "Break", "Chat", "Fault", "Person", "Sent", "TelegramDouble"
]  # fmt: skip
