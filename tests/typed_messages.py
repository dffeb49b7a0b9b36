"""Messages as Telegram hands them to a bot: what was typed, by whom and where."""

from __future__ import annotations

from typing import Any

from telegram import Message

from bot.group_talk import entities_of
from handlers.addressing import Bot

BOT = Bot(77, "LindenBot")
ANN = {"id": 10, "is_bot": False, "first_name": "Ann", "language_code": "en"}
BEN = {"id": 11, "is_bot": False, "first_name": "Ben", "language_code": "uk"}
OTHER_BOT = {"id": 12, "is_bot": True, "first_name": "Other", "username": "OtherBot"}
ITSELF = {"id": BOT.id, "is_bot": True, "first_name": "Linden", "username": BOT.username}
PRIVATE = {"id": 10, "type": "private", "first_name": "Ann"}
GROUP = {"id": -100, "type": "supergroup", "title": "Harbour talk"}


def typed(text: str | None, **more: Any) -> Message:
    """A message of Ann's in private, unless `more` (the Bot API's fields) says otherwise."""
    row = typed_row(text, **more)
    message = Message.de_json(row, None)
    assert message is not None
    return message


def typed_in_group(text: str | None, **more: Any) -> Message:
    """The same in a group."""
    return typed(text, chat=GROUP, **more)


def typed_row(text: str | None, **more: Any) -> dict[str, Any]:
    """The message as JSON."""
    row: dict[str, Any] = {"message_id": 2, "date": 0, "chat": PRIVATE, "from": ANN}
    if text is not None:
        row |= {"text": text, "entities": list(entities_of(text))}
    return row | more


def said_by_bot(*facts: str, text: str = "a statement and its source") -> dict[str, Any]:
    """A message of the bot's own, whose source lines link to `facts`."""
    links = [
        {
            "type": "text_link",
            "offset": 0,
            "length": 1,
            "url": f"https://t.me/{BOT.username}?start=f_{fact}",
        }
        for fact in facts
    ]
    return typed_row(text, chat=GROUP, **{"from": ITSELF}) | {"entities": links, "message_id": 1}


def said_by_ben(text: str) -> dict[str, Any]:
    """A message of somebody else's in the group."""
    return typed_row(text, chat=GROUP, **{"from": BEN}) | {"message_id": 1}
