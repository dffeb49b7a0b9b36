"""A follow-up is understood from the fact before it, and a question of its own stays one."""

from __future__ import annotations

import pytest

from knowledge.answer import Fact
from knowledge.understanding.following import (
    FRESH,
    Told,
    follow_features,
    guess,
    subjects,
)
from knowledge.understanding.perceptron import Example, train
from knowledge.understanding.weights import Weights
from tests.knowledge.understanding.small_world import (
    EKVIK_HELD,
    SANDHAVN_TAKEN,
    SHIPS_LOST,
    read,
)

AFTER_HOLDER = Told("ekvik-held", "islands", "holder", ("ekvik", "norland"))
AFTER_SHIPS = Told("ships-lost", "ships", "ships", ("norland",))
TAUGHT = [
    (AFTER_HOLDER, "and Sandhavn", "holder"),
    (AFTER_HOLDER, "since when", "holder-when"),
    (AFTER_SHIPS, "since when", "ships-when"),
    (AFTER_SHIPS, "and crews", "crews"),
    (AFTER_HOLDER, "how many ships did Norland lose", FRESH),
    (AFTER_SHIPS, "who holds Ekvik", FRESH),
]


@pytest.fixture(scope="module")
def weights() -> Weights:
    examples = [
        Example(tuple(follow_features(read(text), told)), target) for told, text, target in TAUGHT
    ]
    return train(examples * 6)


@pytest.mark.parametrize(("told", "text", "target"), TAUGHT)
def test_it_means_what_was_taught(told: Told, text: str, target: str, weights: Weights) -> None:
    found = guess(read(text), told, weights)
    assert found.target == target
    assert found.lead > 0


def test_the_same_words_mean_something_else_after_another_fact(weights: Weights) -> None:
    after = {told.id: guess(read("when"), told, weights).target for told, _, _ in TAUGHT}
    assert after == {"ekvik-held": "holder-when", "ships-lost": "ships-when"}


def test_it_matters_whether_the_place_is_the_one_that_was_told_of() -> None:
    same = follow_features(read("and Ekvik?"), AFTER_HOLDER)
    other = follow_features(read("and Sandhavn?"), AFTER_HOLDER)
    assert "names what was told" in same
    assert "names another" in other


def test_features_are_listed_once_and_always_in_the_same_order() -> None:
    found = follow_features(read("and and Sandhavn?"), AFTER_HOLDER)
    assert found == follow_features(read("and and Sandhavn?"), AFTER_HOLDER)
    assert len(found) == len(set(found))


@pytest.mark.parametrize(
    ("text", "previous", "candidates", "kept"),
    [
        ("and Sandhavn?", [EKVIK_HELD], [EKVIK_HELD, SANDHAVN_TAKEN], ("sandhavn-taken",)),
        ("still?", [EKVIK_HELD], [EKVIK_HELD, SANDHAVN_TAKEN], ("ekvik-held",)),
        ("and Port Ekvik?", [EKVIK_HELD], [EKVIK_HELD, SANDHAVN_TAKEN], ()),
        ("why?", [EKVIK_HELD], [SHIPS_LOST], ("ships-lost",)),
        ("why?", [EKVIK_HELD], [], ()),
    ],
)
def test_it_is_on_the_place_named_else_on_the_one_before(
    text: str, previous: list[Fact], candidates: list[Fact], kept: tuple[str, ...]
) -> None:
    found = subjects(read(text), previous, candidates)
    assert tuple(fact.id for fact in found) == kept
