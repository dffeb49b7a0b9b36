"""A piece of a sentence is a name of a list, a claim, or neither."""

from __future__ import annotations

import pytest

from knowledge.understanding.pieces import Piece, joined
from tests.knowledge.understanding.small_world import read


def piece(text: str, *, contrasts: bool = False) -> Piece:
    reading = read(text)
    return Piece(reading.items, reading.mentions, contrasts)


@pytest.mark.parametrize(
    ("text", "bare"), [("Ekvik", True), ("in Ekvik", False), ("Norland", False), ("ships", False)]
)
def test_only_a_place_by_itself_is_a_name_of_a_list(text: str, bare: bool) -> None:
    assert piece(text).is_bare is bare


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("Norland took Ekvik", True),
        ("took Ekvik", True),
        ("Ekvik Norland", True),
        ("Norland 4,200", True),
        ("who took Ekvik", False),
        ("Norland says", False),
        ("Ekvik", False),
        ("4,200 ships", False),
        ("the", False),
    ],
)
def test_it_claims_something_where_something_is_done_or_two_things_are_set_together(
    text: str, claims: bool
) -> None:
    assert piece(text).is_claim is claims


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("Norland took Ekvik", "Norland"),
        ("Stenby took Ekvik", "Stenby"),
        ("Ekvik fell to Sudmark", "Sudmark"),
        ("took Ekvik", ""),
    ],
)
def test_who_acts_is_a_country_or_its_capital_and_no_place(text: str, side: str) -> None:
    assert piece(text).side == side


def test_of_its_places_the_first_or_last_is_put_into_the_place_of_another() -> None:
    whole, other = piece("Norland took Ekvik in Sandhavn"), piece("Farholm")
    first, last = whole.place(last=False), whole.place(last=True)
    assert first is not None
    assert last is not None
    assert whole.with_place(first, other) == "Norland took Farholm in Sandhavn"
    assert whole.with_place(last, other) == "Norland took Ekvik in Farholm"
    assert piece("Stenby took ships").place(last=False) is None


@pytest.mark.parametrize(
    ("text", "begins"), [("the Ekvik held", True), ("held Ekvik", False), ("2031 Ekvik", False)]
)
def test_it_begins_with_a_name_where_only_small_words_stand_before(
    text: str, begins: bool
) -> None:
    assert piece(text).begins_with_name is begins


def test_two_pieces_are_joined_with_the_names_of_both_and_the_contrast_of_the_first() -> None:
    both = joined(piece("Norland took", contrasts=True), piece("Ekvik"))
    assert (both.text, both.contrasts) == ("Norland took Ekvik", True)
    assert (both.side, both.place(last=True)) == ("Norland", 2)
