"""A pressed button is answered, whatever has become of its message meanwhile: over HTTP."""

from __future__ import annotations

import sqlite3
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from handlers.buttons import Action, Press
from handlers.flood import Allowance
from state.feedback import Count
from tests.bot.invented_bot import InventedBot, invented_bot
from tests.handlers.pressing import button, labels, press
from tests.invented_knowledge import HARBOUR
from tests.telegram_double import BOT, Chat, Fault, Person, Sent, TelegramDouble

NAME = BOT["username"]
SEND = "Send the question to the editors"
GONE = "I can't see the question any more: please ask it again."
SENT = "Sent to the editors, without your name. Thank you."
TOO_MUCH = {"text": "That was a lot for one minute: I answer again once it is over."}


@pytest.fixture
async def bot(telegram: TelegramDouble, tmp_path: Path) -> AsyncIterator[InventedBot]:
    """The bot, running; Telegram has refused none of its calls."""
    telegram.privacy_mode = False
    async with invented_bot(telegram, tmp_path) as running:
        yield running
    assert telegram.refused == []


@pytest.fixture
def ann(telegram: TelegramDouble) -> Person:
    """Somebody."""
    return telegram.person()


@pytest.fixture
def group(telegram: TelegramDouble) -> Chat:
    """A group with the bot."""
    return telegram.group()


async def asked(telegram: TelegramDouble, person: Person, question: str) -> Sent:
    """The answer to a question in private."""
    before = len(telegram.sent_to(person.chat))
    person.writes(question)
    return await telegram.answer_to(person.chat, before + 1)


async def told(telegram: TelegramDouble, query: str) -> dict[str, Any]:
    """What a press is answered with, apart from its id."""
    await telegram.until(lambda: query in telegram.api.answers)
    answer = telegram.api.answers[query]
    return {key: value for key, value in answer.items() if key != "callback_query_id"}


def out_of_sight(sent: Sent) -> Sent:
    """A message as Telegram shows it once it's two days old, or gone."""
    message = {"chat": sent.message["chat"], "message_id": sent.message["message_id"], "date": 0}
    buttons = {"reply_markup": sent.message["reply_markup"]}
    return Sent("", sent.chat_id, "", message | buttons, {}, 0)


@pytest.mark.usefixtures("bot")
async def test_what_is_asked_next_is_answered_below_its_question_and_can_be_followed(
    telegram: TelegramDouble, ann: Person
) -> None:
    first = await asked(telegram, ann, "Who holds Linden?")
    query = press(ann, first, "How many herrings?")
    second = await telegram.answer_to(ann.chat, 2)
    assert await told(telegram, query) == {}
    assert second.text.startswith("How many herrings?\nThe Greys claim 9,000 herrings")
    assert labels(second)[0] == ["Show in the article"]
    third = await asked(telegram, ann, "says who?")
    assert third.text.startswith("The Greys claim 9,000 herrings")
    assert telegram.edited == []


@pytest.mark.usefixtures("bot")
async def test_an_example_of_the_start_is_asked(telegram: TelegramDouble, ann: Person) -> None:
    start = await asked(telegram, ann, "/start")
    press(ann, start, "Who holds Linden?")
    answer = await telegram.answer_to(ann.chat, 2)
    assert answer.text.startswith("Who holds Linden?\nThe Greys hold the harbour")


@pytest.mark.usefixtures("bot")
async def test_the_words_are_shown_in_the_article(telegram: TelegramDouble, ann: Person) -> None:
    first = await asked(telegram, ann, "Who holds Linden?")
    query = press(ann, first, "Show in the article")
    shown = await telegram.answer_to(ann.chat, 3)
    assert await told(telegram, query) == {}
    assert shown.message["quote"]["text"] == HARBOUR


async def test_the_last_thumb_of_a_person_is_the_one_that_counts_and_the_buttons_stay(
    telegram: TelegramDouble, ann: Person, bot: InventedBot
) -> None:
    first = await asked(telegram, ann, "Who holds Linden?")
    ben = telegram.person(2, "Ben")
    for person, label in ((ann, "👍"), (ann, "👍"), (ann, "👎"), (ben, "👎")):
        assert await told(telegram, press(person, first, label)) == {"text": "Thank you."}
    await telegram.until_all_confirmed()
    assert bot.notebook.feedback.counts() == [Count("harbour-held", 0, 2)]
    assert telegram.edited == []


