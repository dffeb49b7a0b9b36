"""Facts that rest on the same words are gathered below one quote."""

from __future__ import annotations

from dataclasses import replace

from handlers.citations import Citation, cite
from knowledge import Fact
from tests.invented_knowledge import CATCH, FACTS, InventedKnowledge

HELD, PIER, CATCH_CLAIMED, CAUTION, STORM, SUBHEAD, MAST = FACTS


def cited(*facts: Fact) -> list[tuple[str, list[str]]]:
    """Each quote with the facts that are shown under it."""
    citations = cite(facts, InventedKnowledge().companions)
    return [(each.source.quote, [fact.id for fact in each.facts]) for each in citations]


def test_a_quote_and_a_part_of_it_are_one_and_the_longer_is_shown() -> None:
    """Whichever comes first."""
    for order in ((HELD, PIER), (PIER, HELD)):
        assert cited(*order) == [(HELD.quote, [fact.id for fact in order])]


def test_the_same_words_of_another_paragraph_or_article_are_another_quote() -> None:
    elsewhere = replace(HELD, id="elsewhere", paragraph=2)
    other = replace(HELD, id="other", article="other")
    assert [ids for _, ids in cited(HELD, elsewhere, other)] == [
        ["harbour-held"],
        ["elsewhere"],
        ["other"],
    ]


def test_other_words_of_the_same_paragraph_are_another_quote() -> None:
    assert [ids for _, ids in cited(STORM, MAST)] == [["storm"], ["mast"]]


def test_what_must_travel_with_a_fact_follows_it_at_once() -> None:
    order = [ids for _, ids in cited(CATCH_CLAIMED, STORM)]
    assert order == [["catch"], ["caution"], ["storm"]]


def test_no_fact_is_told_twice() -> None:
    assert [ids for _, ids in cited(CAUTION, CATCH_CLAIMED, CAUTION)] == [["caution"], ["catch"]]
    assert cited() == []


def test_a_subheads_words_stand_in_no_paragraph() -> None:
    inside = replace(CATCH_CLAIMED, quote=f"{SUBHEAD.quote} {CATCH}")
    assert not Citation(SUBHEAD).holds(inside)
    assert Citation(SUBHEAD).holds(SUBHEAD)
