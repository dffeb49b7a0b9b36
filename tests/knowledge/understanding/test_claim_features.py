"""What a claim says is told by its words and their order, apart from how it asks."""

from __future__ import annotations

import pytest

from knowledge.understanding.claim_features import (
    claim_features,
    denials_in,
    is_negated,
    names_as_led,
)
from tests.knowledge.understanding.small_world import SHIPS_LOST, read, telling


def features(text: str) -> set[str]:
    return set(claim_features(read(text), telling(SHIPS_LOST)))


def test_who_does_it_to_whom_shows_though_words_stand_between() -> None:
    one, other = "Norland in 2031 took Sudmark", "Sudmark in 2031 took Norland"
    assert any("@norland .. @sudmark" in each for each in features(one) - features(other))


@pytest.mark.parametrize(
    ("text", "denials"),
    [
        ("did Norland lose ships?", 0),
        ("didn't Norland lose ships?", 0),
        ("Norland lost ships, not?", 0),
        ("Norland didn't lose ships, not?", 1),
        ("Norland lost ships, not", 1),
        ("Norland didn't lose ships", 1),
        ("Norland lost ships, not crews?", 1),
    ],
)
def test_what_only_asks_denies_nothing(text: str, denials: int) -> None:
    assert denials_in(read(text)) == denials


@pytest.mark.parametrize(
    ("text", "negated"),
    [
        ("Norland didn't lose ships, did it?", True),
        ("Norland lost no ships", True),
        ("didn't Norland lose ships?", False),
        ("did Norland lose ships?", False),
    ],
)
def test_a_claim_with_a_not_is_told_from_a_question_that_begins_with_one(
    text: str, negated: bool
) -> None:
    assert is_negated(read(text)) is negated


def test_a_name_counts_with_the_word_that_leads_it_in() -> None:
    assert names_as_led(read("did the Norland take it of the Sudmark")) == [
        "@norland",
        "of @sudmark",
    ]
