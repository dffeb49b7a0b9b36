"""Only a topic that a forum has can be written in."""

from __future__ import annotations

from typing import Any

import pytest

from tests.telegram_double import Chat, Person, TelegramDouble
from tests.telegram_double.conftest import Caller

TOPIC = 7


async def send(call: Caller, chat: Chat, topic: int = TOPIC) -> Any:
    """The message, or the refusal."""
    return await call("sendMessage", chat_id=chat.id, text="x", message_thread_id=topic)


@pytest.fixture
def forum(telegram: TelegramDouble, ann: Person) -> Chat:
    """A forum with one topic, and the general one."""
    chat = telegram.group(forum=True)
    ann.writes("hello", chat, topic=TOPIC)
    ann.writes("hello", chat, topic=1)
    return chat


async def test_a_topic_that_somebody_has_written_in_is_there(call: Caller, forum: Chat) -> None:
    sent = await send(call, forum)
    assert (sent["message_thread_id"], sent["is_topic_message"]) == (TOPIC, True)
    where = {"chat_id": forum.id, "message_thread_id": TOPIC}
    assert await call("sendChatAction", action="typing", **where) is True


@pytest.mark.parametrize("topic", [1, TOPIC + 1])
async def test_the_general_topic_and_unknown_ones_are_not_found(
    call: Caller, forum: Chat, topic: int
) -> None:
    assert "message thread not found" in await send(call, forum, topic)
    where = {"chat_id": forum.id, "message_thread_id": topic}
    assert "not found" in await call("sendChatAction", action="typing", **where)


async def test_a_deleted_topic_is_not_found(call: Caller, forum: Chat) -> None:
    forum.deleted_topics.add(TOPIC)
    assert "message thread not found" in await send(call, forum)


async def test_outside_of_forums_there_is_no_topic(call: Caller, ann: Person) -> None:
    for chat in (ann.chat, call.telegram.group()):
        assert "message thread not found" in await send(call, chat)
    with pytest.raises(AssertionError, match="only a forum has topics"):
        ann.writes("hello", call.telegram.group(), topic=TOPIC)
