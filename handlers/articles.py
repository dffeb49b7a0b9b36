"""What /article shows: the whole text, some of its paragraphs, or which articles there are."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from handlers.again import remade
from handlers.article_words import ArticleWords
from handlers.catalogues import catalogue
from handlers.reply import Block, Gap, Reply, line, listing
from handlers.request import Request
from handlers.said import Said
from handlers.words_after import answer_to_words_after
from knowledge import Article, Knowledge

NO_PARAGRAPH = "0"
"""Stands for what the article doesn't have: a person's words aren't kept."""
_PARAGRAPHS = re.compile(r"(?P<first>\d{1,9})(?:\s*[-–—]\s*(?P<last>\d{1,9}))?")
_NO_SIGN_OF_A_COMMAND = re.compile(r"[^a-z0-9_]")
_LONGEST_COMMAND = 32
"""Characters that Telegram takes for a command."""


@dataclass(frozen=True, slots=True)
class ArticlePages:
    """The pages of one article."""

    command: str
    """The command that shows them."""
    words: ArticleWords
    _ask: Callable[[Request], Said]

    def shown(self, request: Request) -> Said:
        """The whole text, or the paragraphs that the words number, as `3` and `3-5` do.

        Other words are asked as a question; what is neither is told which paragraphs there are.
        """
        asked = request.words.strip()
        if not asked:
            return remade(self.command, self.words.text(request.language), request)
        numbered = _PARAGRAPHS.fullmatch(asked)
        if numbered is None and (told := answer_to_words_after(request, self._ask)):
            return told
        if numbered is not None:
            ends = (numbered["first"], numbered["last"] or numbered["first"])
            first, last = sorted(map(int, ends))
            if {first, last} <= set(self.words.numbers()):
                said = self.words.paragraphs(first, last, request.language)
                return remade(self.command, said, request, about=f"{first}-{last}")
        said = self.words.which_there_are(request.language)
        return remade(self.command, said, request, about=NO_PARAGRAPH)


class Articles:
    """The pages of all articles: of one, what /article shows, of several each by a command."""

    def __init__(
        self, knowledge: Knowledge, ask: Callable[[Request], Said], shown_by: str
    ) -> None:
        """`ask` answers a question; `shown_by` is the command that shows what there is."""
        self._ask = ask
        self._shown_by = shown_by
        articles = knowledge.articles()
        self._pages: dict[str, ArticlePages] = {}
        for article in articles:
            command = shown_by if len(articles) == 1 else self._command_of(article)
            words = ArticleWords(article, command)
            self._pages[article.id] = ArticlePages(command, words, ask)

    def command_of(self, article: str) -> str:
        """The command that shows the article of that id."""
        return self._pages[article].command

    def each(self) -> Iterator[ArticlePages]:
        """Where there are several articles, the pages of each."""
        if len(self._pages) > 1:
            yield from self._pages.values()

    def shown(self, request: Request) -> Said:
        """The one article, as its pages show it; of several, which there are, and how to see each.

        Words that are no number are asked as a question.
        """
        if len(self._pages) == 1:
            return next(iter(self._pages.values())).shown(request)
        asked = request.words.strip()
        if asked and not _PARAGRAPHS.fullmatch(asked):
            told = answer_to_words_after(request, self._ask)
            if told is not None:
                return told
        return remade(self._shown_by, self._listed(request.language), request)

    def sources(self, request: Request) -> Said:
        """What is known of each article."""
        blocks: list[Block] = []
        for pages in self._pages.values():
            if blocks:
                blocks.append(Gap())
            blocks += pages.words.known(request.language)
        return Said(Reply(tuple(blocks)), request.language)

    def _listed(self, language: str) -> Said:
        pages = self._pages.values()
        told = catalogue(language).say(
            "Each article has a command, after which a paragraph's number may stand:"
        )
        listed = [line(f"{each.words.name(language)}: /{each.command}") for each in pages]
        return Said(Reply((line(told), *listing(listed))), language)

    def _command_of(self, article: Article) -> str:
        """By its id, so that another article's coming or going changes nothing."""
        plain = _NO_SIGN_OF_A_COMMAND.sub("_", article.id.lower())
        command = f"{self._shown_by}_{plain}"[:_LONGEST_COMMAND]
        taken = {pages.command for pages in self._pages.values()}
        if command not in taken:
            return command
        return f"{self._shown_by}_{len(self._pages) + 1}"
