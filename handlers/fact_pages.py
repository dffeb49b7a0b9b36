"""A page of several facts, each with its quote, as many as fit one message."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass

from handlers.catalogues import Catalogue, catalogue
from handlers.citations import Citation, cite
from handlers.fact_words import FactWords, Selection, fitting
from handlers.repetition import without_repetition
from handlers.reply import Block, Gap, Line, Reply, line, listing
from handlers.said import Audience, Said
from knowledge import Exchange, Fact, Knowledge

_FIGURE = re.compile(r"\d{1,3}(?:[.,\u00a0 ]\d{3})+")
"""A number so great that it's written in groups: a count or an area, and no year."""


@dataclass(frozen=True, slots=True)
class Size:
    """How much a page may have; of `characters`, UTF-16 units."""

    characters: int
    quotes: int
    facts: int

    def for_each_of(self, number: int, most: Size) -> Size:
        """So much for each of some subjects, and no more than `most` for all."""
        return Size(
            min(number * self.characters, most.characters),
            min(number * self.quotes, most.quotes),
            min(number * self.facts, most.facts),
        )


# A quote and its link are two marked spans each, of the hundred that a message may have.
PAGE = {Audience.PRIVATE: Size(3500, 30, 100), Audience.GROUP: Size(2000, 30, 100)}
"""A page leaves room in one message, and a group's is shorter: others talk there too."""


class FactPages:
    """Words such pages of one knowledge."""

    def __init__(self, knowledge: Knowledge) -> None:
        """Looks articles and names up in `knowledge`."""
        self._knowledge = knowledge

    def page(
        self,
        head: Line,
        told: Iterable[Fact],
        language: str,
        audience: Audience,
        size: Size,
        rest: Callable[[Sequence[Fact]], Line],
        line_of: Callable[[Fact, str], Line] | None = None,
        *,
        before: Collection[Fact] = (),
        beside: Sequence[Line] = (),
        all_told: bool = False,
    ) -> Said:
        """As many of the facts `told` as `size` has room for, below `head`.

        `rest` tells of those left out, and `beside` of what has none. With lines of its own
        (`line_of`) a page lists its facts one by one; else the facts `before`, which were just
        told, are left out, and what repeats another; if each is to be told (`all_told`), that
        comes last.
        """
        words = catalogue(language)
        facts = FactWords(self._knowledge, words, audience)
        in_group = audience is Audience.GROUP

        def blocks(citations: Sequence[Citation], left_out: Sequence[Fact]) -> list[Block]:
            page: list[Block] = [head]
            shown = citations if line_of else _untold(citations, before, all_told=all_told)
            for number, citation in enumerate(shown):
                worded_line = line_of or _plain
                stated = zip(citation.facts, facts.told(citation.facts, citation), strict=True)
                page += [Gap(), *listing([worded_line(fact, said) for fact, said in stated])]
                # In private the dating at the end tells the article; in a group there is none.
                page += facts.quote(
                    citation, with_article=in_group and number == 0, stated=citation.facts
                )
            page += [Gap(), *beside] if beside else []
            page += facts.dating(citation.source for citation in citations)
            if left_out:
                page += [Gap(), rest(left_out)]
            return page

        everything = self._new_first(tuple(told), before) if all_told else tuple(told)
        if not everything:
            nothing = line(words.say("The article doesn't say more of it."))
            return Said(Reply((head, nothing, *beside)), language)
        selected: Selection = facts.select(
            everything[: size.facts],
            quotes=size.quotes,
            # Room for the line on what is left out is kept even before it's known to be needed.
            fits=fitting(lambda citations: blocks(citations, everything), size.characters),
        )
        left_out = [*selected.left_out, *everything[size.facts :]]
        shown = [] if all_told else [citation.source.quote for citation in selected.citations]
        untold = [fact for fact in left_out if not any(fact.quote in quote for quote in shown)]
        return Said(
            reply=Reply(tuple(blocks(selected.citations, untold))),
            language=language,
            cited=tuple(fact for fact in selected.facts if fact not in before),
            exchange=Exchange(facts=tuple(fact.id for fact in selected.facts[:1])),
        )

    def _new_first(self, facts: Sequence[Fact], before: Collection[Fact]) -> Sequence[Fact]:
        """`facts` with those last that only repeat another: where room is short, it's the quotes'.

        The facts `before` stay first: they take no room.
        """
        citations = cite(facts, self._knowledge.companions)
        new = {fact.id for each in citations for fact in without_repetition(each.facts)}
        return sorted(facts, key=lambda fact: (fact not in before, fact.id not in new))


def less_telling(fact: Fact) -> tuple[bool, bool]:
    """A key for sorting: a subhead last, what has a figure in it first."""
    return fact.paragraph is None, _FIGURE.search(fact.quote) is None


def number_left_out(words: Catalogue, left_out: Sequence[Fact]) -> Line:
    """How many facts don't fit."""
    return line(
        words.say_number(
            "{number} more fact doesn't fit here: ask for it in plain words.",
            "{number} more facts don't fit here: ask for them in plain words.",
            len(left_out),
        )
    )


def _untold(
    citations: Sequence[Citation], before: Collection[Fact], *, all_told: bool
) -> list[Citation]:
    """What of `citations` tells something new after `before`, and what must travel with that.

    With `all_told`, each fact that isn't one of `before` is new.
    """
    new = [
        Citation(each.source, each.facts if all_told else without_repetition(each.facts))
        for each in citations
    ]
    travelling = {
        companion
        for citation in new
        for fact in citation.facts
        if fact not in before
        for companion in fact.companions
    }
    told = {fact.id for fact in before} - travelling
    untold = [Citation(each.source, [f for f in each.facts if f.id not in told]) for each in new]
    return [citation for citation in untold if citation.facts]


def _plain(fact: Fact, told: str) -> Line:
    return line(told)
