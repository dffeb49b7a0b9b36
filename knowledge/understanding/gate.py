"""Holds what a question asks for against what a fact tells.

However alike a question and a fact are, the fact isn't the answer if it misses one of the
question's constraints: a name, a year, or any word that carries meaning.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from knowledge.answer import Fact
from knowledge.understanding.lessons import Relation
from knowledge.understanding.names import Mention
from knowledge.understanding.reading import Reading

SPECIFIC = ("place", "region", "municipality", "person", "organisation")
"""Kinds of names that a fact must be about; countries may be named in passing, as a side."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """Why a fact can't be the answer (empty: it can), and how much of the question it leaves open."""

    refusal: str
    strangers: tuple[str, ...]
    """Words of the question of which the fact tells nothing."""


def hold_against(
    reading: Reading, relation: Relation, fact: Fact, kinds: Mapping[str, str]
) -> Verdict:
    """Hold `reading` against `fact`, which `relation` is asked with; `kinds` are concepts' kinds."""
    for mention in reading.mentions:
        if not mention.named:
            return Verdict(f"asks about {mention.id}, which no article names", ())
        if _is_foreign(mention, relation, fact):
            return Verdict(f"asks about {mention.id}, the fact doesn't", ())
    for figure in reading.figures:
        if figure.year and not _has_year(int(figure.value), fact):
            return Verdict(f"asks about {int(figure.value)}, the fact doesn't", ())
    return Verdict("", tuple(_strangers(reading, relation, kinds)))


def _is_foreign(mention: Mention, relation: Relation, fact: Fact) -> bool:
    if mention.id in fact.about or mention.id == fact.speaker:
        return False
    if mention.kind in SPECIFIC:
        return f"@{mention.id}" not in relation.symbols or mention.kind in ("place", "region")
    return f"@{mention.id}" not in relation.symbols


def _has_year(year: int, fact: Fact) -> bool:
    return str(year) in fact.quote or (fact.period is not None and str(year) in fact.period)


def _strangers(reading: Reading, relation: Relation, kinds: Mapping[str, str]) -> list[str]:
    found = []
    for item in reading.items:
        if item.kind in ("name", "figure", "neutral"):
            continue
        if not item.symbols:
            if item.kind == "unknown" or f"w {item.word}" not in relation.symbols:
                found.append(item.typed)
        elif not any(symbol in relation.symbols for symbol in item.symbols):
            if f"w {item.word}" not in relation.symbols:
                found.append(item.typed)
    return found
