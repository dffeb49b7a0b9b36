"""A misspelt word is held against all words, but looked for among few first."""

from __future__ import annotations

import random

import pytest
from rapidfuzz import fuzz, process

from knowledge.understanding.spellings import Spellings

WORDS = ("vessel", "sailor", "sailors", "tailor", "harbour", "arbour")


@pytest.mark.parametrize(
    ("typed", "word"),
    [
        ("sailro", "sailor"),
        ("sailorrs", "sailors"),
        ("harbor", "harbour"),
        ("xailor", None),
        ("ttailor", "tailor"),
        ("", None),
        ("anchor", None),
    ],
)
def test_a_typo_is_taken_for_the_likest_word_with_its_first_letter(
    typed: str, word: str | None
) -> None:
    found = Spellings(WORDS).likest(typed, 80)
    assert (found[0] if found else None) == word


@pytest.mark.parametrize("least", [80.0, 82.0, 88.0])
def test_the_short_way_finds_what_the_long_way_finds(least: float) -> None:
    chance = random.Random(5)
    spellings = Spellings(WORDS)
    for _ in range(2000):
        letters = list(chance.choice(WORDS))
        for _ in range(chance.randint(0, 3)):
            letters.insert(chance.randrange(len(letters) + 1), chance.choice("sailorthbvex"))
            del letters[chance.randrange(len(letters))]
        typed = "".join(letters)
        found = process.extractOne(typed, WORDS, scorer=fuzz.ratio, score_cutoff=least)
        if found is not None and found[0][0] != typed[0]:
            found = None
        assert spellings.likest(typed, least) == (found[:2] if found else None)
