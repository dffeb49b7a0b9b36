"""Learns to tell classes of questions apart.

A perceptron with a margin, averaged, in whole numbers only, so that the same wordings give the
same weights on every machine. Only building the knowledge needs it.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate, count

import numpy as np
import numpy.typing as npt

from knowledge.understanding.weights import Weights

Numbers = npt.NDArray[np.int64]
Matrix = npt.NDArray[np.int16] | npt.NDArray[np.int32]
"""Features × classes."""

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
MOST_IN_16_BITS = 2**14
"""The largest score after an epoch, at half of what they hold; weights go on in 32 beyond it."""


@dataclass(frozen=True, slots=True)
class Example:
    """The features of one wording, each once, and the class that it belongs to."""

    features: tuple[str, ...]
    label: str


def train(
    examples: Sequence[Example],
    least: int = 1,
    seed: int = 24,
    *,
    short: bool = False,
    epochs: int = EPOCHS,
) -> Weights:
    """Return the weights learnt from `examples`; their order and `seed` decide every bit.

    Weights smaller than `least`, of at most 127, are left out: most are, and say next to nothing.
    `short`: the examples are of a word or two, such as follow-ups; nothing of them can be hidden,
    and little be said with care. All are looked at up to `epochs` times.
    """
    if not examples:
        return Weights.none()
    labels = sorted({example.label for example in examples})
    features, lessons = _in_numbers(examples, labels)
    margins = _margins(labels, MARGIN if short else MARGIN_OF_ERROR)
    weights, debts, looks = _learnt(
        lessons, len(features), margins, seed, epochs, hiding=not short
    )
    return Weights.of(labels, features, _in_bytes(weights, debts, looks, least))


@dataclass(frozen=True, slots=True)
class _Lessons:
    """The examples in numbers."""

    features: Numbers
    """Of every example, one after the other."""
    bounds: Numbers
    """Where the features of each example begin, and where those of the last end."""
    classes: Numbers


def _in_numbers(examples: Sequence[Example], labels: Sequence[str]) -> tuple[list[str], _Lessons]:
    """Return the features that aren't too rare, in order, and `examples` with no others."""
    numbers: dict[str, int] = defaultdict(count().__next__)
    found = np.array(
        [numbers[f] for example in examples for f in example.features], dtype=np.int64
    )
    often = (np.bincount(found, minlength=len(numbers)) >= RAREST).tolist()
    features = sorted(feature for feature, number in numbers.items() if often[number])
    columns = np.full(len(numbers), -1)
    columns[[numbers[feature] for feature in features]] = range(len(features))
    present = columns[found]
    bounds = np.fromiter(accumulate((len(e.features) for e in examples), initial=0), np.int64)
    rows = {label: row for row, label in enumerate(labels)}
    return features, _Lessons(
        present[present >= 0],
        _bounds_within(present >= 0, bounds),
        np.array([rows[example.label] for example in examples]),
    )


def _bounds_within(kept: npt.NDArray[np.bool_], bounds: Numbers) -> Numbers:
    """Return where `bounds` are among those that are `kept`."""
    return np.concatenate(([0], kept.cumsum()))[bounds]


