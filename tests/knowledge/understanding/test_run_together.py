"""Words without spaces between them are found; what is one word stays one."""

from __future__ import annotations

import pytest

from knowledge import Knowledge
from knowledge.understanding.run_together import RunTogether
from knowledge.understanding.text import Token, tokens_of

WORDS = {"who": 0, "hold": 0, "holds": 0, "the": 0, "port": 0, "ships": 0, "cap": 0, "tain": 0}
NAMES = {"ekvik": 0, "ekvikian": 3}
LANGUAGE = RunTogether(WORDS.get, NAMES.get)


def apart(text: str) -> list[str]:
    """The folded words that `text` is taken apart into."""
    return [token.folded for token in LANGUAGE.taken_apart(tokens_of(text))]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("whoholdsekvik", ["who", "holds", "ekvik"]),
        ("WhoHoldsEkvik", ["who", "holds", "ekvik"]),
        ("who holdsekvik?", ["who", "holds", "ekvik"]),
        ("holdtheport", ["hold", "the", "port"]),
        ("ekvikship", ["ekvikship"]),  # "ship" is no word here
        ("captains", ["captains"]),
        ("captain", ["captain"]),  # two pieces and no name
        ("theports", ["theports"]),
        ("ekvikian", ["ekvikian"]),
        ("whoholds", ["whoholds"]),
    ],
)
def test_words_are_taken_apart_where_all_of_them_are_known(text: str, words: list[str]) -> None:
    assert apart(text) == words


def test_a_piece_keeps_how_it_was_typed_and_the_last_one_the_mark_behind_it() -> None:
    pieces = LANGUAGE.taken_apart(tokens_of("WhoHoldsEkvik? ships"))
    assert pieces[:3] == [
        Token("Who", "who", False),
        Token("Holds", "holds", False),
        Token("Ekvik", "ekvik", True),
    ]


def test_a_text_of_many_words_has_its_spaces() -> None:
    text = " ".join(["whoholdsekvik"] * 9)
    assert apart(text) == ["whoholdsekvik"] * 9


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("whoholdspokrovsk", "pokrovsk-held"),
        ("DidAvdiivkaFall?", "avdiivka-fallen"),
        ("howmanysoldiersdidrussialose", "russia-lost-2024"),
        ("ктоконтролируетпокровск", "pokrovsk-held"),
        ("хтотримаєпокровськ", "pokrovsk-held"),
        ("vemhållerpokrovsk", "pokrovsk-held"),
    ],
)
def test_a_question_without_spaces_is_answered(text: str, fact: str, knowledge: Knowledge) -> None:
    assert [one.id for one in knowledge.ask(text).facts] == [fact]


@pytest.mark.parametrize("text", ["understandable", "misunderstandings", "Donaudampfschiff"])
def test_a_long_word_of_another_subject_is_none_of_ours(text: str, knowledge: Knowledge) -> None:
    assert not knowledge.ask(text).facts
