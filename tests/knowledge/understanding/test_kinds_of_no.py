"""Three no's are told apart: never named, named but not said, said otherwise."""

from __future__ import annotations

import pytest

from knowledge import Kind, Knowledge, Verdict
from tests.knowledge.understanding.soundness import assert_sound, ids


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("Who holds Mariupol?", "Mariupol"),
        ("Who controls Bakhmut?", "Bakhmut"),
        ("who holds mariupl", "Mariupol"),
        ("How many troops did Wagner lose?", "the Wagner Group"),
        ("What did NATO say?", "NATO"),
        ("Who is Zelensky?", "Volodymyr Zelensky"),
        ("Did Germany allow long-range weapons?", "Germany"),
        ("Did Biden win the election?", "Joe Biden"),
        ("Хто контролює Маріуполь?", "Маріуполь"),
        ("Кто контролирует Херсон?", "Херсон"),
        ("Vem kontrollerar Mariupol?", "Mariupol"),
        ("Wer kontrolliert Cherson?", "Cherson"),
    ],
)
def test_what_the_article_never_names_is_told_by_its_name(
    question: str, name: str, knowledge: Knowledge
) -> None:
    answer = knowledge.ask(question)
    assert (answer.kind, answer.names) == (Kind.NOT_NAMED, (name,))
    assert answer.facts == ()


@pytest.mark.parametrize(
    ("question", "near"),
    [
        ("What is the population of Pokrovsk?", "pokrovsk-held"),
        ("Who is the mayor of Pokrovsk?", "pokrovsk-held"),
        ("When did Avdiivka fall?", "avdiivka-fallen"),
        ("How many tanks did Russia lose?", "russia-lost-2024"),
        ("How many troops did Russia lose in 2023?", "russia-lost-2024"),
        ("Скільки танків втратила Росія?", "russia-lost-2024"),
        ("Сколько танков потеряла Россия?", "russia-lost-2024"),
        ("Hur många stridsvagnar förlorade Ryssland?", "russia-lost-2024"),
        ("Wie viele Panzer hat Russland verloren?", "russia-lost-2024"),
    ],
)
def test_what_is_named_but_not_said_comes_with_what_is(
    question: str, near: str, knowledge: Knowledge
) -> None:
    answer = knowledge.ask(question)
    assert (answer.kind, answer.facts, answer.verdict) == (Kind.NOT_SAID, (), None)
    assert [fact.id for fact in answer.near] == [near]


@pytest.mark.parametrize(
    ("question", "contrary", "words"),
    [
        ("When did Russia capture Pokrovsk?", "pokrovsk-held", "Ukraine still controls"),
        ("Why did Pokrovsk fall?", "pokrovsk-held", "Ukraine still controls"),
        ("How did Russia take Chasiv Yar?", "chasiv-yar-held", "holds its ground"),
        ("When did Russia capture Toretsk?", "toretsk-held", "holds its ground"),
        ("When did Ukraine retake Avdiivka?", "avdiivka-fallen", "fallen into their hands"),
        ("Why does Ukraine hold Vuhledar?", "vuhledar-fallen", "fallen into their hands"),
        ("Чи захопила Росія Покровськ?", "pokrovsk-held", "Ukraine still controls"),
        ("Har Ryssland tagit Pokrovsk?", "pokrovsk-held", "Ukraine still controls"),
        ("Hat Russland Pokrowsk erobert?", "pokrovsk-held", "Ukraine still controls"),
    ],
)
def test_what_is_said_otherwise_gets_a_no_and_the_contrary_quote(
    question: str, contrary: str, words: str, knowledge: Knowledge
) -> None:
    answer = knowledge.ask(question)
    assert (answer.kind, answer.verdict) == (Kind.ANSWERED, Verdict.NO)
    assert ids(answer) == {contrary}
    assert words in answer.facts[0].quote


@pytest.mark.parametrize(
    "question",
    [
        "What is the weather in Stockholm?",
        "how do I cook rice?",
        "Who won the world cup?",
        "write me a poem about cats",
        "what's the capital of Australia",
        "bitcoin price?",
        "Wie wird das Wetter morgen?",
        "Hur lagar man pannkakor?",
        "яка сьогодні погода?",
        "посоветуй фильм",
    ],
)
def test_another_subject_is_never_answered_from_the_article(
    question: str, knowledge: Knowledge
) -> None:
    answer = knowledge.ask(question)
    assert answer.facts == ()
    assert answer.kind in (Kind.OFF_TOPIC, Kind.NOT_NAMED, Kind.NOT_SAID, Kind.SMALL_TALK)
    assert_sound(answer, knowledge)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("hello", "greeting"),
        ("thanks!", "thanks"),
        ("thank you so much", "thanks"),
        ("bye", "farewell"),
        ("are you a bot?", "identity"),
        ("how are you?", "mood"),
    ],
)
def test_small_talk_is_told_by_its_kind(text: str, kind: str, knowledge: Knowledge) -> None:
    answer = knowledge.ask(text)
    assert (answer.kind, answer.small_talk) == (Kind.SMALL_TALK, kind)


@pytest.mark.parametrize("text", ["", "   ", "\n\n", "...", "🎉", "\u200b", "\x00"])
def test_a_text_without_a_word_is_small_talk(text: str, knowledge: Knowledge) -> None:
    assert knowledge.ask(text).kind is Kind.SMALL_TALK
