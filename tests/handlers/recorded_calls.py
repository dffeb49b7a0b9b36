"""Telegram as far as a handler sees it: calls are kept, and answered from a script. No network."""

from __future__ import annotations

import json
from typing import Any

from telegram.ext import Application, ExtBot
from telegram.request import BaseRequest, RequestData

from tests.typed_messages import BOT, ITSELF, PRIVATE

TOKEN = "77:test"


class RecordedCalls(BaseRequest):
    """Keeps each call as (method, parameters) and answers it as Telegram would."""

    read_timeout = 1.0

    def __init__(self) -> None:
        """Nothing called yet."""
        self.calls: list[tuple[str, dict[str, Any]]] = []
        self.answers: dict[str, Any] = {
            "getMe": ITSELF,
            "sendMessage": {"message_id": 9, "date": 0, "chat": PRIVATE, "text": "…"},
        }

    def made(self, method: str) -> list[dict[str, Any]]:
        """The parameters of each call of `method`."""
        return [parameters for name, parameters in self.calls if name == method]

    async def initialize(self) -> None:
        """Nothing to open."""

    async def shutdown(self) -> None:
        """Nothing to close."""

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Any = None,
        write_timeout: Any = None,
        connect_timeout: Any = None,
        pool_timeout: Any = None,
    ) -> tuple[int, bytes]:
        """Keeps the call; answers with `True` where there is no other answer."""
        name = url.rsplit("/", 1)[-1]
        self.calls.append((name, dict(request_data.parameters) if request_data else {}))
        answer = self.answers.get(name, True)
        if callable(answer):
            answer = answer(self.calls[-1][1])
        return 200, json.dumps({"ok": True, "result": answer}).encode()


def application_on(calls: RecordedCalls) -> Application[Any, Any, Any, Any, Any, Any]:
    """An application without receiving, whose calls go to `calls`."""
    bot = ExtBot(TOKEN, request=calls, get_updates_request=calls)
    application = Application.builder().bot(bot).updater(None).job_queue(None).build()
    assert BOT.id == ITSELF["id"]
    return application
