"""Answers a question: tells its language, reads it, decides, takes it apart if it asks twice."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache, partial

from knowledge.answer import Answer, Exchange, Fact, Kind
from knowledge.understanding.called_untrue import calls_something_untrue, claim_called_untrue
from knowledge.understanding.claim_features import is_negated
from knowledge.understanding.claims import asks_for_all
from knowledge.understanding.contrary_facts import ContraryFacts
from knowledge.understanding.coordination import in_place
from knowledge.understanding.deciding import Decider
from knowledge.understanding.decision import Decision
from knowledge.understanding.follow_ups import FollowUps
from knowledge.understanding.language import Detected, detect, own_spellings
from knowledge.understanding.lessons import Lessons
from knowledge.understanding.lexicon import compile_lexicon, concept_kinds
from knowledge.understanding.names import PLACES, NameEntry, NameIndex
from knowledge.understanding.naming import names_subject
from knowledge.understanding.nearby import Nearby, Nearest
from knowledge.understanding.printed_figures import ARTICLES_LANGUAGE
from knowledge.understanding.ranking import siblings_of
from knowledge.understanding.reading import Reader, Reading
from knowledge.understanding.several import Several
from knowledge.understanding.sourcing import asks_of_saying
from knowledge.understanding.standing import Standing
from knowledge.understanding.taken_apart import Read
from knowledge.understanding.telling import Telling
from knowledge.understanding.text import clean, tokens_of
from knowledge.understanding.typed_in_latin import LatinReader, with_letters_for_digits
from knowledge.understanding.unanswered import Unanswered
from knowledge.understanding.unnamed import Unnamed
from knowledge.understanding.verdicts import Verdicts

MOST_CITATIONS = 4
"""Facts told, with those that must travel along: each is cited, though some share a quote."""
READINGS_KEPT = 32
"""The claims that a message is checked for are mostly its sentences, which were read before."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as it was understood, and what was decided."""

    reading: Reading
    decision: Decision
    denied: bool = False
    """Its yes or no is to something that it denies."""
    before: tuple[str, ...] = ()
    """Facts of the exchange before, which a further follow-up may still mean."""


