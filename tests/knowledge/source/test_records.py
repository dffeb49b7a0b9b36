"""An article says what it says in its own language and in those that it's translated into."""

from __future__ import annotations

from dataclasses import replace

import pytest

from knowledge.source import Sources
from tests.knowledge.sources import invented

ARTICLE = invented().articles[0]
GERMAN = ARTICLE.translations["de"]


def test_a_statement_and_a_question_are_those_of_the_language_or_nothing() -> None:
    fact = replace(ARTICLE.facts[0], question="What was taken?")
    assert ARTICLE.statement(fact, "en") == fact.statement
    assert ARTICLE.statement(fact, "de") == GERMAN.statements[fact.id]
    assert ARTICLE.statement(replace(fact, id="new"), "de") is None
    assert (ARTICLE.question(fact, "en"), ARTICLE.question(fact, "de")) == (
        "What was taken?",
        None,
    )
    with pytest.raises(KeyError):
        ARTICLE.statement(fact, "sv")


def test_its_own_language_comes_first_and_the_others_by_the_alphabet() -> None:
    more = replace(ARTICLE, language="sv", translations=dict.fromkeys(("uk", "de", "en"), GERMAN))
    assert more.languages == ("sv", "de", "en", "uk")
    assert more.words_in("sv") == ARTICLE.words
    assert more.words_in("uk") == GERMAN.article


def test_all_articles_together_speak_what_each_of_them_speaks() -> None:
    swedish = replace(ARTICLE, id="second", translations={"sv": GERMAN, "de": GERMAN})
    assert Sources((ARTICLE, swedish), ()).languages == ("en", "de", "sv")
    assert Sources((swedish, ARTICLE), ()).languages == ("en", "de", "sv")
    assert Sources((swedish,), ()).languages == ("en", "de", "sv")
    assert Sources((), ()).languages == ()
