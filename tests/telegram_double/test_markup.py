"""The double reads HTML as Telegram does, complaints included."""

from __future__ import annotations

import pytest

from tests.telegram_double.markup import EntityError, parse_html


@pytest.mark.parametrize(
    ("html", "text", "entities"),
    [
        ("plain", "plain", []),
        ("<b>bold</b> and <i>not</i>", "bold and not", [("bold", 0, 4), ("italic", 9, 3)]),
        ("😀<b>x</b>", "😀x", [("bold", 2, 1)]),
        ("&lt;b&gt; &amp;amp; &quot; &#39; &nbsp;", "<b> &amp; \" ' &nbsp;", []),
        ("<b><i>both</i></b>", "both", [("bold", 0, 4), ("italic", 0, 4)]),
        ("<blockquote>q</blockquote>", "q", [("blockquote", 0, 1)]),
        ("<blockquote expandable>q</blockquote>", "q", [("expandable_blockquote", 0, 1)]),
        ("  <b> x </b>  ", "x", [("bold", 0, 1)]),
        ("<b></b>x", "x", []),
        ("<a href='https://t.me/x?start=f_1&amp;y'>s</a>", "s", [("text_link", 0, 1)]),
        ('<SPAN class="tg-spoiler">s</SPAN>', "s", [("spoiler", 0, 1)]),
    ],
)
def test_markup_becomes_text_and_entities(
    html: str, text: str, entities: list[tuple[str, int, int]]
) -> None:
    shown, found = parse_html(html)
    assert shown == text
    assert [(one["type"], one["offset"], one["length"]) for one in found] == entities


@pytest.mark.parametrize(
    ("html", "complaint"),
    [
        ("a < b", "Unclosed start tag at byte offset 2"),
        ("<b>bold", 'Can\'t find end tag corresponding to start tag "b"'),
        ("<b>x</i>", 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'),
        ("x</b>", "Unexpected end tag at byte offset 1"),
        ("ö<p>x</p>", 'Unsupported start tag "p" at byte offset 2'),
        ("<br>", 'Unsupported start tag "br" at byte offset 0'),
        ("1 <2> 3", 'Unsupported start tag "2" at byte offset 2'),
        ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
    ],
)
def test_broken_markup_is_refused_in_telegrams_words(html: str, complaint: str) -> None:
    with pytest.raises(EntityError) as raised:
        parse_html(html)
    assert str(raised.value) == complaint
