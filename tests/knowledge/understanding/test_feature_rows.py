"""Every feature of a learnt table has a row, and what isn't in it has none."""

from __future__ import annotations

import pytest

from knowledge.understanding import feature_rows
from knowledge.understanding.feature_rows import FeatureRows

FEATURES = ["who", "^ who", "who > hold", "ключ", "", "w port"]


def test_each_feature_has_a_row_of_its_own() -> None:
    rows, _ = FeatureRows.of(FEATURES)
    assert sorted(rows.rows(FEATURES).tolist()) == list(range(len(FEATURES)))


def test_it_tells_where_the_feature_of_each_row_stood() -> None:
    rows, order = FeatureRows.of(FEATURES)
    assert [rows.rows([FEATURES[at]]).tolist() for at in order] == [[n] for n in range(len(order))]


def test_what_is_unknown_has_no_row() -> None:
    rows, _ = FeatureRows.of(FEATURES)
    assert rows.rows(["whom", "ключи", "^"]).tolist() == []
    assert rows.rows(["whom", "who"]).tolist() == rows.rows(["who"]).tolist()


def test_an_empty_table_knows_nothing() -> None:
    assert FeatureRows.of([])[0].rows(FEATURES).tolist() == []


def test_two_features_that_cant_be_told_apart_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(feature_rows, "xxh3_64_intdigest", len)
    with pytest.raises(ValueError, match="same checksum"):
        FeatureRows.of(["one", "two"])
