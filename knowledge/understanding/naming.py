"""Tells what asks of a name at large: if an article has it, or what is said of it."""

from __future__ import annotations

from collections.abc import Mapping

from knowledge.answer import Fact
from knowledge.understanding.claims import ARTICLE, SAYING_NOTHING, makes_claim
from knowledge.understanding.names import Mention
from knowledge.understanding.reading import Reading

ASKING_WHAT = frozenset(("what", "mean"))
AT_LARGE = frozenset((*ASKING_WHAT, ARTICLE, "say", "approximately"))
"""Concepts of the words that ask what is said of a name; "about" is one for "approximately"."""
HOLDERS = frozenset(("who", "whose", "hold", "still"))
"""Concepts of the words that ask who holds a place."""
NAMING = frozenset((ARTICLE, "say", "name", "yes_no"))
"""Concepts of the words that ask whether something is named."""


def naming_facts(
    reading: Reading, facts: Mapping[str, Fact], quoted: Mapping[str, frozenset[str]]
) -> tuple[str, ...]:
    """Return the fact whose quote best shows a name, where `reading` asks only if there is any.

    `quoted` has, by fact, ids of the names in its quote.
    """
    mention = asked_if_named(reading)
    if mention is None:
        return ()
    quoting = [facts[fact] for fact, named in quoted.items() if mention.id in named]
    on_it = [fact for fact in quoting if mention.id in fact.about]
    first = sorted(on_it, key=lambda fact: fact.about.index(mention.id))[:1] or quoting[:1]
    return tuple(fact.id for fact in first)


def asks_at_large(reading: Reading) -> bool:
    """Whether `reading` only asks what is said of a name, or by whom: any fact tells it."""
    if len(reading.mentions) != 1 or reading.symbols.isdisjoint(ASKING_WHAT):
        return False
    return all(
        item.kind in SAYING_NOTHING or AT_LARGE & set(item.symbols) for item in reading.items
    )


def asks_who_holds(reading: Reading) -> bool:
    """Whether `reading` asks who holds what it names, and nothing else."""
    said = [item for item in reading.items if item.kind not in SAYING_NOTHING]
    return bool(said) and all(HOLDERS & set(item.symbols) for item in said)


def names_subject(reading: Reading) -> bool:
    """Whether `reading` is one word of a subject, and no more than asks what is said of it."""
    if reading.mentions or reading.figures:
        return False
    said = [
        item
        for item in reading.items
        if item.kind not in SAYING_NOTHING and AT_LARGE.isdisjoint(item.symbols)
    ]
    return len(said) == 1 and said[0].kind in ("thing", "act")


def asked_if_named(reading: Reading) -> Mention | None:
    """Return the only name in `reading`, if that only asks whether an article has it."""
    if ARTICLE not in reading.symbols or len(reading.mentions) != 1 or not makes_claim(reading):
        return None
    says = [item for item in reading.items if item.kind not in SAYING_NOTHING]
    return reading.mentions[0] if all(NAMING & set(item.symbols) for item in says) else None
