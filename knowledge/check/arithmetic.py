"""Proves figures that were worked out: `arithmetic = "1,200 + 300 = 1,500"`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from knowledge.check.case import Case
from knowledge.check.problem import Problem

_SUM = re.compile(r"(?P<left>[^=]+)=(?P<right>[^=]+)")
_PART = re.compile(r"\s*(?P<sign>[-+*/×÷−])?\s*(?P<figure>[0-9][0-9,]{0,30}(?:\.[0-9]{1,30})?)\s*")


def prove_arithmetic(case: Case) -> Iterator[Problem]:
    """Yield what is wrong with a sum: its figures must be quoted, and it must come out."""
    if case.fact.arithmetic is None:
        return
    match = _SUM.fullmatch(case.fact.arithmetic)
    worked_out = _value(match["left"]) if match else None
    if match is None or worked_out is None or _value(match["right"]) is None:
        yield case.problem(
            f"arithmetic “{case.fact.arithmetic}” can't be read",
            "Write it as “1,200 + 300 = 1,500”, from left to right.",
        )
        return
    if worked_out != _value(match["right"]):
        yield case.problem(
            f"arithmetic “{case.fact.arithmetic}” doesn't come out",
            f"The left side is {float(worked_out):,.10g}.",
        )
    quoted = {key for reading in case.support[:-1] for key in reading.keys("numbers")}
    for part in _PART.finditer(match["left"]):
        if part["figure"].replace(",", "") not in quoted:
            yield case.problem(
                f"arithmetic rests on {part['figure']}, which isn't in the quote",
                "Work it out from figures that are quoted.",
            )


def _value(side: str) -> Fraction | None:
    value: Fraction | None = None
    position = 0
    while position < len(side):
        part = _PART.match(side, position)
        if part is None or (value is None) != (part["sign"] is None):
            return None
        figure = Fraction(part["figure"].replace(",", ""))
        if value is None:
            value = figure
        elif part["sign"] == "+":
            value += figure
        elif part["sign"] in "-−":
            value -= figure
        elif part["sign"] in "*×":
            value *= figure
        elif figure == 0:
            return None
        else:
            value /= figure
        position = part.end()
    return value
