"""A picture's caption tells what it shows, with quotes, and where the whole stands in words."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any, cast

import pytest

from handlers.catalogues import LANGUAGES
from handlers.desk import Desk
from handlers.fact_words import statement
from handlers.picture_words import CAPTION_CHARACTERS, PictureWords
from handlers.reply import MESSAGE_LIMIT
from handlers.request import Request
from handlers.said import Audience, Said
from handlers.translations import worded
from knowledge import Knowledge, open_knowledge
from tests.invented_knowledge import (
    CATCH,
    CAUTION,
    FACTS,
    HARBOUR,
    PICTURES,
    InventedKnowledge,
)

REAL = open_knowledge(Path(__file__).parents[2] / "knowledge.db")
BY_COMMAND = {
    picture.id if (topic := REAL.topic(picture.topic or "")) is None else topic.command: picture
    for picture in REAL.pictures()
}
"""The real pictures."""


def run(desk: Desk, command: str, **more: Any) -> Said:
    """What a command says on Telegram."""
    asked = Request("", "en", Audience.PRIVATE, bot="LindenBot")
    return desk.commands.run(command, replace(asked, **more))


def test_a_picture_without_a_topic_has_a_command_of_its_own(desk: Desk) -> None:
    said = run(desk, "chart")
    assert said.picture == "chart"
    assert said.reply.text() == (
        "Who holds what in Linden\n\n"
        "The Greys hold the harbour of Linden. Nobody holds the pier.\n"
        f"> {HARBOUR}\n— paragraph 1\n\n"
        "The article is invented.\n"
        "All of it in words: /chart_words"
    )
    assert dict(desk.commands.menu("sv", topics=True))["chart"] == "who holds what in Linden [sv]"


def test_a_topic_with_a_picture_shows_it(desk: Desk) -> None:
    said = run(desk, "fish")
    assert said.picture == "catches"
    assert said.reply.text().startswith("Herrings: the Greys’ claim\n\nThe Greys claim 9,000")


def test_a_group_has_the_shortest_dating_below_a_picture(desk: Desk) -> None:
    text = run(desk, "chart", audience=Audience.GROUP).reply.text()
    assert text.endswith("— paragraph 1, invented\n\nAll of it in words: /chart_words")


def test_what_a_caption_has_no_room_for_is_the_rest_too(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of a picture that has no topic."""
    whole = run(desk, "chart", audience=Audience.GROUP).reply.length()
    monkeypatch.setattr("handlers.picture_words.CAPTION_CHARACTERS", whole - 1)
    in_group = run(desk, "chart", audience=Audience.GROUP).reply.text()
    assert "Nobody holds the pier." not in in_group
    assert in_group.endswith("The rest, and all of it in words: /chart_words")
    said = run(desk, "chart")
    assert "Nobody holds the pier." not in said.reply.text()
    assert said.then is not None
    assert "Nobody holds the pier." in said.then.reply.text()


def test_a_figure_goes_with_its_caution_even_where_the_picture_lacks_it(desk: Desk) -> None:
    picture = replace(PICTURES[1], facts=("catch",))
    words = PictureWords(desk.knowledge)
    for audience in Audience:
        text = words.caption(picture, "fish", "en", audience).reply.text()
        assert f"> {CATCH}" in text
        assert f"> {CAUTION}" in text


def test_the_rest_is_a_page_without_the_picture(desk: Desk) -> None:
    in_words = run(desk, "fish_words")
    assert in_words.picture is None
    assert in_words.reply.text().startswith("Fish – what was caught")
    assert {fact.id for fact in in_words.cited} > {fact.id for fact in run(desk, "fish").cited}
    chart = run(desk, "chart_words")
    assert chart.picture is None
    assert "Nobody holds the pier." in chart.reply.text()


def test_the_way_to_the_words_is_in_no_menu(desk: Desk) -> None:
    entries = [*desk.commands.menu("en", topics=True), *desk.commands.menu("en", topics=False)]
    assert not any(name.endswith("_words") for name, _ in entries)


def test_where_no_picture_can_be_shown_there_are_the_words(desk: Desk) -> None:
    """As in a terminal."""
    for command in ("chart", "fish"):
        said = run(desk, command, bot=None)
        assert said.picture is None
        assert said.reply == run(desk, f"{command}_words").reply


