"""A language that isn't spoken is known by words and letters that none of ours has."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping

import pytest

from knowledge.understanding.lexicon import LANGUAGES_FOLDER, Lexicon, compile_lexicon
from knowledge.understanding.other_languages import words_of_another
from knowledge.understanding.text import clean, fold, tokens_of
from knowledge.understanding.typed_in_latin import as_typed_in_latin


def strange(text: str, *spoken: Lexicon, in_latin: tuple[Lexicon, ...] = ()) -> int:
    return words_of_another(tokens_of(clean(text)), spoken, in_latin)


def test_the_words_by_which_other_languages_are_known_are_none_of_the_bot_s(
    lexicons: Mapping[str, Lexicon],
) -> None:
    others = tomllib.loads((LANGUAGES_FOLDER / "others.toml").read_text(encoding="utf-8"))
    words = {fold(word) for each in others.values() for word in each}
    for lexicon in lexicons.values():
        assert words.isdisjoint(lexicon.words), lexicon.language
    assert others.keys().isdisjoint(lexicons)


def test_of_several_languages_only_the_one_that_explains_most_words_counts() -> None:
    """Else any text would be strange: each of its words is somebody's."""
    assert strange("combien") == 1
    assert strange("combien dime") == 1
    assert strange("combien combien dime") == 2


@pytest.mark.parametrize("text", ["谁控制", "τι έγινε", "łódź"])
def test_letters_that_none_of_ours_has_are_strange_whatever_the_word(text: str) -> None:
    assert strange(text) == len(text.split())


def test_a_word_of_ours_is_none_of_another_language() -> None:
    word = compile_lexicon("en", {"act": {"x": ["combien"]}})
    typed = compile_lexicon("uk", {"act": {"x": ["діме"]}}, as_typed_in_latin)
    assert (strange("combien", word), strange("combiens", word)) == (0, 0)
    assert (strange("dime", in_latin=(typed,)), strange("combien", in_latin=(typed,))) == (0, 1)
