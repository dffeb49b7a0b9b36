"""The bot says what it is, how it is asked, and what it keeps."""

from __future__ import annotations

import re

import pytest

from handlers.catalogues import LANGUAGES
from handlers.commands import FIXED
from handlers.desk import HELLO, NO_WORDS, TOO_MUCH, Desk
from handlers.request import Request
from handlers.said import Audience
from tests.handlers.pages import run


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


@pytest.mark.parametrize(
    ("more", "told", "untold"),
    [
        ({"guest": True}, ["Where I'm no member: @LindenBot"], ["In any chat"]),
        ({"inline": True}, ["In any chat: type @LindenBot"], ["Where I'm no member"]),
        ({}, [], ["Where I'm no member", "In any chat"]),
    ],
)
def test_help_tells_of_other_ways_to_ask_only_where_they_are_on(
    desk: Desk, more: dict[str, bool], told: list[str], untold: list[str]
) -> None:
    text = run(desk, "help", bot="LindenBot", **more).reply.text()
    assert all(way in text for way in told)
    assert not any(way in text for way in untold)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", [NO_WORDS, TOO_MUCH, HELLO])
def test_what_no_command_opens_is_a_line_or_two_in_every_language(
    desk: Desk, language: str, page: str
) -> None:
    said = desk.page(page, Request("", language, Audience.GROUP, bot="LindenBot"))
    assert said.language == language
    assert 1 <= len(said.reply.text().splitlines()) <= 2


def test_a_link_that_leads_nowhere_is_said_to_before_the_start(desk: Desk) -> None:
    plain, dead = (run(desk, "start", words).reply.text() for words in ("", "f_nothing"))
    assert dead.endswith(plain)
    assert dead.startswith("That link leads to nothing I know")


def test_in_a_group_the_start_tells_how_it_is_addressed(desk: Desk) -> None:
    text = run(desk, "start", "", Audience.GROUP, bot="LindenBot").reply.text()
    assert "write /ask@LindenBot and your question" in text
    assert "@botname" in run(desk, "start", "", Audience.GROUP).reply.text()
