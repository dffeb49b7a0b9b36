"""Facts that rest on the same words, gathered so that each quote is shown once."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from knowledge import Fact


@dataclass(slots=True)
class Citation:
    """A quote, and the facts shown that rest on it."""

    source: Fact
    """The fact whose quote it is; the other facts' quotes are the same or part of it."""
    facts: list[Fact] = field(default_factory=list)

    def holds(self, fact: Fact) -> bool:
        """Whether `fact` rests on this quote, on part of it, or on more of the same passage."""
        return (self.source.article, self.source.paragraph) == (fact.article, fact.paragraph) and (
            fact.quote in self.source.quote or self.source.quote in fact.quote
        )

    def add(self, fact: Fact) -> None:
        """Shows `fact` under this quote, which grows where the fact's is longer."""
        self.facts.append(fact)
        if len(fact.quote) > len(self.source.quote):
            self.source = fact


def cite(facts: Iterable[Fact], companions: Callable[[Fact], Iterable[Fact]]) -> list[Citation]:
    """The facts by quote, in their order, each followed by those that must travel with it."""
    citations: list[Citation] = []
    seen: set[str] = set()
    travelling = (each for first in facts for each in (first, *companions(first)))
    for fact in travelling:
        if fact.id in seen:
            continue
        seen.add(fact.id)
        citation = next((known for known in citations if known.holds(fact)), None)
        if citation is None:
            citation = Citation(fact)
            citations.append(citation)
        citation.add(fact)
    return citations
