"""What the real knowledge holds fits what the handlers say, in every language."""

from __future__ import annotations

import re
import tomllib
from dataclasses import replace
from pathlib import Path

import pytest

from handlers.answer_words import MOST_QUOTES, AnswerWords
from handlers.catalogues import LANGUAGES
from handlers.desk import SCOPE, Desk
from handlers.links import FACT, start_parameter
from handlers.menus import menu
from handlers.offers import examples
from handlers.reply import LONG_QUOTE, MESSAGE_LIMIT
from handlers.request import Request
from handlers.said import Audience, Said
from handlers.translations import worded
from knowledge import Answer, Kind, Knowledge, Verdict
from tests.telegram_double.markup import parse_html, units

ARTICLES = Path(__file__).parents[2] / "articles"
LONGEST, LONGEST_OF_SEVERAL = 900, 1400
"""What docs/answering.md and the answers' design promise, whatever the limits in the code are."""
MOST_FACTS = 8
"""More than have room in any answer."""


def as_counted(said: Said) -> int:
    """The length of a reply as Telegram counts it: in UTF-16, its markup parsed."""
    text, _ = parse_html(said.reply.html("b" * 32))
    return units(text)


@pytest.mark.parametrize("audience", list(Audience))
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_fact_is_an_answer_of_at_most_900_characters(
    real: Knowledge, language: str, audience: Audience
) -> None:
    """With its verdict, with what must travel with it, and with the line that names a command."""
    words = AnswerWords(real)
    for fact in real.facts():
        answer = Answer(
            Kind.ANSWERED, language, (fact,), verdict=Verdict.NO, more=(real.topics()[0].id,)
        )
        said = words.say(answer, audience)
        assert as_counted(said) <= LONGEST, fact.id
        assert said.reply.text().count("\n> ") <= MOST_QUOTES
        assert start_parameter(FACT, fact.id) is not None


@pytest.mark.parametrize("audience", list(Audience))
@pytest.mark.parametrize("language", LANGUAGES)
def test_an_answer_takes_at_most_900_characters_and_those_to_several_questions_1400(
    real: Knowledge, language: str, audience: Audience
) -> None:
    """However many facts there are: each with those that come after it, round the article."""
    words = AnswerWords(real)
    facts = real.facts()
    for first, fact in enumerate(facts):
        following = (*facts[first:], *facts[:first])[:MOST_FACTS]
        # What travels with one of them is never listed as near itself.
        alone = tuple(each for each in following if each.id not in fact.companions)
        near = words.say(Answer(Kind.NOT_SAID, language, near=alone), audience)
        assert as_counted(near) <= LONGEST, fact.id
        more = (fact.topic,)
        one = Answer(Kind.ANSWERED, language, following, more=more)
        assert as_counted(words.say(one, audience)) <= LONGEST, fact.id
        several = replace(one, rest=Kind.NOT_SAID, asks_several=True)
        assert as_counted(words.say(several, audience)) <= LONGEST_OF_SEVERAL, fact.id


@pytest.mark.parametrize("audience", list(Audience))
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_fits_a_message_whole(
    real: Knowledge, language: str, audience: Audience
) -> None:
    desk = Desk(real)
    for command in desk.commands:
        said = desk.commands.run(command.name, Request("", language, audience, bot="b" * 32))
        assert said.reply.length() <= MESSAGE_LIMIT, command.name
        assert sum(block.entities for block in said.reply.blocks) <= 100, command.name


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_private_topic_leaves_anything_out(real: Knowledge, language: str) -> None:
    desk = Desk(real)
    for topic in real.topics():
        request = Request("", language, Audience.PRIVATE)
        shown = {fact.quote for fact in desk.commands.run(topic.command, request).cited}
        for fact in topic.facts:
            assert any(fact.quote in quote for quote in shown), (topic.id, fact.id)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_menu_is_one_that_telegram_takes(real: Knowledge, language: str) -> None:
    for command in menu(Desk(real), language, group=False):
        assert command.command == command.command.lower()
        assert 1 <= len(command.description) <= 256


def test_the_command_that_a_picture_names_shows_its_quotes(real: Knowledge) -> None:
    desk = Desk(real)
    files = [ARTICLES / article.id / "pictures.toml" for article in real.articles()]
    for file in filter(Path.exists, files):
        drawn = tomllib.loads(file.read_text("utf-8"))
        for identity, picture in drawn["picture"].items():
            [command] = re.findall(r"/(\w+)", picture["source"]["text"])
            told = desk.commands.run(command, Request("", "en", Audience.PRIVATE)).reply.text()
            facts = [fact for fact in real.facts() if fact.id in picture["facts"]]
            assert facts, identity
            assert all(fact.quote in told for fact in facts), identity


