"""Of a press it's known which button it was, by whom, where, and below whose question."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import pytest
from telegram import Bot, CallbackQuery, Message

from handlers.buttons import Action, Press
from handlers.pressed import Pressed
from handlers.said import Audience
from tests.handlers.recorded_calls import RecordedCalls, application_on
from tests.typed_messages import ANN, BEN, GROUP, PRIVATE, typed, typed_in_group, typed_row


@pytest.fixture
async def bot() -> AsyncIterator[Bot]:
    async with application_on(RecordedCalls()) as application:
        yield application.bot


def pressed(bot: Bot, action: Action = Action.SHOW, language: str = "sv", **where: Any) -> Pressed:
    """A press of Ben's, whose Telegram is Ukrainian, below a message of that chat."""
    chat = where.pop("chat", PRIVATE)
    under = where or {"message": typed_row("…", chat=chat)}
    data = str(Press(action, language, "catch"))
    row = {"id": "1", "from": BEN, "chat_instance": "1", "data": data, **under}
    query = CallbackQuery.de_json(row, bot)
    assert isinstance(query, CallbackQuery)
    return Pressed(query, bot)


def test_where_it_was_tells_whether_others_read_along(bot: Bot) -> None:
    private, group = pressed(bot), pressed(bot, chat=GROUP)
    elsewhere = pressed(bot, inline_message_id="x")
    assert (private.private_chat_id, private.group_id) == (10, None)
    assert (group.private_chat_id, group.group_id) == (None, -100)
    assert (elsewhere.chat_id, elsewhere.private_chat_id, elsewhere.group_id) == (None, None, None)
    audiences = [each.request("catch", "en").audience for each in (private, group)]
    assert audiences == [Audience.PRIVATE, Audience.GROUP]


@pytest.mark.parametrize(
    ("chat", "words"), [(PRIVATE, "sv"), (GROUP, "uk")], ids=["private", "group"]
)
def test_a_group_hears_its_answers_language_and_who_pressed_their_own(
    bot: Bot, chat: dict[str, Any], words: str
) -> None:
    press = pressed(bot, chat=chat)
    assert (press.language, press.words.language) == ("sv", words)


@pytest.mark.parametrize(
    ("action", "where", "brings"),
    [
        (Action.ASK, {}, True),
        (Action.ASK, {"chat": GROUP}, True),
        (Action.ASK, {"inline_message_id": "x"}, False),
        (Action.SHOW, {}, True),
        (Action.SHOW, {"chat": GROUP}, False),
        (Action.UP, {}, False),
    ],
)
def test_a_message_comes_of_a_question_and_in_private_of_the_article(
    bot: Bot, action: Action, where: dict[str, Any], brings: bool
) -> None:
    assert pressed(bot, action, **where).brings_a_message is brings


def test_a_button_of_another_version_is_answered_in_the_persons_language(bot: Bot) -> None:
    row = {"id": "1", "from": BEN, "chat_instance": "1", "data": "9:?", "inline_message_id": "x"}
    query = CallbackQuery.de_json(row, bot)
    assert isinstance(query, CallbackQuery)
    press = Pressed(query, bot)
    assert (press.press, press.language, press.brings_a_message) == (None, "uk", False)


def test_the_same_person_below_the_same_message_is_known_again(bot: Bot) -> None:
    one, again, other = pressed(bot), pressed(bot, Action.UP), pressed(bot, chat=GROUP)
    assert one.key == again.key != other.key
    assert pressed(bot, inline_message_id="x").key != pressed(bot, inline_message_id="y").key


def test_a_question_is_ones_own_only_where_it_is_shown_whose_it_is(bot: Bot) -> None:
    press = pressed(bot)
    hidden = typed("who?", sender_chat=GROUP, **{"from": BEN})
    questions: list[tuple[Message, bool]] = [
        (typed("who?", **{"from": BEN}), True),
        (typed("who?", **{"from": ANN}), False),
        (hidden, False),
    ]
    for question, own in questions:
        assert press.is_own_question(question) is own


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("how many crabs?", "how many crabs?"),
        ("@LindenBot how many crabs?", "how many crabs?"),
        ("/ask@LindenBot how many crabs?", "how many crabs?"),
        ("/fish crabs", "/fish crabs"),
        ("/fish", None),
        ("@LindenBot", None),
    ],
)
def test_what_was_asked_is_kept_without_the_bots_name_and_with_the_topics(
    bot: Bot, text: str, asked: str | None
) -> None:
    assert pressed(bot).words_asked(typed_in_group(text)) == asked


def test_what_somebody_else_wrote_was_asked_by_nobody(bot: Bot) -> None:
    origin = {"type": "hidden_user", "date": 0, "sender_user_name": "Ann"}
    assert pressed(bot).words_asked(typed("how many crabs?", forward_origin=origin)) is None
