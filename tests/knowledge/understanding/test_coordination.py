"""What one part of a question leaves out, since another part says it, is said again in it."""

from __future__ import annotations

import pytest

from knowledge.understanding.coordination import (
    in_place,
    is_unfinished,
    named_part,
    of_each,
    with_ending,
)
from tests.knowledge.understanding.small_world import read


@pytest.mark.parametrize(
    ("question", "parts"),
    [
        ("who holds Ekvik and Sandhavn", ["who holds Ekvik", "who holds Sandhavn"]),
        ("did Ekvik or Sandhavn fall", ["did Ekvik fall", "did Sandhavn fall"]),
        ("Ekvik, Sandhavn and Farholm?", ["Ekvik", "Sandhavn", "Farholm"]),
        ("in Ekvik and in Sandhavn", ["in Ekvik", "in Sandhavn"]),
        ("Norland and Sudmark ships", ["Norland ships", "Sudmark ships"]),
        ("how many ships and crews lost", ["how many ships lost", "how many crews lost"]),
        ("ships and Norland crews lost", ["ships lost", "Norland crews lost"]),
        ("Norland crews and ships lost", ["Norland crews lost", "ships lost"]),
        ("who took and who lost Ekvik", []),
        ("who holds Ekvik", []),
        ("and Ekvik", []),
        ("Ekvik and", []),
    ],
)
def test_a_question_on_a_list_is_one_on_each(question: str, parts: list[str]) -> None:
    assert of_each(read(question)) == parts


@pytest.mark.parametrize(
    ("part", "following", "complete"),
    [
        ("how many ships", "how many crews did Norland lose", "how many ships did Norland lose"),
        ("when", "why did Norland lose Ekvik", "when did Norland lose Ekvik"),
        ("how many Norland crews", "how many Sudmark crews", None),
        ("how many ships", "Norland lost Ekvik", "how many ships lost Ekvik"),
    ],
)
def test_an_unfinished_question_ends_as_the_next_one(
    part: str, following: str, complete: str | None
) -> None:
    assert is_unfinished(read(part))
    assert with_ending(read(part), read(following)) == complete


@pytest.mark.parametrize("part", ["who holds Ekvik", "what is Ekvik", "Ekvik", "ships", ""])
def test_a_question_that_says_something_is_finished(part: str) -> None:
    assert not is_unfinished(read(part))


@pytest.mark.parametrize(
    ("part", "before", "asked"),
    [
        ("what about Sandhavn", "who holds Ekvik", "who holds Sandhavn"),
        ("and Sudmark", "how many ships did Norland lose", "how many ships did Sudmark lose"),
        ("how many Sudmark", "how many ships did Norland lose", "how many ships did Sudmark lose"),
        ("when Sandhavn", "who took Ekvik", None),
        ("Sudmark", "who holds Ekvik", None),
        ("Sudmark", "did Norland take Sudmark", None),
        ("Sudmark lost", "did Norland lose", None),
        ("why", "did Norland lose", None),
    ],
)
def test_another_name_stands_for_the_one_before(part: str, before: str, asked: str | None) -> None:
    assert in_place(read(part), read(before)) == asked


@pytest.mark.parametrize(
    ("question", "part"),
    [
        ("who holds Ekvik and Farholm", "who holds Ekvik"),
        ("who holds Ekvik, Farholm and Sandhavn", "who holds Ekvik and Sandhavn"),
        ("who holds Ekvik", None),
        ("who holds Farholm", None),
    ],
)
def test_of_a_list_what_articles_name_is_kept(question: str, part: str | None) -> None:
    assert named_part(read(question)) == part
