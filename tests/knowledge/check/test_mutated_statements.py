"""Any statement of the real articles, altered in a way that makes it false, is refused."""

from __future__ import annotations

import re
from dataclasses import replace

from knowledge.check import check_fact
from knowledge.check.lexicon import tokens_of
from tests.knowledge.check.mutating import (
    Mutations,
    facts,
    passed,
    reading_of,
    with_statement,
)


def test_the_untouched_facts_pass() -> None:
    assert [p for article, fact in facts() for p in check_fact(article, fact)] == []


def digits() -> Mutations:
    for article, fact in facts():
        for match in re.finditer(r"\d", fact.statement):
            for other in {(int(match[0]) + step) % 10 for step in (1, 5, 9)}:
                yield article, with_statement(fact, match.start(), match.end(), str(other))


def test_another_digit_in_a_statement_is_refused() -> None:
    assert passed(digits()) == []


def figures() -> Mutations:
    for article, fact in facts():
        numbers = re.findall(r"\d[\d,]*\d", fact.quote)
        for match in re.finditer(r"\d[\d,]*\d", fact.statement):
            for other in {*numbers, "forty-three", "428k", "9", "IX", "½"} - {match[0]}:
                yield article, with_statement(fact, match.start(), match.end(), other)


def test_another_figure_even_of_the_same_quote_is_refused() -> None:
    assert passed(figures()) == []


def names() -> Mutations:
    for article, fact in facts():
        reading = reading_of(article, fact)
        others = [name.usual[article.language] for name in article.names]
        for found in reading.names:
            first, last = reading.tokens[found.start], reading.tokens[found.end - 1]
            own = next(name for name in article.names if name.id == found.key)
            for other in (*others, "Mariupol", "Smith", "South Korea", "US Army"):
                if other != own.usual[article.language]:
                    yield article, with_statement(fact, first.start, last.end, other)


def test_another_name_in_a_statement_is_refused() -> None:
    assert passed(names()) == []


def swapped() -> Mutations:
    """Who did it and to whom, turned round."""
    for article, fact in facts():
        reading = reading_of(article, fact)
        countries = [f for f in reading.names if f.group == "country"]
        for one in countries:
            for other in countries:
                if one.start < other.start and one.key != other.key:
                    (a, b), (c, d) = (
                        (reading.tokens[f.start].start, reading.tokens[f.end - 1].end)
                        for f in (one, other)
                    )
                    text = fact.statement
                    turned = text[:a] + text[c:d] + text[b:c] + text[a:b] + text[d:]
                    yield article, replace(fact, statement=turned)


def test_two_countries_changing_places_is_refused() -> None:
    assert passed(swapped()) == []


def words() -> Mutations:
    for article, fact in facts():
        for token in tokens_of(fact.statement):
            yield article, with_statement(fact, token.start, token.end, "zebras")
            yield article, with_statement(fact, token.start, token.end, "Berlin")


def test_a_foreign_word_in_a_statement_is_refused() -> None:
    assert passed(words()) == []


DRIFT = [
    ("no ", "all "), ("no major", "no"), ("not intend to compromise", "not compromise"),
    ("No ", "All "), (" no ", " some "), (" not ", " "), ("n't ", " "),
    ("still ", "no longer "), ("more than half", "half"), ("more than half", "all"),
    ("Most ", "All "), ("most ", "all "), ("mostly ", "only "), ("mostly ", ""),
    ("Several ", "All "), ("Far from all", "All"), ("Far from all", "Most of"), ("only ", ""),
    ("only ", "still "), ("entire ", ""), ("another ", "the first "), ("two ", "three "),
    ("Four ", "Five "), ("four ", "three "), ("years", "months"), ("months", "weeks"),
    ("a few ", "many "), ("Thousands", "Tens of thousands"), ("thousands", "millions"),
    ("Tens of thousands", "Thousands"), ("Tens of thousands", "Hundreds of thousands"),
    ("Millions", "Thousands"), ("millions", "hundreds"), ("one of the reasons", "the only reason"),
    ("one of the reasons", "the reason"), ("one of the reasons", "the first of the reasons"),
    ("May", "June"), ("autumn", "spring"), ("autumn", "summer"), ("fall,", "winter,"),
    ("last fall", "this fall"), ("daily", "weekly"), ("daily", "hourly"), (" if ", " because "),
    (" if ", " when "), ("injured and killed", "killed"), ("injured and killed", "injured"),
    ("killed", "wounded"), ("wounded", "killed"), ("square kilometres", "square miles"),
    ("great caution", "caution"), ("great caution", "confidence"), ("illegally ", ""),
    ("illegally", "legally"), ("is said to have been", "was"), ("are said to have been", "were"),
    ("controls", "lost"), ("controls", "took"), ("took", "freed"), ("holds its ground", "fell"),
    ("threatened", "captured"), ("stopped", "helped"), ("softened", "hardened"),
    ("ready", "eager"),
    ("claims", "proves"), ("says that", "shows that"), ("extremely", "slightly"),
    ("after", "before"),
    ("have", "haven't"), ("has ", "hasn't "), ("is ", "isn't "), ("direct", "indirect"),
]  # fmt: skip


def drifted() -> Mutations:
    for article, fact in facts():
        for old, new in DRIFT:
            if old in fact.statement:
                yield article, replace(fact, statement=fact.statement.replace(old, new, 1))


def test_a_drift_in_how_much_how_often_or_whether_is_refused() -> None:
    assert passed(drifted()) == []


def inserted() -> Mutations:
    for article, fact in facts():
        for token in tokens_of(fact.statement)[1:]:
            for word in ("not", "never", "all", "also Mariupol", "10"):
                yield article, with_statement(fact, token.start, token.start, f"{word} ")


def test_a_negation_or_an_extra_word_anywhere_is_refused() -> None:
    assert passed(inserted()) == []
