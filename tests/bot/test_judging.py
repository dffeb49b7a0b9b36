"""A reply is right where it cites what is asked for, and says nothing that it must not."""

from __future__ import annotations

from typing import Any

import pytest

from bot.judging import Expected, Mark, holds, judge, overlaps
from tests.invented_knowledge import CATCH, HARBOUR

LINES = [HARBOUR, CATCH]


PARTS = ("The harbour", "of Linden", "is held", "its pier")
"""Of one line: beside it they are one quote, alone they are four."""


def citing(*quotes: str) -> list[dict[str, str]]:
    """What a reply cites."""
    return [{"quote": quote} for quote in quotes]


@pytest.mark.parametrize(
    ("text", "needle", "held"),
    [
        ("they lost 427,000", "427000", True),
        ("they lost 427 000", "427,000", True),
        ("they lost 1,427,000", "427,000", False),
        ("they lost 4270001", "427,000", False),
        ("in the FALL", "autumn|fall", True),
        ("in spring", "autumn|fall", False),
    ],
)
def test_figures_match_whole_however_they_are_grouped(text: str, needle: str, held: bool) -> None:
    assert holds(text, needle) is held


@pytest.mark.parametrize(
    ("quote", "gold", "shared"),
    [
        ("one two three four five", "two three four five six", True),
        ("one two three", "one two three", True),
        ("two", "one two three", False),
        ("one two three four", "four three two one", False),
        ("a b c d e f g h i j", "a b c d e x g h i j", False),
    ],
)
def test_a_quote_is_the_gold_span_where_they_share_most_words_in_a_row(
    quote: str, gold: str, shared: bool
) -> None:
    assert overlaps(quote, gold) is shared


@pytest.mark.parametrize(
    ("reply", "mark"),
    [
        ({"text": "Yes. So", "citations": [{"quote": CATCH}]}, Mark.WRONG),
        ({"text": "So yes", "citations": [{"quote": CATCH}]}, Mark.RIGHT),
        ({"text": "So", "citations": [{"quote": CATCH.lower()}]}, Mark.WRONG),
        ({"text": "So", "citations": citing(CATCH, *PARTS)}, Mark.WRONG),
        ({"text": "So", "citations": citing(CATCH, *PARTS[1:])}, Mark.RIGHT),
        ({"text": "So", "citations": citing(CATCH, HARBOUR, *PARTS)}, Mark.RIGHT),
        ({"text": "So", "citations": citing(*[CATCH] * 5)}, Mark.RIGHT),
        ({"text": "So" * 1000, "citations": [{"quote": CATCH}]}, Mark.WRONG),
        ({"text": "So", "citations": []}, Mark.WRONG),
        ({"text": "So", "status": "unknown"}, Mark.MISSED),
        ({"text": "Yes", "status": "unknown"}, Mark.WRONG),
    ],
)
def test_a_reply_is_marked_by_what_it_cites_and_says(reply: dict[str, Any], mark: Mark) -> None:
    expected = Expected(gold=[CATCH], must_not=["Yes"])
    assert judge(expected, {"status": "answered", **reply}, LINES).mark is mark


@pytest.mark.parametrize(
    ("language", "mark"), [("uk", Mark.RIGHT), ("en", Mark.WRONG), (None, Mark.RIGHT)]
)
def test_an_answer_in_another_language_than_the_questions_is_wrong(
    language: str | None, mark: Mark
) -> None:
    """Where it's known: who mixes languages may be answered in either."""
    expected = Expected(gold=[CATCH], language=language)
    reply = {"status": "answered", "text": "So", "language": "uk"}
    assert judge(expected, reply | {"citations": [{"quote": CATCH}]}, LINES).mark is mark
