"""Telegram's word is taken for it, and nobody else's."""

from __future__ import annotations

import json
from typing import Any

import pytest

from bot.telegram_answers import is_telegrams
from tests.corpora import json_bodies
from tests.telegram_double import BOT

STATUSES = (200, 201, 301, 400, 401, 403, 404, 409, 413, 429, 500, 502, 503, 999)
ODD_BODIES = (
    b"",
    b"<html>403 Forbidden</html>",
    b"null",
    b"[]",
    b'["result"]',
    b"{}",
    b'{"ok":true}',
    b'{"ok":false}',
    b'{"ok":true,"x":"result"}',
    b'{"ok":true,"x":{"result":1}}',
    b'{"ok":1,"result":{}}',
    b'{"ok":false,"result":1}',
    b'{"ok":true,"result":null}',
    b'{"ok":true,"result":5}',
    b'{"ok":true,"result":{}}',
    b'{"ok":true,"result":{"message_id":1,"date":1e400,"chat":{"id":1,"type":"private"}}}',
    b'{"ok":true,"result":{"message_id":1,"date":1,"chat":5}}',
    b'{"ok":true,"result":{"message_id":1,"date":1,"chat":{"id":1,"type":"private"},"from":7}}',
    b'{"ok":false,"description":5}',
    b'{"ok":false,"description":null}',
    b'{"ok":false,"description":"x","parameters":7}',
    b'{"ok":false,"description":"x","parameters":[1]}',
    b'{"ok":false,"description":"x","parameters":{"retry_after":"5"}}',
    b'{"ok":false,"description":"x","parameters":{"retry_after":1e400}}',
    b'{"ok":false,"description":"x","parameters":{"retry_after":1e300}}',
    b'{"ok":false,"description":"x","parameters":{"retry_after":NaN}}',
    b'{"ok":false,"description":"x","parameters":{"retry_after":-5}}',
    b'{"ok":false,"description":"x","parameters":{"retry_after":true}}',
    b'{"ok":false,"description":"x","parameters":{"retry_after":[]}}',
    b'{"ok":false,"description":"x","parameters":{"migrate_to_chat_id":"abc"}}',
    b'{"ok":false,"description":"x","parameters":{"migrate_to_chat_id":{}}}',
)
"""What no Telegram answers to a send or a poll, whatever the status."""

MESSAGE = {"message_id": 1, "date": 1, "chat": {"id": 1, "type": "private"}, "text": "Hi"}


@pytest.mark.parametrize("method", ["sendMessage", "editMessageText", "getUpdates", "getMe"])
def test_odd_bodies_are_nobodys_word(method: str) -> None:
    bodies = [*ODD_BODIES, *(body.encode("utf-8", "replace") for body in json_bodies().values())]
    taken = [
        (status, body)
        for status in STATUSES
        for body in bodies
        if is_telegrams(method, status, body)
    ]
    assert taken == []


@pytest.mark.parametrize(
    ("method", "result"),
    [
        ("getMe", BOT),
        ("sendMessage", MESSAGE),
        ("sendMessage", {**MESSAGE, "of_tomorrow": [{}]}),
        ("sendChatAction", True),
        ("editMessageText", MESSAGE),
        ("editMessageText", True),
        ("getUpdates", []),
        ("getUpdates", [{"update_id": 1, "message": 5}, 7]),
        ("answerCallbackQuery", True),
        ("answerGuestQuery", {"inline_message_id": "m1"}),
        ("getMyCommands", []),
    ],
)
def test_what_the_library_can_read_is_telegrams(method: str, result: Any) -> None:
    assert is_telegrams(method, 200, json.dumps({"ok": True, "result": result}).encode())


@pytest.mark.parametrize("status", [400, 401, 403, 409, 413, 429, 500, 502])
@pytest.mark.parametrize(
    "parameters", [{}, {"retry_after": 5}, {"retry_after": 2.5}, {"migrate_to_chat_id": -1001}]
)
def test_an_error_with_its_description_is_telegrams(
    status: int, parameters: dict[str, Any]
) -> None:
    body = {"ok": False, "error_code": status, "description": "x", "parameters": parameters}
    assert is_telegrams("sendMessage", status, json.dumps(body).encode())


def test_a_404_is_a_word_on_the_token_at_log_in_alone() -> None:
    body = b'{"ok":false,"error_code":404,"description":"Not Found"}'
    assert is_telegrams("getMe", 404, body)
    assert not any(is_telegrams(name, 404, body) for name in ("getUpdates", "sendMessage"))
