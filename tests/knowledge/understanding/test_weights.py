"""Weights are kept in few bytes, and say of a question what each of its features speaks for."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pytest

from knowledge.understanding.weights import Weights


def weights_of(labels: tuple[str, ...], rows: Mapping[str, tuple[int, ...]]) -> Weights:
    return Weights.of(labels, list(rows), np.array(list(rows.values()), dtype=np.int8))


@pytest.mark.parametrize(
    "weights",
    [
        Weights.none(),
        weights_of(("один", "två"), {"ключ & слово": (-127, 127), "^ x": (0, 1), "rare": (0, 0)}),
    ],
)
def test_weights_come_back_from_bytes_as_they_were(weights: Weights) -> None:
    again = Weights.from_bytes(weights.to_bytes())
    assert again.to_bytes() == weights.to_bytes()
    features = ["who", "hold", "ключ & слово", "^ x", "rare", "unheard-of"]
    assert again.scores(features).tolist() == weights.scores(features).tolist()


def test_scores_are_sums_over_the_features_that_are_known() -> None:
    weights = weights_of(("x", "y"), {"a": (5, -2), "b": (0, 7)})
    assert weights.scores(["a", "b", "never seen"]).tolist() == [5, 5]
    assert weights.scores([]).tolist() == [0, 0]


def test_a_feature_that_speaks_for_nothing_takes_no_room() -> None:
    weights = weights_of(("x", "y"), {"a": (5, -2), "silent": (0, 0)})
    assert weights.to_bytes() == weights_of(("x", "y"), {"a": (5, -2)}).to_bytes()


def test_of_weights_that_nothing_teaches_every_class_has_a_score() -> None:
    assert Weights.none(("x", "y")).scores(["a"]).tolist() == [0, 0]
