"""Proves claims: who says it stands in data, statement and quote; a caution travels with it."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.answer import Certainty
from knowledge.check.case import Case
from knowledge.check.lexicon import lexicon_of
from knowledge.check.problem import Problem
from knowledge.check.reading import ACTING, read
from knowledge.source import FactSource, sentences_of

NEAR = 4
"""How many words may stand between a word such as "said" and who says it."""


def prove_claim(case: Case) -> Iterator[Problem]:
    """Yield what is wrong with who says it."""
    fact = case.fact
    reported = case.quote.of("reporting", "reporting_from")
    if fact.says is not None:
        yield from _prove_speaker(case, fact.says)
    elif reported or fact.certainty not in (Certainty.STATED, Certainty.SAID_TO_BE):
        yield case.problem("a claim without who says it", 'Add says = "…", an id of names.toml.')
    elif fact.certainty is Certainty.STATED and (words := _cut_off(case)):
        yield case.problem(
            f"the quote leaves out who says it: right before it stands “{words}”",
            'Quote that too, with says = "…" and a certainty.',
        )
    elif case.statement.of("reporting", "reporting_from"):
        yield case.problem(
            "the statement says that somebody says it, the quote doesn't",
            "Leave that out, or quote who says it.",
        )


def _cut_off(case: Case) -> str | None:
    """The words that say who says it, where the quote begins right behind them."""
    quote = case.fact.quote
    line = next((line.text for line in case.article.lines if quote in line.text), "")
    sentence = next((each for each in sentences_of(line) if quote in each), "")
    before = sentence.partition(quote)[0]
    reading = read(before, case.article.language, case.book)
    glue = lexicon_of(case.article.language).glue
    for found in reading.of("reporting"):
        if all(token.folded in glue for token in reading.tokens[found.end :]):
            return before.strip()
    for found in reading.of("reporting_from"):
        named = any(0 <= name.start - found.end <= NEAR for name in reading.names)
        # Elsewhere in a sentence such words as "from" tell of other things.
        if found.start == 0 and named and len(reading.tokens) - found.end <= NEAR:
            return before.strip()
    return None


def _prove_speaker(case: Case, speaker: str) -> Iterator[Problem]:
    if speaker not in case.statement.name_ids:
        yield case.problem(
            f"the statement doesn't name {speaker}, who says it", "Name it in the statement."
        )
    for _, _, reading, file in case.translations():
        if speaker not in reading.name_ids:
            yield case.problem(
                f"the statement doesn't name {speaker}, who says it",
                "Name it in the statement.",
                file,
            )
    speakers = _speakers(case)
    if speaker not in (speakers or {name for _, name in case.names_in_quote()}):
        yield case.problem(
            f"says is {speaker}, but in the quote it's {', '.join(sorted(speakers)) or 'nobody'}",
            "Mend `says`, or quote who says it.",
        )


def _speakers(case: Case) -> set[str]:
    """The names that stand by a word such as "said" or "according to" in the quote."""
    names = [n for n in case.names_in_quote() if _kind(case, n[1]) in ACTING]
    speakers: set[str] = set()
    for found in case.quote.of("reporting"):
        before = [(at, name) for at, name in names if at < found.start]
        speakers |= {name for at, name in before if found.start - at <= NEAR + 1}
    for found in case.quote.of("reporting_from"):
        after = [name for at, name in names if 0 <= at - found.end <= NEAR]
        speakers |= set(after[:1])
    return speakers


def _kind(case: Case, name: str) -> str:
    return next((n.kind for n in case.article.names if n.id == name), "")


def prove_cautions(case: Case) -> Iterator[Problem]:
    """Yield the cautions that the fact's words call for, or its own, that aren't told with it."""
    fact = case.fact
    if case.quote.of("warnings") and not fact.cautions:
        yield case.problem(
            f"the quote has a caution (“{case.quote.words(case.quote.of('warnings')[0])}”), "
            "but the fact doesn't say of what",
            "Add cautions = […], the words that must not be told without it.",
        )
    for other in case.article.facts:
        if any(words in text for words in other.cautions for text in _texts(fact)):
            if other.id != fact.id and other.id not in fact.companions:
                yield case.problem(
                    f"its caution is missing: it speaks of what {other.id} cautions about",
                    f'Add with = ["{other.id}"].',
                )
            yield from _prove_said(case, other)
    if fact.cautions or fact.caution_words:
        yield from _prove_said(case, fact)


def _prove_said(case: Case, caution: FactSource) -> Iterator[Problem]:
    translated = [(language, text, file) for language, text, _, file in case.translations()]
    own = (case.article.language, case.fact.statement, "facts.toml")
    for language, text, file in (own, *translated):
        words = caution.caution_words.get(language, ())
        if not words:
            yield Problem(
                f"articles/{case.article.id}/facts.toml",
                caution.id,
                f"caution_words has nothing for the language {language}",
                f'Add caution_words.{language} = ["…"], how a statement says the caution.',
            )
        elif not any(word.casefold() in text.casefold() for word in words):
            yield case.problem(
                "the statement leaves out the caution that belongs to its figure",
                f"Say it, with one of: {', '.join(words)}.",
                file,
            )


def _texts(fact: FactSource) -> tuple[str, str]:
    return fact.quote, fact.statement
