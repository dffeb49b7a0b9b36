"""The search finds what shares words with a question, and nothing in a question commands it."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from knowledge.build import build
from knowledge.search import MOST_WORDS, Search
from knowledge.store import Store
from tests.corpora import naughty_strings
from tests.knowledge.sources import GAZETTEER, INVENTED, no_training


@pytest.fixture(scope="module")
def search(tmp_path_factory: pytest.TempPathFactory) -> Search:
    """Of the invented article, whose file is gone by then."""
    out: Path = tmp_path_factory.mktemp("search") / "knowledge.db"
    build(INVENTED, out, GAZETTEER, learn=no_training)
    store = Store.open(out)
    out.unlink()
    return store.search


@pytest.mark.parametrize(
    ("word", "fact"),
    [
        ("islands", "islands-taken"),
        ("ISLAND", "islands-taken"),
        ("Inseln", "islands-taken"),
        ("Häfen", "no-harbours"),
        ("hafen", "no-harbours"),
        ("fleet", "ships-lost"),
        ("port", "ekvik-held"),
        ("bedroht*", "ekvik-held"),
        ("threatened port", "ekvik-held"),
    ],
)
def test_a_fact_is_found_by_its_statement_in_any_language_and_by_its_quote(
    word: str, fact: str, search: Search
) -> None:
    assert set(search.nearest([word])) == {fact}


@pytest.mark.parametrize("word", ["bedro", "port threatened", "pirates", "ships OR islands"])
def test_a_word_finds_itself_alone(word: str, search: Search) -> None:
    assert search.nearest([word]) == {}


def test_the_more_and_the_rarer_words_it_has_the_nearer_a_fact_is(search: Search) -> None:
    near = search.nearest(["Norland", "taken", "harbours"])
    assert max(near, key=near.__getitem__) == "no-harbours"
    assert near["no-harbours"] > near["islands-taken"] > 0
    assert search.nearest(["fleet"])["ships-lost"] > search.nearest(["norland"])["ships-lost"]


def test_a_word_counts_once_however_often_it_is_said(search: Search) -> None:
    assert search.nearest(["fleet"] * 50) == search.nearest(["fleet"])


@pytest.mark.parametrize("words", [[], [""], [" ", "\n"], ["\x00"], ["\ud800\udfff"], ["*"]])
def test_without_a_word_nothing_is_near(words: list[str], search: Search) -> None:
    assert search.nearest(words) == {}


@pytest.mark.parametrize(
    "word",
    [
        *(
            '"',
            '""',
            '"*',
            '" OR "',
            "*",
            "**",
            "!*",
            "(",
            ")",
            "^",
            ":",
            "-",
            "+",
            ".",
            ",",
            "\\",
        ),
        *("AND", "OR", "NOT", "NEAR", "NEAR(a b, 5)", "NOT fleet", "statement:fleet", "{quote}:x"),
        *("'", "'; DROP TABLE facts; --", "\x00fleet\x00", "fle\ud800et", "🎉", "\u202e", "٤٢٧"),
    ],
)
def test_no_mark_or_word_of_its_own_language_changes_what_is_found(
    word: str, search: Search
) -> None:
    assert "ships-lost" in search.nearest([word, "fleet"])


def test_no_naughty_string_breaks_it(search: Search) -> None:
    for text in naughty_strings():
        for words in ([text], text.split(), [f"{text}*"]):
            search.nearest(words)
        assert "ships-lost" in search.nearest([text, "fleet"])


def test_of_a_long_question_the_first_words_are_searched_for(search: Search) -> None:
    others = [f"word{number}" for number in range(MOST_WORDS)]
    assert search.nearest([*others[1:], "fleet"])
    assert search.nearest([*others, "fleet"]) == {}


def test_threads_may_share_it(search: Search) -> None:
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(search.nearest, [["fleet", "norland"]] * 200))
    assert found == [search.nearest(["fleet", "norland"])] * 200
