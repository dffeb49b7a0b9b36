"""Words are found in every form that words.toml gives them, the longest entry first."""

from __future__ import annotations

import pytest

from handlers.catalogues import LANGUAGES
from knowledge.check.lexicon import (
    GROUPS,
    Entry,
    Index,
    entry_of,
    lexicon_of,
    same_stem,
    tokens_of,
)


def folded(text: str) -> list[str]:
    return [token.folded for token in tokens_of(text)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("4,168 km²", ["4168", "km2"]),
        ("427 000 · 427.000 · 427\u00a0000", ["427000"] * 3),
        ("1.5 and 12,34", ["1.5", "and", "12.34"]),
        ("Russia’s long-range missiles'", ["russia", "long", "range", "missiles"]),
        ("ещё, 50 %", ["еще", "50", "%"]),
        ("٣", ["3"]),
    ],
)
def test_figures_lose_their_separators_and_words_their_possessives(
    text: str, words: list[str]
) -> None:
    assert folded(text) == words


def entry(text: str, key: str = "key") -> Entry:
    found = entry_of(text, "group", key)
    assert found is not None
    return found


def test_of_entries_that_begin_alike_the_longest_is_found() -> None:
    index = Index.of([entry("more", "more"), entry("more than half", "half"), entry("mor*", "m")])
    tokens = tokens_of("more than half, more than all, morning")
    found = [index.at(tokens, at) for at in range(len(tokens))]
    assert [each and each.key for each in found] == ["half", None, None, "more", None, None, "m"]


def test_a_stem_stands_for_what_begins_so_and_only_at_its_own_word() -> None:
    phrase = entry("think tank*")
    assert phrase.stands_at(tokens_of("a think tanks"), 1)
    assert not phrase.stands_at(tokens_of("a thinking tank"), 1)
    assert not phrase.stands_at(tokens_of("a think"), 1)
    assert entry_of(" … ", "group", "key") is None


def test_what_counts_in_capitals_alone_is_not_found_in_small_letters() -> None:
    capital = Entry((("us", False),), "country", "us", typed="US")
    assert capital.stands_at(tokens_of("the US"), 1)
    assert not capital.stands_at(tokens_of("between us"), 1)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("attacks", "attacked", True),
        ("attack", "attack", True),
        ("attack", "attic", False),
        ("takes", "tamed", False),
        ("harbour", "harbinger", False),
    ],
)
def test_words_are_one_where_only_their_endings_differ(one: str, other: str, same: bool) -> None:
    assert same_stem(one, other, frozenset(("", "s", "ed", "es", "d"))) is same


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_of_the_bot_has_its_words(language: str) -> None:
    lexicon = lexicon_of(language)
    groups = {found.group for entries in lexicon.index._by_start.values() for found in entries}
    assert lexicon.known
    assert {"numbers", "outcomes", "negations", "reporting"} <= groups <= {*GROUPS, "aside"}
    assert not lexicon_of("tlh").known
