"""Who asks in a language is answered in it, with the article's own English beside it."""

from __future__ import annotations

import pytest

from knowledge import Kind, Knowledge
from tests.knowledge.understanding.soundness import ids

ASKED = {
    "pokrovsk-held": {
        "en": "Who holds Pokrovsk?",
        "uk": "Хто тримає Покровськ?",
        "ru": "Кто держит Покровск?",
        "sv": "Vem håller Pokrovsk?",
        "de": "Wer hält Pokrowsk?",
    },
    "russia-lost-2024": {
        "en": "How many soldiers did Russia lose in 2024?",
        "uk": "Скільки військових втратила Росія у 2024?",
        "ru": "Сколько солдат потеряла Россия в 2024 году?",
        "sv": "Hur många soldater förlorade Ryssland 2024?",
        "de": "Wie viele Soldaten hat Russland 2024 verloren?",
    },
    "avdiivka-fallen": {
        "en": "Who controls Avdiivka?",
        "uk": "Хто контролює Авдіївку?",
        "ru": "Кто контролирует Авдеевку?",
        "sv": "Vem kontrollerar Avdijivka?",
        "de": "Wer kontrolliert Awdijiwka?",
    },
}
QUESTIONS = [
    (fact, language, question)
    for fact, questions in ASKED.items()
    for language, question in questions.items()
]


@pytest.mark.parametrize(("fact", "language", "question"), QUESTIONS)
def test_each_language_is_answered_in_itself(
    fact: str, language: str, question: str, knowledge: Knowledge
) -> None:
    answer = knowledge.ask(question)
    assert (answer.language, ids(answer)) == (language, {fact})
    assert answer.facts[0].statement[language]


@pytest.mark.parametrize(("fact", "language", "question"), QUESTIONS)
def test_what_telegram_says_of_the_app_doesnt_outweigh_the_words(
    fact: str, language: str, question: str, knowledge: Knowledge
) -> None:
    for hint in ("en", "uk", "de", "pt-br"):
        assert knowledge.ask(question, language=hint).language == language


@pytest.mark.parametrize(("fact", "language", "question"), QUESTIONS)
def test_the_quote_stays_in_english_to_the_character(
    fact: str, language: str, question: str, knowledge: Knowledge
) -> None:
    quotes = [told.quote for told in knowledge.ask(question).facts]
    lines = [line.text for article in knowledge.articles() for line in article.lines]
    assert quotes
    assert all(any(quote in line for line in lines) for quote in quotes)


def test_a_statement_is_written_in_each_language_of_its_article(knowledge: Knowledge) -> None:
    for fact in knowledge.facts():
        languages = set(knowledge.article(fact.article).name)
        assert set(fact.statement) == languages <= set(knowledge.languages)
        assert len(set(fact.statement.values())) == len(languages)


@pytest.mark.parametrize(
    ("question", "language", "fact"),
    [
        ("hto trymaie pokrovsk", "uk", "pokrovsk-held"),
        ("kto kontroliruet pokrovsk", "ru", "pokrovsk-held"),
        ("хто тримає Pokrovsk?", "uk", "pokrovsk-held"),
        ("shcho z Avdiivkoyu", "uk", "avdiivka-fallen"),
        ("chto s Avdeevkoy", "ru", "avdiivka-fallen"),
        ("khto v Pokrovsku", "uk", "pokrovsk-held"),
        ("ukraina znyzyla vymohy?", "uk", "ukraine-softened-demands"),
    ],
)
def test_cyrillic_in_latin_letters_and_mixed_is_understood(
    question: str, language: str, fact: str, knowledge: Knowledge
) -> None:
    answer = knowledge.ask(question)
    assert (answer.language, ids(answer)) == (language, {fact})


@pytest.mark.parametrize("language", ["en", "sv", "de"])
def test_a_bare_name_is_answered_in_the_apps_language(language: str, knowledge: Knowledge) -> None:
    assert knowledge.ask("Pokrovsk?", language=language).language == language


@pytest.mark.parametrize("language", ["en", "uk", "ru", "sv", "de"])
def test_a_no_is_told_in_the_language_too(language: str, knowledge: Knowledge) -> None:
    question = ASKED["pokrovsk-held"][language]
    for place in ("Pokrovsk", "Покровськ", "Покровск", "Pokrowsk"):
        question = question.replace(place, "Kramatorsk")
    answer = knowledge.ask(question)
    assert (answer.kind, answer.language) == (Kind.NOT_NAMED, language)


def test_every_place_is_known_by_each_languages_own_word_for_it(knowledge: Knowledge) -> None:
    for place in knowledge.places():
        for language, usual in place.usual.items():
            assert knowledge.find_place(usual, language) == place, f"{usual} ({language})"