@pytest.mark.parametrize("command", ["chart", "fish", "chart_words", "fish_words"])
@pytest.mark.parametrize("audience", list(Audience))
def test_a_picture_that_was_held_back_is_made_anew(
    desk: Desk, command: str, audience: Audience
) -> None:
    said = run(desk, command, audience=audience)
    anew = desk.again(said.again, "LindenBot")
    assert (anew.reply, anew.picture) == (said.reply, said.picture)


def test_a_caption_that_cannot_be_cut_to_fit_is_a_message_without_its_picture(
    knowledge: InventedKnowledge, monkeypatch: pytest.MonkeyPatch
) -> None:
    long = replace(FACTS[2], quote="herrings " * 120)
    monkeypatch.setattr(knowledge, "fact", lambda identity: long)
    said = run(Desk(cast(Knowledge, knowledge)), "fish")
    assert said.picture is None
    assert said.reply.length() > CAPTION_CHARACTERS


def test_a_fact_that_is_no_more_is_left_out(desk: Desk) -> None:
    picture = replace(PICTURES[0], facts=("pier-not-held", "gone"))
    said = PictureWords(desk.knowledge).caption(picture, "chart", "en", Audience.PRIVATE)
    assert [fact.id for fact in said.cited] == ["pier-not-held"]


@pytest.mark.parametrize("command", BY_COMMAND)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("audience", list(Audience))
def test_every_real_picture_has_a_caption_that_fits_with_quotes(
    command: str, language: str, audience: Audience
) -> None:
    desk, picture = Desk(REAL), BY_COMMAND[command]
    said = run(desk, command, language_code=language, audience=audience)
    assert said.picture == picture.id
    assert said.reply.length() <= CAPTION_CHARACTERS
    assert said.reply.text().count("\n> ") >= 3, "the quotes that fit"
    [article] = map(REAL.article, {fact.article for fact in said.cited})
    full, short = worded(article.dating, language), worded(article.dating_short, language)
    private = audience is Audience.PRIVATE
    assert (full in said.reply.text(), short in said.reply.text()) == (private, not private)
    whole = run(desk, f"{command}_words", language_code=language, audience=audience).reply
    assert whole.length() <= MESSAGE_LIMIT


@pytest.mark.parametrize("command", BY_COMMAND)
@pytest.mark.parametrize("language", LANGUAGES)
def test_who_cannot_see_a_real_picture_is_told_all_of_it(command: str, language: str) -> None:
    said = run(Desk(REAL), f"{command}_words", language_code=language)
    for identity in BY_COMMAND[command].facts:
        fact = REAL.fact(identity)
        assert fact is not None
        assert any(fact.quote in one.quote for one in said.cited), identity


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("audience", list(Audience))
def test_the_real_maps_caption_tells_who_holds_each_place(
    language: str, audience: Audience
) -> None:
    text = run(Desk(REAL), "map", language_code=language, audience=audience).reply.text()
    # Who was stopped, how long it would take and who entered come last, where there's room.
    *holding, _, _, _ = BY_COMMAND["map"].facts
    for identity in holding:
        fact = REAL.fact(identity)
        assert fact is not None
        assert statement(fact, language) in text, identity


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("audience", list(Audience))
def test_the_caption_on_real_losses_tells_both_sides(language: str, audience: Audience) -> None:
    said = run(Desk(REAL), "losses", language_code=language, audience=audience)
    assert {fact.about[0] for fact in said.cited} >= {"russia", "ukraine"}


@pytest.mark.parametrize("command", BY_COMMAND)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_menu_begins_a_real_pictures_line_as_it_does_the_others(
    command: str, language: str
) -> None:
    line = dict(Desk(REAL).commands.menu(language, topics=True))[command]
    assert line[0].islower()


@pytest.mark.parametrize(
    ("language", "title", "line"),
    [
        ("en", "Who holds what", "who holds what"),
        ("en", "Ukraine and Russia", "Ukraine and Russia"),
        ("de", "Verluste", "Verluste"),
    ],
)
def test_a_menu_leaves_a_name_and_a_german_noun_their_capital(
    language: str, title: str, line: str
) -> None:
    picture = replace(BY_COMMAND["map"], title={language: title})
    assert PictureWords(REAL).description(picture, language) == line
