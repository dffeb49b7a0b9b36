"""A message is taken apart into what it asks; what only tells of who asks is left out."""

from __future__ import annotations

import pytest

from knowledge.understanding.reading import Reading
from knowledge.understanding.taken_apart import (
    MOST_SENTENCES,
    apart_from_names,
    as_questions,
    asked_apart,
    asked_in_turn,
    completed,
    segments_read,
    with_last_taken_apart,
)
from tests.knowledge.understanding.small_world import read


def texts(readings: list[Reading]) -> list[str]:
    return [reading.text for reading in readings]


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Who holds Ekvik? When did it fall?", ["Who holds Ekvik?", "When did it fall?"]),
        ("I am from Norland. Who holds Ekvik?", ["Who holds Ekvik?"]),
        ("Who holds Ekvik?", []),
    ],
)
def test_of_several_sentences_those_that_ask_are_kept(text: str, asked: list[str]) -> None:
    assert asked_in_turn(text, read) == asked


def test_of_a_long_message_only_its_last_sentences_are_read() -> None:
    told: list[str] = []

    def counted(text: str) -> Reading:
        told.append(text)
        return read(text)

    text = "Who holds Sandhavn? " + "It fell. " * MOST_SENTENCES + "Who holds Ekvik?"
    assert asked_in_turn(text, counted) == ["Who holds Ekvik?"]
    assert len(told) == MOST_SENTENCES


@pytest.mark.parametrize(
    ("sentences", "kept"),
    [
        (["who holds Ekvik?"], True),
        (["who holds Farholm?"], False),
        (["who lost ships?"], False),
        (["who lost ships?", "who holds Ekvik?"], True),
    ],
)
def test_a_sentence_asks_by_itself_where_an_article_has_all_its_names(
    sentences: list[str], kept: bool
) -> None:
    assert apart_from_names(sentences, read) == (sentences if kept else [])


def test_a_part_is_read_as_asking_whether_or_not_it_has_its_mark() -> None:
    asking = as_questions(read)
    assert asking("who holds Ekvik").text == asking("who holds Ekvik?").text == "who holds Ekvik?"


def test_what_stands_between_many_commas_is_read_as_a_whole() -> None:
    few, many = ", ".join(["Ekvik"] * 3), ", ".join(["Ekvik"] * (MOST_SENTENCES + 1))
    assert texts(segments_read(read(few), read)) == ["Ekvik"] * 3
    assert texts(segments_read(read(many), read)) == [many]


@pytest.mark.parametrize(
    ("text", "surely", "parts"),
    [
        ("who holds Ekvik and who lost ships", True, ["who holds Ekvik", "who lost ships"]),
        ("who holds Ekvik, who lost ships", False, ["who holds Ekvik", "who lost ships"]),
        ("who holds Ekvik, who lost ships", True, []),
        (
            "who took Ekvik, why, and who lost ships and when",
            True,
            ["who took Ekvik", "why", "who lost ships", "when"],
        ),
        ("who holds Ekvik", False, []),
        ("who lost ships and crews", False, []),
    ],
)
def test_commas_and_an_and_part_questions_where_what_follows_surely_asks(
    text: str, surely: bool, parts: list[str]
) -> None:
    """ "Who" after a comma may go on with what stands before it."""
    reading = read(text)
    assert asked_apart(reading, segments_read(reading, read), read, surely=surely) == parts


def test_only_the_last_part_is_taken_apart_further() -> None:
    parts = ["who took Ekvik and the ships", "who took Ekvik and the ships"]
    apart = with_last_taken_apart(parts, read)
    assert apart == ["who took Ekvik and the ships", "who took Ekvik", "the ships"]
    assert with_last_taken_apart(["who holds Ekvik"], read) == []
    assert with_last_taken_apart([], read) == []


def test_what_begins_a_question_ends_as_the_one_after_it() -> None:
    begun = [read(text) for text in ("when", "why", "who took Ekvik")]
    assert texts(completed(begun, read)) == ["when took Ekvik", "why took Ekvik", "who took Ekvik"]
    whole = [read(text) for text in ("who lost ships", "who took Ekvik")]
    assert completed(whole, read) == whole
