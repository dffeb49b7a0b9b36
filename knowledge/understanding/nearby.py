"""Finds what is worth showing of what an article says, where it doesn't say what was asked."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from knowledge.answer import Fact
from knowledge.understanding.candidates import Candidate
from knowledge.understanding.lessons import Lessons
from knowledge.understanding.names import HELD_BY_SIDES
from knowledge.understanding.numbers import Figure
from knowledge.understanding.printed_figures import prints
from knowledge.understanding.reading import WORD_LETTERS, Reading

Nearest = Callable[[Iterable[str]], Mapping[str, float]]
"""Tells how near to words each fact is that has any of them, by its id: the more and the rarer
they are. A word with a final * stands for all that begin so."""

CLOSE = 8.5
"""How near a fact must be for which nothing else speaks: at less, "who is winning the war?" gets
whatever has a word for fighting, and none is better."""
NEARER = 2.0
"""Less makes no difference: it comes of one word that many facts have."""
CLEARLY_NEARER = 5.0
"""By so much must a fact be nearer than one that editors put before it."""
OF_CONTENT = ("act", "thing", "quality", "known", "unknown")


@dataclass(frozen=True, slots=True)
class Nearby:
    """Knows the facts, and which of them editors wrote down as near to what isn't said."""

    lessons: Lessons
    facts: Mapping[str, Fact]
    nearest: Nearest

    def written(self, best: Candidate) -> tuple[str, ...]:
        """Return ids of the facts that come with `best`, the likeliest reading of a question."""
        if best.group == "unsaid":
            return self.lessons.near.get(best.id, ())
        return self.lessons.relations[best.id].facts if best.group == "relation" else ()

    def of(self, reading: Reading, best: Candidate) -> tuple[str, ...]:
        """Return the id of the fact to show for `reading`, none where none is near.

        What editors wrote down goes first, unless the question names what none of it tells of.
        """
        written = self.written(best)
        sides = self.lessons.sides
        # Most facts are on the sides.
        named = {m.id: m.kind for m in reading.mentions if m.named and m.id not in sides}
        telling = self._telling_of(named, _large_figures(reading))
        if both := [fact for fact in written if fact in telling]:
            return self._first(reading, both, CLEARLY_NEARER)
        if telling and not set(named.values()).isdisjoint(HELD_BY_SIDES):
            return self._first(reading, telling, NEARER)
        if close := self._close(reading, telling, CLEARLY_NEARER if written else NEARER):
            return close
        if written:
            return self._first(reading, written, CLEARLY_NEARER)
        return self._close(reading, self.facts, CLOSE)

    def _telling_of(self, names: Collection[str], figures: Collection[Figure]) -> list[str]:
        """Ids of the facts on any of `names` or with any of `figures`, most on a name first."""
        telling = [
            fact
            for fact in self.facts.values()
            if any(name in fact.about for name in names)
            or any(prints(fact.quote, figure) for figure in figures)
        ]
        telling.sort(key=lambda fact: not fact.about or fact.about[0] not in names)
        # What must travel with a fact tells of the same.
        travelling = [other for fact in telling for other in fact.companions]
        return list(dict.fromkeys((*(fact.id for fact in telling), *travelling)))

    def _first(self, reading: Reading, facts: Iterable[str], ahead: float) -> tuple[str, ...]:
        """Of `facts` that share most with `reading`, the first, or one nearer by over `ahead`."""
        first, *others = self._sharing_most(reading, facts)
        if others:
            near = self.nearest(words_asked(reading))
            nearest = max((first, *others), key=lambda fact: near.get(fact, 0.0))
            if near.get(nearest, 0.0) - near.get(first, 0.0) > ahead:
                return (nearest,)
        return (first,)

    def _close(self, reading: Reading, facts: Collection[str], least: float) -> tuple[str, ...]:
        """Of `facts` that share most with `reading`, the nearest, if it's near by `least`."""
        near = self.nearest(words_asked(reading)) if facts else {}
        sharing = self._sharing_most(reading, [fact for fact in near if fact in facts])
        nearest = max(sharing, key=near.__getitem__, default=None)
        return (nearest,) if nearest is not None and near[nearest] >= least else ()

    def _sharing_most(self, reading: Reading, facts: Iterable[str]) -> list[str]:
        """Those of `facts` that share most names and figures with `reading`, in their order."""
        asked = {mention.id for mention in reading.mentions if mention.named}
        figures = _large_figures(reading)
        shared: dict[str, int] = {}
        for fact in facts:
            told = self.facts[fact]
            shared[fact] = sum(name in asked for name in told.about)
            shared[fact] += sum(prints(told.quote, figure) for figure in figures)
        most = max(shared.values(), default=0)
        return [fact for fact, count in shared.items() if count == most]


def _large_figures(reading: Reading) -> list[Figure]:
    """The figures of `reading` that hardly anything else has."""
    return [figure for figure in reading.figures if figure.large]


def words_asked(reading: Reading) -> Iterator[str]:
    """Yield the words by which a fact near `reading` is found: not its names, nor how it asks.

    A concept goes by an English word, which an English quote may have, and a figure as it would
    print it, whatever the language of the question.
    """
    for item in reading.items:
        if item.kind in OF_CONTENT and item.word:
            yield f"{item.word}*" if len(item.word) == WORD_LETTERS else item.word
            yield from (symbol.replace("_", " ") for symbol in item.symbols)
    yield from (f"{figure.value:,.0f}" for figure in _large_figures(reading))
    yield from (f"{figure.value:.0f}" for figure in reading.figures if figure.year)
