"""Learnt weights: which features speak for which class, and how strongly."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from knowledge.understanding.feature_rows import FeatureRows
from knowledge.understanding.sparse_rows import SparseRows, Sums


@dataclass(frozen=True, slots=True, eq=False)
class Weights:
    """For each feature, the classes that it speaks for or against, with weights of -127 to 127."""

    labels: tuple[str, ...]
    features: FeatureRows
    by_class: SparseRows
    """By feature."""

    @classmethod
    def of(
        cls, labels: Sequence[str], features: Sequence[str], matrix: npt.NDArray[np.int8]
    ) -> Weights:
        """Take the weights that aren't 0 out of `matrix` (features × labels)."""
        kept = np.flatnonzero(np.count_nonzero(matrix, axis=1))
        rows, order = FeatureRows.of([features[number] for number in kept.tolist()])
        ordered = matrix[kept[order]]
        sizes = np.count_nonzero(ordered, axis=1)
        by_class = SparseRows.of(sizes, ordered.nonzero()[1], ordered[ordered != 0])
        return cls(tuple(labels), rows, by_class)

    @classmethod
    def none(cls, labels: Sequence[str] = ()) -> Weights:
        """Return the weights that nothing teaches."""
        return cls.of(labels, (), np.zeros((0, len(labels)), np.int8))

    def scores(self, features: Sequence[str]) -> Sums:
        """Return the sum of the weights of `features`, a whole number, by class."""
        return self.sums(self.features.rows(features))

    def sums(self, rows: npt.NDArray[np.int64]) -> Sums:
        """Return the same of the features that have these `rows`."""
        return self.by_class.sums(rows, len(self.labels))

    def to_bytes(self) -> bytes:
        """Return the labels, the features and the weights, one after the other."""
        head = json.dumps(
            {"labels": self.labels, "features": len(self.features)},
            ensure_ascii=False,
            separators=(",", ":"),
        ).encode()
        size = len(head).to_bytes(4, "little")
        return size + head + self.features.to_bytes() + self.by_class.to_bytes()

    @classmethod
    def from_bytes(cls, content: bytes) -> Weights:
        """Read what `to_bytes` wrote."""
        at = 4 + int.from_bytes(content[:4], "little")
        head = json.loads(content[4:at])
        features = FeatureRows.from_bytes(content, at, head["features"])
        by_class = SparseRows.from_bytes(content, at + features.checksums.nbytes)
        return cls(tuple(head["labels"]), features, by_class)
