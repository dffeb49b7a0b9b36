"""Whom the bot answers in what Telegram's chats have in store, and where it's quiet; over HTTP."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from tests.bot.invented_bot import InventedBot, invented_bot
from tests.bot.processes import BotProcess
from tests.telegram_double import BOT, Chat, Person, TelegramDouble

NAME = BOT["username"]
OTHER_BOT = {"id": 12, "is_bot": True, "first_name": "Other", "username": "OtherBot"}
ANONYMOUS_ADMIN = {
    "id": 1087968824, "is_bot": True, "first_name": "Group", "username": "GroupAnonymousBot"
}  # fmt: skip
AS_A_CHANNEL = {
    "id": 136817688, "is_bot": True, "first_name": "Channel", "username": "Channel_Bot"
}  # fmt: skip
CHANNEL = {"id": -1_000_000_005_555, "type": "channel", "title": "News"}
FILE = {"file_id": "x", "file_unique_id": "y"}
WITHOUT_WORDS = [
    {"photo": [FILE | {"width": 1, "height": 1}]},
    {"voice": FILE | {"duration": 1}},
    {
        "sticker": FILE
        | {"width": 1, "height": 1, "type": "regular", "is_animated": False, "is_video": False}
    },
]


@pytest.fixture
async def bot(telegram: TelegramDouble, tmp_path: Path) -> AsyncIterator[InventedBot]:
    """The bot, running, and given everything that is said in groups."""
    telegram.privacy_mode = False
    async with invented_bot(telegram, tmp_path) as running:
        yield running


@pytest.fixture
def ann(telegram: TelegramDouble) -> Person:
    """Somebody."""
    return telegram.person()


@pytest.fixture
def group(telegram: TelegramDouble) -> Chat:
    """A group with the bot."""
    return telegram.group()


@pytest.mark.usefixtures("bot")
async def test_a_caption_reads_like_text(
    telegram: TelegramDouble, ann: Person, group: Chat
) -> None:
    ann.writes(None, caption="who holds Linden?", **WITHOUT_WORDS[0])
    assert (await telegram.answer_to(ann.chat)).text.startswith("The Greys hold")
    ann.writes(None, group, caption=f"@{NAME} who holds Linden?", **WITHOUT_WORDS[0])
    assert (await telegram.answer_to(group)).text.startswith("The Greys hold")


@pytest.mark.parametrize("media", WITHOUT_WORDS, ids=lambda media: next(iter(media)))
async def test_what_has_no_words_gets_one_line_in_private_and_nothing_in_a_group(
    telegram: TelegramDouble, bot: InventedBot, ann: Person, group: Chat, media: dict[str, Any]
) -> None:
    ann.writes(None, group, **media)
    ann.writes(None, **media)
    sent = await telegram.answer_to(ann.chat)
    await telegram.until_all_confirmed()
    assert sent.text == "I read words only: write your question, please."
    assert telegram.sent == [sent]
    assert bot.counts() == {("answered", None): 1, ("declined", "no words in it"): 1}


async def test_it_is_silent_in_channels(
    telegram: TelegramDouble, bot: InventedBot, ann: Person, group: Chat
) -> None:
    """Made an admin of one, whose posts it doesn't ask for, and where they come into a group."""
    ann.changes_membership(Chat(CHANNEL), BOT, "left", "administrator")
    post = {"message_id": 1, "date": 1, "chat": CHANNEL, "text": f"/fish@{NAME}"}
    telegram.hand_over_raw({"channel_post": post})
    ann.writes(
        f"@{NAME} who holds Linden?",
        group,
        is_automatic_forward=True,
        sender_chat=CHANNEL,
        **{"from": {"id": 777000, "is_bot": False, "first_name": "Telegram"}},
    )
    await telegram.until_all_confirmed()
    assert telegram.sent == []
    assert bot.counts() == {
        ("declined", "not a group's membership"): 1,
        ("declined", "a channel's post in its own group"): 1,
    }


@pytest.mark.usefixtures("bot")
async def test_an_anonymous_admin_is_answered(
    telegram: TelegramDouble, ann: Person, group: Chat
) -> None:
    ann.writes(f"/harbour@{NAME}", group, sender_chat=group.shown, **{"from": ANONYMOUS_ADMIN})
    assert (await telegram.answer_to(group)).text.startswith("Harbour")


@pytest.mark.usefixtures("bot")
async def test_somebody_who_writes_as_a_channel_is_answered(
    telegram: TelegramDouble, ann: Person, group: Chat
) -> None:
    ann.writes(f"/harbour@{NAME}", group, sender_chat=CHANNEL, **{"from": AS_A_CHANNEL})
    assert (await telegram.answer_to(group)).text.startswith("Harbour")


