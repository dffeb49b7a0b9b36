"""What an article warns of never leaves without the warning beside it, whatever tells of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import cycle, permutations, product
from pathlib import Path

import pytest

from handlers.addressing import Bot
from handlers.answer_words import AnswerWords
from handlers.cards import Card, Cards, Typed
from handlers.catalogues import LANGUAGES
from handlers.claim_words import ClaimWords
from handlers.desk import Desk
from handlers.fact_words import statement
from handlers.posting import Posting
from handlers.reply import Quote, Reply, line
from handlers.request import Request
from handlers.said import Audience, Said
from handlers.translations import worded
from knowledge import Answer, Fact, Kind, Knowledge, Verdict
from knowledge.source import FactSource, read_article
from state.database import StateDatabase
from state.file_ids import FileIds

BOT = Bot(1, "LindenBot", inline=True)
ARTICLES = Path(__file__).parents[2] / "articles"
SOURCES = [read_article(folder) for folder in ARTICLES.iterdir() if folder.is_dir()]
WARNINGS = [
    (article.language, fact) for article in SOURCES for fact in article.facts if fact.cautions
]
"""Each with the language of the words that it warns of."""
VERDICTS = (None, *Verdict)
EVERYWHERE = pytest.mark.parametrize(
    ("language", "audience"), list(product(LANGUAGES, Audience)), ids=str
)
_BETWEEN_DIGITS = re.compile(r"(?<=\d)[\s.,\u00a0\u202f](?=\d)")


def plain(text: str) -> str:
    """The text with figures as one run of digits, however a language writes them."""
    return _BETWEEN_DIGITS.sub("", text).casefold()


def warned_of(text: str, language: str, written_in: str, warning: FactSource) -> bool:
    """Whether the text tells what `warning` is about; a figure does so in any language."""
    told = [words for words in warning.cautions if re.search(r"\d", words)]
    if language == written_in:
        told = [*warning.cautions]
    return any(plain(words) in plain(text) for words in told)


def warns(text: str, language: str, written_in: str, warning: FactSource) -> bool:
    """Whether the text says the caution, in our words or in the article's."""
    words = (*warning.caution_words[language], *warning.caution_words[written_in])
    return any(each.casefold() in text.casefold() for each in words)


def bare(said: Said, knowledge: Knowledge) -> list[str]:
    """What of a reply or its buttons tells something of which it doesn't warn.

    Our words must warn in the same line; an article's, anywhere in the reply, as it stands in the
    article itself. A question tells nothing.
    """
    articles = [each.text for article in knowledge.articles() for each in article.lines]
    shown = [(block.plain, isinstance(block, Quote)) for block in said.reply.blocks]
    shown += [(button.label, False) for row in said.buttons for button in row]
    told = [(text, quoted) for text, quoted in shown if not text.endswith("?")]
    whole = "\n".join(text for text, _ in told)
    found: list[str] = []
    for text, quoted in told:
        printed = quoted or any(words in text for words in articles)
        for written_in, warning in WARNINGS:
            of = said.language, written_in, warning
            if warned_of(text, *of) and not warns(whole if printed else text, *of):
                found.append(text)
    return found


def warned_facts(knowledge: Knowledge) -> list[Fact]:
    """The facts that tell what an article warns of, and the warnings."""
    ids = {warning.id for _, warning in WARNINGS}
    return [fact for fact in knowledge.facts() if ids.intersection((fact.id, *fact.companions))]


def lists(knowledge: Knowledge) -> Iterator[tuple[Fact, ...]]:
    """Each fact alone, and each pair with one that tells what an article warns of."""
    for fact in knowledge.facts():
        yield (fact,)
        for other in warned_facts(knowledge):
            if other is not fact:
                yield from ((fact, other), (other, fact))
    yield tuple(warned_facts(knowledge))


