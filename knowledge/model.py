"""What the knowledge tells of its topics, articles and names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

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
