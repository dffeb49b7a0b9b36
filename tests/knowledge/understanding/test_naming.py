"""Whether the article names something is yes with its words, or that it never does."""

from __future__ import annotations

import pytest

from knowledge import Kind, Knowledge, Verdict
from tests.knowledge.understanding.soundness import citations


@pytest.mark.parametrize(
    ("question", "word"),
    [
        ("Does the article mention ISW?", "ISW"),
        ("is Trump in the article?", "Trump"),
        ("Does the article name the Kremlin?", "Kremlin"),
        ("Does the text mention France?", "France"),
        ("Erwähnt der Artikel Putin?", "Putin"),
        ("упоминает ли статья Трампа?", "Trump"),
        ("Чи згадує стаття Путіна?", "Putin"),
        ("Nämner artikeln Trump?", "Trump"),
    ],
)
def test_what_the_article_names_is_shown_by_a_quote_that_names_it(
    question: str, word: str, knowledge: Knowledge
) -> None:
    answer = knowledge.ask(question)
    assert answer.verdict is Verdict.YES
    assert all(word in quote for quote in citations(answer, knowledge))


@pytest.mark.parametrize(
    "question", ["is Bakhmut mentioned in the article?", "Does the article name Biden?"]
)
def test_what_it_never_names_is_said_to_be_so(question: str, knowledge: Knowledge) -> None:
    assert knowledge.ask(question).kind is Kind.NOT_NAMED


def test_what_it_says_of_a_name_is_another_question(knowledge: Knowledge) -> None:
    assert knowledge.ask("What does the article say about Putin?").verdict is None
    assert knowledge.ask("Does the article say Trump lost?").verdict is Verdict.NO


@pytest.mark.parametrize(
    "question", ["what does ISW say?", "wtf is isw", "what is said of Boden?"]
)
def test_what_is_said_of_a_name_at_large_any_fact_on_it_tells(
    question: str, knowledge: Knowledge
) -> None:
    answer = knowledge.ask(question)
    assert answer.facts
    assert {"isw", "boden"} & {*answer.facts[0].about, answer.facts[0].speaker}


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("does the article mention Kyiv?", "Kyiv"),
        ("is Moscow mentioned in the article?", "Moscow"),
        ("what did the article say about kyiv", "Kyiv"),
        ("who holds Paris?", "Paris"),
        ("wird London im Artikel erwähnt?", "London"),
    ],
)
def test_a_capital_by_its_own_name_is_not_named_though_its_state_is(
    question: str, name: str, knowledge: Knowledge
) -> None:
    answer = knowledge.ask(question)
    assert (answer.kind, answer.names) == (Kind.NOT_NAMED, (name,))


@pytest.mark.parametrize("question", ["what does Moscow say?", "did Kyiv soften its demands?"])
def test_a_capital_that_acts_is_its_state(question: str, knowledge: Knowledge) -> None:
    assert knowledge.ask(question).kind is Kind.ANSWERED
