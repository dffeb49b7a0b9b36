"""Checked claims, worded: that the article says so, or otherwise, or what it says of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from handlers.again import Again, again_of
from handlers.answer_words import MOST_CHARACTERS, MOST_QUOTES, AnswerWords, never_named
from handlers.buttons import under_answer
from handlers.catalogues import Catalogue, catalogue
from handlers.certainty_words import borne_out_words
from handlers.citations import Citation
from handlers.fact_words import FactWords, fitting, paragraph
from handlers.reply import Block, Line, Reply, bold, line
from handlers.said import Audience, Said
from knowledge import Answer, Exchange, Fact, Kind, Knowledge


class ClaimWords:
    """Words what one knowledge says to the claims of a message; never who made them."""

    def __init__(self, knowledge: Knowledge) -> None:
        """Looks articles, names and topics up in `knowledge`."""
        self._knowledge = knowledge
        self._answers = AnswerWords(knowledge)

    def say(
        self, answers: Sequence[Answer], audience: Audience, *, bot: str | None = None
    ) -> Said:
        """Each claim's verdict, statement and quote, within four quotes and 900 characters.

        `answers` are those of `Knowledge.check`, at least one; a no among them stands alone.
        With `bot`, a username without @, there are the buttons of the first below it.
        """
        first, *_ = answers
        kept = tuple(str(again_of(each, audience, self._knowledge)) for each in answers)
        again = str(Again(first.language, audience, claims=kept))
        if first.kind is not Kind.ANSWERED:
            # A group that argues gets a line: what is near was asked by nobody.
            bare = replace(first, near=()) if audience is Audience.GROUP else first
            return replace(self._answers.say(bare, audience, bot=bot), again=again)
        words = catalogue(first.language)
        facts = FactWords(self._knowledge, words, audience)
        openings = {
            fact.id: _opening(words, answer, fact) for answer in answers for fact in answer.facts
        }

        unnamed = [line(never_named(words, each.names)) for each in answers if each.names]

        def told(claimed: Sequence[Fact], citation: Citation) -> list[Line]:
            lines: list[Line] = []
            statements = zip(claimed, facts.told(claimed, citation), strict=True)
            for opening, both in groupby(statements, lambda both: openings[both[0].id]):
                lines += [line(bold(opening)), line(paragraph(each for _, each in both))]
            return lines

        def blocks(citations: Sequence[Citation]) -> list[Block]:
            # What travels along is shown by its quote: the claim's own statement tells of it.
            travelling = {fact.id for each in citations for fact in each.facts} - openings.keys()
            return [
                *facts.quoted(citations, told, quoted_only=travelling),
                *unnamed,
                *facts.dating(citation.source for citation in citations),
            ]

        selected = facts.select(
            [fact for answer in answers for fact in answer.facts],
            quotes=MOST_QUOTES,
            fits=fitting(blocks, MOST_CHARACTERS),
        )
        shown = tuple(fact.id for fact in selected.facts if fact.id in openings)
        return Said(
            reply=Reply(tuple(blocks(selected.citations))),
            language=first.language,
            kind=Kind.ANSWERED,
            cited=selected.facts,
            exchange=Exchange(facts=shown),
            again=again,
            buttons=()
            if bot is None
            else under_answer(first, self._knowledge, audience, bot, own_words=False),
        )

    def usage(self, language: str) -> Said:
        """One line where there's nothing to check yet."""
        say = catalogue(language).say
        told = say("Reply with /check to a message, or write after it what I'm to check.")
        return Said.in_a_line(told, language)

    def own_answer(self, language: str) -> Said:
        """One line where the message to check is the bot's own."""
        say = catalogue(language).say
        told = say("That message is mine: the quote in it is the article's own words.")
        return Said.in_a_line(told, language)

    def no_words(self, language: str) -> Said:
        """One line where the message to check has no words."""
        say = catalogue(language).say
        return Said.in_a_line(say("There are no words in that message to check."), language)


def _opening(words: Catalogue, answer: Answer, fact: Fact) -> str:
    if answer.verdict is None:
        return words.say("The article says of this:")
    return borne_out_words(words, answer.verdict, fact.certainty)