@pytest.mark.parametrize("language", ["en", "uk", "ru", "sv", "de"])
async def test_in_a_group_the_word_is_in_the_language_of_who_pressed(
    telegram: TelegramDouble, group: Chat, bot: InventedBot, language: str
) -> None:
    telegram.person().writes(f"@{NAME} who holds Linden?", group)
    sent = await telegram.answer_to(group)
    other = telegram.person(2, "Ben", language=language)
    query = press(other, sent, "👍")
    thanks = {
        "en": "Thank you.", "uk": "Дякую.", "ru": "Спасибо.", "sv": "Tack.", "de": "Danke."
    }  # fmt: skip
    assert await told(telegram, query) == {"text": thanks[language]}
    assert len(telegram.sent_to(group)) == 1


@pytest.mark.usefixtures("bot")
async def test_which_was_meant_is_answered_to_who_asked_in_the_group(
    telegram: TelegramDouble, ann: Person
) -> None:
    group = telegram.group(forum=True)
    question = ann.writes(f"@{NAME} Linden?", group, topic=5)
    which = await telegram.answer_to(group)
    assert "reply_to_message" in which.message
    press(telegram.person(2, "Ben"), which, "Nobody holds the pier.")
    answer = await telegram.answer_to(group, 2)
    assert answer.text.startswith("Nobody holds the pier.")
    assert answer.message["reply_to_message"]["message_id"] == question.message_id
    assert answer.message["message_thread_id"] == 5
    assert labels(answer) == [["In the article", "👍", "👎"]]


async def test_a_question_is_kept_for_the_editors_without_who_asked(
    telegram: TelegramDouble, ann: Person, group: Chat, bot: InventedBot
) -> None:
    kept = bot.notebook.questions
    answer = await asked(telegram, ann, "How many CRABS?")
    assert "reply_to_message" in answer.message
    assert kept.most_asked() == []
    assert await told(telegram, press(ann, answer, SEND)) == {"text": SENT}
    assert await told(telegram, press(ann, answer, SEND)) == {"text": SENT}
    ann.writes(f"/ask@{NAME} how many crabs?", group)
    query = press(ann, await telegram.answer_to(group), SEND)
    assert await told(telegram, query) == {"text": SENT}
    ben = telegram.person(2, "Ben", language="uk")
    ben.writes(f"@{NAME} how many eels?", group)
    await told(telegram, press(ben, await telegram.answer_to(group, 2), SEND))
    assert [(one.text, one.language, one.count) for one in kept.most_asked()] == [
        ("How many CRABS?", "en", 2),
        ("how many eels?", "en", 1),
    ]


async def test_a_question_after_a_topics_command_is_kept_with_the_command(
    telegram: TelegramDouble, ann: Person, bot: InventedBot
) -> None:
    answer = await asked(telegram, ann, "/Fish how many eels?")
    assert await told(telegram, press(ann, answer, SEND)) == {"text": SENT}
    [kept] = bot.notebook.questions.most_asked()
    assert kept.text == "/fish how many eels?"


async def test_once_a_question_is_sent_its_button_is_gone(
    telegram: TelegramDouble, ann: Person, bot: InventedBot
) -> None:
    """Pressed again after a restart, it would count the question twice."""
    answer = await asked(telegram, ann, "How many crabs?")
    await told(telegram, press(ann, answer, SEND))
    await told(telegram, press(ann, answer, SEND))
    await telegram.until_all_confirmed()
    [edited] = telegram.edited
    assert (edited.text, labels(edited)) == (answer.text, [])


async def test_only_who_asked_sends_the_question(
    telegram: TelegramDouble, ann: Person, group: Chat, bot: InventedBot
) -> None:
    ann.writes(f"@{NAME} how many crabs?", group)
    answer = await telegram.answer_to(group)
    query = press(telegram.person(2, "Ben"), answer, SEND)
    assert await told(telegram, query) == {"text": "Only who asked it can send it."}
    assert bot.notebook.questions.most_asked() == []


