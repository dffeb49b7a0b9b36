"""The article itself, and what is known of it."""

from __future__ import annotations

from handlers.catalogues import catalogue
from handlers.reply import Block, Gap, Reply, Words, bold, line, listing
from handlers.said import Said
from handlers.translations import worded
from knowledge import Article, Knowledge


class ArticleWords:
    """Words the articles of one knowledge."""

    def __init__(self, knowledge: Knowledge) -> None:
        """Shows the articles of `knowledge`."""
        self._knowledge = knowledge

    def numbers(self) -> frozenset[str]:
        """The numbers of the article's paragraphs."""
        return frozenset(str(each.paragraph) for each in self._shown.lines if each.paragraph)

    def text(self, language: str, number: str = "") -> Said:
        """The text to the character, its paragraphs numbered, its subheads in bold.

        With one of `numbers`, that paragraph alone.
        """
        article = self._shown
        blocks: list[Block] = [line(Words(_sentence_case(worded(article.name, language))))]
        for each in article.lines:
            if number not in ("", str(each.paragraph)):
                continue
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
        return [
            line(bold(_sentence_case(worded(article.name, language)))),
            *listing(known),
            Gap(),
            line(bold(say("Only inferred, not printed in it:"))),
            *listing(inferred),
            Gap(),
            line(worded(article.dating, language)),
            line(say("Its text: /article")),
        ]


def _sentence_case(text: str) -> str:
    return text[:1].upper() + text[1:]
