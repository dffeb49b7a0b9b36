"""Claims that editors wrote down are known again, and of all claims the words are learnt."""

from __future__ import annotations

from dataclasses import replace

import pytest

from knowledge.source import Wording
from knowledge.understanding.claim_features import claim_features
from knowledge.understanding.claim_lessons import ClaimLessons
from knowledge.understanding.claims import signature
from knowledge.understanding.telling import figure_symbol
from tests.knowledge.sources import invented
from tests.knowledge.understanding.small_world import READER, read

LOST = "ships-lost"
ARTICLE = replace(invented().articles[0], translations={})


def lessons(*claims: tuple[str, str], kind: str = "claims", of: str = LOST) -> ClaimLessons:
    """What claims on a fact teach, each with what it's filed under."""
    wordings = [(Wording("en", kind, of, form, text), read(text)) for text, form in claims]
    return ClaimLessons(wordings, READER, [ARTICLE])


def test_a_claim_is_known_again_by_what_it_says_where_all_agree_on_it() -> None:
    written = lessons(
        ("Norland lost ships", "yes"),
        ("the ships Norland lost", "yes"),
        ("Sudmark lost ships", "no"),
        ("Norland took ships", "open"),
        ("Norland lost crews", "yes"),
        ("Norland lost the crews", "no"),
    ).written()[LOST]
    assert written == {
        signature(read("Norland lost ships")): "yes",
        signature(read("Sudmark lost ships")): "no",
        signature(read("Norland took ships")): "open",
    }


def test_what_only_asks_is_no_claim_that_is_known_again() -> None:
    asked = lessons(("how many ships did Norland lose", "ask"), kind="facts")
    assert asked.written() == {LOST: {}}


@pytest.mark.parametrize(
    ("text", "verdict"), [("did Norland lose ships", "yes"), ("did Norland hold ships", "no")]
)
def test_of_claims_the_words_are_learnt(text: str, verdict: str) -> None:
    claimed = [("did Norland lose ships", "yes"), ("did Norland hold ships", "no")] * 8
    taught = lessons(*claimed)
    weights = taught.weights()
    scores = weights.scores(list(claim_features(read(text), taught.tellings[LOST])))
    assert weights.labels[int(scores.argmax())] == verdict


def test_what_isnt_said_leaves_the_fact_nearest_to_it_open_unless_it_is_asked_openly() -> None:
    claims = [("did Norland hold crews", "ask")] * 8
    assert lessons(*claims, kind="unsaid", of="admiral").weights().labels == ("open",)
    openly = [("who holds the crews", "ask")] * 8
    assert lessons(*openly, kind="unsaid", of="admiral").weights().labels == ()


def test_a_fact_tells_its_quote_its_statement_its_period_and_figures_of_translations() -> None:
    article = invented().articles[0]
    german = article.translations["de"]
    statements = {**german.statements, LOST: "Norland verlor 77 Schiffe."}
    told = replace(article, translations={"de": replace(german, statements=statements)})
    telling = ClaimLessons([], READER, [told]).tellings[LOST]
    assert telling.tells(figure_symbol(900))
    assert telling.tells(figure_symbol(77))
    assert (telling.sides, telling.speaker) == (("norland", "sudmark"), "sudmark")


@pytest.mark.parametrize(
    ("quote", "counts", "foretells", "unsplit"),
    [
        ("Norland lost 9,000 ships", True, False, False),
        ("Norland will lose ships", False, True, False),
        ("crews were killed and wounded", False, False, True),
    ],
)
def test_a_fact_tells_whether_it_counts_foretells_or_tells_of_killed_and_wounded_in_one(
    quote: str, counts: bool, foretells: bool, unsplit: bool
) -> None:
    facts = tuple(replace(f, quote=quote) if f.id == LOST else f for f in ARTICLE.facts)
    telling = ClaimLessons([], READER, [replace(ARTICLE, facts=facts)]).tellings[LOST]
    told = (telling.counts, telling.foretells, telling.unsplit)
    assert told == (counts, foretells, unsplit)
