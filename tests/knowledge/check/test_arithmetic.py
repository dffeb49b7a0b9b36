"""A figure that was worked out rests on figures that are quoted, and comes out."""

from __future__ import annotations

from dataclasses import replace

import pytest

from knowledge.check import check
from knowledge.check.arithmetic import prove_arithmetic
from tests.knowledge.check.islands import article, case, fact, told
from tests.knowledge.sources import (
    with_fact,
)


def test_a_worked_out_figure_needs_its_sum() -> None:
    lost = fact("islands-taken")
    worked_out = replace(lost, statement="Norland took 6 islands of Sudmark in 2031.")
    assert check(with_fact(article(), worked_out))
    proven = replace(worked_out, arithmetic="12 - 6 = 6")
    assert "rests on 6" in told(check(with_fact(article(), proven)))
    summed = replace(
        lost,
        statement="Norland took 24 islands of Sudmark in 2031.",
        arithmetic="12 + 12 = 24",
    )
    untranslated = replace(article(), translations={})
    assert told(check(with_fact(untranslated, summed))) == ""
    for wrong in ("12 + 12 = 25", "12 and 12", "12 + = 24", "12 / 0 = 24"):
        assert check(with_fact(untranslated, replace(summed, arithmetic=wrong)))


@pytest.mark.parametrize(
    ("written", "told_of"),
    [
        ("12 − 2 = 10", ""),
        ("12 * 2 × 3 = 72", ""),
        ("12 / 3 ÷ 2 = 2", ""),
        ("2 + 3 * 12 = 60", ""),
        ("12,000 + 2 = 12,002", "rests on 12,000, which isn't in the quote"),
        ("12 - 2 = 11", "The left side is 10."),
        ("12 2 = 14", "can't be read"),
        ("12 / 0 = 12", "can't be read"),
        ("12 = 12 = 12", "can't be read"),
    ],
)
def test_a_sum_is_reckoned_from_left_to_right_by_any_of_its_signs(
    written: str, told_of: str
) -> None:
    quote = "Norland took 12 islands of 2 kinds, and 3 ports"
    proved = told(prove_arithmetic(case("islands-taken", quote=quote, arithmetic=written)))
    assert (told_of in proved) if told_of else proved == ""
