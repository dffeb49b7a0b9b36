"""One fact as it stands before the proofs: the fact, its article, and what its quote holds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from knowledge.check.problem import Problem
from knowledge.check.reading import NameBook, Reading, read
from knowledge.source import ArticleSource, FactSource

FACTS = "facts.toml"


@dataclass(frozen=True, slots=True)
class Case:
    """A fact with the readings that every proof needs."""

    article: ArticleSource
    fact: FactSource
    book: NameBook
    statement: Reading
    quote: Reading
    support: tuple[Reading, ...]
    """Readings of the quote, the companions' quotes and the arithmetic."""
    pronouns: tuple[tuple[int, str], ...]
    """Where in the quote (token) words stand for a name that they don't spell, and its id."""

    @classmethod
    def of(cls, article: ArticleSource, fact: FactSource, book: NameBook) -> Case:
        """Read the fact's statement, and the quotes that it may rest on."""
        language = article.language
        quote = read(fact.quote, language, book)
        support = [quote]
        for other in article.facts:
            if other.id in fact.companions:
                support.append(read(other.quote, language, book))
        if fact.arithmetic is not None:
            support.append(read(fact.arithmetic, language, book))
        pronouns = sorted(
            (sum(token.end <= at for token in quote.tokens), name)
            for words, name in fact.stands_for.items()
            if (at := fact.quote.find(words)) >= 0
        )
        statement = read(fact.statement, language, book)
        return cls(article, fact, book, statement, quote, tuple(support), tuple(pronouns))

    def held_names(self) -> Counter[str]:
        """How often the quotes name each name, counting words that stand for it."""
        held: Counter[str] = Counter()
        for reading in self.support:
            held += reading.name_ids
        held.update(name for _, name in self.pronouns)
        return held

    def held_keys(self, *groups: str) -> frozenset[str]:
        """Which keys of `groups` the quotes hold."""
        return frozenset(key for reading in self.support for key in reading.keys(*groups))

    def names_in_quote(self) -> tuple[tuple[int, str], ...]:
        """The names of the quote with their tokens, counting words that stand for them."""
        spelled = [(found.start, found.key) for found in self.quote.names]
        return tuple(sorted((*spelled, *self.pronouns)))

    def problem(self, what: str, cure: str, file: str = FACTS) -> Problem:
        """Return a problem with this fact."""
        return Problem(f"articles/{self.article.id}/{file}", self.fact.id, what, cure)

    def translations(self) -> Iterator[tuple[str, str, Reading, str]]:
        """Yield language, statement, its reading and the file, of each translation there is."""
        for language in self.article.languages[1:]:
            text = self.article.statement(self.fact, language)
            if text is not None:
                file = f"translation.{language}.toml"
                yield language, text, read(text, language, self.book), file