def _learnt(
    lessons: _Lessons,
    features: int,
    margins: npt.NDArray[np.int16],
    seed: int,
    epochs: int,
    *,
    hiding: bool,
) -> tuple[Matrix, Numbers, int]:
    """Return the last weights, their debts, and how many looks at an example they're learnt from.

    A weight times all looks, less its debt, is the sum of what it was over all looks.
    """
    weights: Matrix = np.zeros((features, len(margins)), dtype=np.int16)
    debts = np.zeros(weights.shape, dtype=np.int64)
    order = list(range(len(lessons.classes)))
    shuffler = random.Random(seed)
    # The one generator of numpy's whose numbers are promised never to change.
    hider = np.random.RandomState(seed)
    present, bounds = lessons.features, lessons.bounds
    longest = int(np.diff(bounds).max())
    rests, wakes = np.zeros((2, len(order)), dtype=np.int64)
    looks = 1
    for epoch in range(epochs):
        shuffler.shuffle(order)
        if hiding:
            kept = hider.randint(ONE_IN_LEFT_OUT, size=len(lessons.features)) > 0
            present = lessons.features[kept]
            bounds = _bounds_within(kept, lessons.bounds)
        awake = np.array(order)
        awake = awake[wakes[awake] <= epoch]
        starts, ends, rights = bounds[awake], bounds[awake + 1], lessons.classes[awake]
        seen = zip(starts.tolist(), ends.tolist(), rights.tolist(), strict=True)
        slips, rivals, moved = _correct(weights, margins, present, seen)
        sizes = (ends - starts)[slips]
        since = np.repeat(slips + looks, sizes)
        cells = moved * len(margins)
        np.add.at(debts.reshape(-1), cells + np.repeat(rights[slips], sizes), since)
        np.subtract.at(debts.reshape(-1), cells + np.repeat(rivals, sizes), since)
        looks += len(awake)
        # What is learnt well is looked at less and less often: it halves the time.
        rests[awake] += 1
        rests[awake[slips]] = 0
        wakes[awake] = epoch + 1 + 2 * rests[awake]
        largest = max(int(weights.max(initial=0)), -int(weights.min(initial=0)))
        if largest * longest > MOST_IN_16_BITS:
            weights = weights.astype(np.int32)
    return weights, debts, looks


def _correct(
    weights: Matrix,
    margins: npt.NDArray[np.int16],
    present: Numbers,
    seen: Iterable[tuple[int, int, int]],
) -> tuple[Numbers, Numbers, Numbers]:
    """Move `weights` wherever a class leads that isn't right, or doesn't lead by its margin.

    `seen` are the looks, in order: where an example's features begin and end in `present`, and
    its class. Returns at which looks it was so, which class led there, and the features of each.
    """
    of_class = list(weights.T)
    leads = list(margins)
    slips: list[int] = []
    rivals: list[int] = []
    moved = [present[:0]]
    for look, (start, end, right) in enumerate(seen):
        features = present[start:end]
        scores = np.add.reduce(weights.take(features, axis=0), axis=0, dtype=weights.dtype)
        scores += leads[right] * (end - start)
        rival = int(scores.argmax())
        if rival != right:
            of_class[right][features] += 1
            of_class[rival][features] -= 1
            slips.append(look)
            rivals.append(rival)
            moved.append(features)
    return (
        np.array(slips, dtype=np.int64),
        np.array(rivals, dtype=np.int64),
        np.concatenate(moved),
    )


def _margins(labels: Sequence[str], of_error: int) -> npt.NDArray[np.int16]:
    """Return by how much each class (row) must lead each other one (column); 0 for itself."""
    groups = [label.split("|") for label in labels]
    answers = [group[0] not in SILENT for group in groups]
    kin = [
        group[:2] if answer else group[:1] for group, answer in zip(groups, answers, strict=True)
    ]
    margins = np.full((len(labels), len(labels)), MARGIN, dtype=np.int16)
    for row in range(len(labels)):
        for column in range(len(labels)):
            if row == column:
                margins[row, column] = 0
            elif kin[row] == kin[column]:
                margins[row, column] = MARGIN_OF_KIN
            elif answers[column] and not answers[row]:
                margins[row, column] = of_error
    return margins


def _in_bytes(weights: Matrix, debts: Numbers, looks: int, least: int) -> npt.NDArray[np.int8]:
    """Return the average weights, as bytes, of what `_learnt` returns."""
    moved = ((weights != 0) | (debts != 0)).nonzero()
    sums = weights[moved].astype(np.int64) * looks - debts[moved]
    scaled = np.clip((sums * (2 * UNIT) // looks + 1) // 2, -SHARPEST, SHARPEST)
    scaled[np.abs(scaled) < least] = 0
    averages = np.zeros(weights.shape, dtype=np.int8)
    averages[moved] = scaled
    return averages
