"""An answer, worded: what the article says, or which of the three no's, or a friendly line."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from functools import partial

from handlers.again import again_of
from handlers.buttons import Action, asked_as, has, under_answer
from handlers.catalogues import Catalogue, catalogue
from handlers.certainty_words import denial_words, verdict_words
from handlers.citations import Citation
from handlers.fact_words import FactWords, Selection, first_within, fitting, told_further
from handlers.links import FACT, start_parameter
from handlers.reply import Block, Gap, Reply, Words, bold, line, listing
from handlers.said import Audience, Said
from handlers.translations import article_names, has_several, worded
from knowledge import Answer, Certainty, Exchange, Fact, Kind, Knowledge

MOST_QUOTES = 4
"""An answer that cites everything proves nothing."""
MOST_CHARACTERS = 890
"""What a phone shows without much scrolling."""
MOST_OF_SEVERAL = 1390
"""The same where several things are asked at once, each of which gets its quote."""


class AnswerWords:
    """Words the answers of one knowledge."""

    def __init__(self, knowledge: Knowledge) -> None:
        """Looks articles, names and topics up in `knowledge`."""
        self._knowledge = knowledge

    def say(
        self,
        answer: Answer,
        audience: Audience,
        *,
        bot: str | None = None,
        own_words: bool = False,
    ) -> Said:
        """The answer in its own language, within four quotes and 900 characters, 1,400 of several.

        With `bot`, a username without @, there are buttons below it, to send the question to the
        editors too where it's in the reader's `own_words`.
        """
        said = self._said(answer, audience)
        said = replace(said, again=str(again_of(answer, audience, self._knowledge)))
        if bot is None:
            return said
        buttons = under_answer(answer, self._knowledge, audience, bot, own_words=own_words)
        return replace(said, buttons=buttons, quotes_question=has(Action.SEND, buttons))

    def _said(self, answer: Answer, audience: Audience) -> Said:
        words = catalogue(answer.language)
        match answer.kind:
            case Kind.ANSWERED:
                return self._answered(answer, words, audience)
            case Kind.NOT_NAMED if answer.names:
                return self._unanswered(answer, words, audience, never_named(words, answer.names))
            case Kind.NOT_SAID if answer.of_article:
                told = words.say(
                    "What is known of the article is in /sources; its text, in /article."
                )
                no = words.say("The article doesn't say that.")
                datings = [
                    line(worded(article.dating, answer.language))
                    for article in self._knowledge.articles()
                ]
                return _plain(answer, (line(bold(no)), *datings, line(told)))
            case Kind.NOT_SAID if answer.own_word:
                no = words.say("The article says so itself, and names no source.")
                return self._unanswered(answer, words, audience, no)
            case Kind.NOT_NAMED | Kind.NOT_SAID:
                no = words.say("The article doesn't say that.")
                return self._unanswered(answer, words, audience, no)
            case Kind.OFF_TOPIC:
                return _plain(answer, (line(self.scope(words, audience)),))
            case Kind.SMALL_TALK:
                scope = self.scope(words, audience)
                friendly = f"{small_talk(words, answer.small_talk)} {scope}"
                return _plain(answer, (line(friendly),))
            case Kind.CLARIFY:
                return _plain(answer, self._options(answer, words))

    def scope(self, words: Catalogue, audience: Audience) -> str:
        """What can be asked, in a sentence or two; in a group no more than where to see it."""
        language = words.language
        say = partial(words.say, article=article_names(self._knowledge, language))
        several = has_several(self._knowledge)
        if audience is Audience.GROUP and several:
            return say("I answer from these sources only: {article}. /help lists their topics.")
        if audience is Audience.GROUP:
            return say("I answer from one source only: {article}. /help lists its topics.")
        topics = " · ".join(worded(topic.title, language) for topic in self._knowledge.topics())
        if several:
            return say(
                "I answer from these sources only: {article}. Ask me about: {topics}.",
                topics=topics,
            )
        return say(
            "I answer from one source only: {article}. Ask me about: {topics}.", topics=topics
        )

    def fact(
        self, fact: Fact, language: str, audience: Audience, *, bot: str | None = None
    ) -> Said:
        """One fact with its quote, as when its link is followed; a follow-up refers to it."""
        answer = Answer(Kind.ANSWERED, language, (fact,), exchange=Exchange(facts=(fact.id,)))
        return self.say(answer, audience, bot=bot)

    def _answered(self, answer: Answer, words: Catalogue, audience: Audience) -> Said:
        facts = FactWords(self._knowledge, words, audience)
        opening: tuple[Words, ...] = ()
        if answer.verdict is not None and answer.facts:
            worded_as = denial_words if answer.denied else verdict_words
            sure = Certainty.STATED if answer.of_saying else answer.facts[0].certainty
            verdict = worded_as(words, answer.verdict, sure)
            opening = (bold(verdict), Words(" "))
        elif answer.own_word:
            own = words.say("The article says it in its own words, naming no source:")
            opening = (bold(own), Words(" "))

        def blocks(citations: Sequence[Citation], more: Collection[str]) -> list[Block]:
            further = told_further(self._knowledge, words, more)
            return [
                *facts.answer(
                    citations, opening, quoted_only=_travelling(citations, answer.facts)
                ),
                *_rest(answer, words, is_all=not further),
                *facts.dating(citation.source for citation in citations),
                *([line(further)] if further else []),
            ]

        most = MOST_OF_SEVERAL if answer.asks_several else MOST_CHARACTERS
        # Room for the line on what is left out is kept even before it's known to be needed.
        reserve = {*answer.more, answer.facts[-1].topic}
        selected = facts.select(
            answer.facts,
            quotes=MOST_QUOTES,
            fits=fitting(lambda citations: blocks(citations, reserve), most),
        )
        more = {*answer.more, *(fact.topic for fact in selected.left_out)}
        return Said(
            reply=first_within(most, (blocks(selected.citations, rest) for rest in (more, ()))),
            language=answer.language,
            kind=answer.kind,
            cited=selected.facts,
            exchange=answer.exchange,
        )

    def _unanswered(self, answer: Answer, words: Catalogue, audience: Audience, no: str) -> Said:
        facts = FactWords(self._knowledge, words, audience)

        def blocks(citations: Sequence[Citation]) -> list[Block]:
            if not citations:
                return [line(bold(no))]
            mark = words.say("Not the answer, but what it does say nearby:")
            return [
                line(bold(no)),
                *([] if answer.own_word else [line(mark)]),
                Gap(),
                *facts.answer(citations, quoted_only=_travelling(citations, answer.near)),
                *facts.dating(citation.source for citation in citations),
            ]

        selected = (
            facts.select(answer.near, quotes=MOST_QUOTES, fits=fitting(blocks, MOST_CHARACTERS))
            if answer.near
            else Selection([], ())
        )
        return Said(
            reply=Reply(tuple(blocks(selected.citations))),
            language=answer.language,
            kind=answer.kind,
            near=selected.facts,
            exchange=answer.exchange,
        )

    def _options(self, answer: Answer, words: Catalogue) -> tuple[Block, ...]:
        return (
            line(bold(words.say("Which do you mean?"))),
            *listing(
                [
                    line(
                        Words(
                            asked_as(fact, answer.language), start=start_parameter(FACT, fact.id)
                        )
                    )
                    for fact in answer.options
                ]
            ),
        )


def _travelling(citations: Sequence[Citation], asked: Sequence[Fact]) -> frozenset[str]:
    """What is shown by its quote alone: the statement that it travels with tells of it."""
    shown = {fact.id for citation in citations for fact in citation.facts}
    return frozenset(shown - {fact.id for fact in asked})


def never_named(words: Catalogue, names: Sequence[str]) -> str:
    """That the article has none of `names`, in a sentence."""
    return words.say("The article never names {name}.", name=words.any_of(names))


def _rest(answer: Answer, words: Catalogue, *, is_all: bool) -> list[Block]:
    """What a question gets of which only a part is answered; `is_all` where the rest is told."""
    lines: list[Block] = []
    if answer.rest is not None and answer.names:
        lines.append(line(never_named(words, answer.names)))
    if answer.rest is Kind.NOT_SAID or (answer.rest is not None and not answer.names):
        rest = (
            words.say("The article doesn't say the rest of what you ask.")
            if is_all
            else words.say("The article doesn't say all of what you ask.")
        )
        lines.append(line(rest))
    return lines


def small_talk(words: Catalogue, kind: str | None) -> str:
    """A friendly word for a `kind` of small talk, as `Answer.small_talk` names it."""
    match kind:
        case "greeting":
            return words.say("Hello!")
        case "thanks":
            return words.say("You're welcome.")
        case "farewell":
            return words.say("Goodbye, and come back with any question.")
        case "identity":
            return words.say(
                "I'm a bot: I give an article's own words, and make nothing up. "
                "/article has all of them."
            )
        case "mood":
            return words.say("I'm a bot, so always the same, thank you.")
        case "praise":
            return words.say("Thank you, that's kind.")
        case "complaint":
            return words.say("I'm sorry. Try asking it another way.")
        case _:
            return words.say("I'm not much of a talker.")


def _plain(answer: Answer, blocks: tuple[Block, ...]) -> Said:
    # Small talk leaves the conversation as it was: "thanks" may be followed by "since when?".
    keep = answer.exchange if answer.kind is Kind.CLARIFY else None
    return Said(Reply(blocks), answer.language, answer.kind, answer.small_talk, exchange=keep)
