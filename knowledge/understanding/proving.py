"""Holds a yes or no against the words of the quote: what they don't bear out is left unsaid."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from knowledge.answer import Fact, Verdict
from knowledge.understanding.claims import (
    CERTAIN_LEAD,
    FORMS,
    HARMING,
    SURE_LEAD,
    figure_symbol,
    splits,
)
from knowledge.understanding.names import NameEntry
from knowledge.understanding.reading import Item, Reader, Reading

OF_A_PLACE = frozenset(
    (
        *("hold", "take", "fall", "lose", "whose", "still", "yes_no"),
        *("city", "region", "troops", "side", "figure", "land", "succeed", "also"),
    )
)
"""Concepts that a claim on who holds a place is made of; any other asks for more than that."""
HOLDING = frozenset(("hold", "take", "fall"))
OF_ASKING = frozenset(("yes_no", "say", "according", "trust", "more", "less"))
"""Concepts of asking, telling and comparing: none has to stand in the quote."""


@dataclass(frozen=True, slots=True)
class Proof:
    """Knows the concepts of what each fact quotes and states."""

    told: Mapping[str, frozenset[str]]
    """By fact: symbols, and first letters of words, of its quote and statement."""
    unsplit: frozenset[str]
    """Ids of facts that tell of killed and wounded in one."""
    sides: frozenset[str]
    """Ids of countries."""

    def told_by(self, facts: Sequence[Fact]) -> frozenset[str]:
        """Return all that `facts` quote and state, as `told` has it."""
        return frozenset[str]().union(*(self.told[fact.id] for fact in facts))

    def proven(
        self,
        verdict: Verdict | None,
        form: str,
        lead: float,
        reading: Reading,
        facts: Sequence[Fact],
    ) -> Verdict | None:
        """Return `verdict`, or None where the words of `facts` don't settle all of the question.

        `form` and `lead` are how it was read, as for `verdict_on`.
        """
        if verdict is None or (splits(reading) and any(f.id in self.unsplit for f in facts)):
            return None
        if form not in FORMS:
            denies = verdict is Verdict.NO
            settled = all(is_of_a_place(item, denies=denies) for item in reading.items)
            return verdict if settled or lead >= CERTAIN_LEAD else None
        sure = lead >= SURE_LEAD
        denied = verdict is Verdict.NO and (
            sure or all(_is_contested(reading, fact) for fact in facts)
        )
        settled = denied or lead >= CERTAIN_LEAD
        if not settled and not all(self._is_subject(reading, fact) for fact in facts):
            return None
        if verdict is Verdict.YES and not sure:
            told = self.told_by(facts)
            if not all(_is_told(item, told) for item in reading.items):
                return None
        return verdict

    def _is_subject(self, reading: Reading, fact: Fact) -> bool:
        """Whether the first side named, but for who says it, is the first that the fact has."""
        named = [mention.id for mention in reading.mentions if mention.id in self.sides]
        acting = [side for side in named if side != fact.speaker or len(set(named)) == 1]
        told = [name for name in fact.about if name in self.sides]
        return not acting or not told or acting[0] == told[0]


def proof_of(
    facts: Iterable[Fact], names: Iterable[NameEntry], reader: Reader, language: str
) -> Proof:
    """Return what the quotes of `facts` tell, and their statements in `language`."""
    told: dict[str, frozenset[str]] = {}
    unsplit: set[str] = set()
    for fact in facts:
        quote = reader.read(fact.quote, language)
        told[fact.id] = _told_in(quote, reader) | _told_in(
            reader.read(fact.statement[language], language), reader
        )
        if quote.symbols >= HARMING and len(quote.figures) < len(HARMING):
            unsplit.add(fact.id)
    sides = frozenset(name.id for name in names if name.kind == "country")
    return Proof(told, frozenset(unsplit), sides)


def _told_in(reading: Reading, reader: Reader) -> frozenset[str]:
    """All that `reading` tells; a phrase tells what its words do by themselves, too."""
    told = {figure_symbol(figure.value) for figure in reading.figures}
    words = [reader.read(token.typed, reading.language) for token in reading.tokens]
    for part in (reading, *words):
        told |= part.symbols | {f"w {item.word}" for item in part.items if item.word}
    return frozenset(told)


def is_of_a_place(item: Item, *, denies: bool) -> bool:
    """Whether `item` is a word of a claim on who holds a place, or of one that it `denies`."""
    if item.kind in ("known", "unknown", "figure"):
        return False
    # When or why a place fell that hasn't is denied as well.
    if not item.symbols or (denies and item.kind == "ask"):
        return True
    return any(symbol in OF_A_PLACE or symbol.startswith("@") for symbol in item.symbols)


def _is_contested(reading: Reading, fact: Fact) -> bool:
    """Whether it's claimed of a place in the fact that somebody else has it."""
    places = {mention.id for mention in reading.mentions if mention.kind in ("place", "region")}
    return not places.isdisjoint(fact.about) and not HOLDING.isdisjoint(reading.symbols)


def _is_told(item: Item, told: frozenset[str]) -> bool:
    if item.kind in ("neutral", "common", "name", "figure"):
        return True
    if not OF_ASKING.isdisjoint(item.symbols):
        return True
    return not told.isdisjoint((*item.symbols, f"w {item.word}"))
