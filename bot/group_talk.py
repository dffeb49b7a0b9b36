"""Group messages as Telegram would send them, for scoring the rules of addressing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from telegram import Message

from handlers.addressing import Bot
from handlers.reply import units

BOT = Bot(1, "FrontlineFactsBot")
"""Whom the question sets call by name."""
_MARKS = (
    ("url", re.compile(r"(?<![\w@])(?:https?://|t\.me/)\S+")),
    ("email", re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+")),
    ("bot_command", re.compile(r"(?<![\w/@])/\w{1,64}(?:@\w{3,32})?(?!\w)", re.ASCII)),
    ("mention", re.compile(r"(?<![\w@/.])@[A-Za-z]\w{3,31}(?!\w)", re.ASCII)),
)
"""What Telegram marks in a text, as far as addressing depends on it; no stretch twice."""


def group_message(text: str, reply_to: str | None, replied: str = "…") -> Message:
    """The message that Telegram hands a bot for `text`, replying to "bot", "human" or `None`.

    `replied` is what the message replied to says.
    """
    chat = {"id": -100, "type": "supergroup", "title": "A group"}
    row: dict[str, Any] = {
        "message_id": 2,
        "date": 0,
        "chat": chat,
        "from": {"id": 10, "is_bot": False, "first_name": "Ann"},
        "text": text,
        "entities": list(entities_of(text)),
    }
    if reply_to is not None:
        author = (
            {"id": BOT.id, "is_bot": True, "first_name": "Bot", "username": BOT.username}
            if reply_to == "bot"
            else {"id": 11, "is_bot": False, "first_name": "Ben"}
        )
        said = {"message_id": 1, "date": 0, "chat": chat, "from": author, "text": replied}
        row["reply_to_message"] = said
    message = Message.de_json(row, None)
    assert message is not None
    return message


def entities_of(text: str) -> Iterator[dict[str, Any]]:
    """The commands, mentions, links and addresses that Telegram marks in `text`."""
    taken: list[range] = []
    for kind, pattern in _MARKS:
        for found in pattern.finditer(text):
            if any(found.start() in stretch or found.end() - 1 in stretch for stretch in taken):
                continue
            taken.append(range(*found.span()))
            yield {
                "type": kind,
                "offset": units(text[: found.start()]),
                "length": units(found[0]),
            }
