"""A command can be typed, stands for one thing, and is not the bot's own."""

from __future__ import annotations

from dataclasses import replace

import pytest

from knowledge.check import check_sources
from knowledge.check.commands import prove_commands
from knowledge.source import ArticleSource
from tests.knowledge.check.islands import article, told
from tests.knowledge.sources import (
    invented,
    real,
)


def with_command(article: ArticleSource, command: str) -> ArticleSource:
    """Return `article` with `command` in the place of its first topic's."""
    first, *others = article.topics
    return replace(article, topics=(replace(first, command=command), *others))


def test_a_command_that_the_bot_has_itself_is_told() -> None:
    sources = replace(invented(), articles=(with_command(article(), "help"),))
    assert check_sources(sources) == []
    assert "/help is the bot's own" in told(check_sources(sources, {"help"}))


def test_a_picture_that_is_shown_by_a_command_of_the_bot_is_told() -> None:
    own = [p for a in real().articles for p in a.pictures.all if p.topic is None]
    (problem,) = check_sources(real(), {own[0].id})
    assert f"/{own[0].id} is the bot's own" in str(problem)


def test_a_picture_that_belongs_to_a_topic_has_no_command_of_its_own() -> None:
    shared = next(p for p in real().articles[0].pictures.all if p.topic is not None)
    problems = prove_commands(real().articles, {shared.id})
    assert f"picture.{shared.id}" not in {problem.fact for problem in problems}


@pytest.mark.parametrize("command", ["", "Help", "long-range", "two words", "обстріли", "a" * 33])
def test_a_command_that_nobody_can_type_is_told(command: str) -> None:
    sources = replace(invented(), articles=(with_command(article(), command),))
    assert "can't be a command" in told(check_sources(sources))


def test_topics_of_two_articles_may_not_have_one_command() -> None:
    topics = tuple(replace(topic, id=f"other-{topic.id}") for topic in article().topics)
    other = replace(article(), id="other", topics=topics, facts=())
    sources = replace(invented(), articles=(article(), other))
    assert "2 topics have this command" in told(check_sources(sources))
