"""The article itself, and what is known of it."""

from __future__ import annotations

from collections.abc import Sequence

from handlers.catalogues import catalogue
from handlers.reply import Block, Gap, Reply, Words, bold, line, listing
from handlers.said import Said
from handlers.translations import worded
from knowledge import Article, Knowledge, Line


class ArticleWords:
    """Words the articles of one knowledge."""

    def __init__(self, knowledge: Knowledge) -> None:
        """Shows the articles of `knowledge`."""
        self._knowledge = knowledge

    def numbers(self) -> tuple[int, ...]:
        """The numbers of the article's paragraphs, in its order."""
        return tuple(each.paragraph for each in self._shown.lines if each.paragraph is not None)

    def text(self, language: str) -> Said:
        """The text to the character, its paragraphs numbered, its subheads in bold."""
        return self._lines(self._shown.lines, language)

    def paragraphs(self, first: int, last: int, language: str) -> Said:
        """The same of the paragraphs from `first` to `last`, which are two of `numbers` or one."""
        lines = self._shown.lines
        start, end = (_place_of(each, lines) for each in (first, last))
        return self._lines(lines[start : end + 1], language)

    def which_there_are(self, language: str) -> Said:
        """Which paragraphs the article has, in a line."""
        numbers = self.numbers()
        told = catalogue(language).say(
            "The article has paragraphs {first}–{last}. /article shows the whole text.",
            first=numbers[0],
            last=numbers[-1],
        )
        return Said.in_a_line(told, language)

    def _lines(self, lines: Sequence[Line], language: str) -> Said:
        blocks: list[Block] = [line(Words(_sentence_case(worded(self._shown.name, language))))]
        for each in lines:
            blocks.append(Gap())
            if each.paragraph is None:
                blocks.append(line(bold(each.text)))
            else:
                blocks.append(line(bold(f"{each.paragraph} "), each.text))
        return Said(Reply(tuple(blocks)), language)

    @property
    def _shown(self) -> Article:
        # The first article alone: one fits one message, and a reply is one message.
        return self._knowledge.articles()[0]

    def sources(self, language: str) -> Said:
        """What is known of each article, and what is only inferred, told apart."""
        blocks: list[Block] = []
        for article in self._knowledge.articles():
            if blocks:
                blocks.append(Gap())
            blocks += self._source(article, language)
        return Said(Reply(tuple(blocks)), language)

    def _source(self, article: Article, language: str) -> list[Block]:
        say = catalogue(language).say
        known = [line(each) for each in worded(article.known, language)]
        inferred = [line(each) for each in worded(article.inferred, language)]
        blocks: list[Block] = [
            line(bold(_sentence_case(worded(article.name, language)))),
            *listing(known),
            Gap(),
        ]
        if inferred:
            blocks += [
                line(bold(say("Only inferred, not printed in it:"))),
                *listing(inferred),
                Gap(),
            ]
        return [
            *blocks,
            line(worded(article.dating, language)),
            line(say("Its text: /article")),
        ]


def _place_of(paragraph: int, lines: Sequence[Line]) -> int:
    return next(at for at, each in enumerate(lines) if each.paragraph == paragraph)


def _sentence_case(text: str) -> str:
    return text[:1].upper() + text[1:]
