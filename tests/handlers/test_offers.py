"""What people are offered to ask next leads on, and what they're offered is answered by it."""

from __future__ import annotations

from typing import cast

import pytest

from handlers.catalogues import LANGUAGES
from handlers.desk import Desk
from handlers.offers import MOST_RELATED, Offer, examples, offered, related
from handlers.request import Request
from handlers.said import Audience
from knowledge import Knowledge
from tests.invented_knowledge import FACTS, InventedKnowledge


@pytest.fixture
def small(knowledge: InventedKnowledge) -> Knowledge:
    """The invented one, as the program takes it."""
    return cast(Knowledge, knowledge)


def test_the_topic_goes_on_where_it_was_and_begins_again_at_its_end(small: Knowledge) -> None:
    storm = FACTS[4:5]
    assert [offer.key for offer in related(storm, "en", small)] == ["mast", "catch"]


def test_what_was_shown_already_is_not_offered(small: Knowledge) -> None:
    """Nor what only its companion's words would answer, and nothing without a question."""
    shown = (FACTS[2], FACTS[4])
    assert [offer.key for offer in related(shown, "en", small)] == ["mast", "harbour-held"]


def test_only_questions_written_in_the_language_are_offered(small: Knowledge) -> None:
    [first, _] = related(FACTS[:1], "uk", small)
    assert first == Offer("catch", "How many herrings? [uk]")
    assert related(FACTS[:1], "fr", small) == []


def test_an_example_is_found_by_its_words_alone(small: Knowledge) -> None:
    [first, second] = examples("en", small)
    assert offered(second.key, "en", small) == ("How many herrings?", None)
    assert first.key != second.key


@pytest.mark.parametrize("key", ["", "?", "?0", "nothing", "?deadbeef"])
def test_what_is_offered_no_more_is_no_offer(small: Knowledge, key: str) -> None:
    with pytest.raises(LookupError):
        offered(key, "en", small)


def test_an_offer_is_answered_below_its_question(desk: Desk) -> None:
    request = Request("catch", "en", Audience.PRIVATE, bot="LindenBot")
    said = desk.offered(request)
    assert said.reply.text().startswith("How many herrings?\nThe Greys claim 9,000 herrings")
    assert [fact.id for fact in said.cited] == ["catch", "caution"]
    assert desk.again(said.again, "LindenBot") == said


def test_an_example_is_asked_and_no_one_is_asked_to_send_it_to_the_editors(
    desk: Desk, small: Knowledge
) -> None:
    [first, _] = examples("en", small)
    said = desk.offered(Request(first.key, "en", Audience.PRIVATE, bot="LindenBot"))
    assert said.reply.text().startswith("Who holds Linden?\nThe Greys hold")
    assert not said.quotes_question
    assert desk.again(said.again, "LindenBot") == said


@pytest.mark.parametrize("language", LANGUAGES)
def test_asking_an_offered_question_is_answered_with_its_fact(
    real: Knowledge, language: str
) -> None:
    """Where this fails, put the question otherwise, or teach it in questions.toml."""
    offers = [fact for fact in real.facts() if language in fact.question]
    assert len(offers) > 50
    for fact in offers:
        question = fact.question[language]
        answer = real.ask(question, language=language)
        assert answer.language == language, question
        assert fact.id in {each.id for each in answer.facts}, question


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_answer_leads_on(real: Knowledge, language: str) -> None:
    for fact in real.facts():
        offers = related((fact,), language, real)
        assert len(offers) == MOST_RELATED, fact.id
        assert fact.id not in {offer.key for offer in offers}
