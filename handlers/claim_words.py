"""Checked claims, worded: that the article says so, or otherwise, or what it says of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import groupby

from handlers.again import Again, again_of
from handlers.answer_words import (
    MOST_CHARACTERS,
    MOST_OF_SEVERAL,
    MOST_QUOTES,
    AnswerWords,
    never_named,
)
from handlers.buttons import under_answer
from handlers.catalogues import Catalogue, catalogue
from handlers.certainty_words import borne_out_words
from handlers.citations import Citation
from handlers.fact_words import FactWords, first_within, fitting, paragraph
from handlers.reply import Block, Gap, Line, bold, line, shortened
from handlers.said import Audience, Said
from knowledge import Answer, Exchange, Fact, Kind, Knowledge

LONGEST_CLAIM = 60
"""Characters of a claim that tell which one is meant, on two lines of a phone."""
MOST_LEFT = 4
"""Claims that weren't checked, to be quoted so that they can be checked by themselves."""


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

        `answers` are those of `Knowledge.check`, at least one. Of several, in 1,400 characters,
        each stands below the claim's own words, as far as these are still known. With `bot`, a
        username without @, there are the buttons of the first below it.
        """
        first, *others = answers
        kept = tuple(str(again_of(each, audience, self._knowledge)) for each in answers)
        again = str(Again(first.language, audience, claims=kept))
        several = bool(others) or first.unchecked or _is_of_several_unnamed(first)
        if first.kind is not Kind.ANSWERED and not several:
            # A group that argues gets a line: what is near was asked by nobody.
            bare = replace(first, near=()) if audience is Audience.GROUP else first
            return replace(self._answers.say(bare, audience, bot=bot), again=again)
        if not several:
            # There's no doubt which claim is meant.
            answers = (replace(first, claims=()),)
        words = catalogue(first.language)
        facts = FactWords(self._knowledge, words, audience)
        answer_to = _answers_by_fact(answers)
        openings = {
            fact.id: _opening(words, answer_to[fact.id], fact)
            for answer in answers
            for fact in answer.facts
        }

        def told(stated: Sequence[Fact], citation: Citation) -> list[Line]:
            lines: list[Line] = []
            statements = zip(stated, facts.told(stated, citation), strict=True)
            for opening, both in groupby(statements, lambda both: openings[both[0].id]):
                alike, statements_alike = zip(*both, strict=True)
                claims = (claim for fact in alike for claim in answer_to[fact.id].claims)
                lines += _below(words, claims, opening, paragraph(statements_alike))
            return lines

        def blocks(
            citations: Sequence[Citation],
            *,
            unchecked: bool = several,
            left: Sequence[str] = (),
        ) -> list[Block]:
            # What travels along is shown by its quote: the claim's own statement tells of it.
            travelling = {fact.id for each in citations for fact in each.facts} - openings.keys()
            dating = facts.dating(citation.source for citation in citations)
            return [
                *facts.quoted(citations, told, quoted_only=travelling),
                *_unsaid(words, answers),
                *_unnamed(words, answers),
                *(_not_all(words, left) if unchecked else []),
                *(dating if citations else ()),
            ]

        selected = facts.select(
            [fact for answer in answers for fact in answer.facts],
            quotes=MOST_QUOTES,
            # Room for the line on what is left out is kept even before it's known to be needed.
            fits=fitting(blocks, MOST_OF_SEVERAL if several else MOST_CHARACTERS),
        )
        shown = tuple(fact.id for fact in selected.facts if fact.id in openings)
        left_out = [
            answer
            for answer in answers
            if answer.facts and {fact.id for fact in answer.facts}.isdisjoint(shown)
        ]
        unchecked = bool(left_out) or any(answer.unchecked for answer in answers)
        left = dict.fromkeys(claim for answer in left_out for claim in answer.claims)
        left |= dict.fromkeys(claim for answer in answers for claim in answer.unchecked_claims)
        return Said(
            reply=first_within(
                MOST_OF_SEVERAL if several else MOST_CHARACTERS,
                (
                    blocks(selected.citations, unchecked=unchecked, left=tuple(left)[:most])
                    for most in range(MOST_LEFT, -1, -1)
                ),
            ),
            language=first.language,
            kind=first.kind,
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


def _answers_by_fact(answers: Sequence[Answer]) -> dict[str, Answer]:
    """The answer that each fact is told for, by the fact's id: of several, one with a verdict."""
    answer_to: dict[str, Answer] = {}
    for answer in sorted(answers, key=lambda answer: answer.verdict is None):
        for fact in answer.facts:
            answer_to.setdefault(fact.id, answer)
    return answer_to


def _opening(words: Catalogue, answer: Answer, fact: Fact) -> str:
    if answer.verdict is None:
        return words.say("The article says of this:")
    return borne_out_words(words, answer.verdict, fact.certainty)


def _below(words: Catalogue, claims: Iterable[str], opening: str, told: str) -> list[Line]:
    """A verdict and what is told, below the claims, if their words are still known."""
    quoted = _quoted(words, claims)
    if not quoted:
        return [line(bold(opening)), line(told)]
    return [*quoted, line(bold(opening), " ", told)]


def _unsaid(words: Catalogue, answers: Sequence[Answer]) -> list[Block]:
    """The claims on which the article says nothing, and that it doesn't."""
    unsaid = [
        answer for answer in answers if answer.kind is Kind.NOT_SAID or _is_forgotten(answer)
    ]
    if not unsaid:
        return []
    others = len(answers) > len(unsaid)
    quoted = _quoted(words, (claim for answer in unsaid for claim in answer.claims))
    if others and not quoted:
        return [line(words.say("The article doesn't say more of it."))]
    no = line(bold(words.say("The article doesn't say that.")))
    return [*([Gap()] if others else []), *quoted, no]


def _unnamed(words: Catalogue, answers: Sequence[Answer]) -> list[Block]:
    """What the article never names, below the claims that are on it where these are others."""
    blocks: list[Block] = []
    for answer in answers:
        if not answer.names:
            continue
        apart = answer.kind is Kind.NOT_NAMED
        quoted = _quoted(words, answer.claims) if apart else []
        no = never_named(words, answer.names)
        if quoted and len(answers) > 1:
            blocks.append(Gap())
        blocks += [*quoted, line(bold(no) if apart else no)]
    return blocks


def _is_of_several_unnamed(answer: Answer) -> bool:
    return answer.kind is Kind.NOT_NAMED and len(answer.claims) > 1


def _is_forgotten(answer: Answer) -> bool:
    """Whether it was on names that nothing is known of, once it's made anew."""
    return answer.kind is Kind.NOT_NAMED and not answer.names


def _quoted(words: Catalogue, claims: Iterable[str]) -> list[Line]:
    shown = dict.fromkeys(shortened(claim, LONGEST_CLAIM) for claim in claims)
    return [line(words.say("“{claim}”", claim=claim)) for claim in shown]


def _not_all(words: Catalogue, left: Sequence[str]) -> list[Block]:
    """That more was claimed, below the claims that were `left`."""
    quoted = _quoted(words, left)
    gap = [Gap()] if quoted else []
    told = words.say("Not all of it is checked here: have the rest checked by itself.")
    return [*gap, *quoted, line(told)]
