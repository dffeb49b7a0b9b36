"""Facts as blocks: our statement, the article's words, where they stand and how sure they are."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass

from handlers.catalogues import Catalogue
from handlers.certainty_words import certainty_words
from handlers.citations import Citation, cite
from handlers.links import FACT, start_parameter
from handlers.reply import Block, Gap, Line, Quote, Reply, Words, line
from handlers.said import Audience
from handlers.translations import worded
from knowledge import Fact, Knowledge

_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-ZÄÖÅÜА-ЯІЇЄҐ“«„])")


def statement(fact: Fact, language: str) -> str:
    """The fact in our words."""
    return worded(fact.statement, language)


def told_further(knowledge: Knowledge, words: Catalogue, topics: Collection[str]) -> str:
    """The commands that tell the rest, of `topics` by id; nothing where there are none."""
    commands = [topic.command for topic in knowledge.topics() if topic.id in topics]
    if not commands:
        return ""
    return words.say("The article says more: /{command}", command=", /".join(commands))


@dataclass(frozen=True, slots=True)
class Selection:
    """The facts that fit, by quote, and those that were left out."""

    citations: list[Citation]
    left_out: tuple[Fact, ...]

    @property
    def facts(self) -> tuple[Fact, ...]:
        """All the facts shown, quote by quote."""
        return tuple(fact for citation in self.citations for fact in citation.facts)


class FactWords:
    """Words facts of one knowledge, in one language, for private or for a group."""

    def __init__(
        self,
        knowledge: Knowledge,
        catalogue: Catalogue,
        audience: Audience,
        *,
        dated_below: bool = False,
    ) -> None:
        """Speaks `catalogue`'s language; the shortest form for a group.

        `dated_below`: no source line names an article in private, since `dating` tells of it.
        """
        self._knowledge = knowledge
        self._catalogue = catalogue
        self._audience = audience
        self._names_articles = not dated_below or audience is Audience.GROUP

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

        The facts with the ids in `quoted_only` are shown by their quote alone.
        """
        openings = iter([opening])

        def told(stated: Sequence[Fact], citation: Citation) -> list[Line]:
            return [line(*next(openings, ()), paragraph(self.told(stated, citation)))]

        return self.quoted(citations, told, quoted_only=quoted_only)

    def quoted(
        self,
        citations: Sequence[Citation],
        told: Callable[[Sequence[Fact], Citation], list[Line]],
        *,
        quoted_only: Collection[str] = (),
    ) -> list[Block]:
        """Each quote below the lines that `told` gives of its facts; an article is named once.

        The facts with the ids in `quoted_only` are shown by their quote alone.
        """
        blocks: list[Block] = []
        named: set[str] = set()
        for citation in citations:
            if blocks:
                blocks.append(Gap())
            stated = [fact for fact in citation.facts if fact.id not in quoted_only]
            if stated:
                blocks += told(stated, citation)
            else:
                blocks.append(line(self._catalogue.say("The article also says:")))
            article = citation.source.article
            with_article = self._names_articles and article not in named
            blocks += self.quote(citation, with_article=with_article, stated=stated)
            named.add(article)
        return blocks

    def told(self, stated: Sequence[Fact], citation: Citation) -> list[str]:
        """The statements of some of a quote's facts, each whole: its caution stands in it.

        Each says how sure it is where not all are as sure.
        """
        shared = self._shared_certainty(citation, stated)
        told: list[str] = []
        for fact in stated:
            said = statement(fact, self._catalogue.language)
            how_sure = self._certainty(fact, stated)
            if how_sure is not None and shared is None:
                said = f"{said.removesuffix('.')} – {how_sure}."
            told.append(said)
        return told

    def quote(
        self, citation: Citation, *, with_article: bool, stated: Collection[Fact]
    ) -> list[Block]:
        """The quote and its source line, which names the article where `with_article`.

        `stated` are the facts whose statements stand above it.
        """
        return [
            Quote(citation.source.quote),
            self._source_line(citation, with_article, stated),
        ]

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

    def _source_line(
        self, citation: Citation, with_article: bool, stated: Collection[Fact]
    ) -> Line:
        source = citation.source
        place = (
            self._catalogue.say("a subhead")
            if source.paragraph is None
            else self._catalogue.say("paragraph {number}", number=source.paragraph)
        )
        if with_article:
            article = self._knowledge.article(source.article)
            in_group = self._audience is Audience.GROUP
            names = article.dating_short if in_group else article.name
            place += f", {worded(names, self._catalogue.language)}"
        how_sure = self._shared_certainty(citation, stated)
        return line(
            "— ",
            Words(place, start=start_parameter(FACT, citation.facts[0].id)),
            *([f" · {how_sure}"] if how_sure is not None else []),
        )

    def _shared_certainty(self, citation: Citation, stated: Collection[Fact]) -> str | None:
        first, *others = {self._certainty(fact, stated) for fact in citation.facts}
        return None if others else first

    def _certainty(self, fact: Fact, stated: Collection[Fact]) -> str | None:
        # A statement names who says it, as `knowledge check` proves: saying it twice is noise.
        if fact.speaker is not None and fact in stated:
            return None
        speaker = self._knowledge.name(fact.speaker) if fact.speaker is not None else None
        name = worded(speaker.usual, self._catalogue.language) if speaker is not None else None
        return certainty_words(self._catalogue, fact, name)


def paragraph(statements: Iterable[str]) -> str:
    """Statements one after the other; a sentence of several, such as a caution, ends them all."""
    sentences = [each for told in statements for each in _SENTENCE_END.split(told)]
    last = dict.fromkeys(reversed(sentences))
    return " ".join(reversed(last))


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
