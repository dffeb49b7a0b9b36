"""What `Knowledge.ask` gives back: facts of an article, or a plain word that it has none."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Certainty(StrEnum):
    """How sure the article is of what it tells."""

    STATED = "stated"
    CLAIMED = "claimed"
    SAID_TO_BE = "said to be"
    ESTIMATED = "estimated"


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that an article says, with the words that it rests on."""

    id: str
    article: str
    """The article's folder name, such as `ukraine-2024`."""
    topic: str
    statement: Mapping[str, str]
    """Our words, by language (`en`, `uk`, …)."""
    quote: str
    """The article's words, to the character."""
    paragraph: int | None
    """Counted from 1; `None` where the quote is a subhead."""
    speaker: str | None
    """Id of the name that says it; `None` where the article itself does."""
    certainty: Certainty
    companions: tuple[str, ...]
    """Ids of the facts whose quote must travel with this one, such as a caution, of which its own
    statement tells."""
    about: tuple[str, ...]
    """Ids of the names that it is about."""
    period: str | None
    question: Mapping[str, str] = field(default_factory=dict)
    """How a person asks for it, on a button, by language; empty where nobody would."""


class Kind(StrEnum):
    """What kind of answer it is; three of them are a different no."""

    ANSWERED = "answered"
    NOT_NAMED = "not named"
    """The article never names what is asked about."""
    NOT_SAID = "not said"
    """The article doesn't say this; `near` holds what it does say nearby."""
    OFF_TOPIC = "off topic"
    SMALL_TALK = "small talk"
    CLARIFY = "clarify"
    """Two readings are open; `options` holds one fact for each."""


class Verdict(StrEnum):
    """What the quote says to a yes/no question, a claim, or what a question takes for granted."""

    YES = "yes"
    NO = "no"

    @property
    def turned(self) -> Verdict:
        """The other one."""
        return Verdict.NO if self is Verdict.YES else Verdict.YES


@dataclass(frozen=True, slots=True)
class Exchange:
    """A question and the facts that answered it: what a follow-up refers to.

    `question` may be empty where only the facts are known: a reply to a message of before a
    restart.
    """

    question: str = ""
    facts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to one question, without its wording."""

    kind: Kind
    language: str
    """The question's language, and so the reply's."""
    facts: tuple[Fact, ...] = ()
    """What answers, the most telling first; at most four citations with their companions."""
    verdict: Verdict | None = None
    denied: bool = False
    """What the question or claim says is denied in it ("it hasn't fallen, has it?"), so that a
    bare yes or no, of it as it stands, could be taken for either."""
    of_saying: bool = False
    """The yes or no is to whether somebody says so, which the article itself tells."""
    near: tuple[Fact, ...] = ()
    """Facts that are *not* the answer, to be shown as such."""
    names: tuple[str, ...] = ()
    """What the article doesn't name, as the asker's language usually writes it."""
    rest: Kind | None = None
    """What the rest of the question gets, where `facts` answer a part of it: that the article
    doesn't say it, or, if that's all, never names it. What it never names is in `names`."""
    small_talk: str | None = None
    """greeting | thanks | farewell | identity | mood | praise | complaint | other"""
    own_word: bool = False
    """The question asks who says so or if it's sure, and it's the article itself that says it."""
    asks_several: bool = False
    """The question asks several things; each that is said gets its quote."""
    of_article: bool = False
    """What isn't said is asked of the article itself, such as its author."""
    options: tuple[Fact, ...] = ()
    more: tuple[str, ...] = ()
    """Topics that have the rest, where more was asked for than is shown."""
    claims: tuple[str, ...] = ()
    """What of a checked message it answers: spans of it, to the character, but for a claim that
    is put together from two places, such as one on a place of a list."""
    unchecked: bool = False
    """The checked message claims more, of which nothing is told."""
    unchecked_claims: tuple[str, ...] = ()
    """What more it claims, as `claims` are; the first few."""
    exchange: Exchange = field(default_factory=Exchange)
    """Hand this back as `after=` with the next question of the same person in the same chat."""
