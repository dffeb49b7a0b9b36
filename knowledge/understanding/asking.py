"""Answers a question: tells its language, reads it, decides, takes it apart if it asks twice."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from knowledge.answer import Answer, Exchange, Fact, Kind
from knowledge.understanding.candidates import siblings_of
from knowledge.understanding.claims import asks_for_all
from knowledge.understanding.deciding import Decider
from knowledge.understanding.decision import Decision
from knowledge.understanding.following import FRESH, UNSAID, Told, guess, relation_of, subjects
from knowledge.understanding.gate import hold_against
from knowledge.understanding.language import as_typed_in_latin, detect, own_spellings
from knowledge.understanding.lessons import Lessons
from knowledge.understanding.lexicon import Lexicon, compile_lexicon, concept_kinds
from knowledge.understanding.names import PLACES, NameEntry, NameIndex
from knowledge.understanding.parts import MOST_PARTS, joined_questions, questions_in
from knowledge.understanding.proving import proof_of
from knowledge.understanding.reading import Reader, Reading
from knowledge.understanding.sourcing import asks_who_says, is_own_word
from knowledge.understanding.text import Token, clean, tokens_of
from knowledge.understanding.unanswered import Unanswered
from knowledge.understanding.unnamed import Unnamed

LEAST_FOLLOW_LEAD = 0.35
MOST_FOLLOW_COST = 2.5
"""Least lead of what a follow-up is taken for."""
MOST_CITATIONS = 4
READINGS_KEPT = 32
"""The claims that a message is checked for are mostly its sentences, which were read before."""
ARTICLES_LANGUAGE = "en"
CYRILLIC_LANGUAGES = ("uk", "ru")


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as it was understood, and what was decided."""

    reading: Reading
    decision: Decision
    before: tuple[str, ...] = ()
    """Facts of the exchange before, which a further follow-up may still mean."""


