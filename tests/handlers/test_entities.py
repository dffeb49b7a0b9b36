"""A message is cut where Telegram marks it, though a smile is two of its units."""

from __future__ import annotations

import pytest
from telegram import MessageEntity

from handlers.entities import words_in, words_of, words_without
from tests.typed_messages import typed


def mark(offset: int, length: int) -> MessageEntity:
    return MessageEntity(MessageEntity.MENTION, offset, length)


@pytest.mark.parametrize(
    ("text", "at", "marked", "rest"),
    [
        ("@bot who?", mark(0, 4), "@bot", " who?"),
        ("😀 @bot who?", mark(3, 4), "@bot", "😀 who?"),
        ("who, 👩‍🚀 @bot", mark(11, 4), "@bot", "who, 👩‍🚀 "),
        ("a  @bot  b", mark(3, 4), "@bot", "a b"),
        ("\ud83d@bot", mark(1, 4), "@bot", "\ud83d "),
    ],
)
def test_what_is_marked_and_what_is_left_are_whole(
    text: str, at: MessageEntity, marked: str, rest: str
) -> None:
    """Half a smile is let through."""
    assert words_in(text, at) == marked
    assert words_without(text, [at]) == rest


def test_of_several_marks_each_is_taken_out_in_whatever_order_they_come() -> None:
    marks = [mark(5, 4), mark(0, 4), mark(17, 4)]
    text = "/ask @bot who, 😀@bot"
    assert [words_in(text, each) for each in marks] == ["@bot", "/ask", "@bot"]
    assert words_without(text, marks).split() == ["who,", "😀"]


def test_a_caption_stands_for_a_text_that_is_not_there() -> None:
    photo = {
        "caption": "@bot who?",
        "caption_entities": [{"type": "mention", "offset": 0, "length": 4}],
    }
    words, marks = words_of(typed(None, **photo))
    assert (words, [words_in(words, each) for each in marks]) == ("@bot who?", ["@bot"])
    assert words_of(typed(None)) == ("", ())
    assert words_of(typed("hi", caption="not this"))[0] == "hi"
