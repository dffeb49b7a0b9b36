"""Learns to tell classes of questions apart.

A perceptron with a margin, averaged, in whole numbers only, so that the same wordings give the
same weights on every machine. Only building the knowledge needs it, and so numpy.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from knowledge.understanding.weights import Weights

EPOCHS = 16
MARGIN = 3
"""By how much, per feature, the right class must lead in training."""
ONE_IN_LEFT_OUT = 5
"""Each time a wording is looked at, about a fifth of its features is hidden: no single word, or
pair of words, may carry a class alone, since people leave words out too."""
PASSES = 1
"""Learnt so many times in different orders, and added up: what is chance in one evens out."""
RAREST = 2
"""A feature that fewer wordings have is left out."""
SHARPEST = 100
"""The largest weight kept, in a byte."""


@dataclass(frozen=True, slots=True)
class Example:
    """The features of one wording, and the class that it belongs to."""

    features: tuple[str, ...]
    label: str


def train(examples: Sequence[Example], least: int = 1, seed: int = 24) -> Weights:
    """Return the weights learnt from `examples`; their order and `seed` decide every bit.

    Weights smaller than `least`, of at most 100, are left out: most are, and say next to nothing.
    """
    counts = Counter(feature for example in examples for feature in example.features)
    columns = {
        feature: index
        for index, feature in enumerate(
            sorted(feature for feature, count in counts.items() if count >= RAREST)
        )
    }
    labels = sorted({example.label for example in examples})
    rows = {label: index for index, label in enumerate(labels)}
    data = [
        (
            np.array([columns[f] for f in example.features if f in columns], dtype=np.int64),
            rows[example.label],
        )
        for example in examples
    ]
    if not examples:
        return Weights((), {})
    learnt = [_averaged(data, len(columns), len(labels), seed + turn) for turn in range(PASSES)]
    weights: npt.NDArray[np.int64] = sum(learnt[1:], learnt[0])
    return Weights.of(labels, list(columns), _in_bytes(weights, least))


def _averaged(
    data: list[tuple[npt.NDArray[np.int64], int]], features: int, classes: int, seed: int
) -> npt.NDArray[np.int64]:
    weights = np.zeros((features, classes), dtype=np.int32)
    debts = np.zeros((features, classes), dtype=np.int64)
    order = list(range(len(data)))
    shuffler = random.Random(seed)
    # The one generator of numpy's whose numbers are promised never to change.
    hider = np.random.RandomState(seed)
    step = 1
    rests = [0] * len(data)
    naps = [0] * len(data)
    for _ in range(EPOCHS):
        shuffler.shuffle(order)
        for index in order:
            if naps[index]:
                naps[index] -= 1
                continue
            everything, right = data[index]
            present = everything[hider.randint(ONE_IN_LEFT_OUT, size=len(everything)) > 0]
            scores = weights[present].sum(axis=0, dtype=np.int32)
            threshold = scores[right] - MARGIN * len(present)
            scores[right] = np.iinfo(np.int32).min
            rival = int(scores.argmax())
            if scores[rival] > threshold:
                weights[present, right] += 1
                weights[present, rival] -= 1
                debts[present, right] += step
                debts[present, rival] -= step
                rests[index] = 0
            else:
                # What is learnt well is looked at less and less often: it halves the time.
                rests[index] += 1
                naps[index] = rests[index]
            step += 1
    return weights.astype(np.int64) * step - debts


def _in_bytes(weights: npt.NDArray[np.int64], least: int) -> npt.NDArray[np.int8]:
    largest = int(np.abs(weights).max()) or 1
    scaled = (weights * (2 * SHARPEST) // largest + 1) // 2
    scaled[np.abs(scaled) < least] = 0
    return np.asarray(scaled, dtype=np.int8)
