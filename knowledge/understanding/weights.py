"""Learnt weights: which features speak for which class, and how strongly."""

from __future__ import annotations

import json
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt


@dataclass(frozen=True, slots=True)
class Weights:
    """For each feature, the classes that it speaks for or against, with weights of -127 to 127."""

    labels: tuple[str, ...]
    rows: dict[str, tuple[tuple[int, int], ...]]

    @classmethod
    def of(
        cls, labels: Sequence[str], features: Sequence[str], matrix: npt.NDArray[np.int8]
    ) -> Weights:
        """Take the weights that aren't 0 out of `matrix` (features × labels)."""
        pairs = list(zip(matrix.nonzero()[1].tolist(), matrix[matrix != 0].tolist(), strict=True))
        ends = [0, *(matrix != 0).sum(axis=1).cumsum().tolist()]
        rows = {
            feature: tuple(pairs[start:end])
            for feature, (start, end) in zip(features, pairwise(ends), strict=True)
            if end > start
        }
        return cls(tuple(labels), rows)

    def scores(self, features: Sequence[str]) -> list[int]:
        """Return the sum of the weights of `features`, by class."""
        totals = [0] * len(self.labels)
        rows = self.rows
        for feature in features:
            for label, weight in rows.get(feature, ()):
                totals[label] += weight
        return totals

    def to_bytes(self) -> bytes:
        """Return the weights as a text table and two arrays, one after the other."""
        names = list(self.rows)
        head = json.dumps(
            {
                "labels": self.labels,
                "features": names,
                "sizes": [len(self.rows[n]) for n in names],
            },
            ensure_ascii=False,
            separators=(",", ":"),
        ).encode()
        classes = array("H", (label for n in names for label, _ in self.rows[n]))
        values = array("b", (weight for n in names for _, weight in self.rows[n]))
        return len(head).to_bytes(4, "little") + head + classes.tobytes() + values.tobytes()

    @classmethod
    def from_bytes(cls, content: bytes) -> Weights:
        """Read what `to_bytes` wrote."""
        size = int.from_bytes(content[:4], "little")
        head = json.loads(content[4 : 4 + size])
        total = sum(head["sizes"])
        classes, values = array("H"), array("b")
        classes.frombytes(content[4 + size : 4 + size + 2 * total])
        values.frombytes(content[4 + size + 2 * total :])
        pairs = list(zip(classes, values, strict=True))
        rows, start = {}, 0
        for name, length in zip(head["features"], head["sizes"], strict=True):
            rows[name] = tuple(pairs[start : start + length])
            start += length
        return cls(tuple(head["labels"]), rows)
