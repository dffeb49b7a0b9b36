"""A claim's whole way, over HTTP: from somebody's message to what the article has on it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from handlers.outcome import Outcome
from tests.bot.invented_bot import invented_bot
from tests.invented_knowledge import HARBOUR
from tests.telegram_double import BOT, TelegramDouble

NAME = BOT["username"]
FROM_BEN = {"type": "hidden_user", "sender_user_name": "Ben", "date": 0}


@pytest.fixture(autouse=True)
async def _bot(telegram: TelegramDouble, tmp_path: Path) -> AsyncIterator[None]:
    """The bot, running; it failed at nothing, and Telegram has refused none of its calls."""
    async with invented_bot(telegram, tmp_path) as bot:
        yield
        await telegram.until_all_confirmed()
        assert Outcome.FAILED not in {outcome for outcome, _ in bot.counts()}
    assert telegram.refused == []


async def test_in_a_group_the_answer_replies_to_who_has_it_checked_in_the_same_topic(
    telegram: TelegramDouble,
) -> None:
    """It says nothing of the person, not even their words."""
    ann, ben = telegram.person(1), telegram.person(2, "Ben", "uk")
    group = telegram.group(forum=True)
    claimed = ben.writes("The pier is theirs", group, topic=5)
    asked = ann.writes(f"/check@{NAME}", group, topic=5, reply_to=claimed.message)
    sent = await telegram.answer_to(group)
    assert sent.text.startswith("The article says otherwise.\nNobody holds the pier.\n")
    assert sent.message["reply_to_message"]["message_id"] == asked.message_id
    assert sent.message["message_thread_id"] == 5
    assert "blockquote" in {entity["type"] for entity in sent.message["entities"]}
    assert "theirs" not in sent.text
    assert "Ben" not in sent.text


async def test_says_who_is_understood_after_a_check(telegram: TelegramDouble) -> None:
    ann, ben, group = telegram.person(1), telegram.person(2, "Ben"), telegram.group()
    claimed = ben.writes("They caught 9,000", group)
    ann.writes(f"@{NAME}", group, reply_to=claimed.message)
    checked = await telegram.answer_to(group)
    ann.writes("says who?", group, reply_to=checked.message)
    followed = await telegram.answer_to(group, 2)
    assert checked.text.startswith("The article says so, as a claim.")
    assert followed.text.startswith("The Greys claim 9,000 herrings")


async def test_a_message_forwarded_in_private_is_checked_and_a_question_answered(
    telegram: TelegramDouble,
) -> None:
    ann = telegram.person()
    claimed = ann.writes("The Greys hold Linden", forward_origin=FROM_BEN)
    checked = await telegram.answer_to(ann.chat)
    ann.writes("Who holds Linden?", forward_origin=FROM_BEN)
    answered = await telegram.answer_to(ann.chat, 2)
    assert checked.text.startswith("The article says so.\nThe Greys hold")
    assert HARBOUR in checked.text
    assert checked.message["reply_to_message"]["message_id"] == claimed.message_id
    assert answered.text.startswith("The Greys hold")
