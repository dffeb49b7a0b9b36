"""Learnt weights: which features speak for which class, and how strongly."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

import numpy as np
import numpy.typing as npt

CLASS = np.dtype("<u2")
WEIGHT = np.dtype("i1")


@dataclass(frozen=True, slots=True, eq=False)
class Weights:
    """For each feature, the classes that it speaks for or against, with weights of -127 to 127.

    They lie end to end: hundreds of classes are summed up for a hundred features in no time.
    """

    labels: tuple[str, ...]
    features: Mapping[str, int]
    """By feature: its number."""
    bounds: npt.NDArray[np.int64]
    """By number: where its classes and their weights begin; last, where all of them end."""
    classes: npt.NDArray[np.uint16]
    values: npt.NDArray[np.int8]

    @classmethod
    def of(
        cls, labels: Sequence[str], features: Sequence[str], matrix: npt.NDArray[np.int8]
    ) -> Weights:
        """Take the weights that aren't 0 out of `matrix` (features × labels)."""
        sizes = np.count_nonzero(matrix, axis=1).tolist()
        kept = [feature for feature, size in zip(features, sizes, strict=True) if size]
        classes = matrix.nonzero()[1].astype(CLASS)
        return cls._end_to_end(
            labels, kept, list(filter(None, sizes)), classes, matrix[matrix != 0]
        )

    @classmethod
    def none(cls, labels: Sequence[str] = ()) -> Weights:
        """Return the weights that nothing teaches."""
        return cls._end_to_end(labels, (), (), np.zeros(0, CLASS), np.zeros(0, WEIGHT))

    @classmethod
    def _end_to_end(
        cls,
        labels: Sequence[str],
        features: Sequence[str],
        sizes: Sequence[int],
        classes: npt.NDArray[np.uint16],
        values: npt.NDArray[np.int8],
    ) -> Weights:
        numbers = {feature: number for number, feature in enumerate(features)}
        bounds = np.fromiter(accumulate(sizes, initial=0), np.int64)
        return cls(tuple(labels), numbers, bounds, classes, values)

    def scores(self, features: Sequence[str]) -> npt.NDArray[np.float64]:
        """Return the sum of the weights of `features`, a whole number, by class."""
        found = map(self.features.get, features)
        numbers = [number for number in found if number is not None]
        if not numbers:
            return np.zeros(len(self.labels))
        rows = np.array(numbers)
        starts = self.bounds[rows]
        sizes = self.bounds[rows + 1] - starts
        ends = sizes.cumsum()
        here = np.arange(ends[-1]) + np.repeat(starts - ends + sizes, sizes)
        sums = np.bincount(self.classes[here], self.values[here], len(self.labels))
        return sums.astype(np.float64)

    def to_bytes(self) -> bytes:
        """Return the weights as a text table and two arrays, one after the other."""
        sizes = np.diff(self.bounds).tolist()
        head = json.dumps(
            {"labels": self.labels, "features": list(self.features), "sizes": sizes},
            ensure_ascii=False,
            separators=(",", ":"),
        ).encode()
        size = len(head).to_bytes(4, "little")
        return size + head + self.classes.tobytes() + self.values.tobytes()

    @classmethod
    def from_bytes(cls, content: bytes) -> Weights:
        """Read what `to_bytes` wrote."""
        size = 4 + int.from_bytes(content[:4], "little")
        head = json.loads(content[4:size])
        total = sum(head["sizes"])
        # Copied, lest the text before them be kept as well.
        classes = np.frombuffer(content, CLASS, total, size).copy()
        values = np.frombuffer(content, WEIGHT, total, size + total * CLASS.itemsize).copy()
        return cls._end_to_end(head["labels"], head["features"], head["sizes"], classes, values)
