"""A message of a question set is marked as Telegram marks it, and comes as from a group."""

from __future__ import annotations

import pytest

from bot.group_talk import BOT, entities_of, group_message
from handlers.entities import words_in


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("@FrontlineFactsBot who?", [("mention", "@FrontlineFactsBot")]),
        ("/ask@FrontlineFactsBot who?", [("bot_command", "/ask@FrontlineFactsBot")]),
        ("write to x@frontlinefactsbot.org", [("email", "x@frontlinefactsbot.org")]),
        ("see t.me/FrontlineFactsBot", [("url", "t.me/FrontlineFactsBot")]),
        ("https://x.example/@name", [("url", "https://x.example/@name")]),
        ("and/or 1/2 @ab", []),
        ("https://x.example/a /map", [("url", "https://x.example/a"), ("bot_command", "/map")]),
        ("😀 /map and @someone", [("bot_command", "/map"), ("mention", "@someone")]),
    ],
)
def test_commands_mentions_links_and_addresses_are_marked_and_no_stretch_twice(
    text: str, marks: list[tuple[str, str]]
) -> None:
    entities = group_message(text, None).entities
    found = [(str(entity.type), words_in(text, entity)) for entity in entities]
    assert sorted(found) == sorted(marks)


def test_marks_count_in_the_units_that_telegram_counts_in() -> None:
    [mark] = entities_of("😀😀 /map")
    assert (mark["offset"], mark["length"]) == (5, 4)


@pytest.mark.parametrize(("reply_to", "author"), [("bot", BOT.id), ("human", 11), (None, None)])
def test_what_it_replies_to_is_the_bots_or_somebodys_own(
    reply_to: str | None, author: int | None
) -> None:
    message = group_message("who?", reply_to, "what was said")
    replied = message.reply_to_message
    assert message.chat.type == "supergroup"
    assert (replied and replied.from_user and replied.from_user.id) == author
    assert replied is None or replied.text == "what was said"
