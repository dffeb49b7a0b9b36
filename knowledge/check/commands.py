"""Proves commands: each can be typed, and stands for one thing."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from knowledge.check.problem import Problem
from knowledge.source import ArticleSource
from knowledge.source.pictures import FILE as PICTURES

_COMMAND = re.compile(r"[a-z0-9_]{1,32}")
"""What Telegram takes for a command, in the letter case that it shows."""


def prove_commands(
    articles: tuple[ArticleSource, ...], reserved: Collection[str]
) -> Iterator[Problem]:
    """Yield commands that none can be, that are `reserved`, or that two topics have.

    A picture without a topic has a command of its own, by its id.
    """
    topics: dict[str, dict[str, None]] = {}
    for article in articles:
        for topic in article.topics:
            # Articles may share a topic.
            having = topics.setdefault(topic.command, {})
            having[topic.id] = None
            wrong = None
            if not _COMMAND.fullmatch(topic.command):
                wrong = f"“{topic.command}” can't be a command: it's of a–z, 0–9 and _, 32 at most"
            elif topic.command in reserved:
                wrong = f"/{topic.command} is the bot's own"
            elif len(having) > 1:
                wrong = f"{len(having)} topics have this command: /{topic.command}"
            if wrong is not None:
                file = f"articles/{article.id}/topics.toml"
                yield Problem(file, topic.id, wrong, "Give the topic another command.")
        for picture in article.pictures.all:
            if picture.topic is None and picture.id in reserved:
                yield Problem(
                    f"articles/{article.id}/{PICTURES}",
                    f"picture.{picture.id}",
                    f"/{picture.id} is the bot's own",
                    "Rename the picture, or give it a topic.",
                )
