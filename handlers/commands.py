"""The commands: fixed ones, and one for each topic of the knowledge."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial

from handlers.again import Again, id_of_name
from handlers.answer_words import AnswerWords
from handlers.article_words import ArticleWords
from handlers.catalogues import catalogue, sentence, spoken
from handlers.help_words import HelpWords
from handlers.said import Audience, Said
from handlers.topic_words import TopicWords
from handlers.translations import worded
from knowledge import Exchange, Knowledge, KnowledgeError, Name, Topic

UNKNOWN = "unknown command"
"""What a command that there isn't is made anew of; the space keeps it from being one."""
NOWHERE = "?"
"""Stands for a place that no article has, whose name was a person's words."""


@dataclass(frozen=True, slots=True)
class Request:
    """What comes with a command, or with a question."""

    words: str
    """What stands after the command, or the question itself."""
    language_code: str | None
    """The person's Telegram language, if it's known."""
    audience: Audience
    claim: str = ""
    """The words of somebody's message that the request replies to, if any."""
    after: Exchange | None = None
    """What a follow-up refers to."""
    bot: str | None = None
    """The bot's username without @; `None` in a terminal."""

    @property
    def language(self) -> str:
        """The language to speak where the words themselves don't tell."""
        return spoken(self.language_code)


@dataclass(frozen=True, slots=True)
class Command:
    """A command and what it does."""

    name: str
    describe: Callable[[str], str]
    """A few words for menu and help, in a given language."""
    run: Callable[[Request], Said]
    is_topic: bool = False
    only_private: bool = False
    """Left out of a group's menu; it's answered there all the same."""


class Commands:
    """The commands over one knowledge, by name."""

    def __init__(self, knowledge: Knowledge, ask: Callable[[Request], Said]) -> None:
        """`ask` answers a question. Raises `KnowledgeError` where two commands share a name."""
        self._knowledge = knowledge
        self._ask = ask
        self._answers = AnswerWords(knowledge)
        self._articles = ArticleWords(knowledge)
        self._help = HelpWords(knowledge)
        self._topics = TopicWords(knowledge)
        self._by_name: dict[str, Command] = {}
        for command in self._table():
            if command.name in self._by_name:
                raise KnowledgeError(
                    f"two commands are called /{command.name}: "
                    "give the topic another `command` in topics.toml"
                )
            self._by_name[command.name] = command

    def __iter__(self) -> Iterator[Command]:
        """The commands in the order of menu and help."""
        return iter(self._by_name.values())

    def run(self, name: str, request: Request) -> Said:
        """What the command says, in any letter case; one line where there's no such command."""
        command = self._by_name.get(name.lower())
        if command is None:
            return _remade(UNKNOWN, self._help.unknown_command(request.language), request)
        said = command.run(request)
        return said if said.again else _remade(command.name, said, request)

    def knows(self, name: str) -> bool:
        """Whether there is such a command, in any letter case."""
        return name.lower() in self._by_name

    def menu(self, language: str, *, topics: bool, group: bool = False) -> list[tuple[str, str]]:
        """Names and descriptions of the topics' commands or of all others."""
        return [
            (command.name, command.describe(language))
            for command in self
            if command.is_topic is topics and not (group and command.only_private)
        ]

    def _table(self) -> Iterator[Command]:
        yield _fixed("ask", sentence("ask in plain words"), self._question)
        for topic in self._knowledge.topics():
            yield self._topic(topic)
        yield _fixed("places", sentence("the places and what is said of each"), self._places)
        yield _fixed("place", sentence("one place, as in /place and its name"), self._place)
        yield _fixed("article", sentence("the whole text, paragraph by paragraph"), self._article)
        yield _fixed("sources", sentence("what is known of the article"), self._sources)
        yield _fixed("help", sentence("how to ask, and all commands"), self._helped)
        yield _fixed("start", sentence("what this bot is"), self._start, only_private=True)
        yield _fixed("privacy", sentence("what is kept of you"), self._privacy, only_private=True)

    def _topic(self, topic: Topic) -> Command:
        return Command(
            topic.command,
            describe=lambda language: worded(topic.description, language),
            run=lambda request: self._topics.topic(topic, request.language, request.audience),
            is_topic=True,
        )

    def _question(self, request: Request) -> Said:
        asked = request.words.strip() or request.claim
        if not asked:
            return self._help.no_question(request.language)
        return self._ask(replace(request, words=asked))

    def _places(self, request: Request) -> Said:
        return self._topics.places(request.language)

    def _place(self, request: Request) -> Said:
        asked = request.words.strip()
        if not asked:
            return self._places(request)
        language = self._knowledge.language_of(asked, request.language_code)
        found = self._knowledge.find_place(asked, language)
        if isinstance(found, str):
            identity = id_of_name(found, language, self._knowledge)
            said = self._topics.unknown_place(found, language)
            return _remade("start", said, request, about=f"place_{identity}")
        if found is None:
            said = self._topics.unknown_place(None, language)
            return _remade("place", said, request, about=NOWHERE)
        return self._told_place(found, language, request)

    def _told_place(self, name: Name, language: str, request: Request) -> Said:
        if name.in_article:
            said = self._topics.place(name, language, request.audience)
        else:
            said = self._topics.unknown_place(worded(name.usual, language), language)
        return _remade("start", said, request, about=f"place_{name.id}")

    def _article(self, request: Request) -> Said:
        return self._articles.text(request.language)

    def _sources(self, request: Request) -> Said:
        return self._articles.sources(request.language)

    def _helped(self, request: Request) -> Said:
        menu = partial(self.menu, request.language)
        return self._help.help(
            request.language, menu(topics=True), menu(topics=False), request.bot
        )

    def _privacy(self, request: Request) -> Said:
        return self._help.privacy(request.language)

    def _start(self, request: Request) -> Said:
        # A deep link's parameter is anybody's to write: what isn't ours is a plain start.
        kind, _, identity = request.words.strip().partition("_")
        if kind == "f" and (fact := self._knowledge.fact(identity)) is not None:
            return self._answers.fact(fact, request.language, request.audience)
        if kind == "place" and (name := self._knowledge.name(identity)) is not None:
            return self._told_place(name, request.language, request)
        topics = self.menu(request.language, topics=True)
        menu = [*topics, ("help", self._by_name["help"].describe(request.language))]
        return self._help.start(request.language, request.audience, menu, request.bot)


def _remade(page: str, said: Said, request: Request, about: str = "") -> Said:
    return replace(said, again=str(Again(said.language, request.audience, page, about)))


def _fixed(
    name: str, english: str, run: Callable[[Request], Said], *, only_private: bool = False
) -> Command:
    return Command(
        name,
        describe=lambda language: catalogue(language).say(english),
        run=run,
        only_private=only_private,
    )
