"""A message that Telegram objects to is mended by just what it objects to."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from telegram import InlineKeyboardButton, InlineKeyboardMarkup
from telegram.error import BadRequest, ChatMigrated

from handlers.letters import Letter, Photo, Pointer, plain_text, thread_of
from tests.handlers.recorded_calls import RecordedCalls, application_on
from tests.typed_messages import typed


def test_plain_text_keeps_what_only_looks_like_a_tag() -> None:
    assert plain_text('<a href="https://x">5 &lt; 6</a> and 7 < 8 > 2') == "5 < 6 and 7 < 8 > 2"


LETTER = Letter(
    5,
    "<b>Held</b> &amp; quoted",
    thread_id=7,
    answers=3,
    markup=InlineKeyboardMarkup([[InlineKeyboardButton("More", callback_data="m")]]),
)
PHOTO = Photo("digest", b"png", "known")
POINTER = Pointer(9, "Held", 4, otherwise="<blockquote>Held</blockquote>")


def test_only_the_forum_topic_of_a_message_is_a_thread_to_send_to() -> None:
    """A reply has one outside of forums, too."""
    inside = typed("who?", message_thread_id=7, is_topic_message=True)
    outside = typed("who?", message_thread_id=7)
    assert (thread_of(inside), thread_of(outside)) == (7, None)


@pytest.mark.parametrize(
    ("objection", "mended"),
    [
        ("Can't parse entities: bad tag", {"text": "Held & quoted", "parse_mode": None}),
        ("Message thread not found", {"thread_id": None}),
        ("TOPIC_DELETED", {"thread_id": None}),
        ("Message to be replied not found", {"answers": None}),
        ("BUTTON_DATA_INVALID", {"markup": None}),
        ("inline keyboard: can't parse reply markup", {"markup": None}),
    ],
)
def test_it_loses_only_what_telegram_objects_to(objection: str, mended: dict[str, Any]) -> None:
    assert LETTER.mended(BadRequest(objection)) == replace(LETTER, **mended)


def test_where_the_objection_says_nothing_of_use_the_bare_words_are_left() -> None:
    bare = LETTER.mended(BadRequest("Something is invalid"))
    assert bare == Letter(5, "Held & quoted", parse_mode=None)
    assert bare.mended(BadRequest("Something is invalid")) == bare


def test_a_group_that_moved_is_written_to_without_the_old_ones_topics_and_messages() -> None:
    moved = LETTER.mended(ChatMigrated(-100))
    assert moved == replace(LETTER, chat_id=-100, thread_id=None, answers=None)


def test_a_quote_that_telegram_does_not_find_stands_in_the_words_instead() -> None:
    letter = replace(LETTER, pointer=POINTER)
    mended = letter.mended(BadRequest("QUOTE_TEXT_INVALID"))
    assert mended == replace(LETTER, text=POINTER.otherwise)


@pytest.mark.parametrize(
    ("photo", "objection", "left"),
    [
        (PHOTO, "wrong remote file id specified", replace(PHOTO, file_id=None)),
        (PHOTO, "not enough rights to send photos", None),
        (replace(PHOTO, file_id=None), "wrong file identifier", None),
    ],
)
def test_a_picture_that_telegram_does_not_know_is_sent_anew_and_one_it_refuses_left_out(
    photo: Photo, objection: str, left: Photo | None
) -> None:
    letter = Letter(5, "<b>Held</b>", photo=photo)
    assert letter.mended(BadRequest(objection)) == replace(letter, photo=left)


async def test_a_picture_has_its_words_as_caption_and_a_message_shows_no_preview() -> None:
    calls = RecordedCalls()
    calls.answers["sendPhoto"] = calls.answers["sendMessage"]
    async with application_on(calls) as application:
        await LETTER.send(application.bot)
        await replace(LETTER, photo=PHOTO).send(application.bot)
    [message], [photo] = calls.made("sendMessage"), calls.made("sendPhoto")
    assert (message["text"], photo["caption"], photo["photo"]) == (
        LETTER.text,
        LETTER.text,
        "known",
    )
    assert message["link_preview_options"] == {"is_disabled": True}
    for sent in (message, photo):
        assert (sent["message_thread_id"], sent["parse_mode"]) == (7, "HTML")
        assert sent["reply_parameters"] == {"message_id": 3, "allow_sending_without_reply": True}


async def test_a_quote_is_pointed_at_as_it_stands_there_without_marks_of_its_own() -> None:
    calls = RecordedCalls()
    async with application_on(calls) as application:
        await replace(LETTER, pointer=POINTER).send(application.bot)
    [sent] = calls.made("sendMessage")
    pointed = sent["reply_parameters"]
    assert (pointed["message_id"], pointed["quote"], pointed["quote_position"]) == (9, "Held", 4)
    assert not pointed.get("quote_parse_mode")
    assert not pointed.get("allow_sending_without_reply")


def test_its_picture_is_shown_in_no_error() -> None:
    assert "png" not in repr(replace(LETTER, photo=PHOTO))
