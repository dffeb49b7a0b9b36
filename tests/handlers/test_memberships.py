"""A group that the bot is added to is greeted once, and nobody else."""

from __future__ import annotations

from typing import Any

import pytest

from handlers.outcome import Ended, Outcome
from tests.handlers.talks import Talk
from tests.typed_messages import ANN, GROUP, ITSELF, PRIVATE


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
        ("left", "kicked", GROUP),
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
