"""What a person typed is read as a person sees it."""

from __future__ import annotations

import pytest

from knowledge.understanding.text import MOST_CHARACTERS, MOST_TOKENS, clean, fold, tokens_of


@pytest.mark.parametrize(
    ("typed", "seen"),
    [
        ("<b>who</b> holds", "who holds"),
        ("tom &amp; jerry", "tom & jerry"),
        ("tom &amp;amp; jerry", "tom & jerry"),
        ("\x1b[31mred\x1b[0m", "red"),
        ("Pok\u200brov\u200dsk\ufeff", "Pokrovsk"),
        ("\u202ewho\u202c", "who"),
        ("ｗｈｏ", "who"),
        ("p\u0337o\u0337k", "pok"),
        ("who 🎉 holds", "who holds"),
        ("a\x00b", "a b"),
        ("a\ud800b", "a b"),
        ("a\ue000b", "a b"),
        ("e\u0301", "é"),
        ("и\u0306", "й"),
    ],
)
def test_what_nobody_sees_is_taken_out(typed: str, seen: str) -> None:
    assert clean(typed).split() == seen.split()


@pytest.mark.parametrize(
    ("typed", "seen"),
    [("P0krovsk", "Pokrovsk"), ("Т0рецьк", "Тoрецьк"), ("10k", "10k"), ("m0", "m0"), ("0k", "0k")],
)
def test_a_zero_within_a_word_stands_for_its_o(typed: str, seen: str) -> None:
    assert clean(typed) == seen


def test_a_sign_that_is_no_tag_stays() -> None:
    assert clean("more < less") == "more < less"


def test_of_a_long_text_both_ends_are_read() -> None:
    """A question stands at either end of what was pasted with it."""
    text = clean("who holds it? " + "x" * 100_000 + " and since when?")
    assert len(text) <= MOST_CHARACTERS + 1
    assert text.startswith("who holds it?")
    assert text.endswith("and since when?")


@pytest.mark.parametrize(
    ("typed", "folded"),
    [
        ("Pokrovsk", "pokrovsk"),
        ("Crème", "creme"),
        ("Größe", "grosse"),
        ("don’t", "don't"),
        ("ПОКРОВСЬК", "покровськ"),
        ("ґанок", "ганок"),
        ("ёлка", "елка"),
        ("їжак", "їжак"),
        ("роkrоvsk", "pokrovsk"),  # Cyrillic р and о in a Latin word
        ("покровcьк", "покровськ"),  # Latin c in a Cyrillic word
    ],
)
def test_words_are_compared_in_small_letters_of_one_script(typed: str, folded: str) -> None:
    assert fold(typed) == folded


@pytest.mark.parametrize("word", ["Pokrovsk", "роkrоvsk", "ПОКРОВСЬК", "Größe", "п'ять"])
def test_a_folded_word_folds_to_itself(word: str) -> None:
    assert fold(fold(word)) == fold(word)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("427,000 troops", ["427,000", "troops"]),
        ("427 000 troops", ["427 000", "troops"]),
        ("427k", ["427", "k"]),
        ("1.5 million", ["1.5", "million"]),
        ("what's Ukraine's loss", ["what's", "ukraine", "loss"]),
        ("50%", ["50", "%"]),
        ("__init__", ["init"]),
        ("-- ;) ...", []),
    ],
)
def test_a_text_is_split_into_words_and_figures(text: str, words: list[str]) -> None:
    assert [token.folded for token in tokens_of(text)] == words


def test_a_token_knows_that_its_sentence_ends() -> None:
    ends = [token.sentence_end for token in tokens_of("He left. Who, then, holds it?")]
    assert ends == [False, True, False, False, False, True]


def test_no_text_has_more_tokens_than_are_read() -> None:
    assert len(tokens_of("a " * 10_000)) == MOST_TOKENS
