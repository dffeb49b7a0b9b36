"""What stands after /article is a paragraph or several, or else a question."""

from __future__ import annotations

import pytest

from handlers.desk import Desk
from tests.handlers.pages import run
from tests.invented_knowledge import CATCH, CAUTION, HARBOUR


def test_a_paragraph_of_the_article_is_shown_by_its_number(desk: Desk) -> None:
    said = run(desk, "article", " 2 ")
    assert said.reply.text() == f"An invented article on Linden\n\n2 {CATCH}"
    assert desk.again(said.again, None).reply == said.reply


@pytest.mark.parametrize("words", ["2-3", " 2 – 3", "3-2", "02—3"])
def test_so_are_several_with_the_subheads_between_them(desk: Desk, words: str) -> None:
    said = run(desk, "article", words)
    assert said.reply.text() == f"An invented article on Linden\n\n2 {CATCH}\n\n3 {CAUTION}"
    assert desk.again(said.again, None).reply == said.reply
    assert f"1 {HARBOUR}\n\nWet days\n\n2 {CATCH}" in run(desk, "article", "1-2").reply.text()


@pytest.mark.parametrize("words", ["9", "0", "3-9", "9999", "9" * 5000, "-1", "None", "who won?"])
def test_what_is_no_paragraph_and_no_question_is_told_which_there_are(
    desk: Desk, words: str
) -> None:
    said = run(desk, "article", words)
    assert said.reply.text() == "The article has paragraphs 1–4. /article shows the whole text."
    assert desk.again(said.again, None).reply == said.reply


def test_words_after_article_are_asked_as_after_other_pages(desk: Desk) -> None:
    said = run(desk, "article", "who holds linden?")
    assert said == run(desk, "ask", "who holds linden?")
