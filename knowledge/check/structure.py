"""Proves what ties the files together: ids, topics, names, companions, lengths, wordings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from knowledge.check.case import Case
from knowledge.check.lexicon import lexicon_of
from knowledge.check.problem import Problem
from knowledge.check.reading import read
from knowledge.source import ArticleSource

LONGEST_ANSWER = 900
"""Characters (as Telegram counts them, in UTF-16) of an answer to a question."""
ID_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyz0123456789-_")
LONGEST_ID = 56
"""A link `t.me/<bot>?start=f_<id>` holds 64 characters after `start=`, all of these, and so does a
button's data, which needs 8 of them for itself."""


def prove_structure(case: Case) -> Iterator[Problem]:
    """Yield what the fact refers to and isn't there, and whether its answer fits a message."""
    article, fact = case.article, case.fact
    if not set(fact.id) <= ID_LETTERS or len(fact.id) > LONGEST_ID:
        yield case.problem(
            f"the id has other signs than a–z, 0–9, - and _, or more than {LONGEST_ID}",
            "Give it a short plain id: it goes into a link.",
        )
    if fact.topic not in {topic.id for topic in article.topics}:
        yield case.problem(
            f"the topic {fact.topic} is unknown", "Use one of topics.toml, or add it there."
        )
    # Of a quote that stands nowhere no paragraph is known, and nothing is said of it.
    paragraph = next((line.text for line in article.lines if fact.quote in line.text), None)
    names = {name.id: name for name in article.names}
    meant = set(fact.stands_for.values())
    for name in dict.fromkeys((*fact.about, *meant, *(fact.order or ()))):
        if name not in names:
            yield case.problem(
                f"the name {name} is unknown", "Use one of names.toml, or add it there."
            )
        elif (
            paragraph is not None
            and name not in case.statement.name_ids.keys() | meant
            and not any(spelling in paragraph for spelling in names[name].in_article)
        ):
            yield case.problem(
                f"about has {name}, whom neither the statement nor the quote's paragraph names",
                "Take it out of `about`.",
            )
    told, held = case.statement.name_ids, case.held_names()
    for name in told:
        if name not in (*fact.about, fact.says) and name in names:
            yield case.problem(
                f"the statement names {name}, and `about` doesn't", "Add it to `about`."
            )
    for name in fact.about:
        if told and name in held and name not in told:
            yield case.problem(
                f"it is about {name}, which the quote names and the statement doesn't",
                "Name it in the statement, or take it out of `about`.",
            )
    if fact.says is not None and fact.says not in names:
        yield case.problem(
            f"the speaker {fact.says} is unknown", "Use a name of names.toml, or add it there."
        )
    yield from _prove_holder(case)
    if paragraph is not None and not _period_is_printed(case, paragraph):
        yield case.problem(
            f"the period “{fact.period}” isn't printed in the quote's paragraph",
            "Give the period as it's printed, or leave it out.",
        )
    known = {other.id: other for other in article.facts}
    for companion in fact.companions:
        if companion not in known or companion == fact.id:
            yield case.problem(
                f"it travels with {companion}, which is no other fact", "Mend `with`."
            )
    yield from _prove_length(case)


def _prove_holder(case: Case) -> Iterator[Problem]:
    holder = case.fact.holder
    if holder is None and case.fact.relation == "holder":
        yield case.problem(
            "a fact of the relation “holder” must say who holds the place",
            'Add holder = "…" (an id of names.toml, or "not …"), or mend the relation.',
        )
    elif holder is not None and holder.removeprefix("not ") not in case.statement.name_ids:
        yield case.problem(
            f"the holder {holder} isn't named by the statement", "Mend the holder, or name it."
        )


def _period_is_printed(case: Case, paragraph: str) -> bool:
    """Its words must stand there, or others of the same meaning; small words may differ."""
    language = case.article.language
    period = read(case.fact.period or "", language, case.book)
    there = read(paragraph, language, case.book)
    words = {token.folded for token in there.tokens} | lexicon_of(language).glue
    keys = {found.key for found in there.found}
    return all(found.key in keys for found in period.found) and all(
        period.tokens[at].folded in words for at in period.free()
    )


