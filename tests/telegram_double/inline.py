"""Answers to inline and guest queries, as strict as Telegram is about them."""

from __future__ import annotations

import json
import re
from typing import Any

from tests.telegram_double.errors import ApiError, ViolationError, bad_request
from tests.telegram_double.keyboards import inline_keyboard
from tests.telegram_double.messages import ENTITIES, words
from tests.telegram_double.photos import Photos

MOST_RESULTS = 50
_SHARED = {"type", "id", "title", "description", "reply_markup", "input_message_content"}
_KINDS = {
    "article": _SHARED | {"url", "thumbnail_url", "thumbnail_width", "thumbnail_height"},
    "photo": _SHARED | {"photo_file_id", "caption", "parse_mode", "caption_entities",
                        "show_caption_above_media"},
}  # fmt: skip
_CONTENT = {"message_text", "parse_mode", "entities", "link_preview_options"}
_START = re.compile(r"[A-Za-z0-9_-]{1,64}")

Post = dict[str, Any]
"""What choosing a result posts: `text` or `photo` and `caption`, entities, buttons."""


def offered(given: dict[str, Any], photos: Photos) -> list[Post]:
    """What each result of an `answerInlineQuery` posts. Raises `ApiError`."""
    _check_button(given.get("button"))
    if len(given.get("next_offset", "").encode()) > 64:
        raise bad_request("NEXT_OFFSET_INVALID")
    if not given.get("cache_time", "300").isdecimal():
        raise ViolationError("cache_time is a number of seconds")
    results = json.loads(given["results"])
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
    return _post(json.loads(given["result"]), photos)


def _post(result: dict[str, Any], photos: Photos) -> Post:
    kind = result.get("type")
    if kind not in _KINDS:
        raise ViolationError(f"the double has no business with results of type {kind}")
    if unknown := set(result) - _KINDS[kind]:
        raise ViolationError(f"a result of type {kind} has no {', '.join(sorted(unknown))}")
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
    if unknown := set(content) - _CONTENT:
        raise ViolationError(f"the double knows no input_message_content with {unknown}")
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
    button = json.loads(given)
    leads = set(button) - {"text"}
    if len(leads) != 1 or not leads <= {"start_parameter", "web_app"}:
        raise bad_request(
            "can't parse inline query results button: "
            "InlineQueryResultsButton must have exactly one optional field"
        )
    if not button.get("text", "").strip():
        raise bad_request("SWITCH_PM_TEXT_EMPTY")
    if "start_parameter" in button and not _START.fullmatch(button["start_parameter"]):
        raise bad_request("START_PARAM_INVALID")
