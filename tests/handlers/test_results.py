"""What is said where the bot can't write is a result that Telegram posts for somebody."""

from __future__ import annotations

import pytest
from telegram import (
    InlineQueryResultArticle,
    InlineQueryResultCachedPhoto,
    InputTextMessageContent,
)

from handlers.buttons import Action, Press
from handlers.reply import Reply, Words, bold, line
from handlers.results import plain_result_of, result_of
from handlers.said import Button, Said

SEND = Button("Send the question", data=str(Press(Action.SEND, "en", "")))
VOTE = Button("👍", data=str(Press(Action.UP, "en", "catch")))
SAID = Said(
    Reply((line(bold("5 < 6"), " ", Words("paragraph 1", start="f_catch")),)),
    "en",
    buttons=((VOTE,), (SEND,)),
)


def content(result: object) -> InputTextMessageContent:
    assert isinstance(result, InlineQueryResultArticle)
    assert isinstance(result.input_message_content, InputTextMessageContent)
    return result.input_message_content


def test_its_words_are_marked_with_links_to_the_bot_and_no_preview_of_them() -> None:
    result = result_of(SAID, "LindenBot", identity="1", title="Catch", description="how much")
    words = content(result)
    assert words.message_text.startswith("<b>5 &lt; 6</b>")
    assert "https://t.me/LindenBot?start=f_catch" in words.message_text
    assert words.to_dict()["link_preview_options"] == {"is_disabled": True}
    assert (result.id, result.title, result.description) == ("1", "Catch", "how much")


def test_the_question_cannot_be_sent_from_there_and_all_other_buttons_stand() -> None:
    result = result_of(SAID, "LindenBot", identity="1", title="Catch")
    assert result.reply_markup is not None
    labels = [[each.text for each in row] for row in result.reply_markup.inline_keyboard]
    assert labels == [["👍"]]


def test_a_picture_that_telegram_has_comes_with_the_words_as_its_caption() -> None:
    result = result_of(SAID, "LindenBot", identity="1", title="Catch", file_id="known")
    assert isinstance(result, InlineQueryResultCachedPhoto)
    assert (result.photo_file_id, result.caption) == ("known", SAID.reply.html("LindenBot"))
    assert result.reply_markup is not None


def test_in_words_alone_it_has_no_marks_and_no_buttons() -> None:
    result = plain_result_of(SAID, identity="1", title="Catch")
    words = content(result)
    assert (words.message_text, words.parse_mode) == ("5 < 6 paragraph 1", None)
    assert result.reply_markup is None


@pytest.mark.parametrize("file_id", [None, "known"])
def test_a_description_of_nothing_is_none(file_id: str | None) -> None:
    result = result_of(SAID, "LindenBot", identity="1", title="Catch", file_id=file_id)
    assert result.description is None
