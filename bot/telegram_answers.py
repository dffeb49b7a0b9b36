"""Tells Telegram's own answers from what proxies, and servers in trouble, say in their place.

A proxy's page with a 403 says nothing of the chat, nor one with a 401 of the token: taken for
Telegram's word, the first would cost a person their answer, and the second would end the bot.
"""

from __future__ import annotations

import json
from http import HTTPStatus
from typing import Any, TypeAlias

from telegram import Message, SentGuestMessage, TelegramObject, User, WebhookInfo

Answer: TypeAlias = dict[str, Any]

LONGEST_WAIT = 10**9
"""Seconds that Telegram may ask for: thirty years, and no more than a timedelta can hold."""

_RESULTS: dict[str, type[TelegramObject]] = {
    "getMe": User,
    "getWebhookInfo": WebhookInfo,
    "answerGuestQuery": SentGuestMessage,
}


def read_answer(body: bytes) -> Answer | None:
    """The object in `body`; `None` where it's no JSON, or something else."""
    try:
        answer = json.loads(body.decode("utf-8", "replace"))
    except (ValueError, RecursionError):
        return None
    return answer if isinstance(answer, dict) else None


def is_telegrams(method: str, status: int, body: bytes) -> bool:
    """Whether `body` is Telegram's answer to a call of `method`, given with HTTP `status`.

    What isn't, or what the library would stumble over, says nothing: the call is worth making
    again. So it is after a 404: Telegram gives that for what never was a token, as `getMe` finds
    out at start; later it comes from a server in trouble, or one that lacks the method.
    """
    answer = read_answer(body)
    if answer is None or (status == HTTPStatus.NOT_FOUND and method != "getMe"):
        return False
    if HTTPStatus.OK <= status < HTTPStatus.MULTIPLE_CHOICES:
        return answer.get("ok") is True and "result" in answer and _fits(method, answer["result"])
    return (
        answer.get("ok") is False
        and isinstance(answer.get("description"), str)
        and _can_be_followed(answer.get("parameters"))
    )


def _fits(method: str, result: object) -> bool:
    if method == "getUpdates":
        # Each is read on its own, so that a bad one doesn't cost the others.
        return isinstance(result, list)
    kind = _RESULTS.get(method)
    if method.startswith(("send", "edit")) and method != "sendChatAction":
        kind = Message
    if kind is None or (result is True and method.startswith("edit")):
        return True
    if not isinstance(result, dict):
        return False
    try:
        kind.de_json(result, None)
    except Exception:  # Whatever the library raises over it.
        return False
    return True


def _can_be_followed(parameters: object) -> bool:
    """Whether an error's `parameters` say how to do better, if anything."""
    if parameters is None:
        return True
    if not isinstance(parameters, dict):
        return False
    wait, chat = parameters.get("retry_after", 0), parameters.get("migrate_to_chat_id", 0)
    return type(wait) in (int, float) and 0 <= wait <= LONGEST_WAIT and type(chat) is int
