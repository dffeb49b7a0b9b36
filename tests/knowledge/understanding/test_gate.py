"""However alike they are, a fact isn't the answer if it misses what the question asks for."""

from __future__ import annotations

from dataclasses import replace

import pytest

from knowledge.understanding.gate import COSTS, HARD_ASKS, Fit, hold_against
from knowledge.understanding.lessons import Relation
from tests.knowledge.understanding.small_world import (
    EKVIK_HELD,
    HOLDER,
    SANDHAVN_TAKEN,
    SHIPS,
    SHIPS_LOST,
    fact,
    read,
)


def held_against_ships(text: str) -> Fit:
    return hold_against(read(text), SHIPS, SHIPS_LOST)


def strangers(fit: Fit) -> list[str]:
    return [item.typed for item in fit.strangers]


@pytest.mark.parametrize(
    "text",
    ["how many ships did Norland lose", "how many ships did Norland lose in 2031", "ships lost"],
)
def test_a_fact_that_tells_all_that_is_asked_stands(text: str) -> None:
    fit = held_against_ships(text)
    assert (fit.refusal, fit.cost) == ("", 0)


@pytest.mark.parametrize(
    ("text", "missed"),
    [
        ("how many ships did Norland lose at Ekvik", "ekvik"),
        ("how many ships did Norland lose at Farholm", "farholm"),
        ("how many ships did Norland lose in 2030", "2030"),
        ("when did Norland lose ships", "when"),
    ],
)
def test_another_place_year_or_question_is_refused(text: str, missed: str) -> None:
    assert missed in held_against_ships(text).refusal


def test_a_figure_in_which_the_facts_ends_is_another() -> None:
    fact = replace(SHIPS_LOST, quote="Norland lost 14,200 ships in 2031.")
    relation = replace(SHIPS, symbols={**SHIPS.symbols, "#4200": 0})
    reading = read("did Norland lose 4,200 ships")
    assert "4200" in hold_against(reading, relation, fact).refusal
    assert not hold_against(reading, relation, SHIPS_LOST).refusal


def test_a_name_that_no_article_has_is_refused_whatever_else_is_asked() -> None:
    fit = hold_against(read("who holds Ekvik and Farholm"), HOLDER, EKVIK_HELD)
    assert "no article names" in fit.refusal


@pytest.mark.parametrize(
    "text", ["when did Norland lose ships in 2030", "how many zebras did Norland lose at Farholm"]
)
def test_what_an_editor_wrote_down_so_is_held_against_the_only_fact_no_more(text: str) -> None:
    assert held_against_ships(text) != Fit("")
    assert hold_against(read(text), SHIPS, SHIPS_LOST, taught=True) == Fit("")


def test_of_several_facts_what_an_editor_wrote_down_so_means_the_one_it_names() -> None:
    reading = read("when was Ekvik held by zebras")
    assert hold_against(reading, HOLDER, EKVIK_HELD, taught=True) == Fit("")
    assert hold_against(reading, HOLDER, SANDHAVN_TAKEN, taught=True).refusal


def test_of_two_places_each_fact_answers_for_its_own() -> None:
    reading = read("who holds Ekvik and Sandhavn")
    both = ("ekvik", "sandhavn")
    assert hold_against(reading, HOLDER, EKVIK_HELD).refusal
    for each in (EKVIK_HELD, SANDHAVN_TAKEN):
        assert not hold_against(reading, HOLDER, each, others=both).refusal


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("how many crews did Norland lose", ["crews"]),
        ("how many zebras did Norland lose", ["zebras"]),
        ("how many ships did Norland take", ["take"]),
        ("how many ships did the Norland lose still", []),
    ],
)
def test_what_a_fact_leaves_open_is_told(text: str, left: list[str]) -> None:
    assert strangers(held_against_ships(text)) == left


def test_another_thing_costs_more_than_another_word_for_doing() -> None:
    """Crews aren't ships, while what befell them has many words."""
    things = held_against_ships("how many crews did Norland lose").cost
    acts = held_against_ships("how many ships did Norland take").cost
    assert things > acts > 0


def test_every_word_that_is_left_open_costs() -> None:
    one = held_against_ships("how many zebras did Norland lose").cost
    two = held_against_ships("how many striped zebras did Norland lose").cost
    assert two == 2 * one == 2 * COSTS["unknown"]


def test_why_and_when_dont_matter_where_the_question_is_mistaken() -> None:
    reading = read("when did Norland lose ships")
    assert not hold_against(reading, SHIPS, SHIPS_LOST, contrary=True).refusal
    assert "when" in HARD_ASKS


def test_who_says_it_may_be_asked_of() -> None:
    reading = read("Sudmark: how many ships did Norland lose")
    assert not hold_against(reading, SHIPS, SHIPS_LOST).refusal


WAR_BEGAN = fact("war-began", "The war began in 2031.", ("norland",), period="2031")
WHEN_BEGAN = Relation(
    "war-began", ("war-began",), {"when": 9, "take": 9, "@norland": 9}, {"when": 9, "who": 2}
)


@pytest.mark.parametrize(
    ("text", "contrary", "stands"),
    [
        ("true or false: Norland took it in 2030", True, True),
        ("true or false: Norland took it in 2030", False, False),
        ("who did Norland take in 2030", True, False),
    ],
)
def test_another_year_is_contradicted_by_a_fact_on_when_it_was(
    text: str, contrary: bool, stands: bool
) -> None:
    fit = hold_against(read(text), WHEN_BEGAN, WAR_BEGAN, contrary=contrary)
    assert (fit.refusal == "") is stands


def test_a_fact_that_prints_its_year_tells_when_though_few_ask() -> None:
    """The others are of no year that is known."""
    dated = fact("dated", "In 2031 Norland lost 4,200 ships.", ("norland",), period="2031")
    reading = read("when did Norland lose ships")
    assert not hold_against(reading, SHIPS, dated).refusal
    assert "when" in hold_against(reading, SHIPS, SHIPS_LOST).refusal


def test_a_place_that_is_put_for_another_is_met_with_the_facts_own() -> None:
    reading = read("didn't Norland lose ships at Ekvik")
    assert hold_against(reading, SHIPS, SHIPS_LOST).refusal
    assert not hold_against(reading, SHIPS, SHIPS_LOST, contrary=True).refusal


def test_of_several_places_with_a_fact_each_none_stands_for_another() -> None:
    reading = read("when did Sudmark take Sandhavn")
    assert hold_against(reading, HOLDER, EKVIK_HELD, contrary=True).refusal


def test_an_or_puts_another_name_beside_the_facts_own() -> None:
    assert not hold_against(
        read("who holds Ekvik or Sandhavn"), replace(HOLDER, facts=("ekvik-held",)), EKVIK_HELD
    ).refusal
    assert hold_against(read("who holds Sandhavn or Farholm"), HOLDER, EKVIK_HELD).refusal


@pytest.mark.parametrize(
    "text",
    [
        "how many ships did Norland lose when Sudmark took more",
        "did Norland lose ships when Sudmark took more",
    ],
)
def test_what_leads_a_clause_behind_another_question_asks_nothing(text: str) -> None:
    assert not held_against_ships(text).refusal


@pytest.mark.parametrize(
    "text",
    [
        "when did Norland lose how many ships",
        "how many ships did Norland lose and when was it",
        "how many ships did Norland lose when",
    ],
)
def test_what_asks_first_or_last_or_behind_an_and_is_asked(text: str) -> None:
    assert "when" in held_against_ships(text).refusal
