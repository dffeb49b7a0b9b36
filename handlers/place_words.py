"""The pages of places: some that are named, and all that the article has."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from itertools import zip_longest

from handlers.answer_words import never_named
from handlers.catalogues import Catalogue, catalogue
from handlers.fact_pages import PAGE, FactPages, Size, less_telling, number_left_out
from handlers.fact_words import told_further
from handlers.reply import Line, Reply, Words, bold, line, shortened
from handlers.said import Audience, Said
from handlers.translations import worded
from knowledge import Fact, Knowledge, Name

PLACE = {Audience.PRIVATE: Size(1500, 5, 6), Audience.GROUP: Size(900, 4, 4)}
"""A place's is short: what a country is named for would fill more than a message."""
LONGEST_NAME = 40
"""Characters of a name that is given back as it was written."""


class PlaceWords:
    """Words the pages of one knowledge's places."""

    def __init__(self, knowledge: Knowledge) -> None:
        """Looks names, and the facts about them, up in `knowledge`."""
        self._knowledge = knowledge
        self._pages = FactPages(knowledge)

    def place(
        self,
        names: Sequence[Name],
        language: str,
        audience: Audience,
        *,
        unknown: Sequence[str] = (),
    ) -> Said:
        """The most telling of what the article says of each place, and the commands with the rest.

        Beside it, which of `names` the article doesn't have, and what is `unknown` to everybody:
        as it was written, or empty where that wasn't kept.
        """
        words = catalogue(language)
        named = [name for name in names if name.in_article]
        no = [_usual(name, language) for name in names if not name.in_article]
        beside = [line(never_named(words, no))] if no else []
        if unknown:
            beside.append(line(_no_such_place(words, unknown, alone=not names)))
        if not named:
            return Said(Reply(tuple(beside)), language)
        heads = [_head(words, name) for name in named]
        head = line(*heads[0], *(each for more in heads[1:] for each in (Words(" · "), *more)))
        told = [_topic_by_topic(each, self._knowledge.facts_about(each.id)) for each in named]
        rest = partial(self._topics_left_out, words)
        size = PLACE[audience].for_each_of(len(named), PAGE[audience])
        return self._pages.page(
            head, _in_turn(told), language, audience, size, rest, beside=beside
        )

    def places(self, language: str, audience: Audience) -> Said:
        """Every place and region with the most telling thing that the article says of it."""
        words = catalogue(language)
        first: dict[str, list[Name]] = {}
        facts: dict[str, Fact] = {}
        for name in self._knowledge.places():
            told = self._knowledge.facts_about(name.id)
            if told:
                facts[told[0].id] = told[0]
                first.setdefault(told[0].id, []).append(name)

        def told_of(fact: Fact, told: str) -> Line:
            names = ", ".join(_usual(name, language) for name in first.get(fact.id, ()))
            return line(*((bold(names), Words(": ")) if names else ()), told)

        more = words.say("more of one: /place and its name")
        head = line(bold(words.say("Places")), f" – {more}")
        # As long in a group as in private: a list of places that lacks some would mislead.
        size = PAGE[Audience.PRIVATE]
        rest = partial(number_left_out, words)
        return self._pages.page(head, facts.values(), language, audience, size, rest, told_of)

    def _topics_left_out(self, words: Catalogue, left_out: Sequence[Fact]) -> Line:
        return line(told_further(self._knowledge, words, {fact.topic for fact in left_out}))


def _head(words: Catalogue, name: Name) -> list[Words]:
    usual = _usual(name, words.language)
    if usual in name.in_article:
        return [bold(usual)]
    printed = words.say("“{spelling}” in the article", spelling=name.in_article[0])
    return [bold(usual), Words(f" ({printed})")]


def _no_such_place(words: Catalogue, unknown: Sequence[str], *, alone: bool) -> str:
    called = [shortened(each, LONGEST_NAME) for each in unknown if each]
    if alone or not called:
        return words.say("I know no place of that name. /places lists those in the article.")
    return words.say(
        "I know no place called {name}. /places lists those in the article.",
        name=words.any_of(called),
    )


def _topic_by_topic(name: Name, told: Sequence[Fact]) -> list[Fact]:
    """The first of `told`, who holds the place; then a fact of each topic, a second of each …"""

    def less_of_its_own(fact: Fact) -> tuple[bool, bool, bool]:
        # Who only says it of somebody else isn't whom the fact is about.
        own = fact.about[0] == name.id and (fact.speaker != name.id or len(fact.about) == 1)
        return not own, *less_telling(fact)

    topics: dict[str, list[Fact]] = {}
    for fact in [*told[:1], *sorted(told[1:], key=less_of_its_own)]:
        topics.setdefault(fact.topic, []).append(fact)
    return _in_turn(topics.values())


def _in_turn(lists: Iterable[Sequence[Fact]]) -> list[Fact]:
    """The first of each of `lists`, the second of each …, each fact once."""
    in_turn = (fact for turn in zip_longest(*lists) for fact in turn if fact is not None)
    return list({fact.id: fact for fact in in_turn}.values())


def _usual(name: Name, language: str) -> str:
    return worded(name.usual, language)
