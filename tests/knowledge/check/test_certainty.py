"""A fact is as sure as its quote, and its statement says so."""

from __future__ import annotations

import pytest

from knowledge.answer import Certainty
from knowledge.check.certainty import prove_certainty
from tests.knowledge.check.islands import case, told


def problems(quote: str, statement: str, certainty: Certainty) -> str:
    altered = case("ships-lost", quote=quote, statement=statement, certainty=certainty)
    return told(prove_certainty(altered))


@pytest.mark.parametrize(
    ("words", "certainty"),
    [
        ("Norland lost ships", Certainty.STATED),
        ("Sudmark claims that Norland lost ships", Certainty.CLAIMED),
        ("Norland reportedly lost ships", Certainty.SAID_TO_BE),
        ("Sudmark estimates that Norland lost ships", Certainty.ESTIMATED),
        ("Sudmark says that Norland reportedly lost ships", Certainty.SAID_TO_BE),
    ],
)
def test_each_kind_is_told_by_its_own_words_and_hearsay_is_no_more_whoever_reports_it(
    words: str, certainty: Certainty
) -> None:
    assert problems(words, words, certainty) == ""
    for other in set(Certainty) - {certainty}:
        assert f"the fact as “{other}”" in problems(words, words, other)


def test_a_statement_may_not_be_surer_than_its_quote() -> None:
    quote, statement = "Sudmark claims that Norland lost ships", "Norland lost ships"
    found = problems(quote, statement, Certainty.CLAIMED)
    assert "the statement tells it as “stated”, the fact as “claimed”" in found
    assert "the quote tells" not in found
    assert "(by “claims”)" in problems(quote, statement, Certainty.STATED)


def test_what_would_come_of_a_condition_is_reckoned_by_who_says_it() -> None:
    quote = "If it goes on, Norland will lose ships, Sudmark says"
    statement = "Norland will lose ships if it goes on, Sudmark estimates"
    assert problems(quote, statement, Certainty.ESTIMATED) == ""
    without = "Norland will lose ships, Sudmark says"
    assert problems(without, statement, Certainty.ESTIMATED)
    unsaid = "If it goes on, Norland will lose ships"
    assert "the quote tells it as “stated”" in problems(unsaid, statement, Certainty.ESTIMATED)
