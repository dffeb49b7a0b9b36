"""The page of a topic: all its facts, each with its quote."""

from __future__ import annotations

from functools import partial

from handlers.catalogues import catalogue
from handlers.fact_pages import PAGE, FactPages, less_telling, number_left_out
from handlers.reply import bold, line
from handlers.said import Audience, Said
from handlers.translations import worded
from knowledge import Fact, Knowledge, Topic


class TopicWords:
    """Words the pages of one knowledge's topics."""

    def __init__(self, knowledge: Knowledge) -> None:
        """Looks articles and names up in `knowledge`."""
        self._pages = FactPages(knowledge)

    def topic(
        self,
        topic: Topic,
        language: str,
        audience: Audience,
        *,
        before: tuple[Fact, ...] = (),
    ) -> Said:
        """The topic's facts, figures first, as many as fit one message.

        What was told just `before` isn't told again.
        """
        head = line(
            bold(worded(topic.title, language)), f" – {worded(topic.description, language)}"
        )
        # First, so that the room is there for them: they take none.
        told = sorted(topic.facts, key=lambda fact: (fact not in before, *less_telling(fact)))
        rest = partial(number_left_out, catalogue(language))
        return self._pages.page(
            head, told, language, audience, PAGE[audience], rest, before=before, all_told=True
        )
