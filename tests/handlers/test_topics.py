"""A topic's command brings all of the topic's facts, and words after it are a question."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from handlers.catalogues import LANGUAGES
from handlers.desk import Desk
from handlers.fact_words import statement
from handlers.reply import MESSAGE_LIMIT, Quote
from handlers.request import Request
from handlers.said import Audience, Said
from knowledge import Exchange, Kind, Knowledge
from tests.invented_knowledge import CATCH, InventedKnowledge
from tests.typed_messages import BOT

COMMANDS = ("harbour", "fish", "chart", "fish_words", "chart_words", "places")


def run(desk: Desk, command: str, words: str = "", **more: Any) -> Said:
    """What a command says on Telegram."""
    asked = Request(words, "en", Audience.PRIVATE, bot="LindenBot")
    return desk.commands.run(command, replace(asked, **more))


def quotes_of(said: Said) -> list[str]:
    """The quotes in all of its messages."""
    replies = [said.reply] if said.then is None else [said.reply, said.then.reply]
    assert all(each.length() <= MESSAGE_LIMIT for each in replies)
    return [block.text for each in replies for block in each.blocks if isinstance(block, Quote)]


@pytest.mark.parametrize("command", ["chart", "fish"])
def test_a_group_gets_the_picture_alone_and_the_way_to_the_rest(desk: Desk, command: str) -> None:
    said = run(desk, command, audience=Audience.GROUP)
    assert said.then is None
    assert said.reply.text().endswith(f"ll of it in words: /{command}_words")


def test_in_private_all_else_of_the_topic_follows_its_picture(desk: Desk) -> None:
    said = run(desk, "fish")
    assert said.then is not None
    assert {fact.id for fact in said.cited} == {"catch", "caution"}
    assert [fact.id for fact in said.then.cited] == ["storm", "mast", "subhead"]
    text = said.then.reply.text()
    assert text.startswith("Fish – what was caught\n\n• A storm is said to be coming.")
    assert CATCH not in text, "it's told in the caption"
    assert "/fish_words" not in said.reply.text(), "it follows anyway"


@pytest.mark.parametrize("bot", [None, "LindenBot"], ids=["in a terminal", "on Telegram"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_real_topics_command_tells_each_of_its_facts_in_private(
    real: Knowledge, language: str, bot: str | None
) -> None:
    """In the caption of its picture, or in the message after it."""
    desk = Desk(real)
    for topic in real.topics():
        said = run(desk, topic.command, language_code=language, bot=bot)
        text = "\n".join(each.reply.text() for each in (said, said.then) if each is not None)
        for fact in topic.facts:
            # A caution that statements share stands once, after the last of them.
            first = statement(fact, language).partition(". ")[0].removesuffix(".")
            assert first in text, (topic.id, fact.id)


def test_nothing_follows_a_picture_whose_caption_tells_all(desk: Desk) -> None:
    said = run(desk, "chart")
    assert said.then is None
    assert said.reply.text().endswith("All of it in words: /chart_words")


def test_a_rest_that_is_held_back_is_told_with_all_that_went_before(desk: Desk) -> None:
    said = run(desk, "fish")
    assert said.then is not None
    anew = desk.again(said.then.again, "LindenBot")
    assert anew.reply == run(desk, "fish_words").reply
    assert anew.then is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_real_topics_command_brings_every_quote_without_another_step(
    real: Knowledge, language: str
) -> None:
    desk = Desk(real)
    wanted = {topic.command: [fact.id for fact in topic.facts] for topic in real.topics()}
    wanted |= {each.id: list(each.facts) for each in real.pictures() if each.topic is None}
    for command, ids in wanted.items():
        quotes = quotes_of(run(desk, command, language_code=language))
        for fact in filter(None, map(real.fact, ids)):
            assert any(fact.quote in quote for quote in quotes), (command, fact.id)


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("audience", list(Audience))
def test_words_after_a_topics_command_are_asked_as_a_question(
    desk: Desk, knowledge: InventedKnowledge, command: str, audience: Audience
) -> None:
    said = run(desk, command, "how many herrings?", audience=audience)
    asked = Request("how many herrings?", "en", audience, bot="LindenBot")
    assert said == desk.commands.run("ask", asked)
    no = run(desk, command, "how many eels?", audience=audience)
    assert no.kind is Kind.NOT_SAID


def test_they_follow_nothing_that_was_said_before(
    desk: Desk, knowledge: InventedKnowledge
) -> None:
    run(desk, "fish", "how many herrings?", after=Exchange(facts=("storm",)))
    assert knowledge.asked == [("how many herrings?", "en", None)]


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("words", ["ok", "thanks", "who won the match?", " \n"])
def test_words_that_ask_nothing_get_what_the_command_gives_alone(
    desk: Desk, command: str, words: str
) -> None:
    assert run(desk, command, words) == run(desk, command)


def test_what_may_mean_several_things_is_meant_of_the_topic(
    desk: Desk, knowledge: InventedKnowledge
) -> None:
    assert run(desk, "harbour", "linden?").kind is Kind.CLARIFY
    assert [question for question, _, _ in knowledge.asked] == ["linden?", "Harbour: linden?"]


@pytest.mark.parametrize(
    ("command", "words", "fact"),
    [
        ("losses", "north korea", "north-koreans-killed-and-injured"),
        ("losses", "russia", "russia-lost-2024"),
        ("losses", "україна", "ukrainian-killed-and-wounded"),
        ("territory", "pokrovsk", "pokrovsk-held"),
        ("territory", "russia", "territory-taken-2024"),
        ("weapons", "britain", "long-range-allowed"),
        ("weapons", "usa", "long-range-allowed"),
        ("places", "toretsk", "toretsk-held"),
    ],
)
def test_a_word_after_a_real_topics_command_finds_its_fact(
    real: Knowledge, command: str, words: str, fact: str
) -> None:
    said = run(Desk(real), command, words)
    assert said.kind is Kind.ANSWERED
    assert said.cited[0].id == fact


@pytest.mark.parametrize("audience", list(Audience))
def test_an_answer_to_such_words_is_made_anew(desk: Desk, audience: Audience) -> None:
    said = run(desk, "fish", "how many herrings?", audience=audience)
    assert desk.again(said.again, BOT.username).reply == said.reply
