"""A fact is proved by its quote, by what travels with it, and by the sum that it rests on."""

from __future__ import annotations

from dataclasses import replace

from knowledge.check.case import Case
from tests.knowledge.check.islands import BOOK, article, case, fact


def test_what_travels_with_a_fact_and_its_sum_bear_it_out_too() -> None:
    lost = case("ships-lost", arithmetic="900 + 1 = 901")
    assert "901" in lost.held_keys("numbers")
    assert len(lost.support) == 3
    alone = case("ships-lost", companions=())
    assert (len(alone.support), alone.support[0]) == (1, alone.quote)


def test_words_that_stand_for_a_name_name_it_where_they_stand() -> None:
    denied = case("no-harbours")
    assert denied.held_names() == {"norland": 1}
    [(at, name)] = denied.names_in_quote()
    assert (denied.quote.tokens[at].typed, name) == ("them", "norland")
    assert case("no-harbours", stands_for={}).held_names() == {}
    assert case("no-harbours", stands_for={"whom": "norland"}).pronouns == ()


def test_a_name_is_held_as_often_as_the_quotes_name_it() -> None:
    lost = case("ships-lost")
    assert lost.held_names() == {"sudmark": 2, "norland": 1}


def test_each_translation_that_there_is_comes_with_its_file() -> None:
    german = article().translations["de"]
    untold = {k: v for k, v in german.statements.items() if k != "ekvik-held"}
    half = replace(article(), translations={"de": replace(german, statements=untold)})
    assert list(Case.of(half, fact("ekvik-held"), BOOK).translations()) == []
    [(language, text, reading, file)] = Case.of(half, fact("ships-lost"), BOOK).translations()
    assert (language, file) == ("de", "translation.de.toml")
    assert text.startswith("Die Südmark behauptet")
    assert "sudmark" in reading.name_ids


def test_a_problem_is_of_the_fact_in_its_file_unless_another_is_named() -> None:
    lost = case("ships-lost")
    own, other = lost.problem("it's wrong", "Mend it."), lost.problem("x", "Y.", "names.toml")
    assert (own.file, own.fact) == ("articles/islands-2031/facts.toml", "ships-lost")
    assert other.file == "articles/islands-2031/names.toml"
