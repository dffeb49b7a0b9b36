"""Decides on what no single fact answers: which no it gets, and which facts may be meant."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from knowledge.answer import Fact, Kind
from knowledge.understanding.candidates import Candidate, Ranking
from knowledge.understanding.decision import Decision
from knowledge.understanding.lessons import Lessons
from knowledge.understanding.reading import Reading
from knowledge.understanding.surety import FARTHER_FROM_ELSEWHERE
from knowledge.understanding.unnamed import HELD_BY_SIDES, Unnamed

LEAST_LEAD_OF_SEVERAL = 2.0
LEAST_SHARE_KNOWN = 0.4
"""Least share of a question's features that stored wordings have."""
MOST_NEAR = 1


@dataclass(frozen=True, slots=True)
class Unanswered:
    """Knows what isn't said, what of it is near, and how each of these is answered."""

    lessons: Lessons
    facts: Mapping[str, Fact]
    quoted: Mapping[str, frozenset[str]]
    """By fact: ids of the names that stand in its quote."""
    unnamed: Unnamed

    def of(self, reading: Reading, ranking: Ranking) -> Decision:
        """Decide on `reading`, to which none of the facts in `ranking` is the answer."""
        answer = self.lessons.answers.get(ranking.best.id) if ranking.is_unsaid else None
        if answer == "sources":
            return Decision(Kind.NOT_SAID, of_article=True)
        if answer == "capital" and (capital := self.unnamed.capital(reading)) is not None:
            return Decision(Kind.NOT_NAMED, name=capital)
        if answer in ("which", "all") and self._may_mean_several(reading, ranking):
            several = self.lessons.near[ranking.best.id]
            # Where editors wrote it down so, two are told in as many lines; else one asks.
            if ranking.taught and (answer == "all" or len(several) == 2):
                return Decision(Kind.ANSWERED, several)
            return Decision(Kind.CLARIFY, near=several)
        near = self.near(reading, ranking.best)
        on_subject = ranking.is_unsaid and ranking.known >= LEAST_SHARE_KNOWN
        if not near and not reading.mentions and not on_subject:
            return Decision(Kind.OFF_TOPIC)
        return Decision(Kind.NOT_SAID, near=near)

    def _may_mean_several(self, reading: Reading, ranking: Ranking) -> bool:
        """Whether nothing in a question that leaves open what is meant is of anything else."""
        near = [self.facts[name] for name in self.lessons.near[ranking.best.id]]
        named = {mention.id for mention in reading.mentions}
        told = {name for fact in near for name in (*fact.about, *self.quoted[fact.id])}
        sure = ranking.lead() >= LEAST_LEAD_OF_SEVERAL
        clear = ranking.lead_over("elsewhere") >= FARTHER_FROM_ELSEWHERE
        if not sure or not clear or reading.figures or named - told:
            return False
        return all(item.kind != "unknown" for item in reading.items)

    def near(self, reading: Reading, best: Candidate) -> tuple[str, ...]:
        """Return ids of facts worth showing although they aren't the answer."""
        found: list[str] = []
        places = [m.id for m in reading.mentions if m.named and m.kind in HELD_BY_SIDES]
        for place in places:
            found += [f.id for f in self.facts.values() if f.about and f.about[0] == place]
        if not found and best.group == "unsaid":
            found += self.lessons.near.get(best.id, ())
        if not found and best.group == "relation":
            found += self.lessons.relations[best.id].facts[:1]
        return tuple(dict.fromkeys(found))[:MOST_NEAR]
