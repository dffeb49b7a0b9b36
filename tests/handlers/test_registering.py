"""Every update has one outcome, and at most one answer."""

from __future__ import annotations

from typing import Any

import pytest

from handlers.outcome import Ended, Outcome
from tests.handlers.talks import Talk
from tests.typed_messages import GROUP, PRIVATE, said_by_bot, typed_row


async def test_a_private_question_is_answered_once(talk: Talk) -> None:
    ended = await talk.hand(message=typed_row("Who holds Linden?"))
    assert ended == Ended(Outcome.ANSWERED)
    [sent] = talk.sent
    assert sent["chat_id"] == PRIVATE["id"]
    assert "<blockquote>The harbour of Linden" in sent["text"]
    assert "https://t.me/LindenBot?start=f_harbour-held" in sent["text"]


async def test_a_command_is_answered_once_and_not_as_a_question_too(talk: Talk) -> None:
    assert await talk.hand(message=typed_row("/harbour")) == Ended(Outcome.ANSWERED)
    assert len(talk.sent) == 1


async def test_in_a_group_the_answer_replies_to_the_question_in_its_topic(talk: Talk) -> None:
    topic = {"message_thread_id": 5, "is_topic_message": True}
    row = typed_row("@LindenBot who holds Linden?", chat=GROUP | {"is_forum": True}, **topic)
    assert await talk.hand(message=row) == Ended(Outcome.ANSWERED)
    [sent] = talk.sent
    assert sent["message_thread_id"] == 5
    assert sent["reply_parameters"]["message_id"] == row["message_id"]
    assert "<blockquote>" in sent["text"]


@pytest.mark.parametrize(
    ("update", "rule"),
    [
        ({"message": typed_row("Linden!", chat=GROUP)}, "not addressed to the bot"),
        ({"message": typed_row("/fish@OtherBot", chat=GROUP)}, "another bot's command"),
        (
            {"message": typed_row("thanks", chat=GROUP, reply_to_message=said_by_bot())},
            "thanks and greetings in a group",
        ),
        ({"edited_message": typed_row("/fish", edit_date=1)}, "no handler for it"),
        (
            {"channel_post": typed_row("/fish", chat={"id": -5, "type": "channel", "title": "C"})},
            "no handler for it",
        ),
    ],
)
async def test_what_is_not_answered_is_declined_by_a_named_rule(
    talk: Talk, update: dict[str, Any], rule: str
) -> None:
    assert await talk.hand(**update) == Ended(Outcome.DECLINED, rule)
    assert talk.sent == []
