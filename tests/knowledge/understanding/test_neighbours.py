"""What the stored wordings that are likest to a question ask for."""

from __future__ import annotations

import pytest

from knowledge.understanding.feature_rows import FeatureRows
from knowledge.understanding.neighbours import Neighbours
from knowledge.understanding.perceptron import Example

WORDINGS = [
    Example(("who", "hold", "port"), "relation|holder|ask"),
    Example(("who", "keep", "port"), "relation|holder|yes"),
    Example(("many", "ships", "lose"), "relation|losses|ask"),
    Example(("many", "crews", "lose"), "unsaid|crews|ask"),
    # So many others that no feature of those above is common.
    *(Example((f"other {number}",), "elsewhere|any|ask") for number in range(200)),
]
ROWS, _ = FeatureRows.of(sorted({f for wording in WORDINGS for f in wording.features}))
NEIGHBOURS = Neighbours.of(WORDINGS, ROWS)


def shares(*features: str) -> dict[str, float]:
    return dict(NEIGHBOURS.shares(ROWS.rows(features)))


def test_a_wording_by_itself_asks_for_what_it_asks_for() -> None:
    assert shares("many", "ships", "lose")["relation|losses"] > 0.8


def test_it_matters_little_in_what_form_it_is_asked_for() -> None:
    assert shares("who", "port") == {"relation|holder": pytest.approx(1.0)}


def test_between_two_that_are_as_like_both_have_as_much_of_a_say() -> None:
    found = shares("many", "lose")
    assert found["relation|losses"] == pytest.approx(found["unsaid|crews"])


def test_what_is_like_none_says_less() -> None:
    """Of three features, one is that of a single wording, and two are of none of its kind."""
    assert sum(shares("ships", "hold", "keep").values()) < 1


@pytest.mark.parametrize("features", [(), ("unheard of",)])
def test_what_shares_nothing_with_any_is_asked_for_by_none(features: tuple[str, ...]) -> None:
    assert shares(*features) == {}


def test_what_most_wordings_have_tells_nothing() -> None:
    every = [Example((*wording.features, "bias"), wording.label) for wording in WORDINGS]
    rows, _ = FeatureRows.of(["bias", "who"])
    assert Neighbours.of(every, rows).shares(rows.rows(["bias"])) == {}


@pytest.mark.parametrize("neighbours", [NEIGHBOURS, Neighbours.of((), FeatureRows.of(())[0])])
def test_they_come_back_from_bytes_as_they_were(neighbours: Neighbours) -> None:
    again = Neighbours.from_bytes(neighbours.to_bytes())
    assert again.to_bytes() == neighbours.to_bytes()
    assert again.labels == neighbours.labels
