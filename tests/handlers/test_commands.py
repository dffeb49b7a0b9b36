"""Each command gives its page, in every language, within one message."""

from __future__ import annotations

import re
from typing import cast

import pytest

from handlers.catalogues import LANGUAGES
from handlers.commands import Request
from handlers.desk import Desk
from handlers.reply import MESSAGE_LIMIT
from handlers.said import Audience, Said
from knowledge import Knowledge, KnowledgeError, Topic
from tests.invented_knowledge import HARBOUR, TOPICS, InventedKnowledge

FIXED = {"ask", "places", "place", "article", "sources", "help", "start", "privacy"}


def run(
    desk: Desk, name: str, words: str = "", audience: Audience = Audience.PRIVATE, **more: str
) -> Said:
    """What a command says to someone who speaks English."""
    return desk.commands.run(name, Request(words, "en", audience, **more))


def test_each_topic_is_a_command_and_the_fixed_ones_are_there(desk: Desk) -> None:
    assert {command.name for command in desk.commands} == FIXED | {"harbour", "fish"}


@pytest.mark.parametrize("audience", list(Audience))
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_command_says_something_that_fits(
    desk: Desk, language: str, audience: Audience
) -> None:
    for command in desk.commands:
        said = desk.commands.run(command.name, Request("", language, audience, bot="LindenBot"))
        assert 0 < said.reply.length() <= MESSAGE_LIMIT
        assert "{" not in said.reply.html()


def test_a_topic_gives_each_fact_with_its_quote(desk: Desk) -> None:
    said = run(desk, "FISH")
    assert said.reply.text().startswith("Fish – what was caught\n\n• The Greys claim")
    assert [fact.id for fact in said.cited] == ["catch", "caution", "storm", "subhead", "mast"]
    assert all(f"> {fact.quote}\n" in said.reply.text() for fact in said.cited)
    assert "— a subhead" in said.reply.text()
    assert "estimated by the guild" in said.reply.text()


def test_a_topic_shows_a_quote_that_two_facts_share_once(desk: Desk) -> None:
    text = run(desk, "harbour").reply.text()
    assert (
        f"• The Greys hold the harbour of Linden.\n• Nobody holds the pier.\n> {HARBOUR}" in text
    )


def test_a_topic_too_long_for_a_message_says_what_is_left_out(
    knowledge: InventedKnowledge, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("handlers.topic_words.PAGE_CHARACTERS", dict.fromkeys(Audience, 370))
    said = run(Desk(cast(Knowledge, knowledge)), "fish")
    assert said.reply.length() <= 370
    assert [fact.id for fact in said.cited] == ["catch", "caution"]
    assert said.reply.text().endswith("3 more facts don't fit here: ask for them in plain words.")


def test_places_lists_each_with_what_is_said_of_it(desk: Desk) -> None:
    text = run(desk, "places").reply.text()
    assert "• Linden: The Greys hold the harbour of Linden.\n> The harbour of Linden" in text
    assert "• Oakham: The mast takes two years" in text
    assert run(desk, "place").reply.text() == text


def test_a_place_gives_its_facts_and_how_the_article_spells_it(desk: Desk) -> None:
    text = run(desk, "place", "linden").reply.text()
    assert text.startswith("Linden (“Lindén” in the article)\n\n• The Greys hold")


def test_a_place_that_is_not_in_the_article_is_told_from_one_that_is_not_known(desk: Desk) -> None:
    assert run(desk, "place", "elsewhere").reply.text() == "The article never names Elsewhere."
    assert run(desk, "place", "qqq").reply.text().startswith("I know no place of that name.")


def test_the_article_is_shown_to_the_character_with_its_paragraphs_numbered(desk: Desk) -> None:
    said = run(desk, "article")
    assert f"\n\n1 {HARBOUR}\n\nWet days\n\n2 The Greys" in said.reply.text()
    assert "<b>Wet days</b>" in said.reply.html()


def test_sources_tell_what_is_known_from_what_is_inferred(desk: Desk) -> None:
    known, inferred = run(desk, "sources").reply.text().split("Only inferred, not printed in it:")
    assert "• It has four paragraphs." in known
    assert "• It may be by a child." in inferred


def test_help_names_every_command_and_how_to_ask_in_a_group(desk: Desk) -> None:
    text = run(desk, "help", bot="LindenBot").reply.text()
    assert set(re.findall(r"^/(\w+) – ", text, re.MULTILINE)) == FIXED | {"harbour", "fish"}
    assert "/ask@LindenBot" in text
    assert "privacy mode" in text


def test_privacy_tells_what_is_kept_while_an_answer_waits(desk: Desk) -> None:
    text = run(desk, "privacy").reply.text()
    assert "waits by chat and message number" in text
    assert "without words" in text
    assert "for a day at most" in text


def test_start_shows_what_to_ask(desk: Desk) -> None:
    text = run(desk, "start").reply.text()
    assert "• Who holds the town of Linden?" in text
    assert "/harbour – who holds it" in text


def test_a_deep_link_opens_its_fact_with_what_must_travel_with_it(desk: Desk) -> None:
    said = run(desk, "start", "f_catch")
    assert [fact.id for fact in said.cited] == ["catch", "caution"]


def test_a_deep_link_opens_its_place(desk: Desk) -> None:
    assert run(desk, "start", "place_linden").reply.text().startswith("Linden")


@pytest.mark.parametrize("words", ["f_", "f_nothing", "place_nothing", "x_y", "f_<b>", "f"])
def test_a_deep_link_that_is_not_ours_is_a_plain_start(desk: Desk, words: str) -> None:
    assert run(desk, "start", words).reply == run(desk, "start").reply


def test_ask_answers_and_without_a_question_asks_for_one(desk: Desk) -> None:
    assert run(desk, "ask", "Who holds Linden?").reply.text().startswith("The Greys hold")
    assert (
        run(desk, "ask").reply.text() == "Write your question after /ask, in any words you like."
    )


def test_ask_below_somebodys_message_asks_about_it(desk: Desk) -> None:
    said = run(desk, "ask", claim="Do the Greys hold Linden?")
    assert said.reply.text().startswith("Yes. ")


def test_two_commands_of_one_name_are_refused(
    knowledge: InventedKnowledge, monkeypatch: pytest.MonkeyPatch
) -> None:
    clash = Topic("help", "help", TOPICS[0].title, TOPICS[0].description, TOPICS[0].facts)
    monkeypatch.setattr(knowledge, "topics", lambda: (*TOPICS, clash))
    with pytest.raises(KnowledgeError, match="two commands are called /help"):
        Desk(cast(Knowledge, knowledge))
