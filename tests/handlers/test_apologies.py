"""Who asked is told that it failed; who didn't ask isn't."""

from __future__ import annotations

import pytest
from telegram import Update

from handlers.apologies import apologise
from handlers.outcome import Outcome
from tests.handlers.recorded_calls import RecordedCalls, application_on
from tests.typed_messages import BEN, GROUP, PRIVATE, typed_row


@pytest.mark.parametrize(
    ("text", "more", "sent"),
    [
        ("Who holds Linden?", {}, ["Something went wrong on my side."]),
        ("@LindenBot hi", {"chat": GROUP, "from": BEN}, ["У мене щось пішло не так."]),
        ("Linden!", {"chat": GROUP}, []),
    ],
)
async def test_an_apology_goes_to_who_asked(
    text: str, more: dict[str, object], sent: list[str]
) -> None:
    calls = RecordedCalls()
    async with application_on(calls) as application:
        row = {"update_id": 1, "message": typed_row(text, **more)}
        ended = await apologise(Update.de_json(row, application.bot))
    said = [call["text"] for call in calls.made("sendMessage")]
    assert [text.split(".")[0] + "." for text in said] == sent
    assert ended.outcome is (Outcome.ANSWERED if sent else Outcome.DECLINED)


@pytest.mark.parametrize(
    ("chat", "method"),
    [(PRIVATE, "sendMessage"), (GROUP, "answerCallbackQuery"), (None, "answerCallbackQuery")],
)
async def test_who_pressed_a_button_in_vain_is_told_so(
    chat: dict[str, object] | None, method: str
) -> None:
    """In private by a message: the button may have had its one answer already."""
    under = {"inline_message_id": "x"} if chat is None else {"message": typed_row("…", chat=chat)}
    query = {"id": "1", "from": BEN, "chat_instance": "1", "data": "1:q:en:catch", **under}
    calls = RecordedCalls()
    async with application_on(calls) as application:
        row = {"update_id": 1, "callback_query": query}
        ended = await apologise(Update.de_json(row, application.bot))
    [told] = calls.made(method)
    assert told["text"].startswith("У мене щось пішло не так.")
    assert ended.outcome is Outcome.ANSWERED
