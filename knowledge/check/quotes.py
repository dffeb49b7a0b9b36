"""Proves quotes: to the character, in whole words, of one line; and every sentence is quoted."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.check.case import Case
from knowledge.check.problem import Problem
from knowledge.source import ArticleSource, sentences_of

LEAST_QUOTED = 0.5
"""Share of a sentence's characters that facts must quote for it to count as told."""


def prove_quote(case: Case) -> Iterator[Problem]:
    """Yield what is wrong with where the fact's quote stands."""
    quote = case.fact.quote
    lines = [line.text for line in case.article.lines if quote in line.text]
    if quote != quote.strip():
        yield case.problem("the quote begins or ends with white space", "Take it away.")
    if not lines:
        yield case.problem(
            f"the quote “{quote}” isn't in article.md to the character",
            "Copy it from one line of article.md.",
        )
    elif len(lines) > 1:
        yield case.problem(
            f"the quote “{quote}” stands in {len(lines)} lines of article.md",
            "Quote more of its sentence, so that it stands in one.",
        )
    elif not any(_in_whole_words(quote, line) for line in lines):
        yield case.problem(
            f"the quote “{quote}” begins or ends within a word", "Quote whole words."
        )
    for words in case.fact.stands_for if lines else ():
        yield from _prove_antecedent(case, words, case.fact.stands_for[words])


def _in_whole_words(quote: str, line: str) -> bool:
    at = line.find(quote)
    while at >= 0:
        before, after = line[:at][-1:], line[at + len(quote) :][:1]
        # A figure goes on after a comma: "1" isn't a whole part of "1,234".
        begins = not (before.isalnum() and quote[0].isalnum())
        ends = not (after.isalnum() and quote[-1].isalnum())
        rest = line[at + len(quote) :]
        figure_goes_on = quote[-1].isdecimal() and rest[:1] in ",." and rest[1:2].isdecimal()
        head = line[:at]
        figure_began = quote[0].isdecimal() and head[-1:] in ",." and head[-2:-1].isdecimal()
        if begins and ends and not figure_goes_on and not figure_began:
            return True
        at = line.find(quote, at + 1)
    return False


def _prove_antecedent(case: Case, words: str, name: str) -> Iterator[Problem]:
    """A pronoun's name must stand in the paragraph that the quote is from, or the one before."""
    if words not in case.fact.quote:
        yield case.problem(
            f"stands_for has “{words}”, which isn't in the quote",
            "Copy the words from the quote, or take them out of stands_for.",
        )
        return
    spelled = next((n.in_article for n in case.article.names if n.id == name), ())
    texts = [line.text for line in case.article.lines if line.paragraph is not None]
    at = next((i for i, text in enumerate(texts) if case.fact.quote in text), None)
    near = "\n".join(texts[max(0, at - 1) : at + 1]) if at is not None else ""
    if not any(spelling in near for spelling in spelled):
        yield case.problem(
            f"stands_for takes “{words}” for {name}, whom neither that paragraph nor the one "
            "before names",
            "Name who is meant, as names.toml spells it in `in_article`.",
        )


def prove_sentences(article: ArticleSource) -> Iterator[Problem]:
    """Yield each sentence that the facts don't quote for the most part; subheads needn't be.

    None while a quote is wrong: which sentence it's meant to quote isn't known.
    """
    if any(fact.quote not in article.text for fact in article.facts):
        return
    for line in article.lines:
        if line.paragraph is None:
            continue
        told = _quoted(article, line.text)
        for sentence in sentences_of(line.text):
            start = line.text.index(sentence)
            share = sum(told[start : start + len(sentence)]) / len(sentence)
            if share < LEAST_QUOTED:
                yield Problem(
                    f"articles/{article.id}/facts.toml",
                    "",
                    f"no fact quotes the sentence “{sentence}”",
                    "Add a fact that quotes it.",
                )


def _quoted(article: ArticleSource, line: str) -> list[bool]:
    told = [False] * len(line)
    for fact in article.facts:
        at = line.find(fact.quote)
        if at >= 0:
            told[at : at + len(fact.quote)] = [True] * len(fact.quote)
    return told
