"""Facts as blocks: our statement, the article's words, where they stand and how sure they are."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass

from handlers.catalogues import Catalogue
from handlers.certainty_words import certainty_words
from handlers.citations import Citation, cite
from handlers.reply import Block, Gap, Line, Quote, Reply, Words, line, start_parameter
from handlers.said import Audience
from handlers.translations import worded
from knowledge import Fact, Knowledge


def statement(fact: Fact, language: str) -> str:
    """The fact in our words."""
    return worded(fact.statement, language)


@dataclass(frozen=True, slots=True)
class Selection:
    """The facts that fit, and how many were left out."""

    citations: list[Citation]
    left_out: tuple[Fact, ...]

    @property
    def sources(self) -> tuple[Fact, ...]:
        """One fact for each quote."""
        return tuple(citation.source for citation in self.citations)

    @property
    def facts(self) -> tuple[Fact, ...]:
        """All the facts shown."""
        return tuple(fact for citation in self.citations for fact in citation.facts)


class FactWords:
    """Words facts of one knowledge, in one language, for private or for a group."""

    def __init__(self, knowledge: Knowledge, catalogue: Catalogue, audience: Audience) -> None:
        """Speaks `catalogue`'s language; the shortest form for a group."""
        self._knowledge = knowledge
        self._catalogue = catalogue
        self._audience = audience

    def select(
        self,
        facts: Iterable[Fact],
        *,
        quotes: int,
        fits: Callable[[Sequence[Citation]], bool],
    ) -> Selection:
        """As many of `facts` as need at most `quotes` quotes and `fits` allows, in their order.

        The first is always taken, and none without what must travel with it.
        """
        taken: list[Fact] = []
        left_out: list[Fact] = []
        citations: list[Citation] = []
        for fact in facts:
            if any(fact in citation.facts for citation in citations):
                continue
            tried = cite([*taken, fact], self._knowledge.companions)
            if not taken or (len(tried) <= quotes and fits(tried)):
                taken.append(fact)
                citations = tried
            else:
                left_out.append(fact)
        return Selection(citations, tuple(left_out))

    def answer(
        self,
        citations: Sequence[Citation],
        opening: Sequence[Words] = (),
        *,
        quoted_only: Collection[str] = (),
    ) -> list[Block]:
        """Each quote below what rests on it, `opening` (such as a verdict) before the first.

        An article is named at its first quote. The facts with the ids in `quoted_only` are shown
        by their quote alone.
        """
        blocks: list[Block] = []
        named: set[str] = set()
        for citation in citations:
            if blocks:
                blocks.append(Gap())
            stated = [fact for fact in citation.facts if fact.id not in quoted_only]
            if stated:
                told = " ".join(self.told(fact, citation) for fact in stated)
                blocks.append(line(*opening, told))
                opening = ()
            article = citation.source.article
            blocks += self.quote(citation, with_article=article not in named)
            named.add(article)
        return blocks

    def told(self, fact: Fact, citation: Citation) -> str:
        """The statement; with how sure it is where that differs from others under its quote."""
        told = statement(fact, self._catalogue.language)
        how_sure = self._certainty(fact)
        if how_sure is None or self._shared_certainty(citation) is not None:
            return told
        return f"{told.removesuffix('.')} ({how_sure})."

    def quote(self, citation: Citation, *, with_article: bool) -> list[Block]:
        """The quote and its source line, which names the article where `with_article`."""
        folded = self._audience is Audience.GROUP
        return [Quote(citation.source.quote, folded), self._source_line(citation, with_article)]

    def dating(self, facts: Iterable[Fact]) -> list[Block]:
        """How old the facts' articles are; nothing in a group, where the source line says it."""
        if self._audience is Audience.GROUP:
            return []
        articles = dict.fromkeys(fact.article for fact in facts)
        language = self._catalogue.language
        return [
            Gap(),
            *(line(worded(self._knowledge.article(each).dating, language)) for each in articles),
        ]

    def _source_line(self, citation: Citation, with_article: bool) -> Line:
        source = citation.source
        place = (
            self._catalogue.say("a subhead")
            if source.paragraph is None
            else self._catalogue.say("paragraph {number}", number=source.paragraph)
        )
        if with_article:
            article = self._knowledge.article(source.article)
            names = article.name if self._audience is Audience.PRIVATE else article.dating_short
            place += f", {worded(names, self._catalogue.language)}"
        how_sure = self._shared_certainty(citation)
        return line(
            "— ",
            Words(place, start=start_parameter("f", citation.facts[0].id)),
            *([f" · {how_sure}"] if how_sure is not None else []),
        )

    def _shared_certainty(self, citation: Citation) -> str | None:
        first, *others = {self._certainty(fact) for fact in citation.facts}
        return None if others else first

    def _certainty(self, fact: Fact) -> str | None:
        speaker = self._knowledge.name(fact.speaker) if fact.speaker is not None else None
        name = worded(speaker.usual, self._catalogue.language) if speaker is not None else None
        return certainty_words(self._catalogue, fact, name)


def first_within(limit: int, variants: Iterable[list[Block]]) -> Reply:
    """The first of `variants`, the fullest first, of at most `limit` characters; else the last."""
    for blocks in variants:
        reply = Reply(tuple(blocks))
        if reply.length() <= limit:
            break
    return reply


def fitting(
    blocks: Callable[[Sequence[Citation]], list[Block]], limit: int
) -> Callable[[Sequence[Citation]], bool]:
    """Whether the blocks of some citations stay within `limit` characters."""
    return lambda citations: Reply(tuple(blocks(citations))).length() <= limit
