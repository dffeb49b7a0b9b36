"""All that understanding needs is made of the sources alone, always the same."""

from __future__ import annotations

import gc
from collections.abc import Mapping
from dataclasses import replace

import pytest

from knowledge.source import Wording
from knowledge.understanding.lessons import Lessons
from knowledge.understanding.reading import SHORTEST_MISSPELT
from knowledge.understanding.store import unpack
from knowledge.understanding.training import entries_of, train
from tests.knowledge.sources import invented


@pytest.fixture(scope="module")
def parts() -> Mapping[str, bytes]:
    return train(invented())


@pytest.fixture(scope="module")
def learnt(parts: Mapping[str, bytes]) -> Lessons:
    return unpack(parts)[2]


def test_the_same_sources_give_the_same_bytes_and_garbage_is_collected_as_before(
    parts: Mapping[str, bytes],
) -> None:
    assert gc.isenabled()
    assert train(invented()) == parts
    assert gc.isenabled()


def test_it_knows_what_the_article_says_and_how_people_ask(learnt: Lessons) -> None:
    assert learnt.figures == {12, 900, 2031}
    assert learnt.near == {"admiral": ("ships-lost",)}
    assert {fact: str(holder) for fact, holder in learnt.holders.items()} == {
        "ekvik-held": "sudmark"
    }
    assert learnt.small_talk == {"hi": "greeting"}
    assert set(learnt.tellings) == {fact.id for fact in invented().articles[0].facts}
    assert "relation|holder|ask" in learnt.weights.labels


def test_a_word_is_known_once_two_wordings_of_its_language_have_it(learnt: Lessons) -> None:
    """Those on other subjects don't count."""
    assert learnt.vocabulary == {"en": {"ekvik", "who"}, "de": {"wer"}}


def test_how_questions_are_read_does_not_depend_on_claims(learnt: Lessons) -> None:
    (article,) = invented().articles
    claims = tuple(
        Wording("en", "claims", "ekvik-held", "yes", f"zebras zebras {number}")
        for number in range(9)
    )
    claimed = replace(article, wordings=(*article.wordings, *claims))
    other = unpack(train(replace(invented(), articles=(claimed,))))[2]
    assert (other.vocabulary, other.spellings) == (learnt.vocabulary, learnt.spellings)
    assert other.weights.to_bytes() == learnt.weights.to_bytes()
    assert other.claims != learnt.claims


def test_a_typo_may_stand_for_words_that_carry_meaning_and_are_long_enough(
    learnt: Lessons,
) -> None:
    english = learnt.spellings["en"]
    assert {"abandoned", "captured"} <= set(english)
    assert not {"the", "this", "was", "zebras"} & set(english)
    assert min(map(len, english)) >= SHORTEST_MISSPELT
    assert list(english) == sorted(english)


def test_names_of_articles_come_before_those_that_none_has_with_every_spelling() -> None:
    entries = entries_of(invented())
    assert [(entry.id, entry.named) for entry in entries] == [
        ("norland", True),
        ("sudmark", True),
        ("ekvik", True),
        ("farholm", False),
    ]
    norland, sudmark, ekvik, farholm = entries
    assert {"Norland", "Norlanders", "norländisch*"} <= set(norland.aliases)
    assert norland.parties == ("northaven",)
    assert sudmark.capitals == ("SM",)
    assert {"ekvi*", "Ekvik", "Ekwik"} == set(ekvik.aliases)
    assert {"farhol*", "Farholm", "Fernholm"} == set(farholm.aliases)