def cards(knowledge: Knowledge, language: str, tmp_path: Path) -> Iterator[Card]:
    """What is offered for nothing typed, for a topic's command and for what facts answer."""
    desk = Desk(knowledge)
    offered = Cards(desk, Posting(desk, FileIds(StateDatabase(tmp_path / "state.db"))))
    typed = ["", *(topic.command for topic in knowledge.topics())]
    typed += [worded(fact.question, language) for fact in knowledge.facts() if fact.question]
    for words in typed:
        yield from offered.choice(Typed(words, language, BOT)).cards


def test_the_article_warns_of_something(real: Knowledge) -> None:
    assert WARNINGS
    assert len(warned_facts(real)) > len(WARNINGS)


@EVERYWHERE
def test_no_page_tells_it_without(real: Knowledge, language: str, audience: Audience) -> None:
    desk = Desk(real)
    asked = [(command.name, "") for command in desk.commands]
    asked += [("start", f"f_{fact.id}") for fact in real.facts()]
    asked += [("start", f"place_{name.id}") for name in real.names()]
    asked += [("place", ", ".join(worded(name.usual, language) for name in real.names()))]
    for (command, words), bot in product(asked, (None, BOT.username)):
        said = desk.commands.run(command, Request(words, language, audience, bot=bot))
        for message in (said, said.then):
            assert message is None or bare(message, real) == [], (command, words)


@EVERYWHERE
def test_no_answer_tells_it_without(real: Knowledge, language: str, audience: Audience) -> None:
    words = AnswerWords(real)
    for facts, verdict in zip(lists(real), cycle(VERDICTS), strict=False):
        answer = Answer(Kind.ANSWERED, language, facts, verdict=verdict, more=(facts[-1].topic,))
        said = words.say(answer, audience, bot=BOT.username)
        assert bare(said, real) == [], [fact.id for fact in facts]


@EVERYWHERE
def test_nothing_near_and_no_choice_tells_it_without(
    real: Knowledge, language: str, audience: Audience
) -> None:
    words = AnswerWords(real)
    for facts in lists(real):
        for answer in (
            Answer(Kind.NOT_SAID, language, near=facts),
            Answer(Kind.CLARIFY, language, options=facts),
        ):
            said = words.say(answer, audience, bot=BOT.username)
            assert bare(said, real) == [], [fact.id for fact in facts]


@EVERYWHERE
def test_no_checked_claim_tells_it_without(
    real: Knowledge, language: str, audience: Audience
) -> None:
    words = ClaimWords(real)
    for facts in permutations(warned_facts(real), 2):
        for verdicts in product(VERDICTS, repeat=2):
            answers = [
                Answer(Kind.ANSWERED, language, (fact,), verdict=verdict)
                for fact, verdict in zip(facts, verdicts, strict=True)
            ]
            assert bare(words.say(answers, audience), real) == [], [fact.id for fact in facts]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_card_tells_it_without(real: Knowledge, language: str, tmp_path: Path) -> None:
    """Title and description are seen together, and what a card posts by itself."""
    for card in cards(real, language, tmp_path):
        label = Said(Reply((line(f"{card.title} {card.description}"),)), card.said.language)
        assert bare(label, real) == [], card.id
        assert bare(card.said, real) == [], card.id


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_card_tells_a_fact_to_its_end(real: Knowledge, language: str, tmp_path: Path) -> None:
    """So that a caution of its own, such as that a figure has no period, isn't cut off."""
    shown = {card.id: card for card in cards(real, language, tmp_path)}
    for fact in real.facts():
        card = shown.get(f"f_{fact.id}")
        if card is None:
            continue
        told = statement(fact, card.said.language)
        if card.title != told:
            assert told.endswith(card.description.lstrip("…")), card


@pytest.mark.parametrize("language", LANGUAGES)
def test_who_cannot_see_a_picture_is_told_it_with_its_caution(
    real: Knowledge, language: str
) -> None:
    for picture in real.pictures():
        told = worded(picture.alternative, language)
        assert bare(Said(Reply((line(told),)), language), real) == [], picture.id
