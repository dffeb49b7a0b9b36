"""Any fact of the real articles with a wrong quote, speaker, caution or reference is refused."""

from __future__ import annotations

from dataclasses import replace

import pytest

from knowledge.answer import Certainty
from knowledge.check import check_fact
from knowledge.source import ArticleSource, sentences_of
from tests.knowledge.check.mutating import (
    Mutations,
    facts,
    passed,
    reading_of,
    refused,
    sources,
    with_statement,
)
from tests.knowledge.sources import real, with_fact


def told(article: ArticleSource, identity: str) -> str:
    """Return the problems of one fact, each on its line."""
    fact = next(fact for fact in article.facts if fact.id == identity)
    return "\n".join(map(str, check_fact(article, fact, sources().gazetteer)))


def letters() -> Mutations:
    for article, fact in facts():
        for at, letter in enumerate(fact.quote):
            other = "e" if letter != "e" else "o"
            yield article, replace(fact, quote=fact.quote[:at] + other + fact.quote[at + 1 :])
        yield article, replace(fact, quote=fact.quote[1:])
        yield article, replace(fact, quote=fact.quote.rstrip(".")[:-1])
        yield article, replace(fact, quote=fact.quote + " ")


def test_another_letter_in_a_quote_is_refused() -> None:
    assert passed(letters()) == []


def test_a_claim_without_its_speaker_is_refused() -> None:
    def without() -> Mutations:
        for article, fact in facts():
            if fact.says is None or fact.certainty is Certainty.STATED:
                continue
            yield article, replace(fact, says=None)
            yield article, replace(fact, certainty=Certainty.STATED)
            for name in article.names:
                in_quote = any(spelling in fact.quote for spelling in name.in_article)
                if name.id != fact.says and not in_quote:
                    yield article, replace(fact, says=name.id)
            speaker = [f for f in reading_of(article, fact).names if f.key == fact.says]
            if len(speaker) == 1:
                tokens = reading_of(article, fact).tokens
                start, end = tokens[speaker[0].start].start, tokens[speaker[0].end - 1].end
                yield article, with_statement(fact, start, end, "it")

    assert passed(without()) == []


def test_another_certainty_is_refused() -> None:
    def mistaken() -> Mutations:
        for article, fact in facts():
            for other in set(Certainty) - {fact.certainty}:
                yield article, replace(fact, certainty=other)

    assert passed(mistaken()) == []


TELLING = {
    Certainty.STATED: "",
    Certainty.CLAIMED: "says",
    Certainty.SAID_TO_BE: "reportedly",
    Certainty.ESTIMATED: "estimates",
}
PRINTED = {(Certainty.ESTIMATED, Certainty.CLAIMED)}
"""Who is said to estimate something says it: the quote's words bear out both."""


def test_another_certainty_is_refused_though_the_statement_tells_it_too() -> None:
    def mistaken() -> Mutations:
        for article, fact in facts():
            reading = reading_of(article, fact)
            told = reading.of("reporting", "reporting_from", "hearsay", "estimates")
            for other in set(Certainty) - {fact.certainty}:
                if (fact.certainty, other) in PRINTED:
                    continue
                spoilt = replace(fact, certainty=other)
                for found in reversed(told):
                    first, last = reading.tokens[found.start], reading.tokens[found.end - 1]
                    spoilt = with_statement(spoilt, first.start, last.end, TELLING[other])
                if not told:
                    spoilt = replace(spoilt, statement=f"{fact.statement} {TELLING[other]}")
                yield article, spoilt

    assert passed(mistaken()) == []


def test_a_fact_without_its_caution_is_refused() -> None:
    cautioned = 0
    for article in sources().articles:
        for fact in article.facts:
            for companion in fact.companions:
                caution = next(other for other in article.facts if other.id == companion)
                cautioned += 1
                assert refused(article, replace(fact, companions=()))
                left = tuple(other for other in article.facts if other.id != companion)
                assert check_fact(replace(article, facts=left), fact)
                for words in caution.caution_words[article.language]:
                    bare = " ".join(
                        sentence
                        for sentence in sentences_of(fact.statement)
                        if words not in sentence
                    )
                    assert refused(article, replace(fact, statement=bare))
    assert cautioned


def test_a_caution_that_forgets_what_it_is_about_is_refused() -> None:
    cautions = [(article, fact) for article, fact in facts() if fact.cautions]
    assert cautions
    for article, fact in cautions:
        assert refused(article, replace(fact, cautions=()))
        assert refused(article, replace(fact, caution_words={}))


def test_a_statement_that_drops_its_own_caution_is_refused_in_every_language() -> None:
    own = [
        (article, fact)
        for article in real().articles
        for fact in article.facts
        if fact.caution_words and not fact.cautions
    ]
    assert own
    for article, fact in own:
        for language in article.languages:
            bare = article.statement(fact, language)
            assert bare
            for words in fact.caution_words[language]:
                bare = bare.replace(words, "")
            if language == article.language:
                spoilt = with_fact(article, replace(fact, statement=bare))
            else:
                old = article.translations[language]
                translation = replace(old, statements={**old.statements, fact.id: bare})
                others = {**article.translations, language: translation}
                spoilt = replace(article, translations=others)
            assert "leaves out the caution" in told(spoilt, fact.id)


def test_an_own_caution_without_words_in_a_language_is_refused() -> None:
    own = [
        (article, fact)
        for article in real().articles
        for fact in article.facts
        if fact.caution_words
    ]
    assert own
    for article, fact in own:
        for language in article.languages:
            left = {key: words for key, words in fact.caution_words.items() if key != language}
            mute = with_fact(article, replace(fact, caution_words=left))
            assert f"nothing for the language {language}" in told(mute, fact.id)


def test_a_fact_that_says_there_is_no_period_has_that_as_its_caution() -> None:
    without = [fact for _, fact in facts() if "no period" in fact.statement]
    assert without
    assert [fact.id for fact in without if not fact.caution_words] == []


@pytest.mark.parametrize("wrong", ["nothing", ""])
def test_a_reference_to_nothing_is_refused(wrong: str) -> None:
    for article, fact in facts():
        assert refused(article, replace(fact, topic=wrong))
        assert refused(article, replace(fact, about=(*fact.about, wrong)))
        assert refused(article, replace(fact, says=wrong))
        assert refused(article, replace(fact, companions=(*fact.companions, wrong)))
        assert refused(article, replace(fact, holder=wrong))


def test_a_subject_that_isnt_there_is_refused() -> None:
    """A name of elsewhere in the article isn't what this fact is about."""
    for article, fact in facts():
        paragraph = next(line.text for line in article.lines if fact.quote in line.text)
        for name in article.names:
            here = any(spelling in paragraph for spelling in name.in_article)
            if not here and name.id not in (*fact.about, *fact.stands_for.values()):
                assert refused(article, replace(fact, about=(*fact.about, name.id)))


def test_an_answer_too_long_for_a_message_is_refused() -> None:
    for article, fact in facts():
        repeats = 900 // len(fact.statement) + 1
        assert any(
            "over 900" in problem.what
            for problem in check_fact(
                article, replace(fact, statement=(fact.statement + " ") * repeats)
            )
        )
