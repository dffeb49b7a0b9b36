"""What was once answered wrong is answered right.

A wrong answer that somebody finds becomes a line of tests/questions/known_wrongs.jsonl first,
and this test fails; then the bot is mended, by wordings or by code, until it passes.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from pathlib import Path

import pytest

from bot.question_sets import Case, read_cases
from bot.scoring import score
from handlers.desk import Desk
from knowledge import Knowledge

FILE = Path(__file__).resolve().parents[2] / "questions" / "known_wrongs.jsonl"
CASES = [list(cases) for _, cases in groupby(read_cases(FILE), lambda c: c.chat or c.id)]
"""A dialogue is one case."""


@pytest.fixture(scope="module")
def desk(knowledge: Knowledge) -> Desk:
    return Desk(knowledge)


@pytest.mark.parametrize("cases", CASES, ids=lambda cases: cases[0].id)
def test_it_is_answered_right(cases: Sequence[Case], desk: Desk) -> None:
    """As `score` judges it."""
    result = score(desk, cases)
    assert [(case.text, judgement.why) for case, judgement in result.failures] == []


def test_every_line_has_an_id_of_its_own() -> None:
    ids = [case.id for cases in CASES for case in cases]
    assert len(ids) == len(set(ids))
