"""What of a claim, and of the fact that it's on, tells whether the quote bears it out."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import combinations, pairwise, takewhile

from knowledge.understanding.features import MOST_SYMBOLS, sequence_of
from knowledge.understanding.reading import Item, Reading
from knowledge.understanding.telling import Telling, figure_symbol

DENYING = frozenset(("not", "none", "deny", "forbid", "fail"))
NEGATING = frozenset(("not", "none"))
"""Those of them that leave what "yes" means to the language: "it hasn't fallen?" – "Yes."."""
NEGATED_VERB = "negated_verb"
"""The concept of verbs with their "not", which ask if it's so where a question begins with one."""
_TAG = re.compile(r",\s*\w+\s*\?\W*$")
MOST_LEADING = 2
"""Words before a name that may tell its part: "by the"."""
CLAIMING_NOTHING = ("neutral", "common", "figure")
"""Kinds of words that claim nothing by themselves, or are compared apart."""


def denials_in(reading: Reading) -> int:
    """Return how many words of `reading` deny something: "isn't it so?" asks if it is so."""
    return sum(denies_something(item) for item in claimed_items(reading))


def is_negated(reading: Reading) -> bool:
    """Whether `reading` has a "not" or "none", so that yes may mean the claim or its contrary."""
    return any(NEGATING & set(item.symbols) for item in claimed_items(reading))


def without_denials(reading: Reading) -> Reading:
    """Return `reading` without the words that deny something."""
    kept = tuple(item for item in claimed_items(reading) if not denies_something(item))
    return replace(reading, items=kept)


def claimed_items(reading: Reading) -> tuple[Item, ...]:
    """Return the items of `reading` without a negated verb, or a last "no", that only asks."""
    items = reading.items
    if not items or "?" not in reading.text:
        return items
    if _TAG.search(reading.text) and denies_something(items[-1]):
        items = items[:-1]
    return items[1:] if items and NEGATED_VERB in items[0].concepts else items


def denies_something(item: Item) -> bool:
    """Whether `item` denies what is said with it."""
    return not DENYING.isdisjoint(item.symbols)


def claim_features(reading: Reading, telling: Telling) -> list[str]:
    """Return the features of a claim on the fact of `telling`, each once, in a fixed order.

    Each word counts by what it is and by whether the fact tells it, for all facts alike, and by
    itself, with the next and with each one that follows for this fact; and again with whether the
    claim denies something, and before or after that word: "Norland, not Sudmark".
    """
    denies = "denies" if denials_in(reading) % 2 else "affirms"
    found = dict.fromkeys(("bias", denies))

    def add(feature: str, place: str = denies) -> None:
        found[feature] = None
        found[f"{place} {feature}"] = None

    reading = replace(reading, items=claimed_items(reading))
    place = "affirms" if denies == "affirms" else "before"
    for item in reading.items:
        if place == "before" and denies_something(item):
            place = "after"
        if item.kind in CLAIMING_NOTHING:
            continue
        told = "told" if telling.tells(*_symbols_of(item), f"w {item.word}") else "untold"
        add(f"{told} {item.kind}", place)
        for symbol in _symbols_of(item):
            add(f"{telling.fact}: {symbol}", place)
            if item.kind != "name":
                add(f"{told} {symbol}", place)
        found |= dict.fromkeys(own_features(item, telling.fact))
    order = [symbols[-1] for symbols in sequence_of(reading)]
    for left, right in pairwise(order):
        found[f"{telling.fact}: {left} > {right}"] = None
    symbols = dict.fromkeys(
        s for item in reading.items if item.symbols or item.word for s in _symbols_of(item)
    )
    # Who does a thing to whom, and what comes before what, is told by the order.
    for a, b in combinations(list(symbols)[:MOST_SYMBOLS], 2):
        add(f"{telling.fact}: {a} .. {b}")
    found |= dict.fromkeys(f"{telling.fact}: {name}" for name in names_as_led(reading))
    named = [mention.id for mention in reading.mentions]
    voice = "be" if any("be" in item.concepts for item in reading.items) else "do"
    for position, name in enumerate(named[:2]):
        found[f"{telling.fact}: {voice} {position} {name}"] = None
    sides = [mention.id for mention in reading.mentions if mention.id in telling.sides]
    if sides:
        add("acting side" if sides[0] == telling.sides[0] else "other side")
    for figure in reading.figures:
        told = "told" if telling.tells(figure_symbol(figure.value)) else "untold"
        kind = "year" if figure.year else "figure"
        add(f"{told} {kind}")
        add(f"{telling.fact}: {told} {kind}")
    return list(found)


def names_as_led(reading: Reading) -> list[str]:
    """Return what stands for each name of `reading`, with the word that leads it in after others.

    "By Norland" and "from Norland" tell who did it as much as the order does.
    """
    found = []
    for at, item in enumerate(reading.items):
        if item.kind == "name":
            before = reading.items[max(at - MOST_LEADING, 0) : at]
            leading = list(takewhile(lambda one: one.kind == "neutral", reversed(before)))
            begins = len(leading) == at
            led = "" if begins or not leading else f"{leading[-1].typed.casefold()} "
            found.append(led + " ".join(item.symbols))
    return found


def own_features(item: Item, fact: str) -> list[str]:
    """Return the features that `item` has by itself in a claim on `fact`."""
    words = [f"w {item.word}"] if item.word else []
    return [f"{fact}: {each}" for each in (*item.symbols, *words)]


def _symbols_of(item: Item) -> tuple[str, ...]:
    return item.symbols or (f"w {item.word}",)
