"""Inline queries are answered over HTTP, whatever goes wrong, and count for nobody."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.bot.invented_bot import InventedBot, invented_bot
from tests.bot.processes import BotProcess
from tests.bot.test_webhook import hooked
from tests.handlers.typing_inline import Typing
from tests.invented_knowledge import PICTURES
from tests.telegram_double import BOT, Chat, Fault, TelegramDouble

NAME = BOT["username"]
TOO_OLD = "Bad Request: query is too old and response timeout expired or query ID is invalid"


@pytest.fixture
async def bot(telegram: TelegramDouble, tmp_path: Path) -> AsyncIterator[InventedBot]:
    """The bot, running."""
    async with invented_bot(telegram, tmp_path) as running:
        yield running


@pytest.fixture
def types(telegram: TelegramDouble, bot: InventedBot) -> Typing:
    """Somebody who types to it."""
    return Typing(telegram)


async def test_a_picture_that_telegram_no_longer_knows_costs_no_answer(
    types: Typing, bot: InventedBot, telegram: TelegramDouble
) -> None:
    bot.file_ids.note(BOT["id"], PICTURES[1].digest, "AgACgone")
    offer = await types("how many herrings?")
    assert {one["type"] for one in offer.results} == {"article"}
    assert offer.posts[0]["text"].startswith("The Greys claim 9,000 herrings")
    assert offer.posts[0]["link_preview_options"] == {"is_disabled": True}


@pytest.mark.parametrize(
    "typed",
    [
        "<b>&amp;</i>",
        "'; drop table facts; --",
        "\u202e\u0000\ud83d" + "a" * 200,
        "💥" * 128,
        "*_`[](tg://user?id=1)",
        " \n\t ",
        "/start f_catch",
        "http://127.0.0.1/?q=%00",
        "%s{words}{0}",
    ],
)
async def test_hostile_words_are_never_refused(
    types: Typing, telegram: TelegramDouble, typed: str
) -> None:
    offer = await types(typed)
    assert offer.results or offer.button
    assert telegram.refused == []


async def test_it_says_sorry_where_it_fails(
    types: Typing, bot: InventedBot, telegram: TelegramDouble, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*given: object, **more: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(bot.knowledge, "ask", fail)
    offer = await types("who holds Linden?")
    assert offer.results == []
    assert offer.button is not None
    assert offer.button["text"].startswith("Something went wrong on my side.")
    assert offer.given["cache_time"] == "0"
    await telegram.until_all_confirmed()
    assert bot.counts() == {("failed", "handler raised"): 1}


async def test_by_webhook_it_is_the_same_as_is_a_guest(
    telegram: TelegramDouble, tmp_path: Path
) -> None:
    environment = {name.upper(): value for name, value in hooked(telegram).items()}
    elsewhere = Chat({"id": -1_000_000_009_999, "type": "supergroup", "title": "Others"})
    ann, module = telegram.person(), "tests.bot.invented_process"
    async with BotProcess(telegram, tmp_path, module=module, environment=environment):
        inline, _ = ann.types_inline("who holds Linden?")
        guest, _ = ann.calls_guest(f"@{NAME} who holds Linden?", elsewhere)
        await telegram.until(lambda: {inline, guest} <= set(telegram.api.posts))
    assert telegram.api.posts[inline][0]["text"] == telegram.api.posts[guest][0]["text"]


async def test_a_query_that_is_too_old_is_expired_and_not_failed(
    telegram: TelegramDouble, tmp_path: Path
) -> None:
    telegram.faults.add(
        Fault(methods=("answerInlineQuery",), status=400, description=TOO_OLD, times=1)
    )
    async with invented_bot(telegram, tmp_path) as bot:
        telegram.person().types_inline("who holds Linden?")
        await telegram.until_all_confirmed()
        telegram.person(2).types_inline("who holds Linden?", 2)
        await telegram.until_all_confirmed()
    assert bot.counts() == {("expired", "inline query too old"): 1, ("answered", None): 1}


async def test_a_fault_of_telegrams_is_waited_out(
    telegram: TelegramDouble, tmp_path: Path
) -> None:
    telegram.faults.add(Fault(methods=("answerInlineQuery",), status=502, times=2))
    telegram.faults.flood(0.1, methods=("answerInlineQuery",), times=1)
    async with invented_bot(telegram, tmp_path) as bot:
        telegram.person().types_inline("who holds Linden?")
        await telegram.until_all_confirmed()
    assert bot.counts() == {("answered", None): 1}


async def test_typing_costs_nobody_their_answers(
    types: Typing, bot: InventedBot, telegram: TelegramDouble
) -> None:
    """A query comes with each pause, far more than five a minute."""
    ann = telegram.person()
    for number in range(25):
        await types("who holds Linden?"[: 1 + number % 17], ann)
    ann.writes("who holds Linden?")
    assert (await telegram.answer_to(ann.chat)).text.startswith("The Greys hold")


async def test_what_was_chosen_is_not_answered_and_can_be_followed_up(
    types: Typing, telegram: TelegramDouble, bot: InventedBot
) -> None:
    offer = await types("how many herrings?")
    ann, ben, group = telegram.person(), telegram.person(2, "Ben"), telegram.group()
    post = offer.posts[0]
    chosen = ann.writes(post["text"], group, entities=post["entities"], via_bot=BOT)
    ben.writes(f"@{NAME} says who?", group, reply_to=chosen.message)
    sent = await telegram.answer_to(group)
    await telegram.until_all_confirmed()
    assert telegram.sent_to(group) == [sent]
    assert sent.text.startswith("The Greys claim 9,000 herrings")
    assert bot.counts()["declined", "sent by way of this bot"] == 1
