"""Proves that a figure of a statement still counts what it counts in the quote."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from knowledge.check.case import Case
from knowledge.check.lexicon import Found, Lexicon, lexicon_of, same_stem
from knowledge.check.problem import Problem
from knowledge.check.reading import Reading, nearest

BESIDE = 3
"""How many words to either side of a figure tell what it counts."""
YEARS = range(1900, 2100)
AS_THE_QUOTE = "Say it as the quote does."


def prove_figures(case: Case) -> Iterator[Problem]:
    """Yield figures that were doubled, moved, or set beside another thing than in the quote."""
    yield from _prove_count(case)
    yield from _prove_order(case)
    for found in case.statement.of("numbers"):
        yield from _prove_outcome(case, found)
        if is_year(found.key):
            yield from _prove_neighbours(case, found)


def is_year(figure: str) -> bool:
    """Whether a figure is most likely a year: languages put it elsewhere than other figures."""
    return len(figure) == 4 and figure.isdecimal() and int(figure) in YEARS


def _prove_count(case: Case) -> Iterator[Problem]:
    held = Counter(key for reading in case.support for key in reading.keys("numbers"))
    for figure, count in Counter(case.statement.keys("numbers")).items():
        if count > held[figure] > 0:
            yield case.problem(
                f"the statement has the figure {figure} {count} times, its quotes {held[figure]}",
                AS_THE_QUOTE,
            )


def _prove_order(case: Case) -> Iterator[Problem]:
    figures = list(dict.fromkeys(case.statement.keys("numbers")))
    quoted = list(dict.fromkeys(case.quote.keys("numbers")))
    figures = [figure for figure in figures if figure in quoted]
    if figures != [figure for figure in quoted if figure in figures]:
        yield case.problem(
            f"the statement has the figures {', '.join(figures)} in another order than the quote",
            "Put them in the quote's order.",
        )


def _prove_outcome(case: Case, found: Found) -> Iterator[Problem]:
    """A figure of the wounded mustn't become one of the killed."""
    ours = nearest(found.start, found.end, case.statement.of("outcomes"))
    theirs = {
        str(nearest(other.start, other.end, case.quote.of("outcomes")))
        for other in case.quote.of("numbers")
        if other.key == found.key
    }
    if ours is not None and theirs and ours not in theirs:
        yield case.problem(
            f"“{case.statement.words(found)}” stands beside “{ours}”, in the quote beside "
            f"“{', '.join(sorted(theirs))}”",
            AS_THE_QUOTE,
        )


def _prove_neighbours(case: Case, found: Found) -> Iterator[Problem]:
    """A year mustn't become another of the quote's years."""
    lexicon = lexicon_of(case.article.language)
    ours = _beside(case.statement, found, BESIDE, lexicon)
    places = [
        _beside(reading, other, BESIDE + 1, lexicon)
        for reading in case.support
        for other in reading.of("numbers")
        if other.key == found.key
    ]
    shared = any(
        same_stem(word, other, lexicon.endings)
        for there in places
        for other in there
        for word in ours
    )
    if places and ours and not shared:
        yield case.problem(
            f"“{case.statement.words(found)}” stands beside “{', '.join(sorted(ours))}”, "
            "in the quote beside other words",
            AS_THE_QUOTE,
        )


def _beside(reading: Reading, figure: Found, reach: int, lexicon: Lexicon) -> set[str]:
    """The words by a figure that carry meaning; what is found stands there by its key."""
    near = range(figure.start - reach, figure.end + reach)
    words = {
        reading.tokens[at].folded
        for at in reading.free()
        if at in near and reading.tokens[at].folded not in lexicon.glue
    }
    for found in (*reading.found, *reading.names):
        if found.group not in ("numbers", "aside") and set(near) & {
            *range(found.start, found.end)
        }:
            words.add(found.key)
    return words
