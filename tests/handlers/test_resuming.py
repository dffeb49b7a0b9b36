"""An answer that Telegram held back is made anew and sent, or its loss is told."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from telegram import Bot

from handlers.again import Again
from handlers.desk import Desk
from handlers.outcome import ANSWERED, Ended, Held, Outcome
from handlers.resuming import resuming
from handlers.said import Audience
from handlers.sending import Sender
from tests.handlers.recorded_calls import RecordedCalls, application_on

CHAT = 10


@pytest.fixture
def calls() -> RecordedCalls:
    return RecordedCalls()


@pytest.fixture
async def bot(calls: RecordedCalls) -> AsyncIterator[Bot]:
    async with application_on(calls) as application:
        yield application.bot


async def resumed(desk: Desk, bot: Bot, again: str) -> Ended:
    held = Held(CHAT, 5, None, quote_question=False, again=again, wait=0)
    return await resuming(desk, Sender())(bot, held)


async def test_it_is_made_of_what_the_knowledge_has_now(
    desk: Desk, bot: Bot, calls: RecordedCalls
) -> None:
    kept = str(Again("en", Audience.PRIVATE, kind="answered", facts=("catch", "no-more")))
    assert await resumed(desk, bot, kept) == ANSWERED
    [sent] = calls.made("sendMessage")
    assert sent["chat_id"] == CHAT
    assert sent["text"].startswith("The Greys claim 9,000 herrings")
    assert "https://t.me/LindenBot?start=f_catch" in sent["text"]


@pytest.mark.parametrize(
    ("again", "sorry"),
    [
        (
            str(Again("uk", Audience.PRIVATE, kind="answered", facts=("no-more",))),
            "У мене щось пішло не так.",
        ),
        (str(Again("en", Audience.PRIVATE, kind="of old")), "Something went wrong on my side."),
        ("of another version", "Something went wrong on my side."),
        ("[]", "Something went wrong on my side."),
    ],
)
async def test_where_it_cannot_be_made_who_waits_is_told_so_in_their_language(
    desk: Desk, bot: Bot, calls: RecordedCalls, again: str, sorry: str
) -> None:
    assert await resumed(desk, bot, again) == Ended(Outcome.FAILED, "not made anew")
    [sent] = calls.made("sendMessage")
    assert sent["text"].startswith(sorry)
