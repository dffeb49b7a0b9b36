"""Proves a statement's words: each comes from its quote, with its names, figures and measures."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.check.arithmetic import prove_arithmetic
from knowledge.check.case import Case
from knowledge.check.figures import prove_figures
from knowledge.check.lexicon import (
    IN_QUOTATION_MARKS,
    Found,
    Token,
    lexicon_of,
    same_stem,
    tokens_of,
)
from knowledge.check.problem import Problem
from knowledge.check.reading import ACTING, PROVEN, Reading, nearest

AS_THE_QUOTE = "Say it as the quote does"


def prove_wording(case: Case) -> Iterator[Problem]:
    """Yield what the fact's statement holds that its quotes don't, or turns round."""
    yield from prove_arithmetic(case)
    yield from _prove_names(case)
    yield from _prove_keys(case)
    yield from _prove_order(case)
    yield from prove_figures(case)
    yield from _prove_negations(case)
    yield from _prove_words(case)


def _prove_names(case: Case) -> Iterator[Problem]:
    held = case.held_names()
    for name, count in case.statement.name_ids.items():
        if name not in held:
            yield case.problem(
                f"the statement names {name}, which its quote doesn't",
                "Leave it out, quote more, or say in stands_for which words of the quote mean it.",
            )
        elif count > held[name]:
            yield case.problem(
                f"the statement names {name} {count} times, its quotes {held[name]}",
                f"{AS_THE_QUOTE}; where a word of the quote means it, say so in stands_for.",
            )


def _prove_keys(case: Case) -> Iterator[Problem]:
    held = case.held_keys(*PROVEN)
    owned = _owned(case)
    for found in case.statement.of(*PROVEN):
        words = {token.folded for token in case.statement.tokens[found.start : found.end]}
        if found.key not in held and (found.group == "numbers" or not words <= owned):
            yield case.problem(
                f"“{case.statement.words(found)}” isn't in the quote "
                f"(nor in that of a fact that it travels `with`)",
                f"{AS_THE_QUOTE}, or quote more of the article.",
            )
    kept = lexicon_of(case.article.language).kept
    said = {found.key for found in case.statement.found}
    for found in case.quote.found:
        if found.key in kept and found.key not in said:
            yield case.problem(
                f"the quote's “{case.quote.words(found)}” is missing from the statement",
                f"{AS_THE_QUOTE}, or quote less.",
            )


def _prove_order(case: Case) -> Iterator[Problem]:
    """Who does it and to whom shows in the order of the words."""
    kinds = {name.id: name.kind for name in case.article.names}
    quoted = [name for _, name in case.names_in_quote() if kinds.get(name) in ACTING]
    stated = [found.key for found in case.statement.names if found.group in ACTING]
    if case.fact.order is not None:
        right, expected = stated == list(case.fact.order), list(case.fact.order)
    else:
        stated, expected = [name for name in stated if name in quoted], quoted
        left = iter(quoted)
        right = all(name in left for name in stated)
    if not right:
        yield case.problem(
            f"the statement names {', '.join(stated)} in this order, not {', '.join(expected)}",
            "Put it as the quote does; where it's right as it stands, confirm it with "
            f"order = [{', '.join(repr(name) for name in stated)}].",
        )


def _prove_negations(case: Case) -> Iterator[Problem]:
    """As many negations as the quote, and each by the same name: no "no" comes or goes."""
    ours, theirs = case.statement.of("negations"), case.quote.of("negations")
    if len(ours) != len(theirs):
        yield case.problem(
            f"the statement has {len(ours)} negations (no, not …), its quote {len(theirs)}",
            f"{AS_THE_QUOTE}, or quote less.",
        )
        return
    for found in theirs:
        word = _what_is_denied(case.quote, found)
        if word is not None and word not in {token.folded for token in case.statement.tokens}:
            yield case.problem(
                f"the quote denies “{word}”, which the statement leaves out", AS_THE_QUOTE + "."
            )
    acting = [found for found in case.statement.names if found.group in ACTING]
    kinds = {name.id: name.kind for name in case.article.names}
    quoted = [
        Found("name", name, at, at + 1)
        for at, name in case.names_in_quote()
        if kinds.get(name) in ACTING
    ]
    by_ours = sorted(str(nearest(n.start, n.end, acting)) for n in ours)
    by_theirs = sorted(str(nearest(n.start, n.end, quoted)) for n in theirs)
    if by_ours != by_theirs:
        yield case.problem(
            f"the statement's negation stands by {', '.join(by_ours)}, the quote's by "
            f"{', '.join(by_theirs)}",
            AS_THE_QUOTE + ".",
        )


def _what_is_denied(reading: Reading, negation: Found) -> str | None:
    """The word right behind a negation, without which more is denied: no major cities."""
    glue = lexicon_of(reading.language).glue
    free = negation.end in reading.free() and reading.tokens[negation.end].folded not in glue
    return reading.tokens[negation.end].folded if free else None


def _prove_words(case: Case) -> Iterator[Problem]:
    """Any word that isn't the quote's, nor empty of meaning, must be owned to be ours."""
    lexicon = lexicon_of(case.article.language)
    allowed = _owned(case)
    quoted = [token.folded for reading in case.support for token in reading.tokens]
    same = case.held_keys("same")
    for found in case.statement.of("same"):
        if found.key not in same and not _all_held(case.statement, found.start, quoted, allowed):
            yield _foreign(case, case.statement.tokens[found.start])
    for position in case.statement.free():
        token = case.statement.tokens[position]
        if token.folded in lexicon.glue and not _stands_out(token, position):
            continue
        if token.folded in allowed:
            continue
        if not any(same_stem(token.folded, word, lexicon.endings) for word in quoted):
            yield _foreign(case, token)
    for match in IN_QUOTATION_MARKS.finditer(case.fact.statement):
        if match[1].casefold() not in case.fact.quote.casefold():
            yield case.problem(
                f"the statement quotes “{match[1]}”, which isn't in the quote",
                "Quote the article's own words.",
            )


def _owned(case: Case) -> set[str]:
    return {token.folded for word in case.fact.own_words for token in tokens_of(word)}


def _stands_out(token: Token, position: int) -> bool:
    """A small word in capitals is a name: IT, US."""
    return position > 0 and len(token.typed) > 1 and token.typed.isupper()


def _all_held(reading: Reading, position: int, quoted: list[str], allowed: set[str]) -> bool:
    folded = reading.tokens[position].folded
    return folded in quoted or folded in allowed


def _foreign(case: Case, token: Token) -> Problem:
    return case.problem(
        f"“{token.typed}” isn't a word of the quote",
        "Use the quote's words; where it's ours and right, list it in own_words.",
    )
