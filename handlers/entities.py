"""Cutting a message's text by Telegram's entities, which count in UTF-16 units."""

from __future__ import annotations

from collections.abc import Iterable

from telegram import Message, MessageEntity


def words_of(message: Message) -> tuple[str, tuple[MessageEntity, ...]]:
    """A message's text, or its caption, with the entities in it."""
    if message.text is not None:
        return message.text, tuple(message.entities)
    return message.caption or "", tuple(message.caption_entities)


def words_in(text: str, entity: MessageEntity) -> str:
    """The part of `text` that `entity` marks."""
    cut = _utf16(text)[2 * entity.offset : 2 * (entity.offset + entity.length)]
    return cut.decode("utf-16-le", "surrogatepass")


def words_without(text: str, entities: Iterable[MessageEntity]) -> str:
    """`text` with a space in place of each of `entities`."""
    encoded = _utf16(text)
    for entity in sorted(entities, key=lambda each: each.offset, reverse=True):
        before = encoded[: 2 * entity.offset]
        encoded = before + _utf16(" ") + encoded[2 * (entity.offset + entity.length) :]
    return encoded.decode("utf-16-le", "surrogatepass")


def _utf16(text: str) -> bytes:
    # Half a surrogate pair is let through: a question with one is still a question.
    return text.encode("utf-16-le", "surrogatepass")
