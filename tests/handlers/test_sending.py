"""A reply reaches its chat once, whatever Telegram says first: over HTTP, on a double."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any

import pytest
from telegram import Bot, Message

from bot.transport import AiohttpRequest
from handlers.outcome import Ended, Outcome, outcome_slip
from handlers.persisting import Patience
from handlers.reply import Reply, line
from handlers.said import Button, Said
from handlers.sending import Sender
from tests.telegram_double import Asked, Break, Fault, TelegramDouble

QUICK = Patience(total=5, first_pause=0.01, longest_pause=0.05)
HTML = "<b>Held</b> &amp; <i>quoted</i>"


@pytest.fixture
async def bot(telegram: TelegramDouble) -> AsyncIterator[Bot]:
    """The bot that replies."""
    bot = Bot(
        telegram.token,
        base_url=f"{telegram.root}/bot",
        request=AiohttpRequest(telegram.root, connections=4, read_timeout=2),
        get_updates_request=AiohttpRequest(telegram.root, connections=1, read_timeout=2),
    )
    async with bot:
        yield bot


@dataclass(frozen=True)
class Bare(Reply):
    """A reply of any HTML, broken or not."""

    source: str = HTML

    def html(self, bot: str | None = None) -> str:
        """It, as it is."""
        return self.source


def said(html: str = HTML, **more: Any) -> Said:
    """What is to be sent."""
    return Said(Bare((line("…"),), html), "en", **more)


async def reply(
    bot: Bot,
    asked: Asked,
    html: str = HTML,
    *,
    quote_question: bool = False,
    patience: Patience = QUICK,
    **more: Any,
) -> Ended:
    """Send `html` in reply to what was asked."""
    message = Message.de_json(asked.message, bot)
    assert message is not None
    sender = Sender(patience=patience)
    return await sender.reply(message, said(html, **more), quote_question=quote_question)


async def test_in_a_group_it_is_a_reply_in_the_same_topic(
    telegram: TelegramDouble, bot: Bot
) -> None:
    group = telegram.group(forum=True)
    asked = telegram.person().writes("/ask", group, topic=7)
    assert (await reply(bot, asked, quote_question=True)).outcome is Outcome.ANSWERED
    [sent] = telegram.sent_to(group)
    assert sent.message["message_thread_id"] == 7
    assert sent.message["reply_to_message"]["message_id"] == asked.message_id


async def test_the_markup_arrives_as_entities(telegram: TelegramDouble, bot: Bot) -> None:
    asked = telegram.person().writes("hello")
    await reply(bot, asked)
    [sent] = telegram.sent
    assert sent.text == "Held & quoted"
    assert [entity["type"] for entity in sent.message["entities"]] == ["bold", "italic"]


async def test_a_question_that_was_deleted_is_answered_all_the_same(
    telegram: TelegramDouble, bot: Bot
) -> None:
    asked = telegram.person().writes("/ask", telegram.group())
    asked.chat.messages.clear()
    assert (await reply(bot, asked, quote_question=True)).outcome is Outcome.ANSWERED
    assert "reply_to_message" not in telegram.sent[0].message


async def test_broken_markup_is_sent_once_as_plain_text(
    telegram: TelegramDouble, bot: Bot
) -> None:
    asked = telegram.person().writes("hello")
    assert (await reply(bot, asked, "<b>a &lt; b")).outcome is Outcome.ANSWERED
    assert [one.text for one in telegram.sent] == ["a < b"]
    assert len(telegram.refused) == 1


async def test_a_topic_that_was_deleted_is_left_out(telegram: TelegramDouble, bot: Bot) -> None:
    group = telegram.group(forum=True)
    asked = telegram.person().writes("/ask", group, topic=7)
    group.deleted_topics.add(7)
    assert (await reply(bot, asked, quote_question=True)).outcome is Outcome.ANSWERED
    assert "message_thread_id" not in telegram.sent[0].message


async def test_a_group_that_was_upgraded_is_answered_under_its_new_id(
    telegram: TelegramDouble, bot: Bot
) -> None:
    old, new = telegram.group(1), telegram.group(2)
    asked = telegram.person().writes("/ask", old)
    old.migrated_to = new.id
    assert (await reply(bot, asked, quote_question=True)).outcome is Outcome.ANSWERED
    assert len(telegram.sent_to(new)) == 1


async def test_two_groups_that_point_at_each_other_are_given_up(
    telegram: TelegramDouble, bot: Bot
) -> None:
    one, other = telegram.group(1), telegram.group(2)
    asked = telegram.person().writes("/ask", one)
    one.migrated_to, other.migrated_to = other.id, one.id
    assert (await reply(bot, asked)).outcome is Outcome.FAILED
    assert len(telegram.refused) == 2


@pytest.mark.parametrize("refusal", ["bot was blocked by the user", "bot was kicked"])
async def test_who_shut_the_door_is_not_knocked_at_again(
    telegram: TelegramDouble, bot: Bot, refusal: str
) -> None:
    asked = telegram.person().writes("hello")
    asked.chat.refusal = refusal
    assert (await reply(bot, asked)).outcome is Outcome.UNDELIVERABLE
    assert len(telegram.refused) == 1


async def test_a_chat_that_is_gone_is_undeliverable(telegram: TelegramDouble, bot: Bot) -> None:
    ended = await Sender(patience=QUICK).to_chat(bot, 999, said())
    assert ended.outcome is Outcome.UNDELIVERABLE
    assert len(telegram.refused) == 1


@pytest.mark.parametrize(
    "fault",
    [
        Fault(status=429, retry_after=0.05, times=2),
        Fault(status=500, times=2),
        Fault(status=502, body=b"<html>Bad Gateway</html>", times=2),
        Fault(body=b"no JSON", times=2),
        Fault(body=b'{"ok": true}', times=2),
        Fault(body=b'{"ok": false, "description": "busy"}', times=2),
        Fault(body=b"[1]", times=2),
        Fault(body=b'{"result":' * 3000, times=2),
        Fault(breaks=Break.BEFORE, times=2),
    ],
    ids=["429", "500", "HTML", "no JSON", "no result", "not ok", "a list", "deep", "reset"],
)
async def test_what_passes_is_waited_out(telegram: TelegramDouble, bot: Bot, fault: Fault) -> None:
    telegram.faults.add(fault)
    asked = telegram.person().writes("hello")
    assert (await reply(bot, asked)).outcome is Outcome.ANSWERED
    assert len(telegram.sent) == 1
    assert fault.struck == 2


async def test_a_slow_telegram_is_asked_again(telegram: TelegramDouble, bot: Bot) -> None:
    asked = telegram.person().writes("hello")
    telegram.faults.add(Fault(delay=30, times=1))
    assert isinstance(bot.request, AiohttpRequest)
    bot.request.allowed_silence = 0.1
    assert (await reply(bot, asked)).outcome is Outcome.ANSWERED


async def test_time_that_is_up_is_a_failure(telegram: TelegramDouble, bot: Bot) -> None:
    telegram.faults.add(Fault(status=500))
    asked = telegram.person().writes("hello")
    ended = await reply(bot, asked, patience=Patience(total=0.1, first_pause=0.01))
    assert ended == Ended(Outcome.FAILED, "out of patience")


async def test_a_wait_longer_than_there_is_time_is_not_begun(
    telegram: TelegramDouble, bot: Bot
) -> None:
    flood = telegram.faults.flood(3600)
    asked = telegram.person().writes("hello")
    assert (await reply(bot, asked)).outcome is Outcome.FAILED
    assert flood.struck == 1


async def test_nothing_is_sent_to_a_chat_before_its_time(
    telegram: TelegramDouble, bot: Bot
) -> None:
    telegram.faults.flood(0.3, times=1)
    asked = telegram.person().writes("hello")
    await reply(bot, asked)
    assert telegram.calls_at["sendMessage"][1] - telegram.calls_at["sendMessage"][0] >= 0.3


async def test_a_refusal_that_nothing_mends_is_never_repeated_as_it_is(
    telegram: TelegramDouble, bot: Bot
) -> None:
    """Buttons are left out once, and then it's a failure of ours."""
    fault = telegram.faults.add(Fault(status=400, description="Bad Request: SOMETHING_INVALID"))
    asked = telegram.person().writes("hello")
    assert await reply(bot, asked) == Ended(Outcome.FAILED, "refused")
    assert fault.struck == 2


