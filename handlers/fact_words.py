"""Facts as blocks: our statement, the article's words, where they stand and how sure they are."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from handlers.catalogues import SOURCE_LANGUAGE, Catalogue
from handlers.certainty_words import certainty_words
from handlers.citations import Citation, cite
from handlers.reply import Block, Gap, Line, Quote, Reply, Words, line, start_parameter
from handlers.said import Audience
from knowledge import Fact, Knowledge


def statement(fact: Fact, language: str) -> str:
    """The fact in our words, in English where nobody wrote them in `language`."""
    return fact.statement.get(language, fact.statement[SOURCE_LANGUAGE])


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

    def answer(self, citations: Sequence[Citation], opening: Sequence[Words] = ()) -> list[Block]:
        """Each quote below what rests on it, `opening` (such as a verdict) before the first."""
        blocks: list[Block] = []
        for citation in citations:
            if blocks:
                blocks.append(Gap())
            told = " ".join(statement(fact, self._catalogue.language) for fact in citation.facts)
            blocks.append(line(*opening, told))
            opening = ()
            blocks += self.quote(citation, with_article=True)
        return blocks

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
            *(line(self._knowledge.article(each).dating[language]) for each in articles),
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
            place += f", {names[self._catalogue.language]}"
        how_sure = dict.fromkeys(
            words for fact in citation.facts if (words := self._certainty(fact)) is not None
        )
        return line(
            "— ",
            Words(place, start=start_parameter("f", citation.facts[0].id)),
            *(f" · {words}" for words in how_sure),
        )

    def _certainty(self, fact: Fact) -> str | None:
        speaker = self._knowledge.name(fact.speaker) if fact.speaker is not None else None
        name = speaker and speaker.usual.get(
            self._catalogue.language, speaker.usual[SOURCE_LANGUAGE]
        )
        return certainty_words(self._catalogue, fact, name or None)


def fitting(
    blocks: Callable[[Sequence[Citation]], list[Block]], limit: int
) -> Callable[[Sequence[Citation]], bool]:
    """Whether the blocks of some citations stay within `limit` characters."""
    return lambda citations: Reply(tuple(blocks(citations))).length() <= limit
