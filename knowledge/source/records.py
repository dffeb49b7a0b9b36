"""What the files of an article folder hold, typed, before anything is proved of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from knowledge.answer import Certainty
from knowledge.model import Line
from knowledge.source.pictures import Pictures


@dataclass(frozen=True, slots=True)
class FactSource:
    """A table of facts.toml; the file's header says what each key means."""

    id: str
    topic: str
    relation: str
    statement: str
    quote: str
    question: str | None = None
    """How a person asks for it, on a button; None where nobody would."""
    about: tuple[str, ...] = ()
    says: str | None = None
    certainty: Certainty = Certainty.STATED
    companions: tuple[str, ...] = ()
    holder: str | None = None
    period: str | None = None
    arithmetic: str | None = None
    """How a figure that isn't in the quote was worked out, with the figures that it rests on."""
    stands_for: Mapping[str, str] = field(default_factory=dict)
    """Words of the quote that mean a name without naming it, such as "their" -> its id."""
    order: tuple[str, ...] | None = None
    """The order in which the statement names who acts, where it isn't the quote's."""
    own_words: tuple[str, ...] = ()
    """Words of the statement that are ours, and not the quote's."""
    cautions: tuple[str, ...] = ()
    """Words that no fact may quote or state without this one beside it."""
    caution_words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """By language: how a statement says this caution."""


@dataclass(frozen=True, slots=True)
class NameSource:
    """A table of names.toml or of the gazetteer. An alias that ends in `*` is a stem."""

    id: str
    kind: str
    usual: Mapping[str, str]
    in_article: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    """Further words that stand for the name in statements, such as "Russian"."""
    parties: tuple[str, ...] = ()
    """Words that mean it as an actor, such as a country's capital."""
    aliases_exact_upper: tuple[str, ...] = ()
    """Aliases that count only as they stand, in capital letters."""


@dataclass(frozen=True, slots=True)
class TopicSource:
    """A table of topics.toml; the file's order is the menu's."""

    id: str
    command: str
    title: str
    description: str


@dataclass(frozen=True, slots=True)
class ArticleWords:
    """What one language says of the article itself."""

    name: str
    dating: str
    dating_short: str
    known: tuple[str, ...]
    inferred: tuple[str, ...]
    examples: tuple[str, ...] = ()
    """Questions to begin with."""


@dataclass(frozen=True, slots=True)
class TopicWords:
    """A topic's words in one language."""

    title: str
    description: str


@dataclass(frozen=True, slots=True)
class Translation:
    """translation.<language>.toml: the article's facts, topics and name in that language."""

    language: str
    article: ArticleWords
    statements: Mapping[str, str]
    """By fact id."""
    topics: Mapping[str, TopicWords]
    """By topic id."""
    questions: Mapping[str, str] = field(default_factory=dict)
    """By fact id."""
    order: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """By fact id: the order in which its statement names who acts, where it isn't the original's
    and an editor saw that it says the same."""


@dataclass(frozen=True, slots=True)
class Wording:
    """One way to put a question, and what it asks."""

    language: str
    kind: str
    """facts | claims | unsaid | smalltalk | elsewhere"""
    of: str
    """The fact's id, or the id of what isn't said, or the sort of talk."""
    form: str
    """ask | yes | no | open: an open question; one that the quote answers with yes; with no; a
    claim on the same that it settles neither way."""
    text: str


@dataclass(frozen=True, slots=True)
class Follow:
    """One way to ask on after a fact was told."""

    language: str
    after: str
    """Id of the fact that was told."""
    to: str | None
    """Id of the fact that answers; None where the article doesn't say."""
    text: str


@dataclass(frozen=True, slots=True)
class Unsaid:
    """Something people ask to which no single fact is the answer."""

    id: str
    near: tuple[str, ...]
    """Ids of facts worth showing: as "not the answer", unless `answer` makes more of them."""
    answer: str = ""
    """sources: it's asked of the article itself, and not of what it tells | capital: of a capital
    as a place, whose name else stands for a side | which: it leaves open which of `near` is meant
    | all: all of `near` are; empty: the article doesn't say it."""


@dataclass(frozen=True, slots=True)
class ArticleSource:
    """One folder under articles/, read and typed."""

    id: str
    folder: Path
    language: str
    text: str
    """article.md, to the character."""
    lines: tuple[Line, ...]
    words: ArticleWords
    """In the article's own language."""
    facts: tuple[FactSource, ...]
    names: tuple[NameSource, ...]
    topics: tuple[TopicSource, ...]
    translations: Mapping[str, Translation] = field(default_factory=dict)
    """By language."""
    unsaid: tuple[Unsaid, ...] = ()
    wordings: tuple[Wording, ...] = ()
    follows: tuple[Follow, ...] = ()
    pictures: Pictures = Pictures()  # noqa: RUF009 # it's frozen
    digests: Mapping[str, str] = field(default_factory=dict)
    """sha256 of each file read, hex, by file name."""

    @property
    def languages(self) -> tuple[str, ...]:
        """The article's own language, then the translations' in alphabetical order."""
        return (self.language, *sorted(self.translations))

    def statement(self, fact: FactSource, language: str) -> str | None:
        """Return the fact's statement in `language`, or None where nobody wrote it."""
        if language == self.language:
            return fact.statement
        return self.translations[language].statements.get(fact.id)

    def question(self, fact: FactSource, language: str) -> str | None:
        """Return how `language` asks for the fact on a button, or None where nobody wrote it."""
        if language == self.language:
            return fact.question
        return self.translations[language].questions.get(fact.id)

    def words_in(self, language: str) -> ArticleWords:
        """Return what is said of the article in one of its `languages`."""
        if language == self.language:
            return self.words
        return self.translations[language].article


@dataclass(frozen=True, slots=True)
class Sources:
    """All that knowledge.db is built from."""

    articles: tuple[ArticleSource, ...]
    gazetteer: tuple[NameSource, ...]
    """Names that people ask about and no article names."""
    digests: Mapping[str, str] = field(default_factory=dict)
    """sha256 of the gazetteer and of the languages, hex, by file name."""

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages in which any article is told, the first article's own first."""
        told = (language for article in self.articles for language in article.languages)
        return tuple(dict.fromkeys(told))
