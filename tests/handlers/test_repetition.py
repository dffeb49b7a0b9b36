"""A page leaves out what it has just said, and never a name or a figure."""

from __future__ import annotations

from dataclasses import replace

import pytest

from handlers.repetition import without_repetition
from knowledge import Fact
from tests.invented_knowledge import FACTS

FIRST = "The guild says that 43 of its masts broke and 37 bent."


def fact(statement: str, *about: str) -> Fact:
    """A fact of that statement, about those names."""
    return replace(FACTS[0], id=statement, statement={"en": statement}, about=about)


@pytest.mark.parametrize(
    ("statement", "about", "kept"),
    [
        ("The guild says that 43 of its masts broke.", ["guild"], False),
        ("It is the guild that says that 43 masts broke.", ["guild"], False),
        ("The guild says that 44 of its masts broke.", ["guild"], True),
        ("The guild of Oakham says that 43 of its masts broke.", ["guild", "oakham"], True),
        ("Of its masts, the guild says, 43 broke and 37 bent.", ["guild", "oakham"], False),
        ("The guild is old and keeps its masts in a shed.", ["guild"], True),
    ],
)
def test_what_adds_nothing_is_left_out(statement: str, about: list[str], kept: bool) -> None:
    facts = [fact(FIRST, "guild"), fact(statement, *about)]
    assert len(without_repetition(facts)) == 1 + kept
