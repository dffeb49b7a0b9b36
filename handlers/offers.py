"""Questions that people are offered to ask, on buttons: what's next, and what to begin with."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from zlib import crc32

from knowledge import Fact, Knowledge

MOST_RELATED = 2
"""More would push the answer itself off a phone's screen."""
_EXAMPLE = "?"
"""Begins an example's key; no fact's id has it."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A question to press."""

    key: str
    """By which `offered` finds it, at most 57 bytes: what a button hands back of it."""
    question: str


def related(told: Sequence[Fact], language: str, knowledge: Knowledge) -> list[Offer]:
    """What is asked next after `told`, of its topic first, each answered by words not yet shown.

    Only questions that editors wrote in `language`.
    """
    offers: list[Offer] = []
    shown = [fact.quote for fact in told]
    for fact in _after(told[0], knowledge) if told else ():
        if len(offers) == MOST_RELATED:
            break
        seen = any(fact.quote in quote or quote in fact.quote for quote in shown)
        if language in fact.question and not seen:
            offers.append(Offer(fact.id, fact.question[language]))
            shown.append(fact.quote)
    return offers


def examples(language: str, knowledge: Knowledge) -> list[Offer]:
    """What to begin with in `language`."""
    return [
        Offer(f"{_EXAMPLE}{crc32(question.encode()):x}", question)
        for article in knowledge.articles()
        for question in article.examples.get(language, ())
    ]


def offered(key: str, language: str, knowledge: Knowledge) -> tuple[str, Fact | None]:
    """The question that was offered under `key`, and the fact that answers it.

    Empty where nobody wrote the fact's question; `None` for an example, which is to be asked.
    Raises `LookupError` where there is no such offer any more.
    """
    if key.startswith(_EXAMPLE):
        # Its words are its key: another question in the same place is another offer.
        for offer in examples(language, knowledge):
            if offer.key == key:
                return offer.question, None
        raise LookupError("an example that is no more")
    fact = knowledge.fact(key)
    if fact is None:
        raise LookupError("a fact that is no more")
    return fact.question.get(language, ""), fact


def _after(fact: Fact, knowledge: Knowledge) -> Iterator[Fact]:
    facts = knowledge.facts()
    at = [each.id for each in facts].index(fact.id)
    rest = [*facts[at + 1 :], *facts[:at]]
    yield from (each for each in rest if each.topic == fact.topic)
    yield from (each for each in rest if each.topic != fact.topic)