class Asker:
    """Answers questions from facts and from what was learnt of how people ask."""

    def __init__(
        self,
        languages: Mapping[str, Mapping[str, Mapping[str, object]]],
        names: Sequence[NameEntry],
        lessons: Lessons,
        facts: Sequence[Fact],
        usual: Mapping[str, Mapping[str, str]],
        nearest: Nearest,
    ) -> None:
        """`usual` has, by name id, how each language writes it; `nearest` searches the facts."""
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
        nearby = Nearby(lessons, self._facts, nearest)
        standing = Standing(lessons, self._facts, quoted)
        self._decider = Decider(
            lessons,
            self._facts,
            quoted,
            standing,
            Verdicts(lessons),
            Unanswered(lessons, self._facts, quoted, Unnamed(names, usual), nearby),
            ContraryFacts(lessons, standing),
            siblings_of(lessons, self._facts),
        )
        self._follow_ups = FollowUps(
            lessons,
            self._facts,
            quoted,
            kinds={name.id: name.kind for name in names},
            relations={fact: r.id for r in lessons.relations.values() for fact in r.facts},
        )
        self._several = Several(self._decider, self._follow_ups)
        self._latin = LatinReader(
            languages, self._lexicons, names, lessons.figures, lessons.vocabulary
        )
        plain = [language for language in self._lexicons if language not in self._latin.lexicons]
        self._spelled = own_spellings(usual.values(), self._latin.lexicons)
        self._spelled |= own_spellings(usual.values(), plain)
        self._heard = lru_cache(READINGS_KEPT)(self._hear)

    def tellings_of(self, facts: Sequence[Fact]) -> list[Telling]:
        """Return what each of `facts` tells, as far as claims can be held against it."""
        return [self._lessons.tellings[fact.id] for fact in facts]

    def language_of(self, text: str, hint: str | None = None) -> str:
        """Return the language that `text` is in; `hint` decides where its words don't."""
        return self._heard(text, hint)[1]

    def is_foreign(self, text: str) -> bool:
        """Return whether `text` is in a language that isn't spoken."""
        return self._language(clean(text), None).foreign

    def _language(self, cleaned: str, hint: str | None) -> Detected:
        """Return the language, and how it was told.

        Names are spelled alike in many languages, and tell nothing of the one that is spoken.
        """
        tokens = self._reader.taken_apart(tokens_of(cleaned))
        named: set[int] = set()
        for position in range(len(tokens)):
            mention = self._reader.names.mention_at(tokens, position)
            if mention is not None:
                named.update(range(mention.start, mention.end))
        return detect(tokens, named, self._lexicons, self._latin.lexicons, hint, self._spelled)

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
        language = self.language_of(question, hint)
        claim = claim_called_untrue(question, language)
        if claim is not None:
            asked = self.understand(claim, hint, after)
            # The whole asks if it's untrue, and denies nothing itself.
            asked = replace(asked, denied=False)
            verdict = asked.decision.verdict and asked.decision.verdict.turned
        else:
            asked = self._understand(question, hint, after)
            open_ = calls_something_untrue(question, language)
            verdict = None if open_ else asked.decision.verdict
        if verdict is asked.decision.verdict:
            return asked
        return replace(asked, decision=replace(asked.decision, verdict=verdict))

    def _understand(self, question: str, hint: str | None, after: Exchange | None) -> Asked:
        reading, language, in_latin = self._heard(question, hint)
        decision = self._decider.decide(reading)
        before = after.facts if after is not None else ()
        read = partial(self._read, language=language, in_latin=in_latin)
        followed = (
            self._follow_ups.decide(reading, decision, before)
            if before
            else self._in_place(reading, after, read)
        )
        several = self._several.after(question, reading, followed or decision, read, before)
        if several is None and followed is None:
            several = self._several.decide(question, reading, decision, read)
        return Asked(reading, several or followed or decision, is_negated(reading), before)

    def _in_place(self, reading: Reading, after: Exchange | None, read: Read) -> Decision | None:
        """Return what the question before, that was told no fact, comes to with another name.

        "Who holds Elsewhere?" "And Ekvik?"
        """
        if after is None or not after.question:
            return None
        before, _, _ = self._heard(after.question, reading.language)
        said = in_place(reading, before)
        return self._decider.decide(read(said)) if said is not None else None

    def read(self, text: str, hint: str | None) -> Reading:
        """Return how `text` is read, of which nothing is decided."""
        return self._heard(text, hint)[0]

    def _hear(self, text: str, hint: str | None) -> tuple[Reading, str, bool]:
        language, in_latin, _ = self._language(clean(text), hint)
        lettered = with_letters_for_digits(text)
        if not in_latin and lettered != text:
            spoken, in_latin, _ = self._language(clean(lettered), hint)
            language = spoken if in_latin else language
        return self._read(text, language, in_latin), language, in_latin

    def _read(self, text: str, language: str, in_latin: bool) -> Reading:
        return (self._latin if in_latin else self._reader).read(text, language)

    def _answer(self, asked: Asked, question: str) -> Answer:
        decision, language = asked.decision, asked.reading.language
        facts, left_out = self._within_limits([self._facts[f] for f in decision.facts])
        broad = names_subject(asked.reading) or asks_for_all(asked.reading, decision.verdict)
        further = left_out or (facts[:1] if broad else ())
        near = tuple(self._facts[f] for f in decision.near)
        spelled = (self._usual.get(name, {}) for name in decision.names)
        names = tuple(each.get(language) or each["en"] for each in spelled)
        return Answer(
            kind=decision.kind,
            language=language,
            facts=facts,
            verdict=decision.verdict,
            denied=asked.denied and decision.verdict is not None,
            of_saying=decision.verdict is not None and asks_of_saying(asked.reading),
            near=() if decision.kind is Kind.CLARIFY else self._near(near),
            names=(decision.unheard,) if decision.unheard is not None else names,
            rest=decision.rest,
            small_talk=decision.small_talk,
            own_word=decision.own_word,
            asks_several=decision.asks_several,
            of_article=decision.of_article,
            options=near if decision.kind is Kind.CLARIFY else (),
            more=tuple(dict.fromkeys(fact.topic for fact in further)) if facts else (),
            exchange=Exchange(question, decision.facts or decision.near or asked.before),
        )

    def _near(self, facts: Sequence[Fact]) -> tuple[Fact, ...]:
        """Return those of `facts` to show beside a no, without what travels with one before."""
        kept: list[Fact] = []
        for fact in self._within_limits(facts)[0]:
            if not any(fact.id in other.companions for other in kept):
                kept.append(fact)
        return tuple(kept)

    def _within_limits(self, facts: Sequence[Fact]) -> tuple[tuple[Fact, ...], tuple[Fact, ...]]:
        """Return as many of `facts` as cite no more than is allowed, and those left out."""
        kept: list[Fact] = []
        cited: set[str] = set()
        for fact in facts:
            more = cited | {fact.id, *fact.companions}
            if kept and len(more) > MOST_CITATIONS:
                return tuple(kept), tuple(facts[len(kept) :])
            kept.append(fact)
            cited = more
        return tuple(kept), ()
