"""A statement takes its words, names and negations from its quote, and turns nothing round."""

from __future__ import annotations

import pytest

from knowledge.check.wording import prove_wording
from tests.knowledge.check.islands import case, told

QUOTE = "Norland attacked Sudmark in May, but no harbours fell"


def problems(statement: str, quote: str = QUOTE, **changed: object) -> str:
    given = {"companions": (), "stands_for": {}} | changed
    return told(prove_wording(case("ships-lost", quote=quote, statement=statement, **given)))


@pytest.mark.parametrize(
    "statement",
    [
        "Norland attacked Sudmark in May, but no harbours fell.",
        "Norland attacks Sudmark, but no harbours fall in May.",
        "In May Norland attacked Sudmark: no harbours fell.",
    ],
)
def test_the_quotes_words_in_other_forms_and_an_other_order_pass(statement: str) -> None:
    assert problems(statement) == ""


@pytest.mark.parametrize(
    ("statement", "told_of"),
    [
        ("Norland attacked Ekvik, but no harbours fell.", "names ekvik, which its quote doesn't"),
        ("Norland and Norland attacked, no harbours fell.", "names norland 2 times, its quotes 1"),
        ("Norland attacked in June, but no harbours fell.", "“June” isn't in the quote"),
        ("Sudmark attacked Norland, but no harbours fell.", "in this order, not norland, sudmark"),
        ("Norland attacked Sudmark in May.", "has 0 negations (no, not …), its quote 1"),
        ("No islands fell.", "denies “harbours”, which the statement leaves out"),
        ("Norland bombed Sudmark, but no harbours fell.", "“bombed” isn't a word of the quote"),
        ("Norland “raided” Sudmark, but no harbours fell.", "quotes “raided”, which isn't in"),
        ("IT attacked, but no harbours fell.", ""),
        ("Norland attacked, IT said no harbours fell.", "“IT” isn't a word of the quote"),
    ],
)
def test_what_the_quote_does_not_bear_out_is_told(statement: str, told_of: str) -> None:
    assert told_of in problems(statement)


def test_who_is_denied_something_is_who_is_denied_it_in_the_quote() -> None:
    quote = "Norland softened its demands, Sudmark did not"
    assert problems("Norland softened its demands, Sudmark did not.", quote) == ""
    turned = problems("Norland did not soften its demands, Sudmark did.", quote)
    assert "the statement's negation stands by norland, the quote's by sudmark" in turned


def test_words_that_are_owned_pass_but_never_a_figure() -> None:
    own = ("raided", "13")
    assert problems("Norland raided Sudmark; no harbours fell.", own_words=own) == ""
    assert "“13”" in problems("Norland raided 13 times; no harbours fell.", own_words=own)


def test_another_order_of_who_acts_passes_where_it_is_confirmed() -> None:
    statement = "Sudmark was attacked by Norland, but no harbours fell."
    assert "in this order" in problems(statement)
    confirmed = problems(statement, order=("sudmark", "norland"), own_words=("was", "by"))
    assert "in this order" not in confirmed


def test_a_word_that_must_be_kept_is_missed() -> None:
    quote = "Norland took only islands"
    assert "the quote's “only” is missing" in problems("Norland took islands.", quote)
