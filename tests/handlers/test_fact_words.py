"""A fact is told by its statement, its quote, where that stands, and how sure it is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

import pytest

from handlers.catalogues import catalogue
from handlers.citations import Citation, cite
from handlers.fact_words import FactWords, first_within, fitting, paragraph, told_further
from handlers.reply import Block, Quote, Reply, line
from handlers.said import Audience
from knowledge import Fact, Knowledge
from tests.invented_knowledge import FACTS, InventedKnowledge

HELD, PIER, CATCH, CAUTION, STORM, SUBHEAD, MAST = FACTS


@pytest.fixture
def known() -> Knowledge:
    return cast(Knowledge, InventedKnowledge())


def words(
    known: Knowledge, audience: Audience = Audience.PRIVATE, *, dated_below: bool = False
) -> FactWords:
    return FactWords(known, catalogue("en"), audience, dated_below=dated_below)


def text(blocks: Sequence[Block]) -> str:
    return Reply(tuple(blocks)).text()


def test_what_must_travel_with_a_fact_takes_room_too(known: Knowledge) -> None:
    """The first is taken all the same."""

    def picked(*facts: Fact, quotes: int) -> tuple[list[str], list[str]]:
        chosen = words(known).select(facts, quotes=quotes, fits=lambda citations: True)
        return [fact.id for fact in chosen.facts], [fact.id for fact in chosen.left_out]

    assert picked(HELD, CATCH, STORM, quotes=2) == (["harbour-held", "storm"], ["catch"])
    assert picked(CATCH, STORM, quotes=1) == (["catch", "caution"], ["storm"])
    assert picked(HELD, PIER, quotes=1) == (["harbour-held", "pier-not-held"], [])
    assert picked(CATCH, CAUTION, quotes=9) == (["catch", "caution"], [])


def test_what_does_not_fit_is_left_out_and_what_follows_may_fit(known: Knowledge) -> None:
    def fits(citations: Sequence[Citation]) -> bool:
        return all(fact.id != "storm" for each in citations for fact in each.facts)

    chosen = words(known).select([HELD, STORM, SUBHEAD], quotes=9, fits=fits)
    assert [fact.id for fact in chosen.left_out] == ["storm"]
    assert [fact.id for fact in chosen.facts] == ["harbour-held", "subhead"]


@pytest.mark.parametrize(
    ("audience", "dated_below", "source"),
    [
        (Audience.PRIVATE, False, "— paragraph 1, an invented article on Linden"),
        (Audience.PRIVATE, True, "— paragraph 1"),
        (Audience.GROUP, True, "— paragraph 1, invented"),
    ],
)
def test_an_article_is_named_at_its_first_quote_unless_its_dating_follows(
    known: Knowledge, audience: Audience, dated_below: bool, source: str
) -> None:
    told = words(known, audience, dated_below=dated_below).answer(
        cite([HELD, STORM], lambda f: ())
    )
    lines = text(told).splitlines()
    assert next(each for each in lines if each.startswith("—")) == source
    assert lines[-1].startswith("— paragraph 4")
    assert "article on" not in lines[-1]


def test_a_group_hears_of_the_dating_in_the_source_line_alone(known: Knowledge) -> None:
    assert text(words(known).dating([HELD, STORM])) == "The article is invented."
    assert words(known, Audience.GROUP).dating([HELD]) == []


def test_a_fact_shown_by_its_quote_alone_is_led_in(known: Knowledge) -> None:
    told = words(known).answer(cite([CAUTION], lambda f: ()), quoted_only={"caution"})
    assert text(told).startswith(f"The article also says:\n> {CAUTION.quote}")


def test_who_says_it_is_told_below_the_quote_where_no_statement_does(known: Knowledge) -> None:
    """And in the statement itself where facts of one quote aren't equally sure."""
    [alone] = cite([MAST], lambda f: ())
    worded = words(known)
    silent = worded.quote(alone, with_article=False, stated=[])
    named = worded.quote(alone, with_article=False, stated=[MAST])
    assert text(silent).endswith("— paragraph 4 · estimated by the guild")
    assert text(named).endswith("— paragraph 4")
    mixed = Citation(STORM, [STORM, HELD])
    assert worded.told([STORM, HELD], mixed) == [
        "A storm is said to be coming – the article doesn't say who says so.",
        HELD.statement["en"],
    ]


def test_a_caution_that_several_statements_end_with_is_said_once_at_the_end() -> None:
    told = ["Two were lost. Be careful.", "Three were found. Be careful."]
    assert paragraph(told) == "Two were lost. Three were found. Be careful."


def test_the_rest_is_named_by_its_commands_in_the_order_of_the_menu(known: Knowledge) -> None:
    english = catalogue("en")
    both = told_further(known, english, {"fish", "harbour"})
    assert both == "The article says more: /harbour, /fish"
    assert told_further(known, english, {"no-more"}) == ""


def test_of_several_forms_the_fullest_that_fits_is_chosen_and_else_the_last() -> None:
    forms: list[list[Block]] = [[line("long enough")], [line("short")], [line("tiny")]]
    assert first_within(5, forms).text() == "short"
    assert first_within(1, forms).text() == "tiny"
    fits = fitting(lambda citations: [Quote("12345") for _ in citations], 11)
    assert fits([Citation(HELD)] * 2)
    assert not fits([Citation(HELD)] * 3)
