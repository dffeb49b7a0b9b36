"""Answers to inline and guest queries, as strict as Telegram is about them."""

from __future__ import annotations

import json
import re
from typing import Any

from tests.telegram_double.errors import ApiError, ViolationError, bad_request
from tests.telegram_double.fields import ENTITY, PARSE_MODE, PREVIEW, Field, Shape, check, read
from tests.telegram_double.keyboards import MARKUP, inline_keyboard
from tests.telegram_double.messages import ENTITIES, words
from tests.telegram_double.photos import Photos

MOST_RESULTS = 50
CONTENT = Shape(
    {"message_text": str},
    {"parse_mode": PARSE_MODE, "entities": [ENTITY], "link_preview_options": PREVIEW},
)
_SHARED: dict[str, Field] = {
    "title": str, "description": str, "reply_markup": MARKUP, "input_message_content": CONTENT
}  # fmt: skip
KINDS = {
    "article": Shape(
        {"type": str, "id": str},
        _SHARED | {"url": str, "thumbnail_url": str, "thumbnail_width": int,
                   "thumbnail_height": int},
    ),
    "photo": Shape(
        {"type": str, "id": str},
        _SHARED | {"photo_file_id": str, "caption": str, "parse_mode": PARSE_MODE,
                   "caption_entities": [ENTITY], "show_caption_above_media": bool},
    ),
}  # fmt: skip
BUTTON = Shape({"text": str}, {"start_parameter": str})
_START = re.compile(r"[A-Za-z0-9_-]{1,64}")

Post = dict[str, Any]
"""What choosing a result posts: `text` or `photo` and `caption`, entities, buttons."""


def offered(given: dict[str, Any], photos: Photos) -> list[Post]:
    """What each result of an `answerInlineQuery` posts. Raises `ApiError`."""
    _check_button(given.get("button"))
    if len(given.get("next_offset", "").encode()) > 64:
        raise bad_request("NEXT_OFFSET_INVALID")
    results = read("results", given["results"], [dict])
    if len(results) > MOST_RESULTS:
        raise bad_request("too many inline query results specified")
    try:
        posts = [_post(one, photos) for one in results]
    except ApiError as error:
        if isinstance(error, ViolationError):
            raise
        inner = error.description.removeprefix("Bad Request: ")
        raise bad_request(f"can't parse inline query result: {inner}") from None
    if len({one["id"] for one in results}) != len(results):
        raise bad_request("RESULT_ID_DUPLICATE")
    return posts


def guest_post(given: dict[str, Any], photos: Photos) -> Post:
    """What an `answerGuestQuery` posts. Raises `ApiError`."""
    return _post(read("result", given["result"], dict), photos)


def _post(result: dict[str, Any], photos: Photos) -> Post:
    kind = result.get("type")
    if kind not in KINDS:
        raise ViolationError(f"the double has no business with results of type {kind}")
    check(f"a result of type {kind}", result, KINDS[kind])
    if not 1 <= len(result["id"].encode()) <= 64:
        raise bad_request("RESULT_ID_INVALID")
    buttons = result.get("reply_markup")
    markup = inline_keyboard(None if buttons is None else json.dumps(buttons))
    post = _text(result) if "input_message_content" in result else _photo(result, photos)
    return post | ({"reply_markup": markup} if markup else {})


def _text(result: dict[str, Any]) -> Post:
    if result["type"] == "article" and not result.get("title", "").strip():
        raise bad_request("ARTICLE_TITLE_EMPTY")
    content = result["input_message_content"]
    text, entities = words(
        {("text" if key == "message_text" else key): value for key, value in content.items()},
        "text",
    )
    if not text:
        raise bad_request("message text is empty")
    preview = content.get("link_preview_options", {})
    return {"text": text, "entities": entities, "link_preview_options": preview}


def _photo(result: dict[str, Any], photos: Photos) -> Post:
    if result["type"] != "photo":
        raise bad_request("input message content is not specified")
    if not result.get("photo_file_id"):
        raise bad_request('can\'t find field "photo_file_id"')
    caption, entities = words(result, "caption")
    shown = photos.shown(result["photo_file_id"])
    return {"photo": shown, "caption": caption, ENTITIES["caption"]: entities}


def _check_button(given: str | None) -> None:
    if given is None:
        return
    button = read("button", given, BUTTON)
    if "start_parameter" not in button:
        raise bad_request(
            "can't parse inline query results button: "
            "InlineQueryResultsButton must have exactly one optional field"
        )
    if not button["text"].strip():
        raise bad_request("SWITCH_PM_TEXT_EMPTY")
    if not _START.fullmatch(button["start_parameter"]):
        raise bad_request("START_PARAM_INVALID")
