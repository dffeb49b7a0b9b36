"""Finds the stored wordings likest to a question: what they ask for, it may ask for too."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from knowledge.understanding.feature_rows import FeatureRows
from knowledge.understanding.perceptron import Example
from knowledge.understanding.sparse_rows import SparseRows

COMMONEST = 0.05
"""What more of the wordings have tells none of them from the others. This and the figures below
matter little: 6 to 24 of the nearest, and 2 for 4, gave answers as good on 700 questions."""
NEAREST = 12
"""So many wordings have a say, the likest the most."""
SHARPNESS = 4
"""One that is half as like has a sixteenth of a say."""
LEAST_LIKE = 0.5
"""Of how like the likest is; what is less like has no say."""
ALIKE = 0.6
"""So like, a wording asks for the same as any; what is less like says less."""
_LABEL = np.dtype("<u2")


@dataclass(frozen=True, slots=True, eq=False)
class Neighbours:
    """The stored wordings, by their features; how like two are is the cosine of these."""

    labels: tuple[str, ...]
    """What wordings ask for, in whatever form: the group and the id."""
    asked: npt.NDArray[np.uint16]
    """By wording: the number of its label."""
    wordings: SparseRows
    """By feature, as the learnt weights number them: the wordings that have it, and its weight in
    each, of 127."""

    @classmethod
    def of(cls, examples: Sequence[Example], features: FeatureRows) -> Neighbours:
        """Take the wordings of `examples`, with those of their features that aren't common."""
        found = [features.rows(example.features) for example in examples]
        rows = np.concatenate([np.zeros(0, np.int64), *found])
        columns = np.repeat(np.arange(len(examples)), [len(each) for each in found])
        counts = np.bincount(rows, minlength=len(features))
        kept = counts[rows] <= COMMONEST * len(examples)
        rows, columns = rows[kept], columns[kept]
        rarity = _rarity(len(examples), counts)[rows]
        norms = np.sqrt(np.bincount(columns, rarity**2, len(examples)))
        values = np.rint(127 * rarity / norms[columns]).astype(np.int8)
        order = np.argsort(rows, kind="stable")
        sizes = np.bincount(rows, minlength=len(features))
        asked = [example.label.rsplit("|", 1)[0] for example in examples]
        numbers = {label: number for number, label in enumerate(sorted(set(asked)))}
        return cls(
            tuple(numbers),
            np.array([numbers[label] for label in asked], dtype=_LABEL),
            SparseRows.of(sizes, columns[order], values[order]),
        )

    def shares(self, rows: npt.NDArray[np.int64]) -> Mapping[str, float]:
        """Return what the likest wordings to one with the features `rows` ask for, by label.

        The shares come to 1, or less as far as even the likest wording isn't like it.
        """
        counts = self.wordings.sizes(rows)
        rows, counts = rows[counts > 0], counts[counts > 0]
        if not len(rows):
            return {}
        rarity = _rarity(len(self.asked), counts)
        factors = rarity / (127 * np.sqrt(np.sum(rarity**2)))
        likeness = self.wordings.sums(rows, len(self.asked), factors)
        likest = likeness.max()
        near = np.flatnonzero(likeness >= LEAST_LIKE * likest)
        near = near[np.argsort(-likeness[near], kind="stable")[:NEAREST]]
        says = likeness[near] ** SHARPNESS
        says *= min(1.0, likest / ALIKE) / says.sum()
        shares: dict[str, float] = defaultdict(float)
        for label, say in zip(self.asked[near].tolist(), says.tolist(), strict=True):
            shares[self.labels[label]] += say
        return shares

    def to_bytes(self) -> bytes:
        """Return the labels and the two tables, one after the other."""
        head = json.dumps([len(self.asked), *self.labels], separators=(",", ":")).encode()
        size = len(head).to_bytes(4, "little")
        return size + head + self.asked.tobytes() + self.wordings.to_bytes()

    @classmethod
    def from_bytes(cls, content: bytes) -> Neighbours:
        """Read what `to_bytes` wrote."""
        end = 4 + int.from_bytes(content[:4], "little")
        count, *labels = json.loads(content[4:end])
        asked = np.frombuffer(content, _LABEL, count, end).copy()
        rows = SparseRows.from_bytes(content, end + count * _LABEL.itemsize)
        return cls(tuple(labels), asked, rows)


def _rarity(wordings: int, counts: npt.NDArray[np.int64]) -> npt.NDArray[np.float64]:
    """Return how much each feature that `counts` of the `wordings` have says of one."""
    return np.log((1 + wordings) / (1 + counts)) + 1.0
