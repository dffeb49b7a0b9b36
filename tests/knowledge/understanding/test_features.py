"""What the classifier sees of the letters of a question's words."""

from __future__ import annotations

import pytest

from knowledge.understanding.features import MOST_SPELLED, spelling_of
from knowledge.understanding.perceptron import Example, train
from knowledge.understanding.ranking import rank
from tests.knowledge.understanding.small_world import lessons, read

ASKED = {
    "relation|ships|ask": ("boats", "the boats lost", "boat losses", "lost boats"),
    "relation|holder|ask": ("master", "the master of it", "masters", "its master"),
}


def test_runs_of_three_and_four_letters_are_seen_with_where_a_word_begins_and_ends() -> None:
    assert spelling_of(read("who")) == ["<wh", "who", "ho>", "<who", "who>"]
    assert spelling_of(read("a a")) == ["<a>"]


def test_of_a_flood_of_words_the_first_are_spelled() -> None:
    words = ["ship"] * MOST_SPELLED
    assert spelling_of(read(" ".join([*words, "harbour"]))) == spelling_of(read("ship"))


@pytest.mark.parametrize(
    ("typed", "relation"), [("boatz?", "ships"), ("biats lsot", "ships"), ("mastre", "holder")]
)
def test_a_word_that_nobody_knows_is_ranked_by_its_letters(typed: str, relation: str) -> None:
    spelled = [
        Example(tuple(spelling_of(read(text))), label)
        for label, texts in ASKED.items()
        for text in texts
    ]
    words = [Example(("bias",), label) for label in ASKED] * 2
    learnt = lessons(weights=train(words), spelling_weights=train(spelled * 4))
    assert rank(read(typed), learnt).best.id == relation
