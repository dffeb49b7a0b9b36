"""A parameter or field that Telegram would leave unread, or take for another, fails the test."""

from __future__ import annotations

import json
from typing import Any

import aiohttp
import pytest
from telegram.constants import UpdateType

from tests.telegram_double import TelegramDouble
from tests.telegram_double.conftest import Caller
from tests.telegram_double.queue import NAMEABLE


async def objections(method: str, **given: Any) -> list[str]:
    """What a double of its own has against a call, with which it fails in the end."""
    telegram = TelegramDouble(previews=True)
    async with aiohttp.ClientSession() as session:
        await telegram.__aenter__()
        if method.startswith("send"):
            given = {"chat_id": telegram.person().chat.id, **given}
        await Caller(telegram, session)(method, **given)
        if not telegram.violations:
            await telegram.__aexit__(None, None, None)
            return []
        with pytest.raises(AssertionError, match="doesn't know"):
            await telegram.__aexit__(None, None, None)
    assert telegram.sent == []
    return telegram.violations


def below(*buttons: dict[str, Any], **more: Any) -> dict[str, Any]:
    """A message's buttons."""
    return {"reply_markup": {"inline_keyboard": [list(buttons)], **more}}


NESTED: list[tuple[dict[str, Any], str]] = [
    ({"link_preview_options": {"is_disabeld": True}}, "link_preview_options has no is_disabeld"),
    ({"link_preview_options": {"is_disabled": "yes"}}, "is_disabled is true or false"),
    ({"link_preview_options": [True]}, "link_preview_options is an object"),
    ({"link_preview_options": "{"}, "link_preview_options is JSON"),
    ({"reply_parameters": {"message_id": "1"}}, "message_id is a whole number"),
    ({"reply_parameters": {"message_id": True}}, "message_id is a whole number"),
    ({"reply_parameters": {"quote": "x"}}, "reply_parameters needs message_id"),
    (
        {"reply_parameters": {"message_id": 1, "allow_sending_without_reply": 1}},
        "allow_sending_without_reply is true or false",
    ),
    (
        {"reply_parameters": {"message_id": 1, "quote_entities": [{"kind": "bold"}]}},
        "quote_entities has no kind",
    ),
    (
        {"reply_parameters": {"message_id": 1, "quote_parse_mode": "Markdown"}},
        "quote_parse_mode is one of HTML",
    ),
    (below(selective=True), "reply_markup has no selective"),
    ({"reply_markup": {}}, "reply_markup needs inline_keyboard"),
    ({"reply_markup": {"force_reply": True}}, "reply_markup has no force_reply"),
    ({"reply_markup": {"inline_keyboard": {}}}, "inline_keyboard is a list"),
    (below({"text": "x", "callback": "x"}), "has no callback"),
    (below({"text": "x", "callback_data": 7}), "callback_data is text"),
    (below({"callback_data": "x"}), "inline_keyboard needs text"),
    (below({"text": "x", "url": "https://t.me", "style": "pink"}), "style is one of danger"),
]


@pytest.mark.parametrize(("given", "words"), NESTED)
async def test_an_object_has_no_other_fields_and_no_other_kinds_of_values(
    given: dict[str, Any], words: str
) -> None:
    [objection] = await objections("sendMessage", text="x", **given)
    assert words in objection


@pytest.mark.parametrize(
    ("method", "given"),
    [
        ("sendMessage", {"text": "x", "disable_notification": "maybe"}),
        ("sendMessage", {"text": "x", "disable_notification": "True"}),
        ("sendMessage", {"text": "x", "protect_content": 1}),
        ("sendPhoto", {"photo": "x", "has_spoiler": "yes"}),
        ("sendPhoto", {"photo": "x", "show_caption_above_media": ""}),
        ("answerCallbackQuery", {"callback_query_id": "q", "show_alert": "no"}),
        ("deleteWebhook", {"drop_pending_updates": 0}),
        ("setWebhook", {"url": "", "drop_pending_updates": None}),
    ],
)
async def test_what_is_true_or_false_is_nothing_else(method: str, given: dict[str, Any]) -> None:
    [objection] = await objections(method, **given)
    assert "takes no such" in objection


@pytest.mark.parametrize(
    ("method", "given"),
    [
        ("sendMessage", {"text": "x", "message_thread_id": "seven"}),
        ("sendMessage", {"text": "x", "message_thread_id": 0}),
        ("editMessageText", {"text": "x", "message_id": 1.5}),
        ("getUpdates", {"limit": 0}),
        ("getUpdates", {"limit": 101}),
        ("getUpdates", {"timeout": 51}),
        ("getUpdates", {"offset": ""}),
        ("setWebhook", {"url": "", "max_connections": 101}),
        ("answerCallbackQuery", {"callback_query_id": "q", "cache_time": -1}),
    ],
)
async def test_a_number_is_one_that_telegram_would_heed(
    method: str, given: dict[str, Any]
) -> None:
    [objection] = await objections(method, **given)
    assert "takes no such" in objection


@pytest.mark.parametrize(
    ("kinds", "words"),
    [
        (["mesage"], "allowed_updates is one of"),
        (["message", 7], "allowed_updates is one of"),
        ("message", "allowed_updates is JSON"),
        (json.dumps("message"), "allowed_updates is a list"),
    ],
)
@pytest.mark.parametrize(
    ("method", "more"), [("getUpdates", {}), ("setWebhook", {"url": "https://bot.example"})]
)
async def test_a_kind_of_updates_that_there_is_not_fails_the_test(
    method: str, more: dict[str, str], kinds: Any, words: str
) -> None:
    [objection] = await objections(method, allowed_updates=kinds, **more)
    assert words in objection


def test_every_kind_of_updates_that_the_library_knows_can_be_named() -> None:
    assert set(UpdateType) <= NAMEABLE


async def test_a_call_with_all_that_telegram_knows_is_taken() -> None:
    buttons: list[dict[str, Any]] = [
        {"text": "x", "callback_data": "x", "style": "primary"},
        {"text": "x", "url": "https://t.me/x"},
    ]
    reply = {"message_id": 1, "allow_sending_without_reply": True, "quote_position": 0}
    given: dict[str, Any] = {
        "link_preview_options": {"is_disabled": True, "show_above_text": False}
    }
    given |= {"reply_parameters": reply, **below(*buttons)}
    assert not await objections("sendMessage", text="x", disable_notification=True, **given)