async def test_a_question_that_is_gone_is_not_made_up(
    telegram: TelegramDouble, ann: Person, bot: InventedBot
) -> None:
    answer = await asked(telegram, ann, "How many crabs?")
    del answer.message["reply_to_message"]
    for message in (answer, out_of_sight(answer)):
        assert await told(telegram, press(ann, message, SEND)) == {"text": GONE}
    assert bot.notebook.questions.most_asked() == []


async def test_what_cannot_be_kept_is_not_said_to_be(
    telegram: TelegramDouble, ann: Person, bot: InventedBot
) -> None:
    answer = await asked(telegram, ann, "How many crabs?")
    with sqlite3.connect(bot.database.path) as other:
        other.execute("drop table questions")
    query = press(ann, answer, SEND)
    sorry = {"text": "It can't be kept just now. Please try again later."}
    assert await told(telegram, query) == sorry


@pytest.mark.usefixtures("bot")
async def test_under_a_message_of_days_ago_buttons_still_answer(
    telegram: TelegramDouble, ann: Person
) -> None:
    first = out_of_sight(await asked(telegram, ann, "Who holds Linden?"))
    press(ann, first, "How many herrings?")
    assert (await telegram.answer_to(ann.chat, 2)).text.startswith("How many herrings?")
    press(ann, first, "Show in the article")
    assert "quote" in (await telegram.answer_to(ann.chat, 4)).message
    assert await told(telegram, press(ann, first, "👍")) == {"text": "Thank you."}


async def test_buttons_of_before_a_restart_still_answer(
    telegram: TelegramDouble, ann: Person, tmp_path: Path
) -> None:
    async with invented_bot(telegram, tmp_path):
        first = await asked(telegram, ann, "Who holds Linden?")
        no = await asked(telegram, ann, "How many crabs?")
    async with invented_bot(telegram, tmp_path) as later:
        press(ann, first, "How many herrings?")
        await telegram.answer_to(ann.chat, 3)
        press(ann, first, "Show in the article")
        await telegram.answer_to(ann.chat, 5)
        assert await told(telegram, press(ann, first, "👎")) == {"text": "Thank you."}
        assert await told(telegram, press(ann, no, SEND)) == {"text": SENT}
        await telegram.until_all_confirmed()
        assert later.counts()["answered", None] == 6


@pytest.mark.parametrize(
    "data", ["0:q:en:catch", "1:q:en:gone", "1:s:en:gone", "1:u:en:gone", "1:q:en:?0", "f_catch"]
)
async def test_a_button_of_another_version_is_answered_in_the_persons_language(
    telegram: TelegramDouble, group: Chat, bot: InventedBot, data: str
) -> None:
    ann = telegram.person(language="de")
    ann.writes(f"@{NAME} who holds Linden?", group)
    sent = await telegram.answer_to(group)
    query, _ = ann.presses(sent.message, data)
    answer = await told(telegram, query)
    assert answer["text"].startswith("Dieser Knopf stammt von einer älteren Version")
    assert "show_alert" not in answer
    await telegram.until_all_confirmed()
    assert bot.counts()["declined", "unknown button"] == 1


@pytest.mark.usefixtures("bot")
async def test_where_the_bot_cannot_write_a_button_opens_the_private_chat(
    telegram: TelegramDouble, ann: Person, group: Chat
) -> None:
    """Under a message posted inline or by a guest, and for the article in a group."""
    opens = {"url": f"https://t.me/{NAME}?start=f_catch"}
    for action in (Action.ASK, Action.SHOW):
        query, _ = ann.presses_inline("inline-1", str(Press(action, "en", "catch")))
        assert await told(telegram, query) == opens
    ann.writes(f"@{NAME} who holds Linden?", group)
    sent = await telegram.answer_to(group)
    query, _ = ann.presses(sent.message, str(Press(Action.SHOW, "en", "catch")))
    assert await told(telegram, query) == opens
    assert telegram.sent == [sent]


