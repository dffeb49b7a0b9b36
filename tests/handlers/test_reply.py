"""A reply is well-formed HTML within Telegram's limits, whatever its words are."""

from __future__ import annotations

import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.reply import (
    ENTITY_LIMIT,
    LONG_QUOTE,
    MESSAGE_LIMIT,
    Gap,
    Quote,
    Reply,
    Words,
    bold,
    line,
    listing,
    parted,
    shortened,
    units,
)

ANY_TEXT = st.text(st.characters(codec=None), max_size=60)
BLOCKS = st.lists(
    st.one_of(
        st.builds(lambda text: line(text), ANY_TEXT),
        st.builds(lambda text: line(bold(text), Words(text, start="f_x")), ANY_TEXT),
        st.builds(Quote, ANY_TEXT),
        st.builds(lambda text, times: line(text * times), ANY_TEXT, st.integers(1, 200)),
        st.just(Gap()),
    ),
    max_size=130,
)
TAG = re.compile(r"<(/?)(a|b|blockquote)( [^<>]*)?>")


def parsed(html: str) -> str:
    """The text that Telegram is left with; fails where a tag isn't closed in order."""
    opened: list[str] = []
    for slash, name, _ in TAG.findall(html):
        if slash:
            assert opened.pop() == name
        else:
            opened.append(name)
    assert opened == []
    text = TAG.sub("", html)
    assert "<" not in text
    assert ">" not in text
    return unescape(text)


@given(BLOCKS)
def test_any_blocks_make_a_message_that_telegram_takes(blocks: list[object]) -> None:
    """Within 4,096 UTF-16 units and 100 marked spans, every tag closed, all else escaped."""
    reply = Reply((line("."), *blocks))  # type: ignore[arg-type]
    html = reply.html("LindenBot")
    text = parsed(html)
    text.encode("utf-8")
    assert 0 < units(text) <= MESSAGE_LIMIT
    assert len(re.findall(r"<(?:a|b|blockquote)\b", html)) <= ENTITY_LIMIT


def test_words_are_escaped() -> None:
    assert Reply((line("<b>&"), Quote("a > b"))).html() == (
        "&lt;b&gt;&amp;\n<blockquote>a &gt; b</blockquote>"
    )


def test_a_link_needs_a_bot_to_lead_to() -> None:
    """In a terminal there's none, and the words stand alone."""
    reply = Reply((line(Words("source", start="f_catch")),))
    assert reply.html("LindenBot") == '<a href="https://t.me/LindenBot?start=f_catch">source</a>'
    assert reply.html() == reply.text() == "source"


def test_a_long_line_is_cut_and_says_so() -> None:
    """The limit counts UTF-16 units, of which an emoji has two."""
    text = parsed(Reply((line(bold("😀" * 5000)),)).html())
    assert text.endswith("😀…")
    assert MESSAGE_LIMIT - 3 <= units(text) <= MESSAGE_LIMIT


def test_a_quote_is_never_cut() -> None:
    """A quote that doesn't fit is left out whole, with all that follows it."""
    html = Reply((line("x" * 4000), Quote("y" * 200), line("z"))).html()
    assert html == "x" * 4000


def test_a_quote_is_folded_where_it_is_long_and_nowhere_else() -> None:
    assert "<blockquote>" in Reply((Quote("w" * LONG_QUOTE),)).html()
    assert "<blockquote expandable>" in Reply((Quote("w" * (LONG_QUOTE + 1)),)).html()


def test_plain_text_marks_quotes_and_items() -> None:
    reply = Reply((line(bold("Head")), *listing([line("one"), line("two")]), Gap(), Quote("q")))
    assert reply.text() == "Head\n• one\n• two\n\n> q"


@pytest.mark.parametrize("blocks", [(), (Gap(),), (line("  "),), (line("\x00\ud83d"),)])
def test_a_reply_of_nothing_is_refused(blocks: tuple[object, ...]) -> None:
    with pytest.raises(ValueError, match="visible word"):
        Reply(blocks)  # type: ignore[arg-type]


def test_a_long_text_is_cut_after_a_word() -> None:
    assert shortened("as it is", 8) == "as it is"
    assert shortened("one, two, three", 11) == "one, two…"
    assert shortened("one, two, three", 9) == "one…"


@pytest.mark.parametrize(
    ("text", "most", "parts"),
    [
        ("As it is.", 9, ("As it is.", "")),
        ("One thing. Another. A third one.", 20, ("One thing. Another.", "A third one.")),
        ("One thing; and another.", 12, ("One thing", "and another.")),
        ("One thing, and another. A third.", 12, ("One thing…", "…and another. A third.")),
        ("Unparted", 5, ("…", "…Unparted")),
    ],
)
def test_a_text_in_two_parts_lacks_nothing(text: str, most: int, parts: tuple[str, str]) -> None:
    assert parted(text, most) == parts