class Asker:
    """Answers questions from facts and from what was learnt of how people ask."""

    def __init__(
        self,
        languages: Mapping[str, Mapping[str, Mapping[str, object]]],
        names: Iterable[NameEntry],
        lessons: Lessons,
        facts: Sequence[Fact],
        usual: Mapping[str, Mapping[str, str]],
    ) -> None:
        """`usual` has, by name id, how each language writes it."""
        self._facts = {fact.id: fact for fact in facts}
        self._usual = usual
        self._lexicons = {k: compile_lexicon(k, content) for k, content in languages.items()}
        kinds = concept_kinds(languages.values())
        index = NameIndex.of(names)
        self._reader = Reader(
            self._lexicons, kinds, index, lessons.figures, lessons.vocabulary, lessons.spellings
        )
        self._lessons = lessons
        quoted = {f.id: self._names_in(f.quote) for f in facts}
        self._decider = Decider(
            lessons,
            self._facts,
            quoted,
            proof_of(facts, names, self._reader, ARTICLES_LANGUAGE),
            Unanswered(lessons, self._facts, quoted, Unnamed(names, usual)),
            siblings_of(lessons, self._facts),
        )
        self._latin: dict[str, Lexicon] = {
            language: compile_lexicon(language, languages[language], as_typed_in_latin)
            for language in CYRILLIC_LANGUAGES
            if language in languages
        }
        self._spelled = own_spellings(usual.values(), self._latin)
        self._heard = lru_cache(READINGS_KEPT)(self._hear)
        self._latin_reader = Reader(
            {**self._lexicons, **self._latin},
            kinds,
            NameIndex.of(names, as_typed_in_latin),
            lessons.figures,
            lessons.vocabulary,
            {},
        )

    def language_of(self, text: str, hint: str | None = None) -> str:
        """Return the language that `text` is in; `hint` decides where its words don't."""
        return self._language(tokens_of(clean(text)), hint)[0]

    def _language(self, tokens: Sequence[Token], hint: str | None) -> tuple[str, bool]:
        """Return the language, and whether it's typed in another's letters.

        Names are spelled alike in many languages, and tell nothing of the one that is spoken.
        """
        named: set[int] = set()
        for position in range(len(tokens)):
            mention = self._reader.names.mention_at(tokens, position)
            if mention is not None:
                named.update(range(mention.start, mention.end))
        return detect(tokens, named, self._lexicons, self._latin, hint, self._spelled)

    def _names_in(self, quote: str) -> frozenset[str]:
        return frozenset(m.id for m in self._reader.read(quote, ARTICLES_LANGUAGE).mentions)

    def place_in(self, text: str, language: str) -> str | None:
        """Return the id of the first place, region or country that `text` names."""
        for mention in self._read(text, language, False).mentions:
            if mention.kind in PLACES and not mention.as_party:
                return mention.id
        return None

    def ask(self, question: str, hint: str | None, after: Exchange | None) -> Answer:
        """Answer `question`, which may follow the exchange `after`."""
        asked = self.understand(question, hint, after)
        return self._answer(asked, question)

    def understand(self, question: str, hint: str | None, after: Exchange | None) -> Asked:
        """Return how `question` is read and what is decided on it."""
        reading, language, in_latin = self._heard(question, hint)
        decision = self._decider.decide(reading)
        before = after.facts if after is not None else ()
        followed = self._follow(reading, decision, before) if before else None
        if followed is not None:
            return Asked(reading, followed, before)
        if decision.kind is not Kind.NOT_NAMED:
            parts = [joined_questions(reading)]
            if not decision.answered:
                parts.insert(0, questions_in(question))
            decision = self._apart(parts, language, in_latin) or decision
        return Asked(reading, decision, before)

    def read(self, text: str, hint: str | None) -> Reading:
        """Return how `text` is read, of which nothing is decided."""
        return self._heard(text, hint)[0]

    def _hear(self, text: str, hint: str | None) -> tuple[Reading, str, bool]:
        language, in_latin = self._language(tokens_of(clean(text)), hint)
        return self._read(text, language, in_latin), language, in_latin

    def _read(self, text: str, language: str, in_latin: bool) -> Reading:
        if in_latin:
            return self._latin_reader.read(text, language, as_typed_in_latin)
        return self._reader.read(text, language)

    def _follow(self, reading: Reading, alone: Decision, before: Sequence[str]) -> Decision | None:
        previous = [self._facts[name] for name in before if name in self._facts]
        if not previous or not reading.items or not self._lessons.follow_weights.labels:
            return None
        if alone.kind is Kind.NOT_NAMED:
            return None
        relations = {r.id: r.facts for r in self._lessons.relations.values()}
        relation = relation_of(previous[0].id, relations)
        if relation is None:
            return None
        told = Told(previous[0].id, previous[0].topic, relation, previous[0].about)
        best = guess(reading, told, self._lessons.follow_weights)
        note = f"after {previous[0].id}: {best.target} {best.lead:.2f}"
        if best.target == FRESH:
            return None
        if best.target == UNSAID or best.lead < LEAST_FOLLOW_LEAD:
            if alone.answered and (best.target != UNSAID or best.lead < LEAST_FOLLOW_LEAD):
                return None
            if alone.of_several:
                return None
            names = {mention.id for mention in reading.mentions}
            if names and names.isdisjoint(previous[0].about):
                return None
            near = tuple(f.id for f in previous[:1])
            if asks_who_says(reading) and is_own_word(previous[0]):
                return Decision(
                    Kind.ANSWERED, near, own_word=True, relation=relation, notes=(note,)
                )
            return Decision(Kind.NOT_SAID, near=near, notes=(note, *alone.notes))
        target = self._lessons.relations[best.target]
        quoted = self._decider.quoted
        held = {
            name: hold_against(reading, target, self._facts[name], True, quoted[name])
            for name in target.facts
        }
        standing = [
            self._facts[name]
            for name, verdict in held.items()
            if not verdict.refusal and verdict.cost < MOST_FOLLOW_COST
        ]
        facts = subjects(reading, previous, standing)
        if alone.answered and alone.facts == tuple(fact.id for fact in facts):
            return None
        if not facts:
            return None if alone.answered else replace(alone, kind=Kind.NOT_SAID, small_talk=None)
        return Decision(
            Kind.ANSWERED,
            tuple(f.id for f in facts),
            relation=best.target,
            lead=best.lead,
            notes=(note, *alone.notes),
        )

    def _apart(
        self, splits: Sequence[Sequence[str]], language: str, in_latin: bool
    ) -> Decision | None:
        """Ask the parts of a question one by one; None where one of them has no answer."""
        for parts in splits:
            if not 1 <= len(parts) <= MOST_PARTS:
                continue
            decisions: list[Decision] = []
            for part in parts:
                reading = self._read(part, language, in_latin)
                decision = self._decider.decide(reading)
                if decisions and not decision.answered:
                    # "Who allowed it, and why?"
                    follows = self._follow(reading, decision, decisions[-1].facts)
                    decision = follows or decision
                decisions.append(decision)
            if all(d.answered for d in decisions):
                facts = tuple(dict.fromkeys(f for d in decisions for f in d.facts))
                verdict = decisions[0].verdict if len(decisions) == 1 else None
                return replace(decisions[0], facts=facts, verdict=verdict)
        return None

    def _answer(self, asked: Asked, question: str) -> Answer:
        decision, language = asked.decision, asked.reading.language
        facts, left_out = self._within_limits([self._facts[f] for f in decision.facts])
        more = left_out or asks_for_all(asked.reading, decision.verdict)
        near = tuple(self._facts[f] for f in decision.near)
        name = decision.unheard
        if decision.name is not None:
            usual = self._usual.get(decision.name, {})
            name = usual.get(language) or usual.get("en")
        return Answer(
            decision.kind,
            language,
            facts,
            decision.verdict,
            () if decision.kind is Kind.CLARIFY else near,
            name,
            decision.small_talk,
            decision.own_word,
            decision.of_article,
            near if decision.kind is Kind.CLARIFY else (),
            facts[0].topic if facts and more else None,
            Exchange(question, decision.facts or decision.near or asked.before),
        )

    def _within_limits(self, facts: Sequence[Fact]) -> tuple[tuple[Fact, ...], bool]:
        kept: list[Fact] = []
        quotes: set[str] = set()
        for fact in facts:
            more = quotes | {fact.quote} | {self._facts[c].quote for c in fact.companions}
            if len(more) > MOST_CITATIONS:
                return tuple(kept), True
            kept.append(fact)
            quotes = more
        return tuple(kept), False
