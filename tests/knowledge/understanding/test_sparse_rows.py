"""Rows of which most numbers are 0 are summed up as if these stood there too."""

from __future__ import annotations

import numpy as np
import pytest

from knowledge.understanding.sparse_rows import SparseRows

MATRIX = np.array([[0, 3, 0, -2], [0, 0, 0, 0], [127, 0, -127, 1]], dtype=np.int8)
WIDE = 70_000
"""Columns that two bytes can't number."""


def sparse(matrix: np.ndarray[tuple[int, ...], np.dtype[np.int8]]) -> SparseRows:
    sizes = np.count_nonzero(matrix, axis=1)
    return SparseRows.of(sizes, matrix.nonzero()[1], matrix[matrix != 0])


@pytest.mark.parametrize("rows", [[], [0], [1], [2, 0], [0, 1, 2]])
def test_sums_are_those_of_the_whole_rows(rows: list[int]) -> None:
    summed = sparse(MATRIX).sums(np.array(rows, dtype=np.int64), 4)
    assert summed.tolist() == MATRIX[rows].sum(axis=0, dtype=np.int64).tolist()


def test_a_row_may_count_more_than_another() -> None:
    summed = sparse(MATRIX).sums(np.array([0, 2]), 4, np.array([2.0, 0.5]))
    assert summed.tolist() == [63.5, 6.0, -63.5, -3.5]


def test_it_tells_how_many_numbers_a_row_has() -> None:
    assert sparse(MATRIX).sizes(np.array([2, 1, 0])).tolist() == [3, 0, 2]


@pytest.mark.parametrize("column", [1, WIDE - 1])
def test_they_come_back_from_bytes_as_they_were(column: int) -> None:
    rows = SparseRows.of([1], np.array([column]), np.array([5], dtype=np.int8))
    again = SparseRows.from_bytes(b"before" + rows.to_bytes(), len(b"before"))
    assert again.sums(np.array([0]), WIDE).tolist() == rows.sums(np.array([0]), WIDE).tolist()
    assert again.to_bytes() == rows.to_bytes()
