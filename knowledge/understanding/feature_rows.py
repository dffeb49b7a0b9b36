"""Tells which row of a learnt table a feature has, by its checksum."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from xxhash import xxh3_64_intdigest

Checksums = npt.NDArray[np.uint64]
_CHECKSUM = np.dtype("<u8")


@dataclass(frozen=True, slots=True, eq=False)
class FeatureRows:
    """The features of one table. Hundreds of thousands take a tenth of the room of their texts."""

    checksums: Checksums
    """By row, from the smallest to the largest."""

    @classmethod
    def of(cls, features: Sequence[str]) -> tuple[FeatureRows, npt.NDArray[np.int64]]:
        """Return the rows of `features`, and where in `features` the one of each row stands.

        ValueError where two share their checksum: of tables of a million, one in 37 million has.
        """
        checksums = _checksums(features)
        order = np.argsort(checksums, kind="stable")
        if len(np.unique(checksums)) < len(checksums):
            raise ValueError("two features have the same checksum")
        return cls(checksums[order]), order

    def rows(self, features: Sequence[str]) -> npt.NDArray[np.int64]:
        """Return the rows of those `features` that are known, in their order."""
        if not len(self.checksums):
            return np.zeros(0, np.int64)
        asked = _checksums(features)
        rows: npt.NDArray[np.int64] = self.checksums.searchsorted(asked)
        rows[rows == len(self.checksums)] = 0
        found: npt.NDArray[np.int64] = rows[self.checksums[rows] == asked]
        return found

    def __len__(self) -> int:
        """How many there are."""
        return len(self.checksums)

    def to_bytes(self) -> bytes:
        """Return the checksums."""
        return self.checksums.tobytes()

    @classmethod
    def from_bytes(cls, content: bytes, at: int, size: int) -> FeatureRows:
        """Read so many of what `to_bytes` wrote, from `at` on."""
        # Copied, lest all that stands beside it be kept as well.
        return cls(np.frombuffer(content, _CHECKSUM, size, at).copy())


def _checksums(features: Sequence[str]) -> Checksums:
    return np.fromiter(map(xxh3_64_intdigest, map(str.encode, features)), _CHECKSUM, len(features))
