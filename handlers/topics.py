"""What the command of a topic tells, or of a picture that has no topic."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Protocol

from handlers.again import remade
from handlers.picture_words import IN_WORDS, PictureWords
from handlers.reply import Quote
from handlers.request import Request
from handlers.said import Audience, Said
from handlers.topic_words import TopicWords
from handlers.translations import worded
from handlers.words_after import answer_to_words_after
from knowledge import Fact, Knowledge, Picture


class _Page(Protocol):
    def __call__(
        self, language: str, audience: Audience, *, before: tuple[Fact, ...] = ()
    ) -> Said:
        """All of it in words, but for the facts told just `before`."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What one such command is on."""

    command: str
    title: Mapping[str, str]
    describe: Callable[[str], str]
    """A few words for menu and help, in a given language."""
    picture: Picture | None
    topic: str | None
    """The id of the topic that it's on; `None` for a picture of several."""
    _page: _Page
    _pictures: PictureWords
    _ask: Callable[[Request], Said]

    def shown(self, request: Request) -> Said:
        """The picture, if there's one, and all that its caption has no room for.

        A group is told where that is. Words after the command are asked as a question.
        """
        return self._answered(request) or self._shown(request)

    def in_words(self, request: Request) -> Said:
        """All of it, without the picture. Words after the command are asked as a question."""
        return self._answered(request) or self._page(request.language, request.audience)

    def _answered(self, request: Request) -> Said | None:
        return answer_to_words_after(request, self._ask, self.title, self.topic)

    def _shown(self, request: Request) -> Said:
        language, audience = request.language, request.audience
        if self.picture is None or request.bot is None:
            return self._page(language, audience)
        said = self._pictures.caption(self.picture, self.command, language, audience)
        if audience is Audience.GROUP:
            return said
        # What travels with a fact stands there by its quote alone, and is told here.
        stated = tuple(fact for fact in said.cited if fact.id in self.picture.facts)
        rest = self._page(language, audience, before=stated)
        if not any(isinstance(block, Quote) for block in rest.reply.blocks):
            return said
        # Where Telegram holds the rest back, it's told with all that goes before it.
        return replace(said, then=remade(self.command + IN_WORDS, rest, request))


def subjects(knowledge: Knowledge, ask: Callable[[Request], Said]) -> Iterator[Subject]:
    """Those of `knowledge`, in the order of the menu; `ask` answers a question."""
    topics, pictures = TopicWords(knowledge), PictureWords(knowledge)
    shown = {picture.topic: picture for picture in knowledge.pictures()}
    for picture in knowledge.pictures():
        if picture.topic is None:
            described = partial(pictures.description, picture)
            page: _Page = partial(pictures.in_words, picture)
            yield Subject(picture.id, picture.title, described, picture, None, page, pictures, ask)
    for topic in knowledge.topics():
        described = partial(worded, topic.description)
        page = partial(topics.topic, topic)
        picture_shown = shown.get(topic.id)
        yield Subject(
            topic.command,
            topic.title,
            described,
            picture_shown,
            topic.id,
            page,
            pictures,
            ask,
        )
