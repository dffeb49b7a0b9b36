"""A sentence is taken apart into its claims, and left whole where that would change them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from knowledge.understanding.clauses import (
    ClauseWords,
    claims_of,
    clause_words,
    segments_in,
    sentences_in,
)
from tests.knowledge.understanding.small_world import read

WORDS = clause_words("en")


def claims(sentence: str, words: ClauseWords = WORDS) -> list[str]:
    """The claims of a sentence on the small world."""
    return claims_of([read(segment) for segment in segments_in(sentence)], words)


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Ekvik fell. Sandhavn holds!", ["Ekvik fell.", "Sandhavn holds!"]),
        ("ekvik fell. sandhavn holds", ["ekvik fell.", "sandhavn holds"]),
        ("- Ekvik fell\n- Sandhavn holds\n", ["- Ekvik fell", "- Sandhavn holds"]),
        ("Втрати 427 тис. солдатів", ["Втрати 427 тис. солдатів"]),
        ("Verluste: 427.000 Mann", ["Verluste: 427.000 Mann"]),
        ("!!! 😀 …", []),
        ("", []),
    ],
)
def test_a_message_is_its_sentences_and_lines(text: str, sentences: list[str]) -> None:
    assert sentences_in(text) == sentences


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Norland holds Ekvik, but Sudmark took Sandhavn",
            ["Norland holds Ekvik", "Sudmark took Sandhavn"],
        ),
        ("Norland holds Ekvik and Sandhavn", ["Norland holds Ekvik", "Norland holds Sandhavn"]),
        (
            "Ekvik, Sandhavn and Port Ekvik held",
            ["Port Ekvik held", "Sandhavn held", "Ekvik held"],
        ),
        (
            "Norland took Ekvik and holds Sandhavn",
            ["Norland took Ekvik", "Norland holds Sandhavn"],
        ),
        (
            "Norland took Ekvik but Sandhavn and Port Ekvik held",
            ["Norland took Ekvik", "Sandhavn held", "Port Ekvik held"],
        ),
    ],
)
def test_each_clause_and_each_place_of_a_list_is_a_claim(
    sentence: str, expected: list[str]
) -> None:
    assert sorted(claims(sentence)) == sorted(expected)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Norland took many towns in 2031, such as Ekvik and Sandhavn, but Sudmark holds",
            [
                *(
                    "Norland took many towns in 2031",
                    "Norland took Ekvik",
                    "Norland took Sandhavn",
                ),
                "Sudmark holds",
            ],
        ),
        (
            "Many towns, like Ekvik and Sandhavn, held",
            ["Many towns held", "Ekvik held", "Sandhavn held"],
        ),
        ("towns like Ekvik held", ["towns held", "Ekvik held"]),
        (
            "Norland didn't take towns in 2031, such as Ekvik",
            ["Norland didn't take towns in 2031", "Norland didn't take Ekvik in 2031"],
        ),
    ],
)
def test_what_is_claimed_of_some_is_claimed_of_each_place_that_is_listed(
    sentence: str, expected: list[str]
) -> None:
    assert claims(sentence) == expected


@pytest.mark.parametrize(
    "sentence", ["Norland took no towns, such as Ekvik", "it looks like Ekvik held"]
)
def test_what_is_claimed_of_none_or_likened_is_left_whole(sentence: str) -> None:
    assert claims(sentence) == []


def test_a_word_that_bears_on_its_own_clause_leaves_that_one_whole() -> None:
    sentence = "Norland took Ekvik and Sandhavn, but Sudmark holds only Port Ekvik and ships"
    assert claims(sentence) == [
        "Norland took Ekvik",
        "Norland took Sandhavn",
        "Sudmark holds only Port Ekvik ships",
    ]


def test_a_verb_at_the_end_is_that_of_the_whole_list() -> None:
    """As in German, where an auxiliary leaves it to the end."""
    sentence = "Norland does Ekvik, Port Ekvik and Sandhavn take"
    assert claims(sentence, replace(WORDS, auxiliary=frozenset({"does"}))) == [
        "Norland does Ekvik take",
        "Norland does Port Ekvik take",
        "Norland does Sandhavn take",
    ]
    assert "Norland does Ekvik take" not in claims(sentence)


def test_a_place_that_may_belong_to_either_clause_is_claimed_of_by_neither() -> None:
    sentence = "Norland took Ekvik and Port Ekvik, Sandhavn held"
    assert claims(sentence) == ["Norland took Ekvik", "Sandhavn held"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Norland holds Ekvik",
        "if Norland took Ekvik and Sandhavn",
        "neither Ekvik nor Sandhavn held",
        "it's false that Norland took Ekvik and Sandhavn",
        "Norland took Ekvik, in 2031",
        "Norland holds Ekvik, who took Sandhavn",
        "Norland and Sudmark",
    ],
)
def test_a_sentence_of_one_claim_or_one_condition_is_left_whole(sentence: str) -> None:
    assert claims(sentence) == []


@pytest.mark.parametrize("language", ["en", "uk", "ru", "sv", "de"])
def test_every_language_has_its_joints_and_the_english_ones_that_are_mixed_in(
    language: str,
) -> None:
    words = clause_words(language)
    assert words.joint >= WORDS.joint
    assert words.contrast >= WORDS.contrast
    assert words.scope >= WORDS.scope
    assert not words.joint & words.contrast
    assert language == "en" or words.listing > WORDS.listing
    assert language == "en" or words.counting > WORDS.counting
    assert language == "en" or min(map(len, (words.joint - WORDS.joint, words.scope))) > 0
