"""What a message replies to, and the words of it that it quotes."""

from __future__ import annotations

from typing import Any

from tests.telegram_double.errors import bad_request
from tests.telegram_double.fields import ENTITY, PARSE_MODE, Shape, read
from tests.telegram_double.markup import EntityError, parse_html, units

FIELDS = Shape(
    {"message_id": int},
    {"allow_sending_without_reply": bool, "quote": str, "quote_parse_mode": PARSE_MODE,
     "quote_entities": [ENTITY], "quote_position": int},
)  # fmt: skip
"""But for those by which a message replies to another chat's, to a task or to a poll's option."""
KEPT_IN_QUOTES = {"bold", "italic", "underline", "strikethrough", "spoiler", "custom_emoji"}
"""A quote must have these where the message has them, and nowhere else."""
QUOTE_LIMIT = 1024

Message = dict[str, Any]


def replied_to(messages: dict[int, Message], given: str | None) -> Message:
    """The fields that a message gets from its `reply_parameters`; none where it's no reply.

    `messages` are the chat's, by id. Raises `ApiError`, and `ViolationError` for what Telegram
    has no field for.
    """
    if given is None:
        return {}
    wanted: dict[str, Any] = read("reply_parameters", given, FIELDS)
    message = messages.get(wanted["message_id"])
    if message is None:
        if wanted.get("allow_sending_without_reply"):
            return {}
        raise bad_request("message to be replied not found")
    shown = {key: value for key, value in message.items() if key != "reply_to_message"}
    quote, entities = _quote(wanted)
    if not quote:
        return {"reply_to_message": shown}
    position = _position(message, quote, entities, wanted.get("quote_position", 0))
    told: Message = {"text": quote, "position": position, "is_manual": True}
    if entities:
        told["entities"] = entities
    return {"reply_to_message": shown, "quote": told}


def _quote(wanted: dict[str, Any]) -> tuple[str, list[Message]]:
    quote, entities = wanted.get("quote", ""), wanted.get("quote_entities", [])
    if wanted.get("quote_parse_mode"):
        try:
            quote, entities = parse_html(quote)
        except EntityError as error:
            raise bad_request(f"can't parse quote entities: {error}") from None
    if units(quote) > QUOTE_LIMIT:
        raise bad_request("QUOTE_TEXT_INVALID")
    return quote, [one for one in entities if one["type"] in KEPT_IN_QUOTES]


def _position(message: Message, quote: str, entities: list[Message], hint: int) -> int:
    """Where the quote stands to the character, marks included: nearest to `hint`."""
    caption = "caption" in message
    text = str(message.get("caption" if caption else "text", ""))
    marked = list(message.get("caption_entities" if caption else "entities", ()))
    encoded, wanted = text.encode("utf-16-le"), quote.encode("utf-16-le", "replace")
    found = [
        start
        for start in range(units(text) - units(quote) + 1)
        if encoded[2 * start : 2 * start + len(wanted)] == wanted
        and _within(marked, start, start + units(quote)) == _spans(entities)
    ]
    if not found:
        raise bad_request("QUOTE_TEXT_INVALID")
    return min(found, key=lambda start: abs(start - hint))


def _within(entities: list[Message], start: int, end: int) -> set[tuple[str, int, int]]:
    kept = (one for one in entities if one["type"] in KEPT_IN_QUOTES)
    spans = (
        (one["type"], max(0, one["offset"] - start),
         min(end, one["offset"] + one["length"]) - start)
        for one in kept
    )  # fmt: skip
    return {span for span in spans if span[1] < span[2]}


def _spans(entities: list[Message]) -> set[tuple[str, int, int]]:
    return {(one["type"], one["offset"], one["offset"] + one["length"]) for one in entities}
