"""Reads how people ask, as it's stored, and makes examples and tables of it for the training."""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from knowledge.answer import Verdict
from knowledge.source import ArticleSource, FactSource, Sources, Wording
from knowledge.understanding.called_untrue import claim_called_untrue
from knowledge.understanding.claim_lessons import ClaimLessons
from knowledge.understanding.claims import SETTLED
from knowledge.understanding.features import features_of, key_of, spelling_of, words_of
from knowledge.understanding.following import FRESH, UNSAID, Told, follow_features
from knowledge.understanding.holders import Holder, holders_of, sides_of
from knowledge.understanding.lessons import Relation
from knowledge.understanding.perceptron import Example
from knowledge.understanding.perceptron import train as train_weights
from knowledge.understanding.reading import Reader, Reading
from knowledge.understanding.typed_in_latin import CYRILLIC, CYRILLIC_LANGUAGES, LatinReader
from knowledge.understanding.weights import Weights

LEAST_FOLLOW_WEIGHT = 3
"""Smaller weights cost size and time, and no answer on the samples."""
FRESH_PER_FOLLOW = 2
"""So many whole questions, which follow nothing, are learnt for each follow-up."""
OTHERS_PER_FOLLOW = 2
"""The same of questions on other subjects."""
FACTS_TOLD_BEFORE = 2
"""After so many facts at most each of these is learnt."""
SUBJECTS = ("name", "figure", "thing")
"""Kinds of words without which a question is on another subject, as likely as not."""
CONTENT = (*SUBJECTS, "act", "quality", "known")
LEAST_BLANKED = 2
"""So many words must go: what is left with one word less may still ask the same."""
ELSEWHERE = "elsewhere|any|ask"
SHARE_OF_BLANKED = 0.15
"""Examples of other subjects that are made of the wordings, as a share of these."""


def wordings_of(sources: Sources) -> Iterator[Wording]:
    """Yield the stored wordings, and the questions that buttons offer."""
    for article in sources.articles:
        yield from article.wordings
        written = {(wording.language, wording.text) for wording in article.wordings}
        for fact in article.facts:
            for language in (article.language, *article.translations):
                question = article.question(fact, language)
                if question is not None and (language, question) not in written:
                    yield Wording(language, "facts", fact.id, "ask", question)


