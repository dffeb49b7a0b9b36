"""The pages of a topic, of a place and of all places: several facts, each with its quote."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import zip_longest

from handlers.catalogues import Catalogue, catalogue
from handlers.citations import Citation
from handlers.fact_words import FactWords, Selection, fitting
from handlers.repetition import without_repetition
from handlers.reply import Block, Gap, Line, Reply, Words, bold, line, listing
from handlers.said import Audience, Said
from handlers.translations import worded
from knowledge import Exchange, Fact, Knowledge, Name, Topic


@dataclass(frozen=True, slots=True)
class _Size:
    characters: int
    quotes: int
    facts: int


# A quote and its link are two marked spans each, of the hundred that a message may have.
PAGE = {Audience.PRIVATE: _Size(3500, 30, 100), Audience.GROUP: _Size(2000, 30, 100)}
"""A page leaves room in one message, and a group's is shorter: others talk there too."""
PLACE = {Audience.PRIVATE: _Size(1500, 5, 6), Audience.GROUP: _Size(900, 4, 4)}
"""A place's is short: what a country is named for would fill more than a message."""

_FIGURE = re.compile(r"\d{1,3}(?:[.,\u00a0 ]\d{3})+")
"""A number so great that it's written in groups: a count or an area, and no year."""


class TopicWords:
    """Words the pages of one knowledge."""

    def __init__(self, knowledge: Knowledge) -> None:
        """Looks facts, articles and names up in `knowledge`."""
        self._knowledge = knowledge

    def topic(self, topic: Topic, language: str, audience: Audience) -> Said:
        """The topic's facts, figures first, as many as fit one message."""
        head = line(
            bold(worded(topic.title, language)), f" – {worded(topic.description, language)}"
        )
        told = sorted(topic.facts, key=_less_telling)
        rest = partial(_number_left_out, catalogue(language))
        return self._page(head, told, language, audience, PAGE[audience], rest)

    def place(self, name: Name, language: str, audience: Audience) -> Said:
        """The most telling of what the article says of a place, and the commands with the rest."""
        words = catalogue(language)
        usual = _usual(name, language)
        head = [bold(usual)]
        if name.in_article and usual not in name.in_article:
            printed = words.say("“{spelling}” in the article", spelling=name.in_article[0])
            head.append(Words(f" ({printed})"))
        told = _topic_by_topic(name, self._knowledge.facts_about(name.id))
        rest = partial(self._topics_left_out, words)
        return self._page(line(*head), told, language, audience, PLACE[audience], rest)

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
        rest = partial(_number_left_out, words)
        return self._page(head, facts.values(), language, audience, size, rest, told_of)

    def _topics_left_out(self, words: Catalogue, left_out: Sequence[Fact]) -> Line:
        topics = {fact.topic for fact in left_out}
        commands = [each.command for each in self._knowledge.topics() if each.id in topics]
        return line(words.say("The article says more: /{command}", command=", /".join(commands)))

    def unknown_place(self, name: str | None, language: str) -> Said:
        """One line for a place that no article names; `None` for one that nobody knows."""
        words = catalogue(language)
        if name is None:
            told = words.say("I know no place of that name. /places lists those in the article.")
        else:
            told = words.say("The article never names {name}.", name=name)
        return Said.in_a_line(told, language)

    def _page(
        self,
        head: Line,
        told: Iterable[Fact],
        language: str,
        audience: Audience,
        size: _Size,
        rest: Callable[[Sequence[Fact]], Line],
        line_of: Callable[[Fact, str], Line] | None = None,
    ) -> Said:
        # `rest` tells of the facts left out. With lines of its own a page lists its facts one by
        # one; else what repeats is left out.
        words = catalogue(language)
        facts = FactWords(self._knowledge, words, audience)
        in_group = audience is Audience.GROUP

        def blocks(citations: Sequence[Citation], left_out: Sequence[Fact]) -> list[Block]:
            page: list[Block] = [head]
            for number, citation in enumerate(citations):
                shown = citation
                if line_of is None:
                    new = without_repetition(citation.facts)
                    shown = Citation(citation.source, new)
                worded_line = line_of or _plain
                stated = zip(shown.facts, facts.told(shown.facts, shown), strict=True)
                page += [Gap(), *listing([worded_line(fact, said) for fact, said in stated])]
                # In private the dating at the end tells the article; in a group there is none.
                page += facts.quote(
                    shown, with_article=in_group and number == 0, stated=shown.facts
                )
            page += facts.dating(citation.source for citation in citations)
            if left_out:
                page += [Gap(), rest(left_out)]
            return page

        everything = tuple(told)
        if not everything:
            return Said(
                Reply((head, line(words.say("The article doesn't say more of it.")))), language
            )
        selected: Selection = facts.select(
            everything[: size.facts],
            quotes=size.quotes,
            # Room for the line on what is left out is kept even before it's known to be needed.
            fits=fitting(lambda citations: blocks(citations, everything), size.characters),
        )
        left_out = [*selected.left_out, *everything[size.facts :]]
        shown = [citation.source.quote for citation in selected.citations]
        untold = [fact for fact in left_out if not any(fact.quote in quote for quote in shown)]
        return Said(
            reply=Reply(tuple(blocks(selected.citations, untold))),
            language=language,
            cited=selected.facts,
            exchange=Exchange(facts=tuple(fact.id for fact in selected.facts[:1])),
        )


def _plain(fact: Fact, told: str) -> Line:
    return line(told)


def _less_telling(fact: Fact) -> tuple[bool, bool]:
    # A key for sorting: a subhead last, what has a figure in it first.
    return fact.paragraph is None, _FIGURE.search(fact.quote) is None


def _topic_by_topic(name: Name, told: Sequence[Fact]) -> list[Fact]:
    """The first of `told`, who holds the place; then a fact of each topic, a second of each …"""

    def less_telling(fact: Fact) -> tuple[bool, bool, bool]:
        # Who only says it of somebody else isn't whom the fact is about.
        own = fact.about[0] == name.id and (fact.speaker != name.id or len(fact.about) == 1)
        return not own, *_less_telling(fact)

    topics: dict[str, list[Fact]] = {}
    for fact in [*told[:1], *sorted(told[1:], key=less_telling)]:
        topics.setdefault(fact.topic, []).append(fact)
    in_turn = zip_longest(*topics.values())
    return [fact for turn in in_turn for fact in turn if fact is not None]


def _number_left_out(words: Catalogue, left_out: Sequence[Fact]) -> Line:
    return line(
        words.say_number(
            "{number} more fact doesn't fit here: ask for it in plain words.",
            "{number} more facts don't fit here: ask for them in plain words.",
            len(left_out),
        )
    )


def _usual(name: Name, language: str) -> str:
    return worded(name.usual, language)
