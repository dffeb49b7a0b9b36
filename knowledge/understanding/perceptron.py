"""Learns to tell classes of questions apart.

A perceptron with a margin, averaged, in whole numbers only, so that the same wordings give the
same weights on every machine. Only building the knowledge needs it, and so numpy.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

import numpy as np
import numpy.typing as npt

from knowledge.understanding.weights import Weights

EPOCHS = 24
MARGIN = 3
"""By how much, per feature, the right class must lead in training."""
MARGIN_OF_KIN = 2
"""The same among classes that are much alike, and that it matters less to tell apart."""
MARGIN_OF_ERROR = 4
"""The same over a class that would be a wrong answer, where silence is right."""
ONE_IN_LEFT_OUT = 5
"""Each time a wording is looked at, about a fifth of its features is hidden: no single word, or
pair of words, may carry a class alone, since people leave words out too."""
RAREST = 2
"""A feature that fewer wordings have is left out."""
SILENT = ("unsaid", "smalltalk", "elsewhere", "fresh")
"""How classes begin that cite nothing of the article."""
UNIT = 2
"""What an average weight of one counts in the bytes that are kept."""
SHARPEST = 127
"""The largest weight that a byte keeps."""


@dataclass(frozen=True, slots=True)
class Example:
    """The features of one wording, and the class that it belongs to."""

    features: tuple[str, ...]
    label: str


def train(
    examples: Sequence[Example], least: int = 1, seed: int = 24, *, short: bool = False
) -> Weights:
    """Return the weights learnt from `examples`; their order and `seed` decide every bit.

    Weights smaller than `least`, of at most 127, are left out: most are, and say next to nothing.
    `short`: the examples are of a word or two, such as follow-ups; nothing of them can be hidden,
    and little be said with care.
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
    margins = _margins(labels, MARGIN if short else MARGIN_OF_ERROR)
    sums, steps = _summed(data, len(columns), margins, seed, not short)
    return Weights.of(labels, list(columns), _in_bytes(sums, steps, least))


def _summed(
    data: list[tuple[npt.NDArray[np.int64], int]],
    features: int,
    margins: npt.NDArray[np.int32],
    seed: int,
    hiding: bool,
) -> tuple[npt.NDArray[np.int64], int]:
    """Return the weights summed over all looks at a wording, and how many looks these were."""
    weights = np.zeros((features, len(margins)), dtype=np.int32)
    debts = np.zeros((features, len(margins)), dtype=np.int64)
    order = list(range(len(data)))
    shuffler = random.Random(seed)
    # The one generator of numpy's whose numbers are promised never to change.
    hider = np.random.RandomState(seed)
    sizes = [0, *accumulate(len(present) for present, _ in data)]
    step = 1
    rests = [0] * len(data)
    naps = [0] * len(data)
    kept = np.zeros(0, dtype=bool)
    for _ in range(EPOCHS):
        shuffler.shuffle(order)
        if hiding:
            kept = hider.randint(ONE_IN_LEFT_OUT, size=sizes[-1]) > 0
        for index in order:
            if naps[index]:
                naps[index] -= 1
                continue
            present, right = data[index]
            if hiding:
                present = present[kept[sizes[index] : sizes[index + 1]]]
            scores = np.add.reduce(weights.take(present, axis=0), axis=0)
            scores += margins[right] * len(present)
            rival = int(scores.argmax())
            if rival != right:
                weights[present, right] += 1
                weights[present, rival] -= 1
                debts[present, right] += step
                debts[present, rival] -= step
                rests[index] = 0
            else:
                # What is learnt well is looked at less and less often: it halves the time.
                rests[index] += 1
                naps[index] = 2 * rests[index]
            step += 1
    return weights.astype(np.int64) * step - debts, step


def _margins(labels: Sequence[str], of_error: int) -> npt.NDArray[np.int32]:
    """Return by how much each class (row) must lead each other one (column); 0 for itself."""
    groups = [label.split("|") for label in labels]
    answers = [group[0] not in SILENT for group in groups]
    kin = [
        group[:2] if answer else group[:1] for group, answer in zip(groups, answers, strict=True)
    ]
    margins = np.full((len(labels), len(labels)), MARGIN, dtype=np.int32)
    for row in range(len(labels)):
        for column in range(len(labels)):
            if row == column:
                margins[row, column] = 0
            elif kin[row] == kin[column]:
                margins[row, column] = MARGIN_OF_KIN
            elif answers[column] and not answers[row]:
                margins[row, column] = of_error
    return margins


def _in_bytes(sums: npt.NDArray[np.int64], looks: int, least: int) -> npt.NDArray[np.int8]:
    scaled = np.clip((sums * (2 * UNIT) // looks + 1) // 2, -SHARPEST, SHARPEST)
    scaled[np.abs(scaled) < least] = 0
    return np.asarray(scaled, dtype=np.int8)