async def test_buttons_stand_below_the_answer_row_by_row(
    telegram: TelegramDouble, bot: Bot
) -> None:
    rows = (
        (Button("Yes", data="y"), Button("No", data="n")),
        (Button("Where", url="https://t.me/x"),),
    )
    await reply(bot, telegram.person().writes("hello"), buttons=rows)
    assert telegram.sent[0].message["reply_markup"]["inline_keyboard"] == [
        [{"text": "Yes", "callback_data": "y"}, {"text": "No", "callback_data": "n"}],
        [{"text": "Where", "url": "https://t.me/x"}],
    ]


@pytest.mark.parametrize(
    "button", [Button("More", data="x" * 65), Button(" ", data="x"), Button("More", url="no link")]
)
async def test_a_button_that_telegram_refuses_does_not_cost_the_answer_nor_its_marks(
    telegram: TelegramDouble, bot: Bot, button: Button
) -> None:
    asked = telegram.person().writes("hello")
    assert (await reply(bot, asked, buttons=((button,),))).outcome is Outcome.ANSWERED
    [sent] = telegram.sent
    assert [entity["type"] for entity in sent.message["entities"]] == ["bold", "italic"]
    assert "reply_markup" not in sent.message


async def test_a_reply_longer_than_telegram_takes_is_a_failure(
    telegram: TelegramDouble, bot: Bot
) -> None:
    asked = telegram.person().writes("hello")
    assert (await reply(bot, asked, "x" * 4097)).outcome is Outcome.FAILED


async def test_the_receiver_learns_of_an_accepted_reply(
    telegram: TelegramDouble, bot: Bot
) -> None:
    asked = telegram.person().writes("hello")
    with outcome_slip() as slip:
        await reply(bot, asked)
    assert slip.accepted == 1
