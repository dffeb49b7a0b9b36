"""What is posted from afar keeps its quotes, and its commands lead somewhere."""

from __future__ import annotations

from handlers.desk import Desk
from handlers.posting import Posting
from handlers.reply import Quote, Reply, bold, line
from handlers.said import Said
from state.file_ids import FileIds
from tests.typed_messages import BOT

LINK = f'<a href="https://t.me/{BOT.username}?start=fish">/fish</a>'


def posted(desk: Desk, reply: Reply) -> str:
    """The reply as it's posted."""
    said, _ = Posting(desk, FileIds()).fit(Said(reply, "en"), BOT)
    return said.reply.html(BOT.username)


def test_a_command_becomes_a_link_wherever_it_stands(desk: Desk) -> None:
    assert posted(desk, Reply((line("/fish"),))) == LINK
    assert posted(desk, Reply((line("more: /fish, /fish."),))) == f"more: {LINK}, {LINK}."
    assert posted(desk, Reply((line(bold("see /fish")),))) == (
        f"<b>see </b>{LINK.replace('/fish</a>', '<b>/fish</b></a>')}"
    )


def test_what_only_looks_like_a_command_stays_as_it_is(desk: Desk) -> None:
    text = "and/fish 1/2 //fish /fishes https://t.me/fish /nothing /"
    assert posted(desk, Reply((line(text),))) == text


def test_an_articles_words_are_never_touched(desk: Desk) -> None:
    assert posted(desk, Reply((Quote("he said /fish"),))) == (
        "<blockquote>he said /fish</blockquote>"
    )
