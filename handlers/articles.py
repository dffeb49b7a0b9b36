"""What /article shows: the whole text, some of its paragraphs, or which there are."""

from __future__ import annotations

import re
from collections.abc import Callable

from handlers.again import remade
from handlers.article_words import ArticleWords
from handlers.request import Request
from handlers.said import Said
from handlers.words_after import answer_to_words_after
from knowledge import Knowledge

NO_PARAGRAPH = "0"
"""Stands for what the article doesn't have: a person's words aren't kept."""
_PARAGRAPHS = re.compile(r"(?P<first>\d{1,9})(?:\s*[-–—]\s*(?P<last>\d{1,9}))?")


class Articles:
    """The pages of the article that one knowledge shows."""

    def __init__(
        self, knowledge: Knowledge, ask: Callable[[Request], Said], shown_by: str
    ) -> None:
        """`ask` answers a question; `shown_by` is the page that shows paragraphs by number."""
        self._words = ArticleWords(knowledge)
        self._ask = ask
        self._shown_by = shown_by

    def shown(self, request: Request) -> Said:
        """The whole text, or the paragraphs that the words number, as `3` and `3-5` do.

        Other words are asked as a question; what is neither is told which paragraphs there are.
        """
        asked = request.words.strip()
        if not asked:
            return remade(self._shown_by, self._words.text(request.language), request)
        numbered = _PARAGRAPHS.fullmatch(asked)
        if numbered is None and (told := answer_to_words_after(request, self._ask)):
            return told
        if numbered is not None:
            ends = (numbered["first"], numbered["last"] or numbered["first"])
            first, last = sorted(map(int, ends))
            if {first, last} <= set(self._words.numbers()):
                said = self._words.paragraphs(first, last, request.language)
                return remade(self._shown_by, said, request, about=f"{first}-{last}")
        said = self._words.which_there_are(request.language)
        return remade(self._shown_by, said, request, about=NO_PARAGRAPH)

    def sources(self, request: Request) -> Said:
        """What is known of each article."""
        return self._words.sources(request.language)
