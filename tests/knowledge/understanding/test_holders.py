"""Who holds a place by a fact is a side, or anyone but a side."""

from __future__ import annotations

import pytest

from knowledge.understanding.holders import Holder, holders_of, sides_of


@pytest.mark.parametrize(
    ("written", "side", "holds"),
    [
        ("norland", "norland", True),
        ("norland", "sudmark", False),
        ("not norland", "norland", False),
        ("not norland", "sudmark", None),
    ],
)
def test_that_a_side_doesnt_hold_it_leaves_open_which_does(
    written: str, side: str, holds: bool | None
) -> None:
    assert Holder.of(written).holds(side) is holds
    assert str(Holder.of(written)) == written


def test_sides_are_those_that_hold_places_or_are_said_not_to() -> None:
    assert sides_of(holders_of(["norland", None, "not sudmark"])) == {"norland", "sudmark"}
