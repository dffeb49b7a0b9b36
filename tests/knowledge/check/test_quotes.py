"""A quote stands in one line, to the character and in whole words; each sentence is quoted."""

from __future__ import annotations

from dataclasses import replace

import pytest

from knowledge.check.quotes import prove_quote, prove_sentences
from knowledge.model import Line
from knowledge.source import ArticleSource
from tests.knowledge.check.islands import article, case, fact, told

WHOLE = fact("ships-lost").quote


def problems(quote: str, **changed: object) -> str:
    return told(prove_quote(case("ships-lost", quote=quote, stands_for={}, **changed)))


def test_a_part_of_a_line_in_whole_words_is_a_quote() -> None:
    for quote in (WHOLE, "Norland lost 900 ships in May", "– more than half of the fleet"):
        assert problems(quote) == ""


@pytest.mark.parametrize(
    ("quote", "told_of"),
    [
        ("Norland lost 901 ships", "isn't in article.md to the character"),
        ("norland lost 900 ships", "isn't in article.md to the character"),
        ("Sudmark", "stands in 2 lines of article.md"),
        ("orland lost 900 ships", "begins or ends within a word"),
        ("Norland lost 900 ship", "begins or ends within a word"),
        (" Norland lost 900 ships", "begins or ends with white space"),
    ],
)
def test_what_is_none_is_told(quote: str, told_of: str) -> None:
    assert told_of in problems(quote)


@pytest.mark.parametrize(
    ("quote", "whole"), [("lost 1", False), ("234 ships", False), ("lost 1,234 ships", True)]
)
def test_a_part_of_a_figure_is_no_whole_word(quote: str, whole: bool) -> None:
    grown = replace(article(), lines=(Line("Norland lost 1,234 ships.", 1),), translations={})
    altered = replace(case("ships-lost", quote=quote, stands_for={}), article=grown)
    assert (told(prove_quote(altered)) == "") is whole


def test_words_stand_for_a_name_that_their_paragraph_or_the_one_before_has() -> None:
    """And they must be the quote's."""

    def stands_for(words: str, name: str) -> str:
        return told(prove_quote(case("ships-lost", stands_for={words: name})))

    assert stands_for("according to them", "sudmark") == ""
    assert stands_for("according to them", "ekvik") == "", "the paragraph before names it"
    assert "isn't in the quote" in stands_for("by whom", "sudmark")
    assert "neither that paragraph" in stands_for("according to them", "farholm")


def quoting(quote: str) -> ArticleSource:
    """The article, of whose sentence on ships a fact quotes this."""
    facts = tuple(replace(f, quote=quote) if f.id == "ships-lost" else f for f in article().facts)
    return replace(article(), facts=facts)


def test_a_sentence_is_told_where_facts_quote_half_of_it() -> None:
    half = WHOLE[: WHOLE.index(" – ")]
    assert told(prove_sentences(quoting(half))) == ""
    assert "no fact quotes the sentence “Sudmark has claimed" in told(
        prove_sentences(quoting("Norland lost 900 ships"))
    )


def test_while_a_quote_is_wrong_nothing_is_said_of_sentences() -> None:
    assert told(prove_sentences(quoting("Norland won"))) == ""
