"""A question's whole way, over HTTP: from what a person writes to what Telegram shows."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from handlers.flood import Allowance
from handlers.outcome import Outcome
from tests.bot.invented_bot import invented_bot
from tests.bot.processes import BotProcess
from tests.invented_knowledge import HARBOUR
from tests.telegram_double import BOT, Sent, TelegramDouble

MODULE = "tests.bot.invented_process"
NAME = BOT["username"]


@pytest.fixture
async def _bot(telegram: TelegramDouble, tmp_path: Path) -> AsyncIterator[None]:
    """The bot, running in this process; whatever it was told, it failed at none of it."""
    async with invented_bot(telegram, tmp_path, Allowance(per_person=0)) as bot:
        yield
        await telegram.until_all_confirmed()
        assert Outcome.FAILED not in {outcome for outcome, _ in bot.counts()}
    assert telegram.refused == []


def marked(sent: Sent) -> list[tuple[str, str]]:
    """What is marked in a message, and how."""
    encoded = sent.text.encode("utf-16-le")
    return [
        (
            entity["type"],
            encoded[2 * entity["offset"] : 2 * (entity["offset"] + entity["length"])].decode(
                "utf-16-le"
            ),
        )
        for entity in sent.message.get("entities", [])
    ]


def links(sent: Sent) -> list[str]:
    """Where its words lead."""
    return [entity["url"] for entity in sent.message["entities"] if "url" in entity]


async def test_a_private_question_gets_statement_quote_and_source(
    telegram: TelegramDouble, tmp_path: Path
) -> None:
    ann = telegram.person()
    ann.writes("Who holds Linden?")
    async with BotProcess(telegram, tmp_path, module=MODULE):
        sent = await telegram.answer_to(ann.chat)
        await telegram.until_all_confirmed()
    assert telegram.refused == []
    assert sent.text.startswith("The Greys hold the harbour of Linden.")
    assert ("blockquote", HARBOUR) in marked(sent)
    assert links(sent) == [f"https://t.me/{NAME}?start=f_harbour-held"]
    assert sent.text.endswith("The article is invented.")


async def test_a_reply_to_an_answer_is_understood_even_after_a_restart(
    telegram: TelegramDouble, tmp_path: Path
) -> None:
    ann = telegram.person()
    async with BotProcess(telegram, tmp_path, module=MODULE) as bot:
        ann.writes("How many herrings?")
        first = await telegram.answer_to(ann.chat)
        await telegram.until_all_confirmed()
        bot.kill()
        await bot.ended()
    async with BotProcess(telegram, tmp_path, module=MODULE):
        ann.writes("says who?", reply_to=first.message)
        second = await telegram.answer_to(ann.chat, 2)
    assert second.text.startswith("The Greys claim 9,000 herrings")


@pytest.mark.usefixtures("_bot")
async def test_in_a_group_it_answers_who_calls_it_and_nobody_else(
    telegram: TelegramDouble,
) -> None:
    """Even where the group's privacy mode lets it read everything."""
    telegram.privacy_mode = False
    ann, group = telegram.person(), telegram.group(forum=True)
    ann.writes("Linden is lost, accept it", group, topic=5)
    ann.writes("/fish@OtherBot", group, topic=5)
    ann.writes(f"thanks @{NAME}", group, topic=5)
    asked = ann.writes(f"who holds Linden? @{NAME.upper()}", group, topic=5)
    sent = await telegram.answer_to(group)
    await telegram.until_all_confirmed()
    assert telegram.sent_to(group) == [sent]
    assert sent.message["reply_to_message"]["message_id"] == asked.message_id
    assert sent.message["message_thread_id"] == 5
    assert ("blockquote", HARBOUR) in marked(sent)
    assert sent.text.endswith("— paragraph 1, invented")


@pytest.mark.usefixtures("_bot")
async def test_added_to_a_group_it_says_how_to_address_it_and_removed_it_is_quiet(
    telegram: TelegramDouble,
) -> None:
    ann, group = telegram.person(), telegram.group()
    ann.changes_membership(group, BOT, "left", "member")
    hello = await telegram.answer_to(group)
    ann.changes_membership(group, BOT, "member", "kicked")
    ann.changes_membership(ann.chat, BOT, "member", "kicked")
    await telegram.until_all_confirmed()
    assert telegram.sent == [hello]
    assert len(hello.text.splitlines()) == 2
    assert f"/ask@{NAME}" in hello.text


@pytest.mark.usefixtures("_bot")
async def test_every_command_is_answered_in_a_message_that_telegram_takes(
    telegram: TelegramDouble,
) -> None:
    """In two, where one of them is a picture."""
    ann = telegram.person(language="de")
    commands = ("fish", "harbour", "places", "place", "article", "sources", "help", "privacy")
    for command in commands:
        ann.writes(f"/{command}")
    ann.writes("/start place_oakham")
    ann.writes("/nonsense")
    pictures = 1
    last = await telegram.answer_to(ann.chat, len(commands) + pictures + 2)
    await telegram.until_all_confirmed()
    assert last.text == "Diesen Befehl kenne ich nicht. Meine stehen unter /help"
    assert len(telegram.sent) == len(commands) + pictures + 2


@pytest.mark.usefixtures("_bot")
async def test_the_button_below_a_groups_answer_leads_to_the_articles_own_words(
    telegram: TelegramDouble,
) -> None:
    ann, group = telegram.person(), telegram.group()
    ann.writes(f"/ask@{NAME} who holds Linden?", group)
    answer = await telegram.answer_to(group)
    url: str = answer.message["reply_markup"]["inline_keyboard"][0][0]["url"]
    ann.writes(f"/start {url.partition('?start=')[2]}")
    shown = await telegram.answer_to(ann.chat, 2)
    assert shown.message["quote"]["text"] == HARBOUR
    assert shown.text.startswith("The Greys hold the harbour of Linden.")
    ann.writes("says who?")
    followed = await telegram.answer_to(ann.chat, 3)
    assert followed.text.startswith("The Greys hold the harbour of Linden.")


async def test_the_menu_is_there_in_each_language(
    telegram: TelegramDouble, tmp_path: Path
) -> None:
    def calls(method: str) -> int:
        return len(telegram.calls_at.get(method, ()))

    async with BotProcess(telegram, tmp_path, module=MODULE):
        await telegram.until(lambda: calls("setMyShortDescription") == 5)
    assert telegram.refused == []
    assert calls("setMyCommands") == 10
    assert calls("setMyName") == calls("setMyDescription") == 5
