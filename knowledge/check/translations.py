"""Proves translations: each says the figures, names, times and negations of the original."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.check.case import Case
from knowledge.check.figures import is_year
from knowledge.check.lexicon import IN_QUOTATION_MARKS, Found, Lexicon, lexicon_of
from knowledge.check.problem import Problem
from knowledge.check.reading import ACTING, Reading, nearest, read
from knowledge.source import ArticleSource

SAME_IN_ALL = ("numbers", "times", "outcomes")
KEPT = ("measures", "conditions", "legality")
"""Groups that languages put in so many ways that only the keys listed as kept are compared."""
NEGATIVE = frozenset({"not-only", "not-least", "far-from-all", "no-longer", "none"})
"""Measures that say no, which another language may say with a plain negation."""
EACH_OF = {"killed-and-wounded": ("killed", "wounded")}
"""An outcome that stands for several, which other languages put in several ways."""
UNPROVEN_TIMES = frozenset({"today", "after", "before", "since", "future", "previous"})
"""Times that languages put too differently to be compared word by word."""


def prove_translation(case: Case) -> Iterator[Problem]:
    """Yield what each translation of the statement adds, alters or leaves out."""
    for language in case.article.languages[1:]:
        if case.article.statement(case.fact, language) is None:
            yield case.problem(
                f"the statement isn't translated into {language}",
                f"Add {case.fact.id} under [statements].",
                f"translation.{language}.toml",
            )
    for language, _, reading, file in case.translations():
        lexicon = lexicon_of(language)
        if lexicon.known:
            drift, names = _drift(case, reading, lexicon), _names(case, reading, lexicon)
            for what, cure in (*drift, *names, *_order(case, reading)):
                yield case.problem(what, cure, file)


def _drift(case: Case, reading: Reading, lexicon: Lexicon) -> Iterator[tuple[str, str]]:
    ours, theirs = _told(case.statement), _told(reading)
    for key in sorted(theirs - ours):
        yield f"it has “{key}”, which the original statement doesn't", "Translate what it says."
    cited = _cited(case, reading)
    for key in sorted(ours - theirs - {key for part in cited for key in _told(part)}):
        yield f"it leaves out “{key}”, which the original statement has", "Translate that too."
    figures, told_figures = _counts(case.statement), _counts(reading)
    if figures != told_figures and sorted(figures) == sorted(told_figures):
        yield "its figures stand in another order", "Keep the original's order."
    yield from _outcomes(case, reading)
    said = set(case.statement.keys(*KEPT))
    told = set(reading.keys(*KEPT))
    for key in sorted(lexicon.kept):
        if (key in said) != (key in told) and key not in ours ^ theirs:
            verb = "leaves out" if key in said else "has"
            yield (
                f"it {verb} “{key}”, unlike the original statement",
                "Translate what it says; a word that the check doesn't know goes into "
                "knowledge/check/words.toml.",
            )
    if _denies(case.statement) != any(_denies(part) for part in (reading, *cited)):
        verb = "leaves out the negation of" if _denies(case.statement) else "negates"
        yield f"it {verb} the original statement", "Translate what it says."


def _cited(case: Case, reading: Reading) -> list[Reading]:
    """What the translation cites from the quote in the article's own language: “last fall”."""
    text = case.article.statement(case.fact, reading.language) or ""
    parts = [match[1] for match in IN_QUOTATION_MARKS.finditer(text)]
    printed = case.fact.quote.casefold()
    return [
        read(part, case.article.language, case.book)
        for part in parts
        if part.casefold() in printed
    ]


def _outcomes(case: Case, reading: Reading) -> Iterator[tuple[str, str]]:
    """The killed mustn't get the figure of the wounded."""
    ours = {found.key: _beside(case.statement, found) for found in case.statement.of("numbers")}
    for found in reading.of("numbers"):
        there = _beside(reading, found)
        if not is_year(found.key) and ours.get(found.key) and there and there != ours[found.key]:
            yield (
                f"“{reading.words(found)}” stands beside “{there}”, in the original beside "
                f"“{ours[found.key]}”",
                "Keep each figure beside what it counts.",
            )


def _beside(reading: Reading, figure: Found) -> str | None:
    outcomes = reading.of("outcomes")
    if any(found.key in EACH_OF for found in outcomes):
        return None
    return nearest(figure.start, figure.end, outcomes)


def _told(reading: Reading) -> set[str]:
    told: set[str] = set()
    for key in reading.keys(*SAME_IN_ALL):
        told.update(EACH_OF.get(key, (key,)))
    return told - UNPROVEN_TIMES


