"""How sure a reading must be depends on how many wordings its language has."""

from __future__ import annotations

import pytest

from knowledge.understanding.surety import LEAST_SURETY, MOST_WORDED, least_surety


@pytest.mark.parametrize("language", ["uk", "ru", "sv", "de"])
def test_in_a_language_of_fewer_wordings_it_must_be_surer(language: str) -> None:
    assert least_surety(language) > least_surety(MOST_WORDED) == LEAST_SURETY
