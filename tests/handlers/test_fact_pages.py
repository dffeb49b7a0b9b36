"""A page of facts has as many as fit, tells none twice, and says what is left out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, cast

import pytest

from handlers.catalogues import catalogue
from handlers.fact_pages import FactPages, Size, less_telling, number_left_out
from handlers.reply import Line, line
from handlers.said import Audience, Said
from knowledge import Exchange, Fact, Knowledge
from tests.invented_knowledge import FACTS, InventedKnowledge

HELD, PIER, CATCH, CAUTION, STORM, SUBHEAD, MAST = FACTS
ROOMY = Size(3500, 30, 100)


def rest(left_out: Sequence[Fact]) -> Line:
    return line("left out: ", ", ".join(fact.id for fact in left_out))


def page(
    *told: Fact, size: Size = ROOMY, audience: Audience = Audience.PRIVATE, **more: Any
) -> Said:
    pages = FactPages(cast(Knowledge, InventedKnowledge()))
    return pages.page(line("Head"), told, "en", audience, size, rest, **more)


def cited(said: Said) -> list[str]:
    return [fact.id for fact in said.cited]


def test_each_quote_stands_below_what_rests_on_it_and_the_dating_at_the_end() -> None:
    said = page(HELD, PIER, STORM)
    text = said.reply.text()
    assert text.startswith(
        f"Head\n\n• {HELD.statement['en']}\n• {PIER.statement['en']}\n"
        f"> {HELD.quote}\n— paragraph 1"
    )
    assert text.endswith("The article is invented.")
    assert said.exchange == Exchange(facts=("harbour-held",))


@pytest.mark.parametrize(
    ("size", "left_out"),
    [
        (replace(ROOMY, quotes=1), "storm"),
        (replace(ROOMY, facts=1), "pier-not-held, storm"),
        (replace(ROOMY, characters=300), "storm"),
    ],
)
def test_what_has_no_room_is_told_of(size: Size, left_out: str) -> None:
    """Though by quotes alone, what stands in a quote that is shown has been read."""
    said = page(HELD, PIER, STORM, size=size, all_told=True)
    assert said.reply.text().endswith(f"left out: {left_out}")
    assert said.reply.length() <= size.characters


def test_what_stands_in_a_quote_that_is_shown_is_not_left_out() -> None:
    said = page(HELD, PIER, STORM, size=replace(ROOMY, facts=1))
    assert said.reply.text().endswith("left out: storm")


def test_what_was_just_told_is_told_no_more_but_with_what_must_travel_with_something_new() -> None:
    again = page(CATCH, STORM, before=(CATCH, CAUTION))
    assert cited(again) == ["storm"]
    assert CATCH.quote not in again.reply.text()
    warned = replace(STORM, companions=("caution",))
    assert CAUTION.quote in page(CATCH, warned, before=(CATCH, CAUTION)).reply.text()


def test_a_page_of_nothing_says_so_beside_what_else_there_is_to_say() -> None:
    said = page(beside=[line("Nobody knows Oakham.")])
    assert said.reply.text() == "Head\nThe article doesn't say more of it.\nNobody knows Oakham."
    assert cited(said) == []


def test_a_group_has_the_article_at_the_first_quote_and_no_dating() -> None:
    text = page(HELD, STORM, audience=Audience.GROUP).reply.text()
    assert text.count("invented") == 1
    assert "— paragraph 1, invented" in text


def test_a_page_may_have_lines_of_its_own() -> None:
    said = page(HELD, STORM, line_of=lambda fact, told: line(f"{fact.id}: {told}"))
    assert "• storm: A storm is said to be coming." in said.reply.text()


def test_a_page_of_several_subjects_has_room_for_each_and_no_more_than_a_message() -> None:
    each, most = Size(1500, 5, 6), Size(3500, 12, 100)
    assert each.for_each_of(1, most) == each
    assert each.for_each_of(2, most) == Size(3000, 10, 12)
    assert each.for_each_of(9, most) == Size(3500, 12, 54)


def test_figures_tell_most_and_subheads_least() -> None:
    year = replace(STORM, id="year", quote="It was in 2031.")
    order = sorted([SUBHEAD, year, MAST, CATCH], key=less_telling)
    assert [fact.id for fact in order] == ["catch", "year", "mast", "subhead"]


@pytest.mark.parametrize(
    ("number", "told"), [(1, "1 more fact doesn't"), (3, "3 more facts don't")]
)
def test_how_many_are_left_out_is_counted(number: int, told: str) -> None:
    assert number_left_out(catalogue("en"), [STORM] * number).plain.startswith(told)