def _counts(reading: Reading) -> list[str]:
    """Figures that aren't years: those may change places, as languages put the year anywhere."""
    return [key for key in reading.keys("numbers") if not is_year(key)]


def _denies(reading: Reading) -> bool:
    said = set(reading.keys("measures"))
    asides = [reading.words(found).casefold() for found in reading.found if found.group == "aside"]
    negative = any(" no " in f" {aside} " or "n't" in aside.replace("’", "'") for aside in asides)
    return bool(reading.of("negations") or said & NEGATIVE or negative)


def _names(case: Case, reading: Reading, lexicon: Lexicon) -> Iterator[tuple[str, str]]:
    original, named = case.statement.name_ids, reading.name_ids
    held = case.held_names() + original
    for name in named:
        if name not in held:
            yield f"it names {name}, which the quote doesn't", "Leave that name out."
    for name in original:
        if name not in named:
            yield (
                f"it doesn't name {name}, as the original statement does",
                "Name it, or add the spelling to names.toml.",
            )
    if lexicon.nouns_capitalised:
        return
    allowed = {token.folded for token in case.quote.tokens}
    for position in reading.free():
        token = reading.tokens[position]
        begins = position == 0 or _ends_sentence(case, reading, position)
        if token.typed[0].isupper() and not begins and token.folded not in allowed:
            yield (
                f"“{token.typed}” looks like a name, but names.toml doesn't have it",
                "Leave it out, or add the spelling to names.toml.",
            )


def _order(case: Case, reading: Reading) -> Iterator[tuple[str, str]]:
    """Who does it and to whom shows in the order of the names, as in the original.

    Other word order or a passive may turn it and say the same: an editor's word lets that stand.
    """
    ours, theirs = _acting(case, case.statement), _acting(case, reading)
    seen = case.article.translations[reading.language].order.get(case.fact.id)
    expected = ours if seen is None else list(seen)
    if theirs != expected and (seen is not None or sorted(theirs) == sorted(ours)):
        named = ", ".join(f'"{name}"' for name in theirs)
        yield (
            f"it names {', '.join(theirs)} in this order, not {', '.join(expected)}",
            "Say who does it to whom as the original does; if it does so in this order too, write "
            f"{case.fact.id} = [{named}] under [order].",
        )


def _acting(case: Case, reading: Reading) -> list[str]:
    """The names of those who act, in the order in which they come up; who says it stands anywhere.

    Languages put "according to …" first or last.
    """
    acting = (found.key for found in reading.names if found.group in ACTING)
    return list(dict.fromkeys(name for name in acting if name != case.fact.says))


def _ends_sentence(case: Case, reading: Reading, position: int) -> bool:
    text = case.article.statement(case.fact, reading.language) or ""
    between = text[reading.tokens[position - 1].end : reading.tokens[position].start]
    return any(sign in between for sign in '.!?:“„«”»"')


def prove_words(article: ArticleSource) -> Iterator[Problem]:
    """Yield what else isn't translated: topics, usual names; and what is translated in vain."""
    facts = {fact.id for fact in article.facts}
    for language, translation in sorted(article.translations.items()):
        file = f"articles/{article.id}/translation.{language}.toml"
        if not lexicon_of(language).known:
            yield Problem(
                "knowledge/check/words.toml",
                "",
                f"it has no words of the language {language}",
                f"Add [{language}], so that translations can be proven.",
            )
        for topic in article.topics:
            if topic.id not in translation.topics:
                yield Problem(
                    file, topic.id, "the topic isn't translated", f"Add [topics.{topic.id}]."
                )
        for topic_id in sorted(set(translation.topics) - {t.id for t in article.topics}):
            yield Problem(file, topic_id, "there's no such topic", "Take the table out.")
        for fact_id in sorted(set(translation.statements) - facts):
            yield Problem(file, fact_id, "there's no such fact", "Take the line out.")
        for fact_id in sorted(set(translation.order) - facts):
            yield Problem(file, f"order.{fact_id}", "there's no such fact", "Take the line out.")
        for kind in ("known", "inferred"):
            ours, theirs = getattr(article.words, kind), getattr(translation.article, kind)
            if len(ours) != len(theirs):
                yield Problem(
                    file,
                    "article",
                    f"`{kind}` has {len(theirs)} lines, in article.toml {len(ours)}",
                    "Translate each line.",
                )
        for name in article.names:
            if language not in name.usual:
                yield Problem(
                    f"articles/{article.id}/names.toml",
                    name.id,
                    f"`usual` has nothing for the language {language}",
                    f'Add {language} = "…" to usual.',
                )
