"""Proves claims: who says it stands in data, statement and quote; a caution travels with it."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.answer import Certainty
from knowledge.check.case import Case
from knowledge.check.problem import Problem
from knowledge.check.reading import ACTING
from knowledge.source import FactSource

NEAR = 4
"""How many words may stand between a word such as "said" and who says it."""
SOFTENING = ("reporting", "reporting_from", "hearsay", "estimates")


def prove_claim(case: Case) -> Iterator[Problem]:
    """Yield what is wrong with who says it and how sure it is."""
    fact = case.fact
    reported = case.quote.of("reporting", "reporting_from")
    hearsay = case.quote.of("hearsay")
    if (reported or hearsay) and fact.certainty is Certainty.STATED:
        words = case.quote.words((*reported, *hearsay)[0])
        yield case.problem(
            f"the quote says “{words}”, but the fact is taken as stated",
            'Add certainty = "claimed", "said to be" or "estimated", or quote less.',
        )
    if fact.says is None:
        if reported or fact.certainty not in (Certainty.STATED, Certainty.SAID_TO_BE):
            yield case.problem(
                "a claim without who says it", 'Add says = "…", an id of names.toml.'
            )
        if fact.certainty is Certainty.SAID_TO_BE and not hearsay:
            yield case.problem(
                "certainty is “said to be”, but the quote doesn't say that it's only said",
                "Quote those words, or mend the certainty.",
            )
    else:
        yield from _prove_speaker(case, fact.says)
    if fact.certainty is not Certainty.STATED and not case.statement.of(*SOFTENING):
        yield case.problem(
            "the statement tells a claim as if it were certain",
            "Say in it that it's claimed, said or estimated.",
        )
    if case.statement.of("estimates") and fact.certainty is not Certainty.ESTIMATED:
        yield case.problem(
            "the statement speaks of an estimate, the fact doesn't",
            'Mend the statement, or add certainty = "estimated".',
        )
    if case.statement.of("reporting", "reporting_from") and fact.says is None and not reported:
        yield case.problem(
            "the statement says that somebody says it, the quote doesn't",
            "Leave that out, or quote who says it.",
        )
    if case.statement.of("hearsay") and not case.held_keys("hearsay"):
        yield case.problem("the statement calls it hearsay, the quote doesn't", "Leave that out.")
    for _, _, reading, file in case.translations():
        softened = reading.of(*SOFTENING)
        if fact.certainty is not Certainty.STATED and not softened:
            yield case.problem(
                "the statement tells a claim as if it were certain",
                "Say in it that it's claimed, said or estimated.",
                file,
            )


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
