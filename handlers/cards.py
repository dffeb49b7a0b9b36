"""What is offered to who types `@bot …`: an answer, and other facts on the same subject."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import blake2b

from handlers.addressing import Bot
from handlers.answer_words import AnswerWords
from handlers.catalogues import LANGUAGES, catalogue, spoken
from handlers.certainty_words import verdict_words
from handlers.desk import Desk
from handlers.fact_words import statement
from handlers.posting import Posting
from handlers.reply import parted, shortened
from handlers.request import Request
from handlers.said import Audience, Said
from handlers.translations import worded
from knowledge import Answer, Fact, Kind, Name, Picture, Topic

MOST_CARDS = 10
"""What people look through; Telegram would take 50."""
LEAST_TYPED = 3
"""Letters from which on a name that begins so is what somebody is typing."""
_TITLE = 90
"""Characters of a title: about two lines on a phone, which shows no more of it."""
_COUNTRY = "country"
"""Kind of name that half of an article on a war is about: no subject that two facts share."""


@dataclass(frozen=True, slots=True)
class Card:
    """One thing to choose."""

    id: str
    """1 to 64 bytes, the same for the same content, so that a client may keep it."""
    title: str
    description: str
    said: Said
    """What choosing it posts, once it's made fit for that."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What is shown for a query."""

    cards: tuple[Card, ...]
    button: str | None
    """Label of the way to the private chat, where the words weren't answered."""
    personal: bool
    """Whether somebody with another language would be shown something else."""


@dataclass(frozen=True, slots=True)
class Typed:
    """What somebody has typed after the bot's name."""

    words: str
    language_code: str | None
    bot: Bot