@pytest.mark.parametrize("audience", list(Audience))
@pytest.mark.parametrize("language", LANGUAGES)
def test_place_alone_lists_every_place_that_the_article_names(
    real: Knowledge, language: str, audience: Audience
) -> None:
    """Also one that it only compares with."""
    desk, request = Desk(real), Request("", language, audience)
    told = desk.commands.run("place", request).reply
    assert told == desk.commands.run("places", request).reply
    kinds = {"place", "region", "municipality"}
    named = [name for name in real.names() if name.kind in kinds]
    assert {name.kind for name in named} == kinds
    bullets = [each for each in told.text().splitlines() if each.startswith("• ")]
    listed = ", ".join(each.removeprefix("• ").partition(": ")[0] for each in bullets).split(", ")
    assert sorted(listed) == sorted(worded(name.usual, language) for name in named)
    if audience is Audience.GROUP:
        datings = (worded(article.dating_short, language) for article in real.articles())
        assert any(dating in told.text() for dating in datings)


@pytest.mark.parametrize("audience", list(Audience))
def test_only_long_quotes_are_folded_in_a_group_as_in_private(
    real: Knowledge, audience: Audience
) -> None:
    desk = Desk(real)
    pages = [
        desk.commands.run(command.name, Request("", "en", audience)).reply.html()
        for command in desk.commands
    ]
    html = "\n".join(pages)
    folded = re.findall(r"<blockquote expandable>(.*?)</blockquote>", html)
    whole = re.findall(r"<blockquote>(.*?)</blockquote>", html)
    assert min(map(len, folded)) > LONG_QUOTE >= max(map(len, whole))


@pytest.mark.parametrize("audience", list(Audience))
@pytest.mark.parametrize(
    "order",
    [
        "write me a poem",
        "Draw a horse!",
        "set a timer for five minutes",
        "schreib mir ein Gedicht",
        "skriv en dikt",
        "напиши мені вірш",
        "напиши мне стихотворение",
    ],
)
def test_an_order_for_something_else_is_told_what_can_be_asked(
    real: Knowledge, order: str, audience: Audience
) -> None:
    """It's another subject, and no question to which the article has no answer."""
    desk = Desk(real)
    said = desk.ask(Request(order, None, audience))
    assert said.kind is Kind.OFF_TOPIC
    assert said.reply == desk.page(SCOPE, Request("", said.language, audience)).reply


@pytest.mark.parametrize(
    ("audience", "characters"), [(Audience.PRIVATE, 1500), (Audience.GROUP, 900)]
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_of_a_place_is_short_and_names_the_commands_with_the_rest(
    real: Knowledge, language: str, audience: Audience, characters: int
) -> None:
    desk = Desk(real)
    commands = {topic.id: topic.command for topic in real.topics()}
    for name in real.names():
        told = real.facts_about(name.id)
        if name.kind not in ("place", "region", "country") or not told:
            continue
        said = desk.commands.run("start", Request(f"place_{name.id}", language, audience))
        assert said.reply.length() <= characters, name.id
        assert 1 <= said.reply.text().count("\n> ") <= 5, name.id
        shown = [fact.quote for fact in said.cited]
        untold = {fact.topic for fact in told if not any(fact.quote in each for each in shown)}
        last = said.reply.text().splitlines()[-1]
        assert {f"/{commands[topic]}" for topic in untold} == set(re.findall(r"/\w+", last))


@pytest.mark.parametrize("audience", list(Audience))
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_line_of_a_page_is_there_twice_and_none_names_who_says_it_anew(
    real: Knowledge, language: str, audience: Audience
) -> None:
    desk = Desk(real)
    for topic in real.topics():
        said = desk.commands.run(topic.command, Request("", language, audience))
        lines = said.reply.text().splitlines()
        told = [each for each in lines if each.startswith("•")]
        assert len(told) == len(set(told)), topic.id
        sources = "\n".join(each for each in lines if each.startswith("—"))
        speakers = [real.name(fact.speaker) for fact in topic.facts if fact.speaker is not None]
        assert not any(name and worded(name.usual, language) in sources for name in speakers)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_examples_are_of_different_kinds_and_answered_in_their_language(
    real: Knowledge, language: str
) -> None:
    answers = [real.ask(example.question) for example in examples(language, real)]
    assert {answer.language for answer in answers} == {language}
    assert {(answer.kind, answer.verdict) for answer in answers} >= {
        (Kind.ANSWERED, None),
        (Kind.ANSWERED, Verdict.NO),
        (Kind.NOT_NAMED, None),
    }