async def test_under_a_message_posted_inline_thumbs_count_and_nothing_can_be_sent(
    telegram: TelegramDouble, ann: Person, bot: InventedBot
) -> None:
    query, _ = ann.presses_inline("inline-1", str(Press(Action.UP, "en", "catch")))
    assert await told(telegram, query) == {"text": "Thank you."}
    query, _ = ann.presses_inline("inline-2", str(Press(Action.UP, "en", "catch")))
    await told(telegram, query)
    query, _ = ann.presses_inline("inline-1", str(Press(Action.SEND, "en")))
    assert await told(telegram, query) == {"text": GONE}
    assert bot.notebook.feedback.counts() == [Count("catch", 2, 0)]


async def test_thumbs_have_a_limit_of_their_own_and_cost_nobody_an_answer(
    telegram: TelegramDouble, ann: Person, tmp_path: Path
) -> None:
    async with invented_bot(telegram, tmp_path, Allowance(per_person=2)) as bot:
        first = await asked(telegram, ann, "Who holds Linden?")
        words = [await told(telegram, press(ann, first, "👍")) for _ in range(4)]
        await asked(telegram, ann, "Who holds Linden?")
    thanks = {"text": "Thank you."}
    assert words == [thanks, thanks, TOO_MUCH, {}]
    assert bot.counts() == {("answered", None): 4, ("declined", "flood"): 2}


async def test_a_press_that_brings_a_message_counts_as_an_answer_does_against_floods(
    telegram: TelegramDouble, ann: Person, tmp_path: Path
) -> None:
    async with invented_bot(telegram, tmp_path, Allowance(per_person=3)) as bot:
        first = await asked(telegram, ann, "Who holds Linden?")
        for number, label in enumerate(("How many herrings?", "Show in the article")):
            press(ann, first, label)
            await telegram.answer_to(ann.chat, 2 + 2 * number)
        queries = [press(ann, first, "How many herrings?") for _ in range(2)]
        assert [await told(telegram, query) for query in queries] == [TOO_MUCH, {}]
    assert bot.counts() == {("answered", None): 3, ("declined", "flood"): 2}


async def test_a_press_that_telegram_takes_no_answer_to_any_more_is_expired(
    telegram: TelegramDouble, ann: Person, tmp_path: Path
) -> None:
    async with invented_bot(telegram, tmp_path) as bot:
        first = await asked(telegram, ann, "Who holds Linden?")
        query = press(ann, first, "👍")
        telegram.api.open_queries.clear()
        await telegram.until_all_confirmed()
    assert query not in telegram.api.answers
    assert bot.counts()["expired", "button too old"] == 1


async def test_a_press_answered_just_before_a_crash_still_gets_its_message(
    telegram: TelegramDouble, ann: Person, tmp_path: Path
) -> None:
    async with invented_bot(telegram, tmp_path):
        first = await asked(telegram, ann, "Who holds Linden?")
        press(ann, first, "How many herrings?")
        telegram.api.open_queries.clear()
        await telegram.answer_to(ann.chat, 2)


async def test_while_telegram_has_troubles_a_press_is_answered_all_the_same(
    telegram: TelegramDouble, ann: Person, bot: InventedBot
) -> None:
    first = await asked(telegram, ann, "Who holds Linden?")
    telegram.faults.add(Fault(status=502, methods=("answerCallbackQuery",), times=2))
    assert await told(telegram, press(ann, first, "👍")) == {"text": "Thank you."}
    telegram.faults.add(Fault(status=429, retry_after=0.05, times=1))
    press(ann, first, "How many herrings?")
    await telegram.answer_to(ann.chat, 2)
    await telegram.until_all_confirmed()
    assert bot.notebook.feedback.counts() == [Count("harbour-held", 1, 0)]
    assert bot.counts() == {("answered", None): 3}


async def test_an_answer_to_a_press_that_is_held_back_keeps_its_question_and_buttons(
    telegram: TelegramDouble, ann: Person, bot: InventedBot
) -> None:
    first = await asked(telegram, ann, "Who holds Linden?")
    telegram.faults.add(Fault(status=429, retry_after=2, times=1))
    press(ann, first, "How many herrings?")
    second = await telegram.answer_to(ann.chat, 2)
    assert second.text.startswith("How many herrings?\nThe Greys claim")
    assert labels(second)[0] == ["Show in the article"]
    assert button(second, "Show in the article")["callback_data"] == "1:s:en:catch"
