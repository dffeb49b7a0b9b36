"""The bot answers what is for it, and nothing else, ever."""

from __future__ import annotations

from typing import Any

import pytest

from handlers.addressing import Addressed, Rule, addressed
from tests.typed_messages import (
    ANN,
    BOT,
    GROUP,
    ITSELF,
    OTHER_BOT,
    said_by_ben,
    said_by_bot,
    typed,
    typed_in_group,
    typed_row,
)


def in_group(text: str | None, **more: Any) -> Addressed | Rule:
    """What a group message asks of the bot."""
    return addressed(typed_in_group(text, **more), BOT, private=False)


@pytest.mark.parametrize(
    ("text", "command", "words"),
    [
        ("/harbour", "harbour", ""),
        ("/harbour please", "harbour", "please"),
        ("/harbour@LindenBot", "harbour", ""),
        ("/HARBOUR@lindenbot", "HARBOUR", ""),
        ("/ask@LindenBot who holds Linden?", "ask", "who holds Linden?"),
        ("/ask @LindenBot who holds Linden?", "ask", "who holds Linden?"),
        ("/ask who holds Linden? @lindenbot", "ask", "who holds Linden?"),
        ("@LindenBot /place Linden", "place", "Linden"),
    ],
)
def test_a_command_is_for_the_bot(text: str, command: str, words: str) -> None:
    assert in_group(text) == Addressed(command, words)


@pytest.mark.parametrize("text", ["/harbour@OtherBot", "/harbour@LindenBot2", "/ask@Linden hi"])
def test_a_command_of_another_bot_is_not(text: str) -> None:
    assert in_group(text) is Rule.OTHERS_COMMAND


def test_a_command_of_another_bot_stays_so_in_a_reply_to_this_one() -> None:
    asked = in_group("/harbour@OtherBot", reply_to_message=said_by_bot())
    assert asked is Rule.OTHERS_COMMAND


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("@LindenBot who holds Linden?", "who holds Linden?"),
        ("@lindenBOT, who holds Linden?", "who holds Linden?"),
        ("let's see. @LindenBot who holds it?", "let's see. who holds it?"),
        ("who holds Linden? @LindenBot", "who holds Linden?"),
        ("😀😀 @LindenBot: 𝔴ho holds it?", "😀😀 : 𝔴ho holds it?"),
    ],
)
def test_a_mention_anywhere_is_for_the_bot(text: str, words: str) -> None:
    assert in_group(text) == Addressed(None, words)


@pytest.mark.parametrize(
    "text",
    [
        "write to support@lindenbot.org",
        "look at t.me/LindenBot",
        "https://t.me/LindenBot?start=x",
        "@LindenBot2 who holds it?",
        "@TheLindenBot who holds it?",
        "@Linden who holds it?",
        "LindenBot who holds it?",
        "Linden!!!",
        "harbour, harbour, harbour",
        "and/or /",
        "see /harbour",
    ],
)
def test_what_only_looks_like_it_is_not(text: str) -> None:
    assert in_group(text) is Rule.NOT_ADDRESSED


def test_a_mention_by_name_without_username_counts() -> None:
    entities = [{"type": "text_mention", "offset": 0, "length": 6, "user": ITSELF}]
    assert in_group("Linden who holds it?", entities=entities) == Addressed(None, "who holds it?")


def test_a_reply_to_the_bot_is_for_it() -> None:
    asked = in_group("and the pier?", reply_to_message=said_by_bot("harbour-held"))
    assert asked == Addressed(None, "and the pier?")


def test_a_reply_to_somebody_else_is_not() -> None:
    asked = in_group("and the pier?", reply_to_message=said_by_ben("who holds Linden?"))
    assert asked is Rule.NOT_ADDRESSED


def test_a_message_in_a_topic_that_the_bot_opened_is_no_reply_to_it() -> None:
    opened = said_by_bot() | {"forum_topic_created": {"name": "War", "icon_color": 1}}
    del opened["text"]
    asked = in_group("hello all", reply_to_message=opened, is_topic_message=True)
    assert asked is Rule.NOT_ADDRESSED


@pytest.mark.parametrize("text", ["@LindenBot", "@LindenBot?!", "/ask@LindenBot"])
def test_a_bare_call_below_a_message_asks_about_that_message(text: str) -> None:
    asked = in_group(text.replace("?!", ""), reply_to_message=said_by_ben("The Greys lost it"))
    assert isinstance(asked, Addressed)
    assert (asked.words, asked.claim) == ("", "The Greys lost it")


def test_a_caption_reads_like_text() -> None:
    caption = typed_row("@LindenBot who holds it?")
    photo = [{"file_id": "a", "file_unique_id": "b", "width": 1, "height": 1}]
    asked = in_group(
        None, caption=caption["text"], caption_entities=caption["entities"], photo=photo
    )
    assert asked == Addressed(None, "who holds it?")


def test_other_bots_are_not_answered_even_in_private() -> None:
    message = typed("@LindenBot who holds it?", **{"from": OTHER_BOT})
    assert addressed(message, BOT, private=True) is Rule.ANOTHER_BOT
    assert in_group("/harbour@LindenBot", **{"from": OTHER_BOT}) is Rule.ANOTHER_BOT


def test_an_anonymous_admin_is_a_person() -> None:
    """Telegram sends them as a bot of its own, with the group as sender."""
    anonymous = OTHER_BOT | {"id": 1087968824, "username": "GroupAnonymousBot"}
    asked = in_group("/harbour", **{"from": anonymous}, sender_chat=GROUP)
    assert asked == Addressed("harbour", "")


def test_a_channels_post_in_its_group_is_not_answered() -> None:
    asked = in_group("@LindenBot hi", is_automatic_forward=True, sender_chat={**GROUP, "id": -5})
    assert asked is Rule.AUTOMATIC_FORWARD


def test_what_was_sent_by_way_of_the_bot_is_not_answered() -> None:
    message = typed("The Greys hold the harbour", via_bot=ITSELF)
    assert addressed(message, BOT, private=True) is Rule.OWN_WORDS


def test_in_private_everything_is_for_the_bot() -> None:
    assert addressed(typed("who holds it?"), BOT, private=True) == Addressed(None, "who holds it?")
    assert addressed(typed("/start f_catch"), BOT, private=True) == Addressed("start", "f_catch")


def test_half_a_surrogate_pair_is_no_obstacle() -> None:
    """A broken client can send one, escaped, and Telegram's JSON would carry it on."""
    entities = [{"type": "mention", "offset": 0, "length": 10}]
    assert in_group("@LindenBot \ud83d?", entities=entities) == Addressed(None, "\ud83d?")


def test_somebody_is_asked_about_by_nobody() -> None:
    """A mention of a person is no mention of the bot."""
    entities = [{"type": "text_mention", "offset": 0, "length": 3, "user": ANN}]
    assert in_group("Ann who holds it?", entities=entities) is Rule.NOT_ADDRESSED
