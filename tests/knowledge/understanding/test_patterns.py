"""Words and phrases are found where they stand, the longest first."""

from __future__ import annotations

import pytest

from knowledge.understanding.patterns import PatternIndex, split_entry, stands_at
from knowledge.understanding.text import tokens_of


@pytest.fixture(scope="module")
def index() -> PatternIndex[str]:
    filed: PatternIndex[str] = PatternIndex()
    for entry in ("ekv*", "ekvik", "ekvik harb*", "port ekvik"):
        filed.add(split_entry(entry), entry)
    return filed


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ekvik harbour", (2, "ekvik harb*")),
        ("Ekvikers", (1, "ekv*")),
        ("Port Ekvik", (2, "port ekvik")),
        ("port", None),
        ("harbour", None),
    ],
)
def test_the_longest_pattern_that_stands_there_is_found(
    text: str, found: tuple[int, str] | None, index: PatternIndex[str]
) -> None:
    assert index.at(tokens_of(text), 0) == found


@pytest.mark.parametrize(
    ("entry", "text", "stands"),
    [
        ("ekvik harb*", "ekvik harbour", True),
        ("ekvik harb*", "ekvik", False),
        ("ekvik* harbour", "ekviks harbour", True),
        ("ekvik", "ekviks", False),
    ],
)
def test_a_stem_stands_for_every_word_that_begins_so(entry: str, text: str, stands: bool) -> None:
    assert stands_at(split_entry(entry), tokens_of(text), 0) is stands
