"""The commands: fixed ones, and one for each topic of the knowledge."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial

from handlers.again import remade
from handlers.answer_words import AnswerWords
from handlers.articles import Articles
from handlers.catalogues import catalogue, sentence
from handlers.claim_words import ClaimWords
from handlers.help_words import HelpWords
from handlers.links import FACT, PLACE
from handlers.picture_words import IN_WORDS
from handlers.places import NOWHERE, Places
from handlers.request import Request
from handlers.said import Audience, Said
from handlers.topics import subjects
from knowledge import Knowledge, KnowledgeError, Picture

ASK, CHECK, ARTICLE, HELP, START = "ask", "check", "article", "help", "start"
PLACES, SOURCES, PRIVACY = "places", "sources", "privacy"
FIXED = frozenset({ASK, CHECK, ARTICLE, HELP, START, PLACE, PLACES, SOURCES, PRIVACY})
"""The commands that are there whatever the articles have."""
PLAIN_START = ASK
"""The parameter of links that are to open the start page itself."""
UNKNOWN = "unknown command"
"""What a command that there isn't is made anew of; the space keeps it from being one."""


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
    hidden: bool = False
    """Left out of every menu: what shows it names it."""
    is_in_words: bool = False
    """Tells in words all that another shows in a picture."""


class Commands:
    """The commands over one knowledge, by name."""

    def __init__(
        self,
        knowledge: Knowledge,
        ask: Callable[[Request], Said],
        check: Callable[[Request], Said],
    ) -> None:
        """`ask` answers a question, `check` a claim.

        Raises `KnowledgeError` where two commands share a name.
        """
        self._knowledge = knowledge
        self._ask = ask
        self._check = check
        self._claims = ClaimWords(knowledge)
        self._answers = AnswerWords(knowledge)
        self._articles = Articles(knowledge, ask, shown_by=ARTICLE)
        self._help = HelpWords(knowledge)
        self._places = Places(knowledge, ask, linked_by=START)
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
            return remade(UNKNOWN, self._help.unknown_command(request.language), request)
        said = command.run(request)
        return said if said.again else remade(command.name, said, request)

    def knows(self, name: str) -> bool:
        """Whether there is such a command, in any letter case."""
        return name.lower() in self._by_name

    def showing(self, picture: Picture) -> str:
        """The name of the command that shows `picture`: its topic's, or its own."""
        topic = None if picture.topic is None else self._knowledge.topic(picture.topic)
        return picture.id if topic is None else topic.command

    def article_command(self, article: str) -> str:
        """The name of the command that shows the article of that id."""
        return self._articles.command_of(article)

    def menu(self, language: str, *, topics: bool, group: bool = False) -> list[tuple[str, str]]:
        """Names and descriptions of the topics' commands or of all others."""
        return [
            (command.name, command.describe(language))
            for command in self
            if command.is_topic is topics
            and not command.hidden
            and not (group and command.only_private)
        ]

    def _table(self) -> Iterator[Command]:
        yield _fixed(ASK, sentence("ask in plain words"), self._question)
        yield _fixed(CHECK, sentence("check a claim: reply with it to a message"), self._claim)
        for subject in subjects(self._knowledge, self._ask):
            name, describe = subject.command, subject.describe
            yield Command(name, describe, subject.shown, is_topic=True)
            if subject.picture is not None:
                yield Command(
                    name + IN_WORDS, describe, subject.in_words, hidden=True, is_in_words=True
                )
        yield _fixed(PLACES, sentence("the places and what is said of each"), self._places.all)
        yield _fixed(PLACE, sentence("one place, as in /place and its name"), self._places.named)
        yield _fixed(
            ARTICLE, sentence("the whole text, paragraph by paragraph"), self._articles.shown
        )
        for pages in self._articles.each():
            yield Command(pages.command, pages.words.name, pages.shown, hidden=True)
        yield _fixed(SOURCES, sentence("what is known of the article"), self._articles.sources)
        yield _fixed(HELP, sentence("how to ask, and all commands"), self._helped)
        yield _fixed(START, sentence("what this bot is"), self._start, only_private=True)
        yield _fixed(PRIVACY, sentence("what is kept of you"), self._privacy, only_private=True)

    def _question(self, request: Request) -> Said:
        asked = request.words.strip() or request.claim
        if not asked:
            return self._help.no_question(request.language)
        return self._ask(replace(request, words=asked))

    def _claim(self, request: Request) -> Said:
        if not (request.words.strip() or request.claim):
            return self._claims.usage(request.language)
        return self._check(request)

    def _helped(self, request: Request) -> Said:
        menu = partial(self.menu, request.language)
        return self._help.help(
            request.language,
            menu(topics=True),
            menu(topics=False),
            request.bot,
            in_words=[command.name for command in self if command.is_in_words],
            inline=request.inline,
            guest=request.guest,
        )

    def _privacy(self, request: Request) -> Said:
        return self._help.privacy(request.language)

    def _start(self, request: Request) -> Said:
        link = request.words.strip()
        kind, _, identity = link.partition("_")
        if kind == FACT and (fact := self._knowledge.fact(identity)) is not None:
            said = self._answers.fact(fact, request.language, request.audience, bot=request.bot)
            return replace(said, shows=fact if request.audience is Audience.PRIVATE else None)
        if kind == PLACE and (told := self._places.linked(identity, request)) is not None:
            return told
        if link != PLAIN_START and self.knows(link):
            return self.run(link, replace(request, words=""))
        # In a group the link was the one by which the bot was added.
        dead = link not in ("", PLAIN_START) and request.audience is Audience.PRIVATE
        topics = self.menu(request.language, topics=True)
        menu = [*topics, (HELP, self._by_name[HELP].describe(request.language))]
        said = self._help.start(
            request.language, request.audience, menu, request.bot, dead_link=dead
        )
        # A link's words are anybody's to write, and aren't kept.
        return remade(START, said, request, about=NOWHERE if dead else "")


def _fixed(
    name: str, english: str, run: Callable[[Request], Said], *, only_private: bool = False
) -> Command:
    return Command(
        name,
        describe=lambda language: catalogue(language).say(english),
        run=run,
        only_private=only_private,
    )
