"""Compares the figure in a claim with the one that a fact states."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.answer import Fact, Verdict
from knowledge.understanding.claims import COMPARING
from knowledge.understanding.printed_figures import ARTICLES_LANGUAGE, figures_printed, prints
from knowledge.understanding.reading import Reading
from knowledge.understanding.telling import HARMING

OTHER_UNIT = "area_unit"
"""The concept of units in which a figure is another one than it seems."""
ROUNDED = 0.05
"""A figure so little off may be the same one, rounded."""


def verdict_by_figures(reading: Reading, facts: Sequence[Fact]) -> Verdict | None:
    """Compare a figure in the question with the only one of its size that `facts` state.

    None where they're the same: what it's a figure of is for the words to tell.
    """
    asked = [figure for figure in reading.figures if figure.large]
    told = {
        printed.value
        for fact in facts
        for printed in figures_printed(fact.statement[ARTICLES_LANGUAGE])
        if printed.large
    }
    years = [figure for figure in reading.figures if figure.year]
    if not all(prints(fact.quote, year) for year in years for fact in facts):
        return None
    if len(asked) != 1 or len(told) != 1 or OTHER_UNIT in reading.symbols:
        return None
    figure, article = asked[0].value, told.pop()
    symbols = reading.symbols
    if figure == article:
        return None
    # Who are lost may be killed or wounded: a quote has a figure for each.
    quoted = any(prints(fact.quote, asked[0]) for fact in facts)
    if quoted and "lose" in symbols and symbols.isdisjoint(HARMING):
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
