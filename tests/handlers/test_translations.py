"""Words in the language that is spoken, or in the next best one that there is."""

from __future__ import annotations

import pytest

from handlers.translations import worded


@pytest.mark.parametrize(
    ("told", "language", "expected"),
    [
        ({"de": "Hafen", "en": "harbour"}, "de", "Hafen"),
        ({"de": "Hafen", "en": "harbour"}, "uk", "harbour"),
        ({"de": "Hafen", "sv": "hamn"}, "uk", "Hafen"),
    ],
)
def test_what_is_not_translated_is_told_in_english_or_in_what_there_is(
    told: dict[str, str], language: str, expected: str
) -> None:
    assert worded(told, language) == expected
