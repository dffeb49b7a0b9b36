"""How people ask is read from a file a language, and kept with what it asks."""

from __future__ import annotations

import tomllib

import pytest

from knowledge.source import EntryError, Follow, Unsaid, Wording
from knowledge.source.tables import Table
from knowledge.source.wordings import read_claims, read_follows, read_wordings


def files(**content: str) -> dict[str, Table]:
    return {
        language: Table(f"questions.{language}.toml", "", tomllib.loads(text))
        for language, text in content.items()
    }


def test_the_articles_own_language_comes_first_and_the_rest_by_the_alphabet() -> None:
    asked = dict.fromkeys(("de", "sv", "en"), '[facts.held]\nask = ["?"]')
    _, wordings = read_wordings(files(**asked), "sv")
    assert [wording.language for wording in wordings] == ["sv", "de", "en"]


def test_what_is_not_said_is_one_thing_in_all_languages_near_to_what_any_names() -> None:
    unsaid, wordings = read_wordings(
        files(
            en='[unsaid.crews]\nnear = ["a", "b"]\nanswer = "which"\nask = ["crews?"]',
            de='[unsaid.crews]\nnear = ["b", "c"]\nask = ["mannschaften?"]',
        ),
        "en",
    )
    assert unsaid == (Unsaid("crews", ("a", "b", "c"), "which"),)
    assert [(wording.kind, wording.text) for wording in wordings] == [
        ("unsaid", "crews?"),
        ("unsaid", "mannschaften?"),
    ]


def test_a_claim_is_filed_under_what_its_quote_says_to_it() -> None:
    claims = read_claims(files(en='[held]\nyes = ["it stands"]\nno = ["it fell"]\nopen = ["x"]'))
    assert list(claims) == [
        Wording("en", "claims", "held", "yes", "it stands"),
        Wording("en", "claims", "held", "no", "it fell"),
        Wording("en", "claims", "held", "open", "x"),
    ]


def test_a_follow_up_leads_from_a_fact_to_another_or_to_what_isnt_said() -> None:
    follows = read_follows(files(en='[follow.held]\nlost = ["and ships?"]\nunsaid = ["why?"]'))
    assert follows == (
        Follow("en", "held", "lost", "and ships?"),
        Follow("en", "held", None, "why?"),
    )


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ('[fact.held]\nask = ["?"]', "the key fact is unknown"),
        ('[facts.held]\nnear = ["a"]', "the key near is unknown"),
        ('[facts.held]\nopen = ["?"]', "the key open is unknown"),
        ('[unsaid.x]\nanswer = "maybe"', "“maybe” is unknown"),
        ('[facts.held]\nask = ["?", "?"]', "“?” 2 times"),
    ],
)
def test_an_entry_that_means_nothing_is_refused(content: str, told: str) -> None:
    with pytest.raises(EntryError) as caught:
        read_wordings(files(en=content), "en")
    assert told in str(caught.value)


def test_a_claim_asks_nothing() -> None:
    with pytest.raises(EntryError, match="the key ask is unknown"):
        list(read_claims(files(en='[held]\nask = ["who?"]')))
