"""A text that asks several questions is taken apart into them, and one that asks once isn't."""

from __future__ import annotations

import pytest

from knowledge.understanding.parts import (
    joined_questions,
    listed_questions,
    run_on_questions,
    segments_of,
    sentences_of,
    topics_of,
    with_fragment,
)
from tests.knowledge.understanding.small_world import read


def segments(text: str) -> list[str]:
    """The questions that commas part in a text on the small world."""
    return listed_questions([read(segment) for segment in segments_of(text)])


@pytest.mark.parametrize(
    ("text", "questions"),
    [
        ("who took Ekvik and who lost it", ["who took Ekvik", "who lost it"]),
        ("who took Ekvik and in what", ["who took Ekvik", "in what"]),
        ("who took Ekvik and did it fall?", ["who took Ekvik", "did it fall"]),
        ("who took Ekvik and what about ships", ["who took Ekvik", "what about ships"]),
        ("who took Ekvik what about ships", ["who took Ekvik", "what about ships"]),
        ("what about Ekvik", []),
        ("who took Ekvik and Sandhavn", []),
        ("Norland took Ekvik and did hold it", []),
    ],
)
def test_questions_are_joined_by_words(text: str, questions: list[str]) -> None:
    assert joined_questions(read(text)) == questions


@pytest.mark.parametrize(
    ("text", "questions"),
    [
        ("who took Ekvik, when, and why?", ["who took Ekvik", "when", "why"]),
        ("who took Ekvik, what about ships?", ["who took Ekvik", "what about ships"]),
        ("in Sandhavn, who took Ekvik?", []),
        ("who took Ekvik, true or false?", []),
    ],
)
def test_questions_are_parted_by_commas(text: str, questions: list[str]) -> None:
    assert segments(text) == questions


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("who took Ekvik and the ships?", ["who took Ekvik", "the ships"]),
        ("how many did Norland lose, and Sudmark?", ["how many did Norland lose", "Sudmark"]),
        ("who took Ekvik and held it?", []),
        ("who took Ekvik and why?", []),
        ("Norland and Sudmark", []),
        ("who took Ekvik", []),
    ],
)
def test_a_question_may_be_followed_by_no_more_than_a_name(text: str, parts: list[str]) -> None:
    assert with_fragment(read(text)) == parts


@pytest.mark.parametrize(
    ("text", "topics"),
    [
        ("ships and crews", ["ships", "crews"]),
        ("Ekvik, the ships and crews?", ["Ekvik", "ships", "crews"]),
        ("ships", []),
        ("how many ships and crews", []),
        ("and", []),
    ],
)
def test_what_lists_single_words_lists_topics(text: str, topics: list[str]) -> None:
    assert topics_of([read(segment) for segment in segments_of(text)]) == topics


@pytest.mark.parametrize(
    ("text", "questions"),
    [
        (
            "who took Ekvik how many ships did Norland lose",
            ["who took Ekvik", "how many ships did Norland lose"],
        ),
        ("who took Ekvik", []),
        ("tell me who took Ekvik how many ships did Norland lose", []),
        ("who knows how many ships Norland lost", []),
    ],
)
def test_questions_without_a_mark_between_them_are_told_apart(
    text: str, questions: list[str]
) -> None:
    assert run_on_questions(read(text)) == questions


def test_the_numbers_of_a_list_are_no_sentences() -> None:
    listed = "1. Who took Ekvik? 2. Who lost it?\n3. Why?"
    assert sentences_of(listed) == ["Who took Ekvik?", "Who lost it?", "Why?"]
