"""Who lists places of a kind claims of each what is claimed of them all."""

from __future__ import annotations

import pytest

from knowledge.understanding.listings import enumerated, has_noun, leads_in
from knowledge.understanding.pieces import Piece
from tests.knowledge.understanding.small_world import read

COUNTING = frozenset(("many", "several"))
LEADING = frozenset(("like", "such as", "in the"))


def piece(text: str, *, listing: int = 0, contrasts: bool = False) -> Piece:
    reading = read(text)
    return Piece(reading.items[listing:], reading.mentions, contrasts, listing)


def claims(*pieces: Piece) -> list[str]:
    return [each.text for each in enumerated(pieces, COUNTING)]


@pytest.mark.parametrize(
    ("pieces", "told"),
    [
        (
            [piece("Sudmark took several towns"), piece("like Ekvik", listing=1)],
            ["Sudmark took several towns", "Sudmark took Ekvik"],
        ),
        (
            [
                piece("Sudmark took many towns"),
                piece("like Ekvik", listing=1),
                piece("Sandhavn"),
            ],
            ["Sudmark took many towns", "Sudmark took Ekvik", "Sudmark took Sandhavn"],
        ),
        (
            [piece("several towns"), piece("like Ekvik", listing=1), piece("Sandhavn were taken")],
            ["several towns were taken", "Ekvik were taken", "Sandhavn were taken"],
        ),
    ],
)
def test_a_claim_is_made_of_all_of_them_and_of_each(pieces: list[Piece], told: list[str]) -> None:
    assert claims(*pieces) == told


@pytest.mark.parametrize(
    "pieces",
    [
        [piece("Sudmark took no towns"), piece("like Ekvik", listing=1)],
        [piece("Sudmark took several ships"), piece("like Ekvik", listing=1)],
        [piece("Sudmark took several towns"), piece("like Norland", listing=1)],
        [piece("several towns"), piece("like Ekvik", listing=1)],
        [piece("Sudmark took several towns"), piece("Ekvik fell")],
    ],
    ids=["denied", "no towns", "no place", "no claim", "no list"],
)
def test_what_cannot_be_told_of_each_stays_as_it_is(pieces: list[Piece]) -> None:
    assert enumerated(pieces, COUNTING) == pieces


def test_a_new_claim_ends_the_list() -> None:
    told = claims(
        piece("Sudmark took several towns"),
        piece("like Ekvik", listing=1),
        piece("Norland took Sandhavn"),
    )
    assert told == ["Sudmark took several towns", "Sudmark took Ekvik", "Norland took Sandhavn"]


def test_what_was_done_in_a_year_is_told_of_each_without_it_and_what_was_not_with_it() -> None:
    """It may have been done in another."""
    ekvik = piece("like Ekvik", listing=1)
    assert claims(piece("in 2031 Sudmark took several towns"), ekvik)[1] == "Sudmark took Ekvik"
    denied = claims(piece("in 2031 Sudmark didn't take several towns"), ekvik)
    assert denied[1] == "in 2031 Sudmark didn't take Ekvik"


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("like Ekvik", 1),
        ("in the Ekvik", 2),
        ("like no Ekvik", 0),
        ("in the Norland", 0),
        ("like Farholm", 1),
        ("like Norland", 0),
        ("like sailors fought", 0),
        ("like not Ekvik", 0),
        ("Ekvik", 0),
    ],
)
def test_words_lead_in_a_list_where_a_place_follows_them(text: str, length: int) -> None:
    assert leads_in(read(text).items, 0, LEADING) == length


@pytest.mark.parametrize(("text", "noun"), [("several towns", True), ("several ships", False)])
def test_only_of_towns_or_regions_places_can_be_listed(text: str, noun: bool) -> None:
    assert has_noun(read(text).items) is noun
