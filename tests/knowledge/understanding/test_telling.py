"""A fact tells the words and figures of its quote and statement, and how many came to harm."""

from __future__ import annotations

import json

import pytest

from knowledge.understanding.telling import Telling, figure_symbol, harmed_in, is_unsplit, told_in
from tests.knowledge.understanding.small_world import READER, SHIPS_LOST, read, telling

KILLED, WOUNDED = f"{figure_symbol(4200)} kill", f"{figure_symbol(9000)} wound"


@pytest.mark.parametrize(
    ("text", "harmed"),
    [
        ("4,200 were killed and 9,000 wounded", {KILLED, WOUNDED}),
        ("killed 4,200, wounded 9,000", {KILLED, WOUNDED}),
        ("in 2031 4,200 were killed", {KILLED}),
        ("killed and wounded 4,200 and 9,000", set()),
        ("4,200 and 9,000 killed", set()),
        ("4,200 killed and wounded", set()),
        ("12 killed", set()),
    ],
)
def test_a_figure_is_of_a_harm_only_where_both_take_turns(text: str, harmed: set[str]) -> None:
    assert harmed_in(read(text)) == harmed


@pytest.mark.parametrize(
    ("text", "unsplit"),
    [
        ("killed and wounded", True),
        ("4,200 killed and wounded", True),
        ("4,200 killed and 9,000 wounded", False),
        ("4,200 killed", False),
    ],
)
def test_killed_and_wounded_are_told_in_one_where_each_has_no_figure(
    text: str, unsplit: bool
) -> None:
    assert is_unsplit(read(text)) is unsplit


def test_a_phrase_tells_what_its_words_do_by_themselves_too() -> None:
    told = told_in(read("in spring Norland lost 4,200 ships"), READER)
    assert {"spring", "lose", "ships", "@norland", figure_symbol(4200)} <= told
    assert "w spring" in told


def test_it_tells_what_any_of_several_words_stands_for() -> None:
    one = telling(SHIPS_LOST)
    assert one.tells("hold", "lose")
    assert not one.tells("hold", "take")
    assert not one.tells()


def test_it_comes_back_from_json_as_it_was() -> None:
    one = telling(SHIPS_LOST)
    assert one.speaker == "sudmark"
    assert Telling.of(one.fact, json.loads(json.dumps(one.as_table()))) == one
