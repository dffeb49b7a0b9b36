"""Proves what people are offered to ask: short enough for a button, and in every language."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.check.problem import Problem
from knowledge.source import ArticleSource

LONGEST_QUESTION = 44
"""Characters that a phone shows on a button as wide as the screen."""
CURE = "Put it more shortly: it goes onto a button."


def prove_questions(article: ArticleSource) -> Iterator[Problem]:
    """Yield what is wrong with facts' questions, and with those that the article begins with.

    Whether a question is answered by its fact is not proved here: a test asks each.
    """
    facts = {fact.id for fact in article.facts}
    for language in article.languages:
        file = _file(article, language, "facts.toml")
        asked: dict[str, str] = {}
        for fact in article.facts:
            question = article.question(fact, language)
            if (question is None) != (fact.question is None):
                yield Problem(
                    file,
                    fact.id,
                    f"its question in {language} is missing, or only there",
                    "Give it a question in each language, or in none.",
                )
            if question is None:
                continue
            if len(question) > LONGEST_QUESTION:
                yield Problem(file, fact.id, f"“{question}” is too long", CURE)
            first = asked.setdefault(question.casefold(), fact.id)
            if first != fact.id:
                yield Problem(
                    file, fact.id, f"“{question}” asks for {first} too", "Ask for what differs."
                )
        if language != article.language:
            for identity in sorted(article.translations[language].questions.keys() - facts):
                yield Problem(file, identity, "there's no such fact", "Take the line out.")
        examples = article.words_in(language).examples
        file = _file(article, language, "article.toml")
        if len(examples) != len(article.words.examples):
            yield Problem(
                file, "examples", "not as many as in article.toml", "Translate each of them."
            )
        for example in examples:
            if len(example) > LONGEST_QUESTION:
                yield Problem(file, "examples", f"“{example}” is too long", CURE)


def _file(article: ArticleSource, language: str, own: str) -> str:
    name = own if language == article.language else f"translation.{language}.toml"
    return f"articles/{article.id}/{name}"
