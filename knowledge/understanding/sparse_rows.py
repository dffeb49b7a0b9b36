"""Rows of small numbers of which most are 0: what a feature says of hundreds of classes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.int64]
Sums = npt.NDArray[np.float64]
_BOUND = np.dtype("<i4")
_COLUMN = np.dtype("<u4")
_VALUE = np.dtype("i1")


@dataclass(frozen=True, slots=True, eq=False)
class SparseRows:
    """Whole numbers of -127 to 127, by row and column, those aside that are 0.

    They lie end to end: hundreds of columns are summed up for a hundred rows in no time.
    """

    bounds: npt.NDArray[np.int32]
    """By row: where its columns and values begin; last, where all of them end."""
    columns: npt.NDArray[np.uint32] | npt.NDArray[np.uint16]
    values: npt.NDArray[np.int8]

    @classmethod
    def of(
        cls, sizes: Sequence[int] | Numbers, columns: Numbers, values: npt.NDArray[np.int8]
    ) -> SparseRows:
        """Take rows that have so many `columns` each, one row after the other."""
        bounds = np.concatenate(([0], np.cumsum(sizes))).astype(_BOUND)
        return cls(bounds, _narrow(columns), values.astype(_VALUE))

    def sizes(self, rows: Numbers) -> Numbers:
        """Return how many numbers each of `rows` has."""
        return (self.bounds[rows + 1] - self.bounds[rows]).astype(np.int64)

    def sums(self, rows: Numbers, width: int, factors: Sums | None = None) -> Sums:
        """Return the sum of `rows` by column, of `width` columns; times their `factors` if any."""
        if not len(rows):
            return np.zeros(width)
        starts = self.bounds[rows].astype(np.int64)
        sizes = self.sizes(rows)
        ends = sizes.cumsum()
        here = np.arange(ends[-1]) + np.repeat(starts - ends + sizes, sizes)
        values = self.values[here].astype(np.float64)
        if factors is not None:
            values *= np.repeat(factors, sizes)
        return np.bincount(self.columns[here], values, width).astype(np.float64, copy=False)

    def to_bytes(self) -> bytes:
        """Return the three arrays one after the other, after their sizes."""
        wide = self.columns.dtype.itemsize
        head = (len(self.bounds), len(self.values), wide)
        return b"".join(
            (
                *(number.to_bytes(4, "little") for number in head),
                self.bounds.tobytes(),
                self.columns.tobytes(),
                self.values.tobytes(),
            )
        )

    @classmethod
    def from_bytes(cls, content: bytes, at: int = 0) -> SparseRows:
        """Read what `to_bytes` wrote, from `at` on."""
        rows, size, wide = (
            int.from_bytes(content[at + 4 * n : at + 4 * n + 4], "little") for n in range(3)
        )
        bounds = at + 12
        columns = bounds + rows * _BOUND.itemsize
        values = columns + size * wide
        # Copied, lest all that stands beside them be kept as well.
        return cls(
            np.frombuffer(content, _BOUND, rows, bounds).copy(),
            np.frombuffer(content, np.dtype(f"<u{wide}"), size, columns).copy(),
            np.frombuffer(content, _VALUE, size, values).copy(),
        )


def _narrow(columns: Numbers) -> npt.NDArray[np.uint16] | npt.NDArray[np.uint32]:
    """Return `columns` in as few bytes as their largest number needs."""
    if columns.max(initial=0) > np.iinfo(np.uint16).max:
        return columns.astype(_COLUMN)
    return columns.astype(np.dtype("<u2"))
