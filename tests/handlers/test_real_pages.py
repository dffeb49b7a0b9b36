"""What the real knowledge holds fits what the handlers say, in every language."""

from __future__ import annotations

import pytest

from handlers.answer_words import MOST_CHARACTERS, MOST_QUOTES, AnswerWords
from handlers.catalogues import LANGUAGES
from handlers.commands import Request
from handlers.desk import Desk
from handlers.menus import menu
from handlers.reply import MESSAGE_LIMIT, start_parameter
from handlers.said import Audience
from knowledge import Answer, Kind, Knowledge, Verdict, open_knowledge


@pytest.fixture(scope="module")
def real() -> Knowledge:
    """The knowledge that comes with the bot."""
    return open_knowledge()


@pytest.mark.parametrize("audience", list(Audience))
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_fact_is_an_answer_of_at_most_900_characters(
    real: Knowledge, language: str, audience: Audience
) -> None:
    """With its verdict, with what must travel with it, and with the line that names a command."""
    words = AnswerWords(real)
    for fact in real.facts():
        answer = Answer(
            Kind.ANSWERED, language, (fact,), verdict=Verdict.NO, more=real.topics()[0].id
        )
        said = words.say(answer, audience)
        assert said.reply.length() <= MOST_CHARACTERS, fact.id
        assert len(said.cited) <= MOST_QUOTES
        assert start_parameter("f", fact.id) is not None


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
