"""Of a relation's facts those stand that tell what is asked, of the place that is asked about."""

from __future__ import annotations

from dataclasses import replace

import pytest

from knowledge.understanding.candidates import Candidate
from knowledge.understanding.standing import Held, Standing, cost_of
from tests.knowledge.understanding.small_world import FACTS, HOLDER, fact, lessons, read

ISLE_HELD = fact("isle-held", "Norland holds the isle.", ("isle", "norland"))
WORLD = {**FACTS, ISLE_HELD.id: ISLE_HELD}
SIDES = {"ekvik-held": "norland", "sandhavn-taken": "sudmark", "isle-held": "norland"}
TWO = HOLDER.facts
THREE = (*TWO, ISLE_HELD.id)


def standing(
    text: str, of: tuple[str, ...] = TWO, form: str = "ask"
) -> tuple[list[Held], list[str]]:
    """What stands of these facts on who holds a place, and a note on each of them."""
    # Most ask without a side, so that its name tells the facts on the sides apart.
    relation = replace(HOLDER, facts=of, symbols={**HOLDER.symbols, "hold": 200})
    known = replace(lessons(ISLE_HELD, holders=SIDES), relations={"holder": relation})
    quoted = {each: frozenset(WORLD[each].about) for each in of}
    notes: list[str] = []
    asked = Candidate("relation", "holder", form, 1.0)
    return Standing(known, WORLD, quoted).of(read(text), asked, notes), notes


def ids(found: list[Held]) -> list[str]:
    return [held.fact.id for held in found]


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("who holds Ekvik", ["ekvik-held"]),
        ("who holds Sandhavn", ["sandhavn-taken"]),
        ("who holds Ekvik and Sandhavn", ["ekvik-held", "sandhavn-taken"]),
        ("who holds Port Ekvik", []),
        ("who holds Ekvik and Port Ekvik", []),
    ],
)
def test_each_fact_answers_for_its_own_place_and_none_for_another(
    text: str, facts: list[str]
) -> None:
    assert ids(standing(text)[0]) == facts


def test_where_no_place_is_named_two_facts_stand_and_of_more_none_is_guessed() -> None:
    assert ids(standing("who holds")[0]) == list(TWO)
    assert standing("who holds", THREE)[0] == []


def test_of_facts_that_stand_those_that_leave_least_open_are_kept() -> None:
    found, notes = standing("did Sudmark hold")
    assert ids(found) == ["sandhavn-taken"]
    assert "fact: ekvik-held: dropped, leaves open: Sudmark" in notes


@pytest.mark.parametrize(
    ("text", "form", "facts"),
    [
        ("did Sudmark take Ekvik in 2030", "sudmark", ["ekvik-held"]),
        ("did Sudmark take Ekvik in 2032", "sudmark", []),
        ("did Sudmark hold Ekvik in 2030", "sudmark", []),
    ],
)
def test_what_was_not_taken_was_not_taken_in_any_year_before(
    text: str, form: str, facts: list[str]
) -> None:
    """After the last year that is printed it may have been, and before it may have been held."""
    assert ids(standing(text, form=form)[0]) == facts


def test_every_fact_has_a_note_on_why_it_stands_or_was_dropped() -> None:
    assert standing("who holds the striped Ekvik")[1] == [
        "fact: ekvik-held: kept, though it leaves open: striped",
        "fact: sandhavn-taken: dropped, it's on another place",
    ]
    refused = standing("who holds Port Ekvik")[1]
    assert refused[0].startswith("fact: ekvik-held: dropped, asks about port-ekvik")


def test_what_is_kept_costs_as_much_as_each_of_it_and_nothing_costs_nothing() -> None:
    sure, unsure = (standing(f"who holds the {word}Ekvik")[0] for word in ("", "striped "))
    assert cost_of([]) == cost_of(sure) == 0.0
    assert cost_of(unsure) == unsure[0].fit.cost > 0
