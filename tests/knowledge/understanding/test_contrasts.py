"""Who is denied beside who is affirmed takes nothing away from what is claimed."""

from __future__ import annotations

import pytest

from knowledge.understanding.claim_features import denials_in
from knowledge.understanding.contrasts import without_contrast
from knowledge.understanding.reading import Reading
from tests.knowledge.understanding.small_world import SHIPS_LOST, fact, read, telling

TAKEN = fact("taken", "Sudmark took ships of Norland.", ("sudmark", "norland"))


@pytest.mark.parametrize(
    ("claim", "same_as"),
    [
        ("did Sudmark take ships, not Norland", "did Sudmark take ships"),
        ("Sudmark, and not Norland, took ships", "Sudmark took ships"),
        ("Norland took ships, not the Sudmark", "Norland took ships"),
        ("Sudmark took ships, not crews", None),
        ("Norland didn't take ships of Sudmark", None),
        ("not Norland took ships, Sudmark did", None),
        ("Norland took ships, not Norland", None),
    ],
)
def test_of_two_countries_the_one_denied_is_left_out(claim: str, same_as: str | None) -> None:
    reading = read(claim)
    left = without_contrast(reading, telling(TAKEN))
    if same_as is None:
        assert left == reading
    else:
        assert _said(left) == _said(read(same_as))
        assert denials_in(left) == 0


def test_a_fact_on_one_country_may_leave_the_other_open() -> None:
    reading = read("Norland lost ships, not Sudmark")
    assert without_contrast(reading, telling(SHIPS_LOST)) == reading


def _said(reading: Reading) -> tuple[list[tuple[str, ...]], list[str]]:
    symbols = [item.symbols for item in reading.items if item.symbols]
    return symbols, [mention.id for mention in reading.mentions]
