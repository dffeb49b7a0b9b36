"""The article is shown to the character, and what is known of it apart from guesses."""

from __future__ import annotations

from handlers.desk import Desk
from tests.handlers.pages import run
from tests.invented_knowledge import HARBOUR


def test_the_article_is_shown_to_the_character_with_its_paragraphs_numbered(desk: Desk) -> None:
    said = run(desk, "article")
    assert f"\n\n1 {HARBOUR}\n\nWet days\n\n2 The Greys" in said.reply.text()
    assert "<b>Wet days</b>" in said.reply.html()


def test_sources_tell_what_is_known_from_what_is_inferred(desk: Desk) -> None:
    known, inferred = run(desk, "sources").reply.text().split("Only inferred, not printed in it:")
    assert "• It has four paragraphs." in known
    assert "• It may be by a child." in inferred
