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
    return _text(_utf16(text)[2 * entity.offset : 2 * (entity.offset + entity.length)])


def words_without(text: str, entities: Iterable[MessageEntity]) -> str:
    """`text` with one space in place of each of `entities`."""
    for entity in sorted(entities, key=lambda each: each.offset, reverse=True):
        encoded = _utf16(text)
        before = _text(encoded[: 2 * entity.offset]).rstrip(" ")
        after = _text(encoded[2 * (entity.offset + entity.length) :]).lstrip(" ")
        text = f"{before} {after}"
    return text


def _utf16(text: str) -> bytes:
    # Half a surrogate pair is let through: a question with one is still a question.
    return text.encode("utf-16-le", "surrogatepass")


def _text(encoded: bytes) -> str:
    return encoded.decode("utf-16-le", "surrogatepass")
