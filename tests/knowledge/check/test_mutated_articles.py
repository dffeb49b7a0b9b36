"""Each of the real articles that lacks something, or has it twice, is refused."""

from __future__ import annotations

from dataclasses import replace

from knowledge.check import check
from knowledge.check.lexicon import lexicon_of
from knowledge.source import sentences_of
from tests.knowledge.check.mutating import sources
from tests.knowledge.sources import real


def test_the_same_id_twice_is_refused() -> None:
    for article in sources().articles:
        for fact in article.facts:
            twice = replace(article, facts=(fact, fact))
            assert any("have this id" in p.what and p.fact == fact.id for p in check(twice))


def test_a_topic_without_facts_and_a_sentence_without_quotes_are_refused() -> None:
    for article in sources().articles:
        for topic in article.topics:
            left = tuple(fact for fact in article.facts if fact.topic != topic.id)
            problems = check(replace(article, facts=left))
            assert any("no fact" in p.what and p.fact == topic.id for p in problems)
        for line in article.lines:
            if line.paragraph is None:
                continue
            for sentence in sentences_of(line.text):
                left = tuple(
                    fact
                    for fact in article.facts
                    if fact.quote not in sentence and sentence not in fact.quote
                )
                problems = check(replace(article, facts=left))
                assert any("no fact quotes" in p.what and sentence in p.what for p in problems)


def test_every_language_of_the_articles_has_its_words() -> None:
    for article in real().articles:
        assert all(lexicon_of(language).known for language in article.languages)
