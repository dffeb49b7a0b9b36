"""Proves how sure a fact is: as sure as its quote, and told so by statement and translations."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.answer import Certainty
from knowledge.check.case import Case
from knowledge.check.problem import Problem
from knowledge.check.reading import Reading

TOLD_BY = {
    Certainty.SAID_TO_BE: ("hearsay",),
    Certainty.ESTIMATED: ("estimates",),
    Certainty.CLAIMED: ("reporting", "reporting_from"),
}
"""By which words of words.toml a text tells each; where it has several, the first one holds.

Hearsay is no more than that, whoever reports it.
"""


def prove_certainty(case: Case) -> Iterator[Problem]:
    """Yield where quote, statement or a translation tells it as surer, or less sure."""
    certainty = case.fact.certainty
    quoted, stated = _told_by(case.quote), _told_by(case.statement)
    if certainty not in _borne_out(case.quote):
        yield case.problem(
            f"the quote tells it as “{quoted}”{_by(case.quote)}, the fact as “{certainty}”",
            f'Set certainty = "{quoted}", or quote less or more.',
        )
    if stated is not certainty:
        yield case.problem(
            f"the statement tells it as “{stated}”{_by(case.statement)}, the fact as "
            f"“{certainty}”",
            "Word it as the quote does.",
        )
    for _, _, reading, file in case.translations():
        # Other languages' words of hearsay say "shall" too: that they are there shows little.
        if certainty in TOLD_BY and not reading.of(*TOLD_BY[certainty]):
            yield case.problem(
                f"the statement doesn't tell it as “{certainty}”",
                "Say so; a word that the check doesn't know goes into knowledge/check/words.toml.",
                file,
            )


def _told_by(reading: Reading) -> Certainty:
    told = (certainty for certainty, groups in TOLD_BY.items() if reading.of(*groups))
    return next(told, Certainty.STATED)


def _borne_out(quote: Reading) -> tuple[Certainty, ...]:
    told = _told_by(quote)
    if told is Certainty.CLAIMED and quote.of("conditions"):
        # What would come of a condition, nobody can know: who says it reckons.
        return told, Certainty.ESTIMATED
    return (told,)


def _by(reading: Reading) -> str:
    """The words that tell it, for a person."""
    found = reading.of(*TOLD_BY.get(_told_by(reading), ()))
    return f" (by “{reading.words(found[0])}”)" if found else ""
