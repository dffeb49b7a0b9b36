"""A language's words stand for concepts, which are the same in every language."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from knowledge.errors import SourceError
from knowledge.understanding.lexicon import (
    KINDS,
    NUMBER_JOINTS,
    PLAIN,
    Lexicon,
    compile_lexicon,
    concept_kinds,
    read_languages,
)
from knowledge.understanding.patterns import split_entry
from knowledge.understanding.text import tokens_of

LEXICON = compile_lexicon(
    "en",
    {
        "ask": {"when": ["when", "since when"], "date": ["since when exactly"]},
        "act": {"kill": ["kill*", "dead"], "killer": ["killjoy"], "hold": ["hold*"]},
        "thing": {"deaths": ["dead"]},
        "quality": {"long_range": ["long range*"]},
        "numbers": {"Forty": 40},
        "number_joints": {"words": ["And"]},
    },
)


@pytest.mark.parametrize(
    ("word", "concepts"),
    [
        ("kill", ("kill",)),
        ("killings", ("kill",)),
        ("killjoy", ("killer",)),
        ("dead", ("kill", "deaths")),
        ("kil", ()),
        ("", ()),
    ],
)
def test_a_word_has_its_own_concepts_else_its_stems(word: str, concepts: tuple[str, ...]) -> None:
    assert LEXICON.concepts_of(word) == concepts


@pytest.mark.parametrize(
    ("text", "concept"),
    [
        ("since when", "when"),
        ("since when exactly", "date"),
        ("long ranged ones", "long_range"),
        ("since", None),
        ("when since", None),
    ],
)
def test_the_longest_phrase_wins(text: str, concept: str | None) -> None:
    phrase = LEXICON.phrase_at(tokens_of(text), 0)
    assert (phrase[1] if phrase else None) == concept


def test_number_words_and_what_joins_them_are_folded() -> None:
    assert LEXICON.numbers == {"forty": 40}
    assert LEXICON.number_joints == {"and"}


def test_a_language_is_recognised_by_the_words_that_it_asks_with() -> None:
    assert LEXICON.signs == {"when"}


def test_an_entry_may_be_several_words_of_which_some_are_stems() -> None:
    assert split_entry("Great Brit*") == (("great", False), ("brit", True))
    assert split_entry("long-range*") == (("long", False), ("range", True))


@pytest.mark.parametrize(
    ("table", "key"), [("act", "kill"), ("plain", "words"), ("number_joints", "words")]
)
def test_words_that_are_no_list_are_named(table: str, key: str) -> None:
    with pytest.raises(SourceError, match=rf"en\.toml: {table}\.{key} must be a list"):
        compile_lexicon("en", {table: {key: "kill*"}})


def test_a_file_that_is_no_toml_is_named(tmp_path: Path) -> None:
    (tmp_path / "xx.toml").write_text("[ask", encoding="utf-8")
    with pytest.raises(SourceError, match=r"xx\.toml: can't be read .* Mend the file"):
        read_languages(tmp_path)


def test_the_bots_five_languages_are_there(lexicons: Mapping[str, Lexicon]) -> None:
    assert set(lexicons) == {"en", "uk", "ru", "sv", "de"}
    for language, lexicon in lexicons.items():
        assert lexicon.signs, language
        assert lexicon.numbers, language


def test_a_language_has_no_other_kinds_of_words() -> None:
    for language, content in read_languages().items():
        assert set(content) <= {*KINDS, "numbers", NUMBER_JOINTS, PLAIN}, language


def test_a_concept_is_of_one_kind_in_every_language() -> None:
    contents = read_languages()
    kinds = concept_kinds(contents.values())
    for language, content in contents.items():
        for kind in KINDS:
            strange = {concept for concept in content.get(kind, {}) if kinds[concept] != kind}
            assert not strange, f"{language}.toml has them under {kind}"


@pytest.mark.parametrize(
    ("language", "text", "concept"),
    [
        ("en", "as well as", "and"),
        ("uk", "а також", "and"),
        ("ru", "равно как и", "and"),
        ("sv", "såväl som", "and"),
        ("de", "als auch", "and"),
        ("en", "what about", "what_about"),
        ("uk", "а що із", "what_about"),
        ("ru", "как обстоят дела с", "what_about"),
        ("sv", "hur går det med", "what_about"),
        ("de", "wie steht es mit", "what_about"),
    ],
)
def test_each_language_joins_questions_and_turns_to_others(
    language: str, text: str, concept: str, lexicons: Mapping[str, Lexicon]
) -> None:
    tokens = tokens_of(text)
    assert lexicons[language].phrase_at(tokens, 0) == (len(tokens), concept)
