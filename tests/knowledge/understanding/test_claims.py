"""Yes and no are said where a quote settles it, and nowhere else."""

from __future__ import annotations

import pytest

from knowledge.answer import Fact, Verdict
from knowledge.understanding.claims import (
    LEAST_HOLDER_LEAD,
    LEAST_PREMISE_LEAD,
    is_contrary,
    is_open,
    signature,
    verdict_on,
)
from tests.knowledge.understanding.small_world import (
    EKVIK_HELD,
    SANDHAVN_TAKEN,
    SHIPS_LOST,
    fact,
    lessons,
    read,
)

HOLDERS = {"ekvik-held": "norland", "sandhavn-taken": "sudmark", "dunes-denied": "not sudmark"}
DENIED = fact("dunes-denied", "Sudmark doesn't hold the dunes.")
SURE = 9.0
YES, NO = Verdict.YES, Verdict.NO


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("did Norland lose 4,200 ships", "yes"),
        ("did Norland lose 9,000 ships", NO),
        ("Norland lost forty thousand ships", NO),
        ("Norland lost more than 4,000 ships", YES),
        ("Norland lost more than 5,000 ships", NO),
        ("Norland lost fewer than 5,000 ships", YES),
        ("Norland lost fewer than 4,000 ships", NO),
        ("Norland lost about 4,100 ships", None),
        ("how many more than 5,000 ships did Norland lose", None),
        ("did Norland lose 9,000 ships and 8,000 vessels", None),
        ("did Norland lose ships in 1999", None),
        ("did Norland lose 12 ships", None),
    ],
)
def test_a_figure_is_met_with_the_articles(text: str, verdict: Verdict | None) -> None:
    assert verdict_on(read(text), "ask", 0.0, [SHIPS_LOST], lessons()) == verdict


def test_where_facts_have_two_figures_none_is_compared() -> None:
    other = fact("more", "Norland lost 5,100 ships.")
    reading = read("did Norland lose 9,000 ships")
    assert verdict_on(reading, "ask", 0.0, [SHIPS_LOST, other], lessons()) is None


@pytest.mark.parametrize(
    ("claimed", "facts", "verdict"),
    [
        ("norland", [EKVIK_HELD], YES),
        ("sudmark", [EKVIK_HELD], NO),
        ("sudmark", [SANDHAVN_TAKEN], YES),
        ("sudmark", [DENIED], NO),
        ("norland", [DENIED], None),
        ("norland", [SHIPS_LOST], None),
        ("norland", [EKVIK_HELD, SANDHAVN_TAKEN], None),
        ("sudmark", [SANDHAVN_TAKEN, SANDHAVN_TAKEN], YES),
    ],
)
def test_who_holds_a_place_settles_who_is_claimed_to(
    claimed: str, facts: list[Fact], verdict: Verdict | None
) -> None:
    reading = read("true or false: they hold it")
    assert verdict_on(reading, claimed, SURE, facts, lessons(holders=HOLDERS)) == verdict


def test_a_claim_that_may_be_another_gets_no_verdict() -> None:
    reading = read("true or false: they hold it")
    unsure = LEAST_HOLDER_LEAD - 0.01
    assert verdict_on(reading, "norland", unsure, [EKVIK_HELD], lessons(holders=HOLDERS)) is None


def test_an_open_question_is_never_answered_yes() -> None:
    reading = read("when did Norland take it")
    told = lessons(holders=HOLDERS)
    assert verdict_on(reading, "norland", SURE, [EKVIK_HELD], told) is None
    other = read("when did Sudmark take it")
    assert verdict_on(other, "sudmark", SURE, [EKVIK_HELD], told) is NO
    assert verdict_on(reading, "sudmark", SURE, [EKVIK_HELD], told) is None, "it names the other"


def test_what_an_open_question_takes_for_granted_may_be_denied() -> None:
    reading = read("when did Norland lose ships")
    assert verdict_on(reading, "no", SURE, [SHIPS_LOST], lessons()) is NO
    assert verdict_on(reading, "no", LEAST_PREMISE_LEAD - 0.01, [SHIPS_LOST], lessons()) is None
    assert verdict_on(reading, "ask", SURE, [SHIPS_LOST], lessons()) is None


@pytest.mark.parametrize("kept", ["yes", "no"])
def test_a_claim_that_an_editor_wrote_down_has_their_verdict(kept: str) -> None:
    claims = {"ships-lost": {signature(read("did Norland lose ships")): kept}}
    told = lessons(claims=claims)
    same = read("Did the Norland lose, still, ships?")
    assert verdict_on(same, "ask", SURE, [SHIPS_LOST], told) == kept
    assert verdict_on(same, kept, SURE, [SHIPS_LOST], told) == kept
    contrary = "no" if kept == "yes" else "yes"
    assert verdict_on(same, contrary, SURE, [SHIPS_LOST], told) is None, "what was learnt differs"
    another = read("did Norland lose crews")
    assert verdict_on(another, "ask", SURE, [SHIPS_LOST], told) is None


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("did Norland lose the ships", "ships Norland lose", True),
        ("did Norland lose ships", "did Sudmark lose ships", False),
        ("did Norland lose ships", "did Norland lose 12 ships", False),
        ("did Norland lose ships", "did Norland lose more than ships", False),
    ],
)
def test_a_signature_has_what_carries_meaning(one: str, other: str, same: bool) -> None:
    assert (signature(read(one)) == signature(read(other))) is same


@pytest.mark.parametrize(
    ("text", "open_"),
    [
        ("who holds Ekvik", True),
        ("how many ships", True),
        ("is Ekvik held", False),
        ("true or false: Norland holds Ekvik", False),
    ],
)
def test_a_question_that_asks_who_or_when_is_open(text: str, open_: bool) -> None:
    assert is_open(read(text)) is open_


@pytest.mark.parametrize(
    ("form", "holder", "contrary"),
    [
        ("ask", "norland", False),
        ("yes", None, False),
        ("no", None, True),
        ("norland", "norland", False),
        ("sudmark", "norland", True),
        ("sudmark", "not sudmark", True),
        ("sudmark", None, False),
    ],
)
def test_a_question_is_contrary_where_the_fact_denies_it(
    form: str, holder: str | None, contrary: bool
) -> None:
    assert is_contrary(form, holder) is contrary
