"""Compares the figure in a claim with the one that a fact states."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from knowledge.answer import Fact, Verdict
from knowledge.understanding.claims import COMPARING
from knowledge.understanding.reading import Reading
from knowledge.understanding.telling import HARMING

OTHER_UNIT = "area_unit"
"""The concept of units in which a figure is another one than it seems."""
ROUNDED = 0.05
"""A figure so little off may be the same one, rounded."""
_NUMBER = re.compile(r"\d[\d,]*\d|\d")


def verdict_by_figures(reading: Reading, facts: Sequence[Fact]) -> Verdict | None:
    """Compare a figure in the question with the only one of its size that `facts` state.

    None where they're the same: what it's a figure of is for the words to tell.
    """
    asked = [figure.value for figure in reading.figures if figure.large]
    told = {
        float(number.replace(",", ""))
        for fact in facts
        for number in _NUMBER.findall(next(iter(fact.statement.values())))
        # Four digits without a comma are a year.
        if len(number.replace(",", "")) > 4 or "," in number
    }
    years = [f"{f.value:.0f}" for f in reading.figures if f.year]
    if any(year not in fact.quote for year in years for fact in facts):
        return None
    if len(asked) != 1 or len(told) != 1 or OTHER_UNIT in reading.symbols:
        return None
    figure, article = asked[0], told.pop()
    symbols = reading.symbols
    if figure == article:
        return None
    # Who are lost may be killed or wounded: a quote has a figure for each.
    if "lose" in symbols and symbols.isdisjoint(HARMING) and _is_quoted(figure, facts):
        return None
    if "more" in symbols and "less" not in symbols:
        return Verdict.YES if article > figure else Verdict.NO
    if "less" in symbols and "more" not in symbols:
        return Verdict.YES if article < figure else Verdict.NO
    rounded = abs(figure - article) <= ROUNDED * article
    return None if rounded or "approximately" in symbols else Verdict.NO


def compares_figures(reading: Reading) -> bool:
    large = any(figure.large for figure in reading.figures)
    return large and not COMPARING.isdisjoint(reading.symbols)


def _is_quoted(figure: float, facts: Collection[Fact]) -> bool:
    return any(f"{figure:,.0f}" in fact.quote for fact in facts)
