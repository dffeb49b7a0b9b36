"""Every update has one outcome, and at most one answer."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import pytest
from telegram import Update

from handlers.desk import Desk
from handlers.outcome import Ended, Outcome, outcome_slip
from handlers.registering import register
from tests.handlers.recorded_calls import RecordedCalls, application_on
from tests.typed_messages import ANN, GROUP, ITSELF, PRIVATE, said_by_bot, typed_row


class Talk:
    """An application with the handlers, to be handed updates."""

    def __init__(self, calls: RecordedCalls, desk: Desk) -> None:
        """Sends to `calls` what `desk` says."""
        self.calls = calls
        self.application = application_on(calls)
        register(self.application, desk)

    async def hand(self, **update: Any) -> Ended | None:
        """The outcome of an update."""
        parsed = Update.de_json({"update_id": 1, **update}, self.application.bot)
        with outcome_slip() as slip:
            await self.application.process_update(parsed)
        assert slip.errors == []
        return slip.ended

    @property
    def sent(self) -> list[dict[str, Any]]:
        """The messages sent."""
        return self.calls.made("sendMessage")


@pytest.fixture
async def talk(desk: Desk) -> AsyncIterator[Talk]:
    """A talk with the bot."""
    made = Talk(RecordedCalls(), desk)
    async with made.application:
        yield made


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


def membership(before: str, after: str, chat: dict[str, Any] = GROUP) -> dict[str, Any]:
    """An update on the bot's own membership."""
    extra = {
        "kicked": {"until_date": 0},
        "restricted": {"is_member": True, "until_date": 0}
        | dict.fromkeys(
            (
                "can_change_info",
                "can_invite_users",
                "can_pin_messages",
                "can_send_messages",
                "can_send_polls",
                "can_send_other_messages",
                "can_add_web_page_previews",
                "can_manage_topics",
                "can_send_audios",
                "can_send_documents",
                "can_send_photos",
                "can_send_videos",
                "can_send_video_notes",
                "can_send_voice_notes",
                "can_edit_tag",
                "can_react_to_messages",
            ),
            True,
        ),
    }
    return {
        "chat": chat,
        "from": ANN | {"language_code": "sv"},
        "date": 0,
        "old_chat_member": {"user": ITSELF, "status": before, **extra.get(before, {})},
        "new_chat_member": {"user": ITSELF, "status": after, **extra.get(after, {})},
    }


@pytest.mark.parametrize("before", ["left", "kicked"])
async def test_added_to_a_group_it_says_in_two_lines_what_it_does_and_how_to_address_it(
    talk: Talk, before: str
) -> None:
    """In the language of who added it."""
    ended = await talk.hand(my_chat_member=membership(before, "member"))
    assert ended == Ended(Outcome.ANSWERED)
    [sent] = talk.sent
    what, how = sent["text"].splitlines()
    assert what.startswith("Jag svarar på frågor")
    assert "/ask@LindenBot" in how
    assert "@LindenBot når mig kanske inte" in how


@pytest.mark.parametrize(
    ("before", "after", "chat"),
    [
        ("member", "kicked", GROUP),
        ("member", "left", GROUP),
        ("restricted", "member", GROUP),
        ("member", "kicked", PRIVATE),
        ("kicked", "member", PRIVATE),
        ("left", "member", {"id": -5, "type": "channel", "title": "C"}),
    ],
)
async def test_other_comings_and_goings_are_met_with_quiet(
    talk: Talk, before: str, after: str, chat: dict[str, Any]
) -> None:
    ended = await talk.hand(my_chat_member=membership(before, after, chat))
    assert ended is not None
    assert ended.outcome is Outcome.DECLINED
    assert talk.sent == []
