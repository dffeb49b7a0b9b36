"""The page of a place has what the article says of it, who holds it first."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

import pytest

from handlers.desk import Desk
from handlers.place_words import PLACE
from handlers.said import Audience
from knowledge import Knowledge
from tests.handlers.pages import run
from tests.invented_knowledge import FACTS, InventedKnowledge


def test_places_lists_each_with_what_is_said_of_it(desk: Desk) -> None:
    text = run(desk, "places").reply.text()
    assert "• Linden: The Greys hold the harbour of Linden.\n> The harbour of Linden" in text
    assert "• Oakham: The mast takes two years" in text
    assert run(desk, "place").reply.text() == text


def test_a_place_gives_its_facts_and_how_the_article_spells_it(desk: Desk) -> None:
    text = run(desk, "place", "linden").reply.text()
    assert text.startswith("Linden (“Lindén” in the article)\n\n• The Greys hold")


def test_a_place_told_of_at_length_keeps_to_the_most_telling_and_names_the_rest(
    knowledge: InventedKnowledge, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A fact of each topic, then the commands of all topics that have more."""
    monkeypatch.setattr(
        knowledge,
        "facts_about",
        lambda name: tuple(replace(fact, about=(name,)) for fact in FACTS if fact.id != "subhead"),
    )
    few = replace(PLACE[Audience.PRIVATE], facts=3)
    monkeypatch.setattr("handlers.place_words.PLACE", dict.fromkeys(Audience, few))
    said = run(Desk(cast(Knowledge, knowledge)), "place", "Linden")
    assert [fact.id for fact in said.cited] == [
        "harbour-held",
        "pier-not-held",
        "catch",
        "caution",
    ]
    assert said.reply.text().endswith("The article says more: /fish")


def test_a_place_that_is_not_in_the_article_is_told_from_one_that_is_not_known(desk: Desk) -> None:
    assert run(desk, "place", "elsewhere").reply.text() == "The article never names Elsewhere."
    assert run(desk, "place", "qqq").reply.text().startswith("I know no place of that name.")