class Pupil:
    """What one reading of all stored wordings teaches."""

    def __init__(self, reader: Reader, latin: LatinReader, sources: Sources) -> None:
        """Read the wordings of `sources` with `reader`, or `latin` if they're typed so."""
        self._facts = {f.id: f for a in sources.articles for f in a.facts}
        self._follows = [f for a in sources.articles for f in a.follows]
        self._reader = reader
        self._latin = latin
        self._others = _other_holders(sources.articles)
        self._articles = sources.articles
        self._read: list[tuple[Wording, Reading]] = []
        self._claims: list[tuple[Wording, Reading]] = []
        for wording in map(_plainly, wordings_of(sources)):
            read = self._claims if wording.kind == "claims" else self._read
            read.append((wording, self._reading(wording.text, wording.language)))

    def _reading(self, text: str, language: str) -> Reading:
        typed_in_latin = language in CYRILLIC_LANGUAGES and not CYRILLIC.search(text)
        return (self._latin if typed_in_latin else self._reader).read(text, language)

    def _label(self, wording: Wording) -> str:
        if wording.kind == "elsewhere":
            return ELSEWHERE
        if wording.kind != "facts":
            return f"{wording.kind}|{wording.of}|ask"
        fact = self._facts[wording.of]
        form = wording.form
        if fact.holder is not None and form != "ask":
            holder = Holder.of(fact.holder)
            claims_side = (form == "yes") != holder.denied
            form = holder.side if claims_side else self._others[holder.side]
        return f"relation|{fact.relation}|{form}"

    def asked(self) -> list[Example]:
        """Return an example for every wording but those of follow-ups."""
        return [Example(tuple(features_of(r)), self._label(w)) for w, r in self._read]

    def examples(self, asked: Sequence[Example]) -> list[Example]:
        """Return those that are `asked`, and some of other subjects that are made of them.

        What is left of a wording without its subject is another subject's: "who hasn't softened
        its …?" is no question on demands until it says so.
        """
        blank = [
            (reading, kinds)
            for wording, reading in self._read
            if wording.kind in ("facts", "unsaid")
            for kinds in (CONTENT, SUBJECTS)
            if sum(item.kind in kinds for item in reading.items) >= LEAST_BLANKED
        ]
        most = int(len(asked) * SHARE_OF_BLANKED)
        sample = random.Random(3).sample(blank, min(len(blank), most))
        chosen = dict.fromkeys(_blanked(*each) for each in sample)
        return [*asked, *(Example(features, ELSEWHERE) for features in chosen)]

    def spelled(self) -> list[Example]:
        """Return an example of the letters of every wording but those of follow-ups."""
        return [
            Example(tuple(spelling_of(reading)), self._label(wording))
            for wording, reading in self._read
        ]

    def relations(self) -> dict[str, Relation]:
        """Return what each relation is asked with, over all its wordings."""
        facts: dict[str, list[str]] = {}
        symbols: dict[str, Counter[str]] = defaultdict(Counter)
        asks: dict[str, Counter[str]] = defaultdict(Counter)
        for fact in self._facts.values():
            facts.setdefault(fact.relation, []).append(fact.id)
        for wording, reading in self._read:
            if wording.kind == "facts":
                relation = self._facts[wording.of].relation
                symbols[relation].update(symbols_of(reading))
                if wording.form == "ask":
                    asks[relation].update(asked_by(reading))
        return {r: Relation(r, tuple(ids), symbols[r], asks[r]) for r, ids in facts.items()}

    def small_talk(self) -> dict[str, str]:
        """Return what kind of small talk the stored wordings are, word for word."""
        return {
            words_of(reading): wording.of
            for wording, reading in self._read
            if wording.kind == "smalltalk" and reading.tokens
        }

    def taught(self) -> dict[str, str]:
        """Return the class of every wording on the subject, unless two disagree."""
        labels: dict[str, set[str]] = {}
        for wording, reading in self._read:
            if wording.kind in ("facts", "unsaid") and reading.items:
                labels.setdefault(key_of(reading), set()).add(self._label(wording))
        return {key: found.pop() for key, found in labels.items() if len(found) == 1}

    def claim_lessons(self) -> ClaimLessons:
        """Return what is learnt of claims, of all wordings on the subject."""
        return ClaimLessons(self._read + self._claims, self._reader, self._articles)

    def follow_weights(self) -> Weights:
        """Learn what follow-ups ask for, and which questions are none."""
        examples = []
        for follow in self._follows:
            previous = self._facts[follow.after]
            target = UNSAID if follow.to is None else self._facts[follow.to].relation
            reading = self._reading(follow.text, follow.language)
            examples.append(self._follow_example(reading, previous, target))
        chooser = random.Random(7)
        facts = list(self._facts.values())
        for reading in self._fresh(chooser, len(examples)):
            examples.append(self._follow_example(reading, chooser.choice(facts), FRESH))
        return train_weights(examples, LEAST_FOLLOW_WEIGHT, short=True)

    def _fresh(self, chooser: random.Random, follows: int) -> list[Reading]:
        """Return what follows nothing: as many as there are `follows`, by kind."""
        subject = [r for w, r in self._read if w.kind in ("facts", "unsaid") and _is_whole(r)]
        others = [r for w, r in self._read if w.kind == "elsewhere"] * FACTS_TOLD_BEFORE
        talk = [r for w, r in self._read if w.kind == "smalltalk"] if follows else []
        return [
            *chooser.sample(subject, min(len(subject), FRESH_PER_FOLLOW * follows)),
            *chooser.sample(others, min(len(others), OTHERS_PER_FOLLOW * follows)),
            *talk,
        ]

    def _follow_example(self, reading: Reading, previous: FactSource, target: str) -> Example:
        told = Told(previous.id, previous.topic, previous.relation, previous.about)
        return Example(tuple(follow_features(reading, told)), target)


def _plainly(wording: Wording) -> Wording:
    """Return `wording`, or the claim that it calls untrue, which is asked as it is by itself."""
    claim = claim_called_untrue(wording.text, wording.language)
    if claim is None:
        return wording
    form = Verdict(wording.form).turned if wording.form in SETTLED else wording.form
    return replace(wording, text=claim, form=form)


def _blanked(reading: Reading, kinds: Sequence[str]) -> tuple[str, ...]:
    """Return the features of `reading` with unknown words for those of `kinds`."""
    items = [
        replace(item, symbols=(), word="", kind="unknown") if item.kind in kinds else item
        for item in reading.items
    ]
    return tuple(features_of(replace(reading, items=tuple(items))))


def _is_whole(reading: Reading) -> bool:
    return len([item for item in reading.items if item.symbols]) >= 4


def symbols_of(reading: Reading) -> set[str]:
    """Return the symbols and words by which a fact is asked for."""
    return set(reading.symbols) | {f"w {item.word}" for item in reading.items if item.word}


def asked_by(reading: Reading) -> set[str]:
    """Return the symbols with which `reading` asks."""
    return {s for item in reading.items if item.kind == "ask" for s in item.symbols}


def _other_holders(articles: Sequence[ArticleSource]) -> dict[str, str]:
    """Return, for each of the two sides that hold places, the other one."""
    sides = sorted(sides_of(holders_of(f.holder for a in articles for f in a.facts)))
    if len(sides) != 2:
        return {side: str(Holder(side, denied=True)) for side in sides}
    return {sides[0]: sides[1], sides[1]: sides[0]}
