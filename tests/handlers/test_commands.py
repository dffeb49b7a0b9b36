"""Each command gives its page, in every language, within one message."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import cast

import pytest

from handlers.catalogues import LANGUAGES
from handlers.commands import FIXED, PLAIN_START
from handlers.desk import Desk
from handlers.fact_pages import PAGE
from handlers.place_words import PLACE
from handlers.reply import MESSAGE_LIMIT
from handlers.request import Request
from handlers.said import Audience, Said
from knowledge import Exchange, Knowledge, KnowledgeError, Topic
from tests.invented_knowledge import CATCH, CAUTION, FACTS, HARBOUR, TOPICS, InventedKnowledge


def run(
    desk: Desk, name: str, words: str = "", audience: Audience = Audience.PRIVATE, **more: str
) -> Said:
    """What a command says to someone who speaks English."""
    return desk.commands.run(name, Request(words, "en", audience, **more))


def test_each_topic_is_a_command_and_the_fixed_ones_are_there(desk: Desk) -> None:
    names = {command.name for command in desk.commands if not command.hidden}
    assert names == FIXED | {"harbour", "fish", "chart"}


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
    assert {fact.id for fact in said.cited} == {"catch", "caution", "storm", "subhead", "mast"}
    assert all(f"> {fact.quote}\n" in said.reply.text() for fact in said.cited)
    assert "— a subhead" in said.reply.text()


def test_a_topic_begins_with_figures_and_ends_with_subheads(desk: Desk) -> None:
    said = run(desk, "fish")
    assert [fact.id for fact in said.cited] == ["catch", "caution", "storm", "mast", "subhead"]


def test_who_says_it_is_told_once_in_a_statement_or_below_the_quote(desk: Desk) -> None:
    text = run(desk, "fish").reply.text()
    assert (
        "the guild estimates.\n> two years for the mast, says the guild\n— paragraph 4\n" in text
    )
    assert "— paragraph 4 · the article doesn't say who says so" in text


def test_a_topic_shows_a_quote_that_two_facts_share_once(desk: Desk) -> None:
    text = run(desk, "harbour").reply.text()
    assert (
        f"• The Greys hold the harbour of Linden.\n• Nobody holds the pier.\n> {HARBOUR}" in text
    )


def test_a_topic_too_long_for_a_message_says_what_is_left_out(
    knowledge: InventedKnowledge, monkeypatch: pytest.MonkeyPatch
) -> None:
    small = replace(PAGE[Audience.PRIVATE], characters=370)
    monkeypatch.setattr("handlers.topic_words.PAGE", dict.fromkeys(Audience, small))
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


def test_a_place_told_of_at_length_keeps_to_the_most_telling_and_names_the_rest(
    knowledge: InventedKnowledge, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A fact of each topic, then the commands of all topics that have more."""
    monkeypatch.setattr(
        knowledge,
        "facts_about",
        lambda name: tuple(replace(fact, about=(name,)) for fact in FACTS if fact.id != "subhead"),
    )
    few = replace(PLACE[Audience.PRIVATE], facts=3)
    monkeypatch.setattr("handlers.place_words.PLACE", dict.fromkeys(Audience, few))
    said = run(Desk(cast(Knowledge, knowledge)), "place", "Linden")
    assert [fact.id for fact in said.cited] == [
        "harbour-held",
        "pier-not-held",
        "catch",
        "caution",
    ]
    assert said.reply.text().endswith("The article says more: /fish")


def test_a_place_that_is_not_in_the_article_is_told_from_one_that_is_not_known(desk: Desk) -> None:
    assert run(desk, "place", "elsewhere").reply.text() == "The article never names Elsewhere."
    assert run(desk, "place", "qqq").reply.text().startswith("I know no place of that name.")


def test_the_article_is_shown_to_the_character_with_its_paragraphs_numbered(desk: Desk) -> None:
    said = run(desk, "article")
    assert f"\n\n1 {HARBOUR}\n\nWet days\n\n2 The Greys" in said.reply.text()
    assert "<b>Wet days</b>" in said.reply.html()


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


def test_sources_tell_what_is_known_from_what_is_inferred(desk: Desk) -> None:
    known, inferred = run(desk, "sources").reply.text().split("Only inferred, not printed in it:")
    assert "• It has four paragraphs." in known
    assert "• It may be by a child." in inferred


def test_help_names_every_command_and_how_to_ask_in_a_group(desk: Desk) -> None:
    text = run(desk, "help", bot="LindenBot").reply.text()
    assert set(re.findall(r"^/(\w+) – ", text, re.MULTILINE)) == FIXED | {
        "harbour",
        "fish",
        "chart",
    }
    assert "\nAll of it in words, without a picture: /chart_words, /fish_words\n" in text
    assert "/ask@LindenBot" in text
    assert "privacy mode" in text


def test_privacy_tells_what_is_kept_while_an_answer_waits(desk: Desk) -> None:
    text = run(desk, "privacy").reply.text()
    assert "waits by chat and message number" in text
    assert "without words" in text
    assert "for a day at most" in text


def test_start_shows_what_to_ask(desk: Desk) -> None:
    text = run(desk, "start").reply.text()
    assert "• Who holds Linden?\n• How many herrings?\n" in text
    assert "/harbour – who holds it" in text


def test_a_deep_link_opens_its_fact_with_what_must_travel_with_it(desk: Desk) -> None:
    said = run(desk, "start", "f_catch")
    assert [fact.id for fact in said.cited] == ["catch", "caution"]


def test_a_deep_link_opens_its_place(desk: Desk) -> None:
    assert run(desk, "start", "place_linden").reply.text().startswith("Linden")


def test_what_a_deep_link_opens_may_be_asked_on(desk: Desk) -> None:
    assert run(desk, "start", "f_catch").exchange == Exchange("", ("catch",))
    assert run(desk, "start", "place_oakham").exchange == Exchange("", ("mast",))


@pytest.mark.parametrize("words", ["f_", "f_nothing", "place_nothing", "x_y", "f_<b>", "f"])
def test_a_deep_link_to_nothing_says_so_before_the_start(desk: Desk, words: str) -> None:
    said = run(desk, "start", words)
    first, rest = said.reply.text().split("\n\n", 1)
    assert first == "That link leads to nothing I know: it may be of another version of me."
    assert rest == run(desk, "start").reply.text()
    assert said.exchange is None, "the conversation stays as it was"
    assert words not in said.again, "a link is anybody's to write, and isn't kept"
    assert desk.again(said.again, None).reply == said.reply


def test_a_link_to_the_start_page_or_to_a_group_is_no_dead_one(desk: Desk) -> None:
    assert run(desk, "start", PLAIN_START).reply == run(desk, "start").reply
    in_group = run(desk, "start", "anything", Audience.GROUP)
    assert in_group.reply == run(desk, "start", "", Audience.GROUP).reply


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
