"""Decides on what no single fact answers: which no it gets, and which facts may be meant."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from knowledge.answer import Fact, Kind
from knowledge.understanding.candidates import Ranking
from knowledge.understanding.decision import MOST_OPTIONS, Decision
from knowledge.understanding.lessons import Lessons
from knowledge.understanding.nearby import Nearby
from knowledge.understanding.printed_figures import prints
from knowledge.understanding.reading import Reading
from knowledge.understanding.unnamed import Unnamed

BARE = ("name", "neutral", "common")
"""Kinds of words that stand beside a name and ask nothing of it."""
LEAST_LEAD_OF_SEVERAL = 2.0
LEAST_LEAD_OVER_ELSEWHERE = 2.0
"""The least that it must lead other subjects by, when several things may be meant."""
SUREST_LEAD_OF_SEVERAL = 8.0
"""By so much it's as sure as if an editor had written down that all of them are asked for."""
LEAST_SHARE_KNOWN = 0.4
"""Least share of a question's features that stored wordings have."""


@dataclass(frozen=True, slots=True)
class Unanswered:
    """Knows what isn't said, what is near to it, and how each of these is answered."""

    lessons: Lessons
    facts: Mapping[str, Fact]
    quoted: Mapping[str, frozenset[str]]
    """By fact: ids of the names that stand in its quote."""
    unnamed: Unnamed
    nearby: Nearby

    def of(self, reading: Reading, ranking: Ranking) -> Decision:
        """Decide on `reading`, to which none of the facts in `ranking` is the answer."""
        answer = self.lessons.answers.get(ranking.best.id) if ranking.is_unsaid else None
        if answer == "sources":
            return Decision(Kind.NOT_SAID, of_article=True)
        if answer == "capital" and (capital := self.unnamed.capital(reading)) is not None:
            return Decision(Kind.NOT_NAMED, names=(capital,))
        if answer in ("which", "all") and self._may_mean_several(reading, ranking):
            several = self.lessons.near[ranking.best.id]
            sure = ranking.taught or ranking.lead() >= SUREST_LEAD_OF_SEVERAL
            # Two are told in as many lines; of more one asks, unless all are asked for.
            if sure and (answer == "all" or len(several) == 2):
                return Decision(Kind.ANSWERED, several, means_several=True)
            return Decision(Kind.CLARIFY, near=several)
        on_subject = ranking.is_unsaid and ranking.known >= LEAST_SHARE_KNOWN
        if not self.nearby.written(ranking.best) and not reading.mentions and not on_subject:
            return Decision(Kind.OFF_TOPIC)
        return Decision(Kind.NOT_SAID, near=self.nearby.of(reading, ranking.best))

    def on_name(self, reading: Reading) -> Decision | None:
        """Return what a name by itself gets, of which articles tell: what may be asked of it."""
        if len(reading.mentions) != 1 or any(item.kind not in BARE for item in reading.items):
            return None
        name = reading.mentions[0].id
        told = [fact for fact in self.facts.values() if name in fact.about and fact.question]
        first = tuple(fact.id for fact in sorted(told, key=lambda fact: fact.about[0] != name))
        if len(first) == 1:
            return Decision(Kind.ANSWERED, first)
        return Decision(Kind.CLARIFY, near=first[:MOST_OPTIONS]) if first else None

    def _may_mean_several(self, reading: Reading, ranking: Ranking) -> bool:
        """Whether nothing in a question that leaves open what is meant is of anything else."""
        near = [self.facts[name] for name in self.lessons.near[ranking.best.id]]
        named = {mention.id for mention in reading.mentions}
        told = {name for fact in near for name in (*fact.about, *self.quoted[fact.id])}
        sure = ranking.lead() >= LEAST_LEAD_OF_SEVERAL
        clear = ranking.lead_over("elsewhere") >= LEAST_LEAD_OVER_ELSEWHERE
        if not sure or not clear or named - told:
            return False
        if not all(any(prints(fact.quote, each) for fact in near) for each in reading.figures):
            return False
        return all(item.kind != "unknown" for item in reading.items)
