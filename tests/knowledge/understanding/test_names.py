"""Names are found however they're spelled, and everyday words aren't taken for them."""

from __future__ import annotations

import pytest

from knowledge.understanding.names import Mention, NameEntry, NameIndex
from knowledge.understanding.text import clean, tokens_of
from tests.knowledge.understanding.small_world import NAMES

INDEX = NameIndex.of(NAMES)


def named(text: str) -> Mention | None:
    """The name whose alias begins `text`."""
    return INDEX.mention_at(tokens_of(clean(text)), 0)


def resembled(text: str, surer: float = 0.0) -> str | None:
    """The id of the name that `text` misspells."""
    mention = INDEX.likeness_at(tokens_of(clean(text)), 0, surer)
    return mention.id if mention else None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ekvik", "ekvik"),
        ("EKVIK", "ekvik"),
        ("Ekvik's harbour", "ekvik"),
        ("Эквике", "ekvik"),
        ("Еkvіk", "ekvik"),  # Cyrillic е and і
        ("Port Ekvik", "port-ekvik"),
        ("Farholm", "farholm"),
        ("SM", "sudmark"),
    ],
)
def test_a_name_is_found_in_its_spellings_and_cases(text: str, name: str) -> None:
    mention = named(text)
    assert mention is not None
    assert mention.id == name


@pytest.mark.parametrize("text", ["sm", "port", "harbour", "Ekvi", "hold Ekvik", ""])
def test_what_is_no_alias_isnt_found(text: str) -> None:
    assert not tokens_of(text) or named(text) is None


def test_the_longest_alias_wins() -> None:
    mention = named("Port Ekvik")
    assert mention is not None
    assert (mention.start, mention.end) == (0, 2)


def test_a_capital_city_stands_for_its_country() -> None:
    capital, country = named("Stenby"), named("Norland")
    assert capital is not None
    assert country is not None
    assert (capital.id, capital.as_party) == ("norland", True)
    assert (country.id, country.as_party) == ("norland", False)


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Sandhavan", "sandhavn"),
        ("Sandhvn", "sandhavn"),
        ("Sand havn", "sandhavn"),
        ("Сандхавн", "sandhavn"),
        ("Farholmm", "farholm"),
    ],
)
def test_a_misspelt_name_is_recognised(typed: str, name: str) -> None:
    assert resembled(typed) == name


@pytest.mark.parametrize(
    "typed", ["sand", "handhavn", "windows", "sand5avn", "ekv", "harbour", "Farhelmet"]
)
def test_a_word_that_is_merely_like_a_name_is_none(typed: str) -> None:
    assert resembled(typed) is None


def test_a_name_that_no_article_has_must_be_spelled_closer() -> None:
    assert resembled("Sandhaven") == "sandhavn"
    assert resembled("Farhoml") is None


def test_a_word_of_the_wordings_must_be_spelled_closer() -> None:
    assert resembled("Sandhaven") == "sandhavn"
    assert resembled("Sandhaven", surer=15.0) is None


def test_two_words_of_two_sentences_are_no_name() -> None:
    assert resembled("Sand. Havn") is None


def test_of_two_names_with_one_spelling_the_articles_wins() -> None:
    ours = NameEntry("z-ours", "place", True, ("twin",))
    other = NameEntry("a-other", "place", False, ("twin",))
    for order in ((ours, other), (other, ours)):
        mention = NameIndex.of(order).mention_at(tokens_of("Twin"), 0)
        assert mention is not None
        assert mention.id == "z-ours"
