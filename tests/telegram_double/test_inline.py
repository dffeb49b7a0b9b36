"""The double refuses what Telegram refuses in the answers to inline and guest queries."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

import aiohttp
import pytest

from tests.telegram_double import Chat, Person, TelegramDouble
from tests.telegram_double.conftest import Caller, Clock

Answer = Callable[..., Awaitable[Any]]


def article(identity: str = "a", **more: Any) -> dict[str, Any]:
    """A result with words."""
    content = {"message_text": "<b>words</b>", "parse_mode": "HTML"}
    return {
        "type": "article", "id": identity, "title": "Title", "input_message_content": content
    } | more  # fmt: skip


def text(words: str) -> dict[str, Any]:
    """What a result posts."""
    return {"message_text": words, "parse_mode": "HTML"}


@pytest.fixture
def answer(call: Caller, ann: Person) -> Answer:
    """Answers an inline query with results."""

    async def to_a_query(*results: dict[str, Any], **more: Any) -> Any:
        query, _ = ann.types_inline("words")
        return await call("answerInlineQuery", inline_query_id=query, results=results, **more)

    return to_a_query


@pytest.mark.parametrize(
    ("results", "complaint"),
    [
        ([article(str(number)) for number in range(51)], "too many inline query results"),
        ([article(), article()], "RESULT_ID_DUPLICATE"),
        ([article("")], "RESULT_ID_INVALID"),
        ([article("ö" * 33)], "RESULT_ID_INVALID"),
        ([article(title=" ")], "ARTICLE_TITLE_EMPTY"),
        (
            [article(input_message_content=text("<p>"))],
            "inline query result: can't parse entities",
        ),
        ([article(input_message_content=text("x" * 4097))], "message is too long"),
        ([article(input_message_content=text("<b> </b>"))], "message text is empty"),
        ([{"type": "article", "id": "a", "title": "x"}], "message content is not specified"),
        (
            [{"type": "photo", "id": "a", "photo_file_id": "unknown"}],
            "wrong remote file identifier",
        ),
    ],
)
async def test_results_that_telegram_refuses_are_refused(
    answer: Answer, results: list[dict[str, Any]], complaint: str
) -> None:
    assert complaint in await answer(*results)


@pytest.mark.parametrize(
    ("button", "complaint"),
    [
        ({"text": "x", "start_parameter": ""}, "START_PARAM_INVALID"),
        ({"text": "x", "start_parameter": "a b"}, "START_PARAM_INVALID"),
        ({"text": "x", "start_parameter": "a" * 65}, "START_PARAM_INVALID"),
        ({"text": "x"}, "must have exactly one optional field"),
        ({"text": "", "start_parameter": "ask"}, "SWITCH_PM_TEXT_EMPTY"),
    ],
)
async def test_a_button_above_the_results_leads_somewhere(
    answer: Answer, button: dict[str, str], complaint: str
) -> None:
    assert complaint in await answer(article(), button=button)


async def test_a_refused_answer_may_be_given_again_and_an_accepted_one_not(
    call: Caller, ann: Person
) -> None:
    query, _ = ann.types_inline("words")
    asked = {"inline_query_id": query}
    assert "RESULT_ID_INVALID" in await call("answerInlineQuery", results=[article("")], **asked)
    assert await call("answerInlineQuery", results=[article()], **asked) is True
    assert "too old" in await call("answerInlineQuery", results=[article()], **asked)
    assert call.telegram.api.posts[query][0]["text"] == "words"


async def test_an_inline_query_is_answered_within_half_a_minute(
    call: Caller, ann: Person, clock: Clock
) -> None:
    query, _ = ann.types_inline("words")
    clock.now += 31
    late = await call("answerInlineQuery", inline_query_id=query, results=[])
    assert "query is too old" in late


async def test_a_picture_is_posted_by_its_id_with_a_short_caption(
    call: Caller, ann: Person, answer: Answer
) -> None:
    photos = call.telegram.api.messages.photos
    [*_, size] = photos.shown(b"\x89PNG\r\n\x1a\n" + bytes(8) + b"\0\0\0\2\0\0\0\2")
    photo = {"type": "photo", "id": "p", "photo_file_id": size["file_id"]}
    assert await answer(photo | {"caption": "<i>x</i>", "parse_mode": "HTML"}) is True
    assert "caption is too long" in await answer(photo | {"caption": "x" * 1025})


async def test_a_guest_is_answered_once_where_the_bot_is_no_member(
    call: Caller, ann: Person
) -> None:
    elsewhere = Chat({"id": -1_000_000_009_999, "type": "supergroup", "title": "Others"})
    query, _ = ann.calls_guest("@facts_test_bot words", elsewhere)
    [update] = await call("getUpdates", allowed_updates=["guest_message"])
    assert update["guest_message"]["guest_query_id"] == query
    assert "chat not found" in await call("sendMessage", chat_id=elsewhere.id, text="x")
    asked = {"guest_query_id": query}
    assert "RESULT_ID_INVALID" in await call("answerGuestQuery", result=article(""), **asked)
    accepted = await call("answerGuestQuery", result=article(), **asked)
    assert set(accepted) == {"inline_message_id"}
    assert "too old" in await call("answerGuestQuery", result=article(), **asked)


@pytest.mark.parametrize(
    "result",
    [
        article(cake=True),
        {"type": "game", "id": "a", "game_short_name": "x"},
        article(input_message_content={"message_text": "x", "cake": True}),
    ],
)
async def test_what_no_telegram_has_a_field_for_fails_the_test(result: dict[str, Any]) -> None:
    with pytest.raises(AssertionError, match="doesn't know"):
        await answered_elsewhere(result)


async def answered_elsewhere(result: dict[str, Any]) -> None:
    """Answer a query with `result` on a double of its own, which is left in the end."""
    async with TelegramDouble() as strict, aiohttp.ClientSession() as session:
        query, _ = strict.person().types_inline("words")
        call = Caller(strict, session)
        await call("answerInlineQuery", inline_query_id=query, results=[result])