async def test_other_bots_are_not_answered(
    telegram: TelegramDouble, bot: InventedBot, ann: Person, group: Chat
) -> None:
    ann.writes(f"@{NAME} who holds Linden?", group, **{"from": OTHER_BOT})
    ann.writes("who holds Linden?", **{"from": OTHER_BOT})
    await telegram.until_all_confirmed()
    assert telegram.sent == []
    assert bot.counts() == {("declined", "another bot's message"): 2}


@pytest.mark.usefixtures("bot")
async def test_a_message_that_is_edited_is_not_answered_again(
    telegram: TelegramDouble, ann: Person
) -> None:
    asked = ann.writes("who holds Linden?")
    sent = await telegram.answer_to(ann.chat)
    edited = ann.edits(asked, "how many herrings?")
    assert edited is not None
    ann.writes("thanks")
    await telegram.answer_to(ann.chat, 2)
    await telegram.until_all_confirmed()
    assert telegram.sent[0] == sent
    assert len(telegram.sent) == 2


async def test_an_answer_comes_though_its_question_was_deleted(
    telegram: TelegramDouble, ann: Person, group: Chat, tmp_path: Path
) -> None:
    asked = ann.writes(f"/ask@{NAME} who holds Linden?", group)
    del group.messages[asked.message_id]
    async with invented_bot(telegram, tmp_path):
        sent = await telegram.answer_to(group)
    assert "reply_to_message" not in sent.message
    assert telegram.refused == []


@pytest.mark.usefixtures("bot")
@pytest.mark.parametrize(
    ("parameter", "begins"),
    [
        ("place_linden", "Linden (“Lindén” in the article)"),
        ("place_elsewhere", "The article never names Elsewhere."),
        ("f_catch", "An invented article on Linden"),
        ("place_<b>nowhere", "That link leads to nothing I know"),
        ("ask", "Frontline Facts"),
    ],
)
async def test_a_deep_link_opens_what_it_names(
    telegram: TelegramDouble, ann: Person, parameter: str, begins: str
) -> None:
    ann.writes(f"/start {parameter}")
    assert (await telegram.answer_to(ann.chat)).text.startswith(begins)


@pytest.mark.usefixtures("bot")
async def test_a_new_group_and_help_tell_what_reaches_the_bot_for_certain(
    telegram: TelegramDouble, ann: Person, group: Chat
) -> None:
    """With its privacy mode on, a group's plain mention of a bot may not."""
    ann.changes_membership(group, BOT, "left", "member")
    hello = await telegram.answer_to(group)
    ann.writes("/help")
    page = await telegram.answer_to(ann.chat)
    for said in (hello, page):
        assert f"write /ask@{NAME} and your question" in said.text
        assert "another of my commands, or reply to one of my messages" in said.text
        assert f"A plain mention of @{NAME} may not reach me, unless" in said.text


@pytest.mark.usefixtures("bot")
async def test_help_tells_of_inline_and_guest_mode_where_they_are_on(
    telegram: TelegramDouble, ann: Person
) -> None:
    ann.writes("/help")
    page = await telegram.answer_to(ann.chat)
    assert f"In any chat: type @{NAME} and a place or a topic" in page.text
    assert f"Where I'm no member: @{NAME} and your question." in page.text


async def test_help_is_silent_on_modes_that_are_off(
    telegram: TelegramDouble, ann: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(telegram.bot, "supports_inline_queries", False)
    monkeypatch.delitem(telegram.bot, "supports_guest_queries")
    async with invented_bot(telegram, tmp_path):
        ann.writes("/help")
        page = await telegram.answer_to(ann.chat)
    assert "In any chat" not in page.text
    assert "no member" not in page.text


async def test_the_menu_lists_claims_and_pictures_where_they_can_be_asked_for(
    telegram: TelegramDouble, tmp_path: Path
) -> None:
    async with BotProcess(telegram, tmp_path, module="tests.bot.invented_process"):
        await telegram.until(lambda: len(telegram.calls_at.get("setMyCommands", ())) == 10)
    menus = {
        (language, scope): given["commands"]
        for (what, language, scope), given in telegram.api.menus.settings.items()
        if what == "MyCommands"
    }
    assert len(menus) == 10
    for (_, scope), commands in menus.items():
        for command in ("ask", "check", "chart", "fish"):
            assert f'"command": "{command}"' in commands
        assert ('"command": "start"' in commands) is ("all_private_chats" in scope)
