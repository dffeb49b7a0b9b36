"""The caption of a picture: its facts with quotes, as many as fit; and the same in words alone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from handlers.catalogues import Catalogue, catalogue
from handlers.citations import Citation
from handlers.fact_words import FactWords, fitting
from handlers.reply import Block, Gap, Line, Reply, bold, line
from handlers.said import Audience, Said
from handlers.translations import worded
from knowledge import Exchange, Fact, Knowledge, Picture

CAPTION_CHARACTERS = 1024
"""UTF-16 units that Telegram takes below a picture once the markup is parsed."""
PAGE_CHARACTERS = 3500
"""A page of words leaves room in one message of 4,096."""
MOST_QUOTES = 30
"""A quote and its link are two marked spans each, of the hundred that a message may have."""
IN_WORDS = "_words"
"""What follows a picture's command for the whole in words, such as /map_words."""
_WORD = re.compile(r"\w+")


class PictureWords:
    """Words the pictures of one knowledge."""

    def __init__(self, knowledge: Knowledge) -> None:
        """Looks the facts of pictures up in `knowledge`."""
        self._knowledge = knowledge

    def description(self, picture: Picture, language: str) -> str:
        """The title as a menu has it: its capital is lowered, but not a name's or a German noun's.

        Which words are written small, the topics' descriptions tell.
        """
        title = worded(picture.title, language)
        small = title[:1].lower() + title[1:]
        described = (worded(topic.description, language) for topic in self._knowledge.topics())
        written = {word for each in described for word in _WORD.findall(each)}
        return small if written.intersection(_WORD.findall(small)[:1]) else title

    def caption(self, picture: Picture, command: str, language: str, audience: Audience) -> Said:
        """The picture, with as much of it in words as a caption holds.

        `command` is the one that shows the picture. A group is told where the rest is; in private
        that's to follow.
        """
        said = self._said(picture, language, audience, CAPTION_CHARACTERS, command + IN_WORDS)
        # The first fact is always told, however long it is; then the words are worth more.
        fits = said.reply.length() <= CAPTION_CHARACTERS
        return replace(said, picture=picture.id) if fits else said

    def in_words(
        self,
        picture: Picture,
        language: str,
        audience: Audience,
        *,
        before: tuple[Fact, ...] = (),
    ) -> Said:
        """All that the picture shows, without it, but for the facts told just `before`."""
        return self._said(picture, language, audience, PAGE_CHARACTERS, before=before)

    def _said(
        self,
        picture: Picture,
        language: str,
        audience: Audience,
        limit: int,
        in_words: str | None = None,
        before: tuple[Fact, ...] = (),
    ) -> Said:
        words = catalogue(language)
        facts = FactWords(self._knowledge, words, audience, dated_below=True)
        head = line(bold(worded(picture.title, language)))
        shown = [
            fact
            for each in picture.facts
            if (fact := self._knowledge.fact(each)) is not None and fact not in before
        ]
        topic = None if picture.topic is None else self._knowledge.topic(picture.topic)
        whole = shown if topic is None else topic.facts

        def blocks(citations: Sequence[Citation]) -> list[Block]:
            told = [fact for each in citations for fact in each.facts]
            # What travels with a fact is shown by its quote: the fact's statement tells of it.
            travelling = {fact.id for fact in told} - set(picture.facts)
            page = [head, Gap(), *facts.answer(citations, quoted_only=travelling)]
            page += facts.dating(told) or [Gap()]
            rest = any(fact not in told for fact in whole)
            if in_words is not None and (audience is Audience.GROUP or not rest):
                page.append(_way_to_words(words, in_words, rest=rest))
            return page

        selected = facts.select(shown, quotes=MOST_QUOTES, fits=fitting(blocks, limit))
        return Said(
            Reply(tuple(blocks(selected.citations))),
            language,
            cited=selected.facts,
            exchange=Exchange(facts=tuple(fact.id for fact in selected.facts[:1])),
        )


def _way_to_words(words: Catalogue, command: str, *, rest: bool) -> Line:
    # Telegram has no field for what a picture shows: who can't see it is told where to read.
    if rest:
        return line(words.say("The rest, and all of it in words: /{command}", command=command))
    return line(words.say("All of it in words: /{command}", command=command))
