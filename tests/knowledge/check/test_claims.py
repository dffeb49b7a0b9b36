"""Who says it, and what to be careful of, is told with a claim."""

from __future__ import annotations

from dataclasses import replace

import pytest

from knowledge.check import check
from knowledge.check.claims import prove_cautions, prove_claim
from knowledge.model import Line
from tests.knowledge.check.islands import article, case, fact, told
from tests.knowledge.sources import (
    with_fact,
)

ATTRIBUTED = "Norland has no ships left in May."


@pytest.mark.parametrize(
    ("before", "cut_off"),
    [
        ("According to Sudmark, ", True),
        ("Sudmark claims that ", True),
        ("The captains, too, have said ", True),
        ("Sudmark said it in a hurry, and ", False),
        ("The news came from Sudmark. ", False),
        ("After the battle, as the ships from Sudmark saw, ", False),
        ("", False),
    ],
)
def test_a_quote_that_begins_behind_who_says_it_is_told(before: str, cut_off: bool) -> None:
    quote = ATTRIBUTED
    line = Line(before + quote, 3)
    spoilt = replace(
        article(), text=article().text + line.text, lines=(*article().lines, line), translations={}
    )
    without = replace(
        fact("no-harbours"), statement=quote, quote=quote, stands_for={}, about=("norland",)
    )
    problems = [p for p in check(with_fact(spoilt, without)) if "leaves out who says it" in p.what]
    assert bool(problems) == cut_off


@pytest.mark.parametrize(
    ("quote", "says", "told_of"),
    [
        ("Sudmark has claimed that Norland lost ships", "sudmark", ""),
        ("Norland lost ships, according to Sudmark", "sudmark", ""),
        ("Sudmark has claimed that Norland lost ships", "norland", "in the quote it's sudmark"),
        ("Norland lost ships, according to Sudmark", "norland", "in the quote it's sudmark"),
        ("Norland lost ships to Sudmark", "sudmark", ""),
        ("Norland lost ships", "sudmark", "in the quote it's nobody"),
    ],
)
def test_who_says_it_is_who_stands_by_the_word_for_saying(
    quote: str, says: str, told_of: str
) -> None:
    """Where no such word stands, anybody whom the quote names."""
    statement = "Sudmark claims that Norland lost ships."
    proved = told(prove_claim(case("ships-lost", quote=quote, statement=statement, says=says)))
    assert (told_of in proved) if told_of else proved == ""


def test_who_says_it_is_named_by_the_statement() -> None:
    proved = told(prove_claim(case("ships-lost", statement="Norland lost ships.")))
    assert "the statement doesn't name sudmark, who says it" in proved


@pytest.mark.parametrize("says", ["sudmark", None])
def test_a_claim_has_a_speaker_and_what_is_none_has_no_word_for_saying(says: str | None) -> None:
    claim = told(prove_claim(case("ships-lost", says=says)))
    assert ("a claim without who says it" in claim) is (says is None)
    said = "Sudmark says that no harbours were taken by Norland."
    proved = told(prove_claim(case("no-harbours", statement=said)))
    assert "somebody says it, the quote doesn't" in proved


def test_a_caution_travels_with_what_it_is_about_and_is_said_of_it() -> None:
    assert told(prove_cautions(case("ships-lost"))) == ""
    alone = told(prove_cautions(case("ships-lost", companions=())))
    assert "its caution is missing: it speaks of what ships-caution cautions about" in alone
    bare = told(prove_cautions(case("ships-lost", statement="Sudmark claims 900 ships.")))
    assert "the statement leaves out the caution that belongs to its figure" in bare


def test_a_caution_says_of_what_it_warns_and_a_fact_may_have_one_of_its_own() -> None:
    forgetful = told(prove_cautions(case("ships-caution", cautions=(), caution_words={})))
    assert "the fact doesn't say of what" in forgetful
    own = {"en": ("no period",)}
    silent = told(prove_cautions(case("no-harbours", caution_words=own)))
    assert "leaves out the caution" in silent
    said = "No harbours were taken by Norland; there's no period."
    assert told(prove_cautions(case("no-harbours", caution_words=own, statement=said))) == ""
