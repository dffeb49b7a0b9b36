"""It learns, always the same, and keeps what it learnt."""

from __future__ import annotations

import random
from collections.abc import Mapping

import numpy as np
import pytest

from knowledge.understanding import perceptron
from knowledge.understanding.perceptron import SHARPEST, Example, train
from knowledge.understanding.weights import Weights

STRONG = 4


def lessons(count: int = 120, seed: int = 5) -> list[Example]:
    """Questions on holding and on losing, of words some of which say nothing."""
    chance = random.Random(seed)
    words = {"holder": ("who", "hold", "keep"), "losses": ("many", "lose", "ships")}
    examples = []
    for number in range(count):
        label = ("holder", "losses")[number % 2]
        told = chance.sample(words[label], 2) + chance.sample(("the", "did", "in", "now"), 2)
        examples.append(Example(tuple(told), label))
    return examples


def likeliest(weights: Weights, *features: str) -> str:
    return weights.labels[int(weights.scores(features).argmax())]


def weights_of(labels: tuple[str, ...], rows: Mapping[str, tuple[int, ...]]) -> Weights:
    return Weights.of(labels, list(rows), np.array(list(rows.values()), dtype=np.int8))


@pytest.mark.parametrize(
    ("features", "label"),
    [
        (("who", "hold"), "holder"),
        (("keep", "the", "in"), "holder"),
        (("many", "ships", "did"), "losses"),
        (("lose", "zebras"), "losses"),
    ],
)
def test_it_tells_apart_what_it_was_taught(features: tuple[str, ...], label: str) -> None:
    assert likeliest(train(lessons()), *features) == label


def test_it_learns_what_only_two_words_together_tell() -> None:
    """Neither word alone tells the class; the pair of them, a feature of its own, does."""
    rows = [("a", "b", "even"), ("a", "d", "odd"), ("c", "d", "even"), ("c", "b", "odd")]
    examples = [Example((x, y, f"{x} & {y}"), label) for x, y, label in rows * 10]
    weights = train(examples)
    assert [likeliest(weights, x, y, f"{x} & {y}") for x, y, _ in rows] == [r[2] for r in rows]


def test_the_same_examples_give_the_same_bytes() -> None:
    assert train(lessons()).to_bytes() == train(lessons()).to_bytes()


def test_sums_that_need_more_bits_give_the_same_weights(monkeypatch: pytest.MonkeyPatch) -> None:
    narrow = train(lessons()).to_bytes()
    monkeypatch.setattr(perceptron, "MOST_IN_16_BITS", 0)
    assert train(lessons()).to_bytes() == narrow


def test_another_seed_gives_other_weights_that_say_the_same() -> None:
    other = train(lessons(), seed=25)
    assert likeliest(other, "who", "hold") == "holder"
    assert likeliest(other, "lose", "ships") == "losses"


def test_a_feature_of_a_single_wording_is_left_out() -> None:
    examples = [*lessons(), Example(("who", "unheard-of"), "losses")]
    assert not len(train(examples).features.rows(["unheard-of"]))


def test_of_features_that_are_all_rare_nothing_is_learnt() -> None:
    weights = train([Example(("who",), "holder"), Example(("many",), "losses")])
    assert weights.to_bytes() == Weights.none(("holder", "losses")).to_bytes()


def test_weights_fit_into_a_byte_and_small_ones_are_left_out() -> None:
    all_of_them = train(lessons())
    strong = train(lessons(), least=STRONG)
    assert all(STRONG <= abs(weight) <= SHARPEST for weight in strong.by_class.values)
    assert 0 < len(strong.by_class.values) < len(all_of_them.by_class.values)


def test_of_nothing_nothing_is_learnt() -> None:
    assert train([]).to_bytes() == Weights.none().to_bytes()
