"""What was learnt comes back from knowledge.db as it was, and says on what it looks back."""

from __future__ import annotations

from dataclasses import replace

import pytest

from knowledge.understanding.lessons import Lessons, as_json
from knowledge.understanding.perceptron import Example, train
from tests.knowledge.understanding.small_world import FACTS, lessons

TAUGHT = replace(
    lessons(
        holders={"ekvik-held": "norland", "sandhavn-taken": "not norland"},
        claims={"ekvik-held": {"ab12": "yes"}},
        weights=train([Example(("who", "hold"), "relation|holder|ask")] * 4),
        verdict_weights=train([Example(("who",), "yes"), Example(("why",), "no")] * 4),
    ),
    near={"crews": ("ships-lost", "ekvik-held")},
    answers={"crews": "which"},
    small_talk={"hi": "greeting"},
    taught={"k1": "relation|holder|ask", "k2": "relation|holder|ask", "k3": "unsaid|crews|ask"},
    vocabulary={"en": frozenset({"harbou", "pier"})},
    spellings={"en": ("ships", "vessel")},
)


def test_all_of_it_comes_back_from_bytes_as_it_was() -> None:
    again = Lessons.from_bytes(TAUGHT.to_bytes())
    numbers = ("weights", "neighbours", "spelling_weights", "follow_weights", "verdict_weights")
    for name in Lessons.__slots__:
        if name not in numbers:
            assert getattr(again, name) == getattr(TAUGHT, name), name
    assert again.to_bytes() == TAUGHT.to_bytes()
    assert again.weights.scores(["who"]).tolist() == TAUGHT.weights.scores(["who"]).tolist()
    assert again.verdict_weights.labels == ("no", "yes")
    assert again.tellings.keys() == FACTS.keys()


def test_the_same_content_gives_the_same_bytes_in_whatever_order_it_was_learnt() -> None:
    turned = replace(TAUGHT, taught=dict(sorted(TAUGHT.taught.items(), reverse=True)))
    assert turned.to_bytes() == TAUGHT.to_bytes()
    assert as_json({"місто": [1, 2]}) == '{"місто":[1,2]}'.encode()


@pytest.mark.parametrize(("years", "back"), [([2031.0], True), ([2030, 2032], False), ([], True)])
def test_it_looks_back_on_all_years_up_to_the_last_that_is_printed(
    years: list[float], back: bool
) -> None:
    """The 4,200 that are printed as well are no year."""
    assert lessons().looks_back_on(years) is back


def test_where_no_year_is_printed_it_looks_back_on_any() -> None:
    assert replace(lessons(), figures=frozenset({12.0, 4200.0})).looks_back_on([3000])


def test_the_sides_are_those_who_hold_or_are_said_not_to() -> None:
    assert TAUGHT.sides == {"norland"}
    assert lessons(holders={"ekvik-held": "norland", "x": "not sudmark"}).sides == {
        "norland",
        "sudmark",
    }
