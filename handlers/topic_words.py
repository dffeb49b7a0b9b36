"""The pages of a topic, of a place and of all places: several facts, each with its quote."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from handlers.catalogues import Catalogue, catalogue
from handlers.citations import Citation
from handlers.fact_words import FactWords, Selection, fitting
from handlers.repetition import without_repetition
from handlers.reply import Block, Gap, Line, Reply, Words, bold, line, listing
from handlers.said import Audience, Said
from handlers.translations import worded
from knowledge import Exchange, Fact, Knowledge, Name, Topic

PAGE_CHARACTERS = {Audience.PRIVATE: 3500, Audience.GROUP: 1800}
"""A page leaves room in one message; a group's is about a screen, its quotes folded."""
PAGE_QUOTES = 30
"""A quote and its link are two marked spans each, of the hundred that a message may have."""


class TopicWords:
    """Words the pages of one knowledge."""

    def __init__(self, knowledge: Knowledge) -> None:
        """Looks facts, articles and names up in `knowledge`."""
        self._knowledge = knowledge

    def topic(self, topic: Topic, language: str, audience: Audience) -> Said:
        """The topic's facts, the first ones first, as many as fit one message."""
        head = line(
            bold(worded(topic.title, language)), f" – {worded(topic.description, language)}"
        )
        return self._page(head, topic.facts, language, audience)

    def place(self, name: Name, language: str, audience: Audience) -> Said:
        """What the article tells of a place or region, the most telling first."""
        words = catalogue(language)
        usual = _usual(name, language)
        spelled = [each for each in name.in_article if each != usual]
        head = [bold(usual)]
        if spelled:
            printed = words.say("“{spelling}” in the article", spelling="”, “".join(spelled))
            head.append(Words(f" ({printed})"))
        told = self._knowledge.facts_about(name.id)
        return self._page(line(*head), told, language, audience)

    def places(self, language: str) -> Said:
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
        return self._page(head, facts.values(), language, Audience.PRIVATE, told_of)

    def unknown_place(self, name: str | None, language: str) -> Said:
        """One line for a place that no article names; `None` for one that nobody knows."""
        words = catalogue(language)
        if name is None:
            told = words.say("I know no place of that name. /places lists those in the article.")
        else:
            told = words.say("The article never names {name}.", name=name)
        return Said(Reply((line(told),)), language)

    def _page(
        self,
        head: Line,
        told: Iterable[Fact],
        language: str,
        audience: Audience,
        line_of: Callable[[Fact, str], Line] | None = None,
    ) -> Said:
        # With lines of its own a page lists its facts one by one; else what repeats is left out.
        words = catalogue(language)
        facts = FactWords(self._knowledge, words, audience)
        in_group = audience is Audience.GROUP

        def blocks(citations: Sequence[Citation], left_out: int) -> list[Block]:
            page: list[Block] = [head]
            for number, citation in enumerate(citations):
                shown = citation
                if line_of is None:
                    new = without_repetition(citation.facts, language)
                    shown = Citation(citation.source, new)
                worded_line = line_of or _plain
                lines = [worded_line(fact, facts.told(fact, shown)) for fact in shown.facts]
                page += [Gap(), *listing(lines)]
                # In private the dating at the end tells the article; in a group there is none.
                page += facts.quote(shown, with_article=in_group and number == 0)
            page += facts.dating(citation.source for citation in citations)
            if left_out:
                page += [Gap(), line(_left_out(words, left_out))]
            return page

        everything = tuple(told)
        if not everything:
            return Said(
                Reply((head, line(words.say("The article doesn't say more of it.")))), language
            )
        selected: Selection = facts.select(
            everything,
            quotes=PAGE_QUOTES,
            # Room for the line on what is left out is kept even before it's known to be needed.
            fits=fitting(
                lambda citations: blocks(citations, len(everything)), PAGE_CHARACTERS[audience]
            ),
        )
        return Said(
            reply=Reply(tuple(blocks(selected.citations, len(selected.left_out)))),
            language=language,
            cited=selected.sources,
            exchange=Exchange(facts=tuple(fact.id for fact in selected.facts[:1])),
        )


def _plain(fact: Fact, told: str) -> Line:
    return line(told)


def _left_out(words: Catalogue, number: int) -> str:
    return words.say_number(
        "{number} more fact doesn't fit here: ask for it in plain words.",
        "{number} more facts don't fit here: ask for them in plain words.",
        number,
    )


def _usual(name: Name, language: str) -> str:
    return worded(name.usual, language)
