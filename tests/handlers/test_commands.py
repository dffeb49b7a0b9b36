"""Each command gives its page, in every language, within one message."""

from __future__ import annotations

from typing import cast

import pytest

from handlers.catalogues import LANGUAGES
from handlers.commands import FIXED, PLAIN_START
from handlers.desk import Desk
from handlers.reply import MESSAGE_LIMIT
from handlers.request import Request
from handlers.said import Audience
from knowledge import Exchange, Knowledge, KnowledgeError, Topic
from tests.handlers.pages import run
from tests.invented_knowledge import TOPICS, InventedKnowledge


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