def _prove_length(case: Case) -> Iterator[Problem]:
    facts = [other for other in case.article.facts if other.id in case.fact.companions]
    for language in case.article.languages:
        texts = [case.article.statement(fact, language) for fact in (case.fact, *facts)]
        told = [*(text or "" for text in texts), *(fact.quote for fact in (case.fact, *facts))]
        length = sum(len(text.encode("utf-16-le")) // 2 for text in told)
        if length > LONGEST_ANSWER:
            yield case.problem(
                f"its answer in {language} has {length} characters, over {LONGEST_ANSWER}",
                "Shorten the statement or the quote.",
            )


def prove_articles_structure(article: ArticleSource) -> Iterator[Problem]:
    """Yield what is wrong between the article's facts, topics, names and wordings."""
    place = f"articles/{article.id}/"
    for identity, count in Counter(fact.id for fact in article.facts).items():
        if count > 1:
            yield Problem(
                f"{place}facts.toml", identity, f"{count} facts have this id", "Rename the others."
            )
    for statement, count in Counter(fact.statement for fact in article.facts).items():
        if count > 1:
            twin = [fact.id for fact in article.facts if fact.statement == statement][-1]
            yield Problem(
                f"{place}facts.toml", twin, "another fact has the same statement", "Merge them."
            )
    if all(line.paragraph is None for line in article.lines):
        yield Problem(f"{place}article.md", "", "it has no paragraph", "Put the text there.")
    told = {fact.topic for fact in article.facts}
    for topic in article.topics:
        if topic.id not in told:
            yield Problem(
                f"{place}topics.toml",
                topic.id,
                "the topic has no fact",
                "Give a fact this topic, or take the topic out.",
            )
    for name in article.names:
        for spelling in name.in_article:
            if spelling not in article.text:
                yield Problem(
                    f"{place}names.toml",
                    name.id,
                    f"“{spelling}” doesn't stand in article.md",
                    "Copy the spelling from article.md; others go into aliases.",
                )
        if article.language not in name.usual:
            yield Problem(
                f"{place}names.toml",
                name.id,
                f"`usual` has nothing for the language {article.language}",
                f'Add {article.language} = "…" to usual.',
            )


def prove_wordings(article: ArticleSource) -> Iterator[Problem]:
    """Yield wordings of facts that aren't there, and those that contradict each other."""
    place = f"articles/{article.id}/"
    facts = {fact.id for fact in article.facts}
    readings: dict[tuple[str, str], dict[tuple[str, str, str], None]] = {}
    for unsaid in article.unsaid:
        for fact in unsaid.near:
            if fact not in facts:
                yield Problem(
                    f"{place}questions.toml",
                    f"unsaid.{unsaid.id}",
                    f"near has {fact}, which is no fact",
                    "Mend `near`.",
                )
    missing: set[tuple[str, str]] = set()
    for follow in article.follows:
        ids = {follow.after, follow.to or follow.after}
        file = _file(article, "questions", follow.language)
        missing.update((file, f"facts.{fact}") for fact in ids - facts)
    for wording in article.wordings:
        if wording.kind == "facts" and wording.of not in facts:
            file = _file(article, "questions", wording.language)
            missing.add((file, f"facts.{wording.of}"))
        if wording.kind == "claims" and wording.of not in facts:
            missing.add((_file(article, "claims", wording.language), wording.of))
        key = (wording.language, " ".join(wording.text.casefold().split()))
        readings.setdefault(key, {})[(wording.kind, wording.of, wording.form)] = None
    for file, entry in sorted(missing):
        yield Problem(file, entry, "there's no such fact", "Mend the id.")
    for (language, text), meant in readings.items():
        kinds = {kind for kind, _, form in meant if form != "open"} - {"claims"}
        verdicts = {(of, form) for kind, of, form in meant if form in ("yes", "no", "open")}
        torn = len(verdicts) > len({of for of, _ in verdicts})
        # One claim may be borne out, or contradicted, by several facts; a question has one answer.
        asked = {of for kind, of, _ in meant if kind != "claims"}
        if torn or len(kinds) > 1 or len(asked) > 1:
            stem = "claims" if all(kind == "claims" for kind, _, _ in meant) else "questions"
            contrary = torn or len(kinds) > 1
            meaning = "things that contradict each other" if contrary else "several things"
            yield Problem(
                _file(article, stem, language),
                " and ".join(f"{kind}.{of} {form}" for kind, of, form in meant),
                f"the wording “{text}” stands for {meaning}",
                "Keep it in one place.",
            )


def _file(article: ArticleSource, stem: str, language: str) -> str:
    dot = "" if language == article.language else f".{language}"
    return f"articles/{article.id}/{stem}{dot}.toml"
