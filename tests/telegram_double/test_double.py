"""The double keeps Telegram's rules, so that a bot which breaks them fails its tests."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest

from tests.telegram_double import Asked, Person, TelegramDouble

WHERE_PRIVACY_ENDS = [
    ("who holds it?", False),
    ("/ask@facts_test_bot who?", True),
    ("/ask@FACTS_test_bot who?", True),
    ("/ask@other_bot who?", False),
    ("/ask who?", False),
    ("hey @Facts_Test_Bot, who?", True),
]


class Caller:
    """Calls methods with bare HTTP, as any client might."""

    def __init__(self, telegram: TelegramDouble, session: aiohttp.ClientSession) -> None:
        """Call `telegram`."""
        self.telegram = telegram
        self.session = session

    async def __call__(self, method: str, **given: Any) -> Any:
        """The `result`, or the description of the error."""
        url = f"{self.telegram.root}/bot{self.telegram.token}/{method}"
        data = {
            name: value if isinstance(value, str) else json.dumps(value)
            for name, value in given.items()
        }
        async with self.session.post(url, data=data) as answer:
            body = await answer.json()
            return body["result"] if body["ok"] else body["description"]


class Clock:
    """A time that tests can move."""

    def __init__(self) -> None:
        """Some day."""
        self.now = 1_700_000_000.0

    def __call__(self) -> float:
        """Seconds since 1970."""
        return self.now


@pytest.fixture
def clock() -> Clock:
    """The double's time."""
    return Clock()


@pytest.fixture
async def telegram(clock: Clock) -> AsyncIterator[TelegramDouble]:
    """A double on that time."""
    async with TelegramDouble(clock) as double:
        yield double


@pytest.fixture
async def call(telegram: TelegramDouble) -> AsyncIterator[Caller]:
    """A client."""
    async with aiohttp.ClientSession() as session:
        yield Caller(telegram, session)


@pytest.fixture
def ann(telegram: TelegramDouble) -> Person:
    """Somebody."""
    return telegram.person()


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


async def send(call: Caller, chat: int, **given: Any) -> Any:
    return await call("sendMessage", **{"chat_id": chat, "text": "x", **given})


async def test_sends_that_telegram_refuses_are_refused(call: Caller, ann: Person) -> None:
    chat = ann.chat.id
    asked = ann.writes("the very words")
    said = {"message_id": asked.message_id, "quote": "other words"}
    refusals = {
        "message text is empty": await send(call, chat, text=" \n "),
        "message is too long": await send(call, chat, text="😀" * 2049),
        "can't parse entities": await send(call, chat, text="<p>", parse_mode="HTML"),
        "chat not found": await send(call, 12345),
        "message to be replied not found": await send(
            call, chat, reply_parameters={"message_id": 99}
        ),
        "QUOTE_TEXT_INVALID": await send(call, chat, reply_parameters=said),
        "BUTTON_DATA_INVALID": await send(
            call,
            chat,
            reply_markup={"inline_keyboard": [[{"text": "x", "callback_data": "ö" * 33}]]},
        ),
    }
    for words, refusal in refusals.items():
        assert words in refusal
    assert call.telegram.sent == []


async def test_a_message_may_be_4096_long_after_parsing(call: Caller, ann: Person) -> None:
    text = f"<b>{'&amp;' * 4096}</b>"
    await send(call, ann.chat.id, text=text, parse_mode="HTML")
    assert call.telegram.sent[0].text == "&" * 4096


async def test_a_message_that_does_not_change_is_not_edited(call: Caller, ann: Person) -> None:
    await send(call, ann.chat.id)
    message = call.telegram.sent[0].message["message_id"]
    same = await call("editMessageText", chat_id=ann.chat.id, message_id=message, text="x")
    assert "message is not modified" in same


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
