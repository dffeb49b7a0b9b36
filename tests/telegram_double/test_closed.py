"""After a 429, a chat takes no message before the time that it named, nor a query its answer."""

from __future__ import annotations

from typing import Any

import aiohttp
import pytest

from tests.telegram_double import Person, TelegramDouble
from tests.telegram_double.closed import CLOCKS, Closed
from tests.telegram_double.conftest import Caller


async def refused(call: Caller, method: str, **given: Any) -> tuple[int, float, str]:
    """Status, `retry_after` and the header of the same name of a call that is refused."""
    url = f"{call.telegram.root}/bot{call.telegram.token}/{method}"
    async with call.session.post(url, data=given) as answer:
        body = await answer.json()
        assert body["error_code"] == answer.status
        wait = float(body["parameters"]["retry_after"])
        return answer.status, wait, answer.headers["Retry-After"]


@pytest.mark.parametrize("method", ["sendMessage", "editMessageText"])
async def test_a_message_before_its_time_is_refused_with_what_is_left_of_it(
    call: Caller, ann: Person, method: str
) -> None:
    call.telegram.impatience_expected = True
    call.telegram.faults.flood(30, times=1)
    given = {"chat_id": str(ann.chat.id), "text": "x", "message_id": "1"}
    first = {name: given[name] for name in ("chat_id", "text")}
    assert await refused(call, "sendMessage", **first) == (429, 30, "30")
    again = first if method == "sendMessage" else given
    status, left, header = await refused(call, method, **again)
    assert (status, header, call.telegram.closed.tried) == (429, "30", 1)
    assert 29 < left <= 30
    assert call.telegram.sent == []


def test_what_is_left_gets_less_until_the_time_is_over() -> None:
    closed = Closed()
    closed.close(7, until=100)
    waits = [one and one.parameters for one in map(closed.refusal, [7] * 3, (88.0, 99.7, 100.0))]
    assert waits == [{"retry_after": 12.0}, {"retry_after": 0.3}, None]
    assert closed.refusal(7, 100 - CLOCKS / 2) is None
    assert (closed.refusal(8, 88.0), closed.refusal(None, 88.0), closed.tried) == (None, None, 2)


async def test_a_query_is_closed_by_itself(call: Caller, ann: Person) -> None:
    call.telegram.impatience_expected = True
    call.telegram.faults.flood(30, methods=("answerInlineQuery",), times=1)
    queries = [ann.types_inline("x", number)[0] for number in range(2)]
    answers = [
        await call("answerInlineQuery", inline_query_id=query, results=[])
        for query in (queries[0], queries[0], queries[1])
    ]
    assert [str(one).partition(":")[0] for one in answers] == ["Too Many Requests"] * 2 + ["True"]
    assert call.telegram.closed.tried == 1


async def test_other_chats_and_what_is_no_message_are_taken_meanwhile(
    call: Caller, ann: Person
) -> None:
    call.telegram.faults.flood(30, times=1)
    assert "retry after 30" in await call("sendMessage", chat_id=ann.chat.id, text="x")
    assert await call("sendChatAction", chat_id=ann.chat.id, action="typing") is True
    other = call.telegram.person(2).chat
    assert (await call("sendMessage", chat_id=other.id, text="x"))["text"] == "x"


async def test_once_the_time_is_over_messages_are_taken(call: Caller, ann: Person) -> None:
    call.telegram.faults.flood(30, times=1)
    await call("sendMessage", chat_id=ann.chat.id, text="x")
    call.telegram.closed.open_all()
    assert (await call("sendMessage", chat_id=ann.chat.id, text="x"))["text"] == "x"


@pytest.mark.parametrize("expected", [True, False])
async def test_impatience_that_no_test_expects_fails_it(expected: bool) -> None:
    telegram = TelegramDouble(previews=True)
    async with aiohttp.ClientSession() as session:
        await telegram.__aenter__()
        telegram.impatience_expected = expected
        telegram.faults.flood(30, times=1)
        for _ in range(2):
            chat = telegram.person().chat.id
            await Caller(telegram, session)("sendMessage", chat_id=chat, text="x")
    if expected:
        await telegram.__aexit__(None, None, None)
    else:
        with pytest.raises(AssertionError, match="before the time that a 429 named: 1"):
            await telegram.__aexit__(None, None, None)