class Cards:
    """Lays out what one desk has."""

    def __init__(self, desk: Desk, posting: Posting) -> None:
        """`posting` tells which pictures Telegram has."""
        self._desk = desk
        self._knowledge = desk.knowledge
        self._answers = AnswerWords(desk.knowledge)
        self._posting = posting
        # All topics' pages take 20 ms, and are asked for again with each letter.
        self._pages: dict[tuple[str, str, str], Said] = {}

    def choice(self, typed: Typed) -> Choice:
        """The cards for any text: topics for none, and none where the words aren't answered."""
        words = typed.words.strip()
        if not words:
            language = Request("", typed.language_code, Audience.GROUP).language
            return Choice(_first(self._topics(language, typed)), None, True)
        answer = self._knowledge.ask(words, language=typed.language_code)
        personal = self._is_personal(words)
        if answer.kind is Kind.ANSWERED:
            return Choice(_first(self._answer_and_more(answer, typed)), None, personal)
        if answer.kind is Kind.CLARIFY:
            options = self._facts(answer.options, answer.language, typed)
            return Choice(_first(options), None, personal)
        if cards := _first(self._begun(words, answer.language, typed)):
            return Choice(cards, None, True)
        if answer.kind is Kind.SMALL_TALK:
            cards = _first(self._topics(answer.language, typed))
        return Choice(cards, _no(answer), personal)

    def _answer_and_more(self, answer: Answer, typed: Typed) -> Iterator[Card]:
        first = answer.facts[0]
        verdict = ""
        if answer.verdict is not None:
            words = catalogue(answer.language)
            verdict = f"{verdict_words(words, answer.verdict, first.certainty)} "
        yield Card(
            _id("a", "_".join(fact.id for fact in answer.facts)),
            *self._labels(first, answer.language, verdict),
            self._answers.say(answer, Audience.GROUP, bot=typed.bot.username),
        )
        shown = {fact.id for fact in answer.facts}
        for picture in self._knowledge.pictures():
            if shown.intersection(picture.facts):
                yield from self._picture(picture, answer.language, typed)
        others = (fact for fact in self._around(first) if fact.id not in shown)
        yield from self._facts(others, answer.language, typed)

    def _around(self, fact: Fact) -> Iterator[Fact]:
        for each in fact.about:
            name = self._knowledge.name(each)
            if name is not None and name.kind != _COUNTRY:
                yield from self._knowledge.facts_about(each)
        topic = self._knowledge.topic(fact.topic)
        if topic is not None:
            yield from topic.facts

    def _begun(self, words: str, language: str, typed: Typed) -> Iterator[Card]:
        begun = words.casefold()
        if len(begun) < LEAST_TYPED:
            return

        def spoken_of(told: Mapping[str, str], command: str = "") -> str:
            # A few letters of one language may be a word of another: "los".
            own = spoken(typed.language_code)
            return own if _begins(begun, (worded(told, own), command)) else language

        for picture in self._knowledge.pictures():
            titles = (picture.id, *picture.title.values())
            if picture.topic is None and any(each.casefold().startswith(begun) for each in titles):
                yield self._picture_card(picture, spoken_of(picture.title, picture.id), typed)
        for topic in self._knowledge.topics():
            if _begins(begun, (topic.command, *topic.title.values())):
                spoken_here = spoken_of(topic.title, topic.command)
                yield self._topic(topic, spoken_here, typed)
                yield from self._facts(topic.facts, spoken_here, typed)
        for name in self._knowledge.names():
            if _begins(begun, _spellings(name)):
                told = self._knowledge.facts_about(name.id)
                yield from self._facts(told, spoken_of(name.usual), typed)

    def _topics(self, language: str, typed: Typed) -> Iterator[Card]:
        for picture in self._knowledge.pictures():
            if picture.topic is None:
                yield from self._picture(picture, language, typed)
        for topic in self._knowledge.topics():
            yield self._topic(topic, language, typed)

    def _topic(self, topic: Topic, language: str, typed: Typed) -> Card:
        title, description = (worded(each, language) for each in (topic.title, topic.description))
        said = self._page(topic.command, language, typed)
        return Card(_id("t", topic.id), title, description, said)

    def _picture(self, picture: Picture, language: str, typed: Typed) -> Iterator[Card]:
        # A picture that Telegram doesn't have yet can't be shown to choose from.
        if self._posting.file_id(picture, typed.bot) is not None:
            yield self._picture_card(picture, language, typed)

    def _picture_card(self, picture: Picture, language: str, typed: Typed) -> Card:
        topic = self._knowledge.topic(picture.topic) if picture.topic is not None else None
        return Card(
            _id("p", picture.id),
            shortened(worded(picture.title, language), _TITLE),
            "" if topic is None else worded(topic.title, language),
            self._page(self._desk.commands.showing(picture), language, typed),
        )

    def _facts(self, facts: Iterable[Fact], language: str, typed: Typed) -> Iterator[Card]:
        for fact in facts:
            told = self._answers.fact(fact, language, Audience.GROUP, bot=typed.bot.username)
            yield Card(_id("f", fact.id), *self._labels(fact, language), told)

    def _page(self, command: str, language: str, typed: Typed) -> Said:
        key = command, language, typed.bot.username
        if key not in self._pages:
            request = Request("", language, Audience.GROUP, bot=typed.bot.username)
            self._pages[key] = self._desk.page(command, request)
        return self._pages[key]

    def _labels(self, fact: Fact, language: str, verdict: str = "") -> tuple[str, str]:
        """Title and description: the statement goes on below, so that it's there to its end.

        A short one has its topic below.
        """
        title, more = parted(statement(fact, language), _TITLE - len(verdict))
        topic = self._knowledge.topic(fact.topic)
        below = more or ("" if topic is None else worded(topic.title, language))
        return f"{verdict}{title}", below

    def _is_personal(self, words: str) -> bool:
        # A name is spelled alike in many languages: then it's the person's own that is spoken.
        return len({self._knowledge.language_of(words, hint) for hint in LANGUAGES}) > 1


def _first(cards: Iterable[Card]) -> tuple[Card, ...]:
    # Telegram refuses two of one id.
    unique: dict[str, Card] = {}
    for card in cards:
        unique.setdefault(card.id, card)
        if len(unique) == MOST_CARDS:
            break
    return tuple(unique.values())


def _no(answer: Answer) -> str:
    words = catalogue(answer.language)
    if answer.kind is Kind.NOT_NAMED:
        return words.say("Never named in the article. Ask me in private")
    if answer.kind is Kind.SMALL_TALK:
        return words.say("Ask me in private")
    return words.say("The article doesn't say that. Ask me in private")


def _spellings(name: Name) -> Iterator[str]:
    yield from name.in_article
    yield from name.usual.values()


def _begins(begun: str, spellings: Iterable[str]) -> bool:
    return any(
        word.startswith(begun)
        for spelling in spellings
        for word in (spelling.casefold(), *spelling.casefold().split())
    )


def _id(kind: str, identity: str) -> str:
    plain = f"{kind}_{identity}"
    if len(plain.encode()) <= 64:
        return plain
    return f"{kind}_{blake2b(identity.encode(), digest_size=16).hexdigest()}"
