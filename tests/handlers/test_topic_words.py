"""A topic's page has all of its facts, each with its quote, what tells most first."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

import pytest

from handlers.catalogues import LANGUAGES
from handlers.desk import Desk
from handlers.fact_pages import PAGE
from handlers.reply import MESSAGE_LIMIT, Quote
from handlers.said import Audience, Said
from handlers.topic_words import TopicWords
from knowledge import Knowledge
from tests.handlers.pages import run
from tests.invented_knowledge import CATCH, CAUTION, FACTS, HARBOUR, TOPICS, InventedKnowledge


def quotes_of(said: Said) -> list[str]:
    """The quotes in all of its messages."""
    replies = [said.reply] if said.then is None else [said.reply, said.then.reply]
    assert all(each.length() <= MESSAGE_LIMIT for each in replies)
    return [block.text for each in replies for block in each.blocks if isinstance(block, Quote)]


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


def test_what_was_told_goes_with_what_it_must_travel_with_once_more(desk: Desk) -> None:
    topic = TOPICS[1]
    warned = replace(FACTS[4], companions=("caution",))
    topic = replace(topic, facts=tuple(warned if f.id == "storm" else f for f in topic.facts))
    before = FACTS[2:4]
    said = TopicWords(desk.knowledge).topic(topic, "en", Audience.PRIVATE, before=before)
    assert f"> {CAUTION}" in said.reply.text()
    assert f"> {CATCH}" not in said.reply.text()


def test_a_fact_that_repeats_another_is_told_after_it_below_the_quote_they_share(
    desk: Desk,
) -> None:
    """Also where it stands first among the topic's facts."""
    again = replace(FACTS[2], id="again", statement={"en": "The Greys claim 9,000 herrings."})
    topic = replace(TOPICS[1], facts=(FACTS[4], again, *FACTS[2:4]))
    said = TopicWords(desk.knowledge).topic(topic, "en", Audience.PRIVATE)
    assert {fact.id for fact in said.cited} == {"storm", "again", "catch", "caution"}
    assert said.reply.text().count(f"> {CATCH}") == 1


def test_where_room_is_short_quotes_come_before_what_repeats_and_that_is_counted(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    bare = replace(FACTS[2], statement={"en": "The Greys claim 9,000 herrings."}, companions=())
    longer = " ".join(3 * ["It's the Greys who claim 9,000 herrings."])
    again = replace(bare, id="again", statement={"en": longer})
    topic = replace(TOPICS[1], facts=(bare, again, FACTS[4]))
    whole = TopicWords(desk.knowledge).topic(topic, "en", Audience.GROUP)
    most = replace(PAGE[Audience.GROUP], characters=whole.reply.length() - 1)
    monkeypatch.setattr("handlers.topic_words.PAGE", dict.fromkeys(Audience, most))
    said = TopicWords(desk.knowledge).topic(topic, "en", Audience.GROUP)
    assert [fact.id for fact in said.cited] == ["catch", "storm"]
    assert said.reply.text().endswith("1 more fact doesn't fit here: ask for it in plain words.")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_real_topic_in_words_has_every_quote_in_a_group_too(
    real: Knowledge, language: str
) -> None:
    words = TopicWords(real)
    for topic in real.topics():
        quotes = quotes_of(words.topic(topic, language, Audience.GROUP))
        for fact in topic.facts:
            assert any(fact.quote in quote for quote in quotes), (topic.id, fact.id)
