"""What the knowledge tells of its topics, articles and names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from knowledge.answer import Fact


@dataclass(frozen=True, slots=True)
class Topic:
    """A subject with its command; its facts stand in the order in which they are told."""

    id: str
    command: str
    title: Mapping[str, str]
    """By language."""
    description: Mapping[str, str]
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """One line of an article."""

    text: str
    paragraph: int | None
    """Counted from 1; `None` where the line is a subhead."""


@dataclass(frozen=True, slots=True)
class Article:
    """An article: its text, and what may be said of it in each language."""

    id: str
    language: str
    name: Mapping[str, str]
    """What to call it in a sentence, such as "an undated article"; by language."""
    dating: Mapping[str, str]
    dating_short: Mapping[str, str]
    known: Mapping[str, tuple[str, ...]]
    inferred: Mapping[str, tuple[str, ...]]
    lines: tuple[Line, ...]
    examples: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Questions to begin with, of different kinds; by language."""


@dataclass(frozen=True, slots=True)
class Name:
    """A place, person, organisation or people."""

    id: str
    kind: str
    """place | region | country | municipality | person | organisation | people | weapon"""
    usual: Mapping[str, str]
    """How each language usually writes it."""
    in_article: tuple[str, ...]
    """How the articles spell it; empty where none names it."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of facts, drawn when knowledge.db was built."""

    id: str
    """Such as `map`."""
    topic: str | None
    """Id of the topic that it's shown with; `None` where it has a command of its own."""
    title: Mapping[str, str]
    """What it shows, in a few words, by language."""
    alternative: Mapping[str, str]
    """What it shows, for who can't see it, by language; proven by the facts."""
    png: bytes
    digest: str
    """sha256 of `png`, hex."""
    facts: tuple[str, ...]
    """Ids of the facts that it shows."""
