"""An article itself, and what is known of it."""

from __future__ import annotations

from collections.abc import Sequence

from handlers.catalogues import catalogue
from handlers.reply import Block, Gap, Reply, Words, bold, line, listing
from handlers.said import Said
from handlers.translations import worded
from knowledge import Article, Line


class ArticleWords:
    """Words one article."""

    def __init__(self, article: Article, command: str) -> None:
        """Shows `article`, which is shown by `command`."""
        self._article = article
        self._command = command

    def numbers(self) -> tuple[int, ...]:
        """The numbers of the article's paragraphs, in its order."""
        return tuple(each.paragraph for each in self._article.lines if each.paragraph is not None)

    def text(self, language: str) -> Said:
        """The text to the character, its paragraphs numbered, its subheads in bold."""
        return self._lines(self._article.lines, language)

    def paragraphs(self, first: int, last: int, language: str) -> Said:
        """The same of the paragraphs from `first` to `last`, which are two of `numbers` or one."""
        lines = self._article.lines
        start, end = (_place_of(each, lines) for each in (first, last))
        return self._lines(lines[start : end + 1], language)

    def which_there_are(self, language: str) -> Said:
        """Which paragraphs the article has, in a line."""
        numbers = self.numbers()
        told = catalogue(language).say(
            "The article has paragraphs {first}–{last}. /{command} shows the whole text.",
            first=numbers[0],
            last=numbers[-1],
            command=self._command,
        )
        return Said.in_a_line(told, language)

    def name(self, language: str) -> str:
        """What to call it where nothing stands before."""
        name = worded(self._article.name, language)
        return name[:1].upper() + name[1:]

    def known(self, language: str) -> list[Block]:
        """What is known of it, and what is only inferred, told apart."""
        say = catalogue(language).say
        known = [line(each) for each in worded(self._article.known, language)]
        inferred = [line(each) for each in worded(self._article.inferred, language)]
        blocks: list[Block] = [line(bold(self.name(language))), *listing(known), Gap()]
        if inferred:
            blocks += [
                line(bold(say("Only inferred, not printed in it:"))),
                *listing(inferred),
                Gap(),
            ]
        return [
            *blocks,
            line(worded(self._article.dating, language)),
            line(say("Its text: /{command}", command=self._command)),
        ]

    def _lines(self, lines: Sequence[Line], language: str) -> Said:
        blocks: list[Block] = [line(Words(self.name(language)))]
        for each in lines:
            blocks.append(Gap())
            if each.paragraph is None:
                blocks.append(line(bold(each.text)))
            else:
                blocks.append(line(bold(f"{each.paragraph} "), each.text))
        return Said(Reply(tuple(blocks)), language)


def _place_of(paragraph: int, lines: Sequence[Line]) -> int:
    return next(at for at, each in enumerate(lines) if each.paragraph == paragraph)
