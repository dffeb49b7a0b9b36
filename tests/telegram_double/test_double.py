"""The double keeps Telegram's rules, so that a bot which breaks them fails its tests."""

from __future__ import annotations

import asyncio
from typing import Any

import aiohttp
import pytest

from tests.telegram_double import Asked, Person, TelegramDouble
from tests.telegram_double.conftest import Caller, Clock

WHERE_PRIVACY_ENDS = [
    ("who holds it?", False),
    ("/ask@facts_test_bot who?", True),
    ("/ask@FACTS_test_bot who?", True),
    ("/ask@other_bot who?", False),
    ("/ask who?", False),
    ("hey @Facts_Test_Bot, who?", True),
]


async def ids(call: Caller, **given: Any) -> list[int]:
    return [update["update_id"] for update in await call("getUpdates", **given)]


async def test_updates_wait_until_an_offset_above_them_is_named(call: Caller, ann: Person) -> None:
    first, second = (ann.writes(text).update_id for text in ("one", "two"))
    assert first is not None
    assert await ids(call) == [first, second]
    assert await ids(call, offset=first + 1) == [second]
    assert call.telegram.updates.confirmed == {first}


async def test_a_negative_offset_keeps_the_last_ones(call: Caller, ann: Person) -> None:
    updates = [ann.writes(text).update_id for text in ("one", "two", "three")]
    assert await ids(call, offset=-1) == updates[-1:]


async def test_the_same_offset_again_at_once_gives_one_update(call: Caller, ann: Person) -> None:
    updates = [ann.writes(text).update_id for text in ("one", "two")]
    assert await ids(call, offset=1) == updates
    assert await ids(call, offset=1) == updates[:1]


async def test_a_long_poll_waits_for_an_update(call: Caller, ann: Person) -> None:
    poll = asyncio.create_task(ids(call, timeout=20))
    await call.telegram.until(lambda: call.telegram.updates.polls == 1)
    written = ann.writes("one").update_id
    assert await asyncio.wait_for(poll, 5) == [written]


async def test_a_second_poll_ends_the_first_with_a_conflict(call: Caller, ann: Person) -> None:
    first = asyncio.create_task(call("getUpdates", timeout=20))
    await call.telegram.until(lambda: call.telegram.updates.polls == 1)
    second = asyncio.create_task(call("getUpdates", timeout=20))
    assert "terminated by other getUpdates request" in await first
    ann.writes("one")
    assert len(await second) == 1


async def test_no_updates_are_given_beside_a_webhook(call: Caller) -> None:
    await call("setWebhook", url="https://bot.example")
    assert "webhook is active" in await call("getUpdates")


async def test_only_the_kinds_that_were_asked_for_come(call: Caller, ann: Person) -> None:
    asked = ann.writes("one")
    ann.edits(asked, "two")
    assert await ids(call, allowed_updates=["message"]) == [asked.update_id]


async def test_a_message_waits_a_day_and_an_inline_query_half_a_minute(
    call: Caller, ann: Person, clock: Clock
) -> None:
    message = ann.writes("one").update_id
    ann.types_inline("two")
    clock.now += 31
    assert await ids(call) == [message]
    clock.now += 24 * 3600
    assert await ids(call, offset=1) == []


async def test_a_query_can_be_answered_once_and_in_time(
    call: Caller, ann: Person, clock: Clock
) -> None:
    await call("sendMessage", chat_id=ann.chat.id, text="press")
    query, _ = ann.presses(call.telegram.sent[0].message, "data")
    assert await call("answerCallbackQuery", callback_query_id=query) is True
    assert "query is too old" in await call("answerCallbackQuery", callback_query_id=query)
    query, _ = ann.presses(call.telegram.sent[0].message, "other")
    clock.now += 151
    assert "query is too old" in await call("answerCallbackQuery", callback_query_id=query)


@pytest.mark.parametrize(("text", "reaches"), WHERE_PRIVACY_ENDS)
async def test_privacy_mode_lets_through_what_is_for_the_bot(
    telegram: TelegramDouble, ann: Person, text: str, reaches: bool
) -> None:
    assert (ann.writes(text, telegram.group()).update_id is not None) is reaches


async def test_a_reply_to_the_bot_comes_through(call: Caller, ann: Person) -> None:
    group = call.telegram.group()
    await call("sendMessage", chat_id=group.id, text="hello")
    own = call.telegram.sent[0].message
    assert ann.writes("and?", group, reply_to=own).update_id is not None


async def test_a_bare_command_comes_through_where_the_bot_spoke_last(
    call: Caller, ann: Person
) -> None:
    group = call.telegram.group()
    await call("sendMessage", chat_id=group.id, text="hello")
    heard: list[Asked] = [ann.writes("/help", group), ann.writes("/help", group)]
    assert [one.update_id is not None for one in heard] == [True, False]


@pytest.mark.parametrize(
    ("method", "given"),
    [
        ("sendMesage", {}),
        ("sendMessage", {"chat_id": 1, "txt": "x"}),
        ("sendMessage", {"text": "x"}),
    ],
)
async def test_a_call_that_telegram_does_not_know_fails_the_test(
    method: str, given: dict[str, Any]
) -> None:
    with pytest.raises(AssertionError, match="doesn't know"):
        async with TelegramDouble() as strict, aiohttp.ClientSession() as session:
            await Caller(strict, session)(method, **given)


async def test_another_token_is_unauthorized(telegram: TelegramDouble) -> None:
    async with (
        aiohttp.ClientSession() as session,
        session.post(f"{telegram.root}/bot1:wrong/getMe") as answer,
    ):
        assert answer.status == 401


async def test_what_the_double_itself_trips_over_fails_the_test(
    telegram: TelegramDouble, call: Caller, ann: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It would look like a trouble of Telegram's, which a bot waits out."""
    monkeypatch.setattr(telegram.api.messages, "topic", None)
    with pytest.raises(aiohttp.ContentTypeError):
        await call("sendMessage", chat_id=ann.chat.id, text="x")
    [violation] = telegram.violations
    assert violation.startswith("sendMessage is given what the double trips over: TypeError")
    telegram.violations.clear()
