"""Who asked is told that it failed; who didn't ask isn't."""

from __future__ import annotations

import pytest
from telegram import Update

from handlers.apologies import apologise
from handlers.outcome import Outcome
from tests.handlers.recorded_calls import RecordedCalls, application_on
from tests.typed_messages import BEN, GROUP, typed_row


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
