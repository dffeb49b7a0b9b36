"""Whoever asks if a claim is untrue gets the answer to that: yes where a quote contradicts it."""

from __future__ import annotations

import pytest

from knowledge import Kind, Knowledge, Verdict
from knowledge.understanding.called_untrue import claim_called_untrue
from tests.knowledge.understanding.soundness import ids

YES, NO = Verdict.YES, Verdict.NO


@pytest.mark.parametrize(
    ("text", "language", "claim"),
    [
        ("Is it untrue that they took the port?", "en", "they took the port?"),
        ("Is it wrong that they took the port?", "en", None),
        ("Is it wrong to say that they took it?", "en", "they took it?"),
        ("It's a myth that the port fell", "en", "the port fell"),
        ("isn't it FALSE, that the port fell?", "en", "the port fell?"),
        ("Am I wrong to say that the port fell?", "en", "the port fell?"),
        ("Är det fel att säga att hamnen föll?", "sv", "hamnen föll?"),
        ("Ist es unwahr, dass der Hafen fiel?", "de", "der Hafen fiel?"),
        ("это миф, что порт пал", "ru", "порт пал"),
        ("Неправда, що порт упав", "uk", "порт упав"),
        ("is it a myth that the port fell?", "sv", "the port fell?"),
        ("Is it true that the port fell?", "en", None),
        ("Is it not true that the port fell?", "en", None),
        ("the wrong port fell", "en", None),
        ("Неправда ли, что порт пал?", "ru", None),
        ("Is it a myth that?", "en", None),
        ("is that figure a lie?", "en", None),
    ],
)
def test_the_claim_is_what_is_called_untrue(text: str, language: str, claim: str | None) -> None:
    assert claim_called_untrue(text, language) == claim


@pytest.mark.parametrize(
    ("question", "verdict", "fact"),
    [
        ("is it wrong to say that russia took avdiivka?", NO, "avdiivka-fallen"),
        ("Is it a lie that Russia took Pokrovsk?", YES, "pokrovsk-held"),
        ("It's a myth that Pokrovsk has fallen", YES, "pokrovsk-held"),
        ("Is it false that Russia controls Luhansk?", NO, "luhansk-controlled"),
        ("Is it false that it's a lie that Avdiivka fell?", YES, "avdiivka-fallen"),
        ("Ist es falsch zu sagen, dass Awdijiwka gefallen ist?", NO, "avdiivka-fallen"),
        ("Är det en lögn att Ryssland tog Avdijivka?", NO, "avdiivka-fallen"),
        ("Это миф, что Покровск пал", YES, "pokrovsk-held"),
        ("Неправда, що Росія захопила Авдіївку?", NO, "avdiivka-fallen"),
    ],
)
def test_yes_says_that_it_is_untrue(
    question: str, verdict: Verdict, fact: str, knowledge: Knowledge
) -> None:
    answer = knowledge.ask(question)
    assert (answer.verdict, ids(answer)) == (verdict, {fact})


WRAPPED = ("wrong to say", "untrue", "incorrect", "a myth", "a lie", "fake news", "false")


@pytest.mark.parametrize("untrue", WRAPPED)
@pytest.mark.parametrize(
    ("claim", "verdict"),
    [("Avdiivka has fallen", NO), ("Pokrovsk has fallen", YES), ("Trump won the election", NO)],
)
def test_whatever_it_is_called_the_verdict_is_turned(
    untrue: str, claim: str, verdict: Verdict, knowledge: Knowledge
) -> None:
    assert knowledge.ask(f"Is it {untrue} that {claim}?").verdict is verdict
    [checked] = knowledge.check(f"It is {untrue} that {claim}.")
    assert checked.verdict is verdict


@pytest.mark.parametrize(
    "question",
    [
        "Was it wrong that Russia annexed four regions?",
        "Was it a mistake that Ukraine entered Kursk?",
        "Is it a mistake that Trump won?",
        "Är det fel att Ryssland tog Avdijivka?",
        "Ist es falsch, dass Russland vier Regionen annektiert hat?",
        "Это неправильно, что Россия захватила Авдеевку?",
    ],
)
def test_whether_something_should_be_gets_neither(question: str, knowledge: Knowledge) -> None:
    assert knowledge.ask(question).verdict is None


@pytest.mark.parametrize(
    "text",
    [
        "Holding Toretsk? Ukraine? That's a hoax.",
        "I doubt Pokrovsk is in Ukrainian hands",
        "Я сомневаюсь, что Авдеевка пала",
    ],
)
def test_what_is_called_untrue_in_other_words_gets_neither(
    text: str, knowledge: Knowledge
) -> None:
    assert knowledge.ask(text).verdict is None


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Pokrovsk fell, true or false?", NO),
        ("Correct me if I'm wrong: Avdiivka fell.", YES),
    ],
)
def test_words_that_only_ask_leave_the_claim_as_it_is(
    text: str, verdict: Verdict, knowledge: Knowledge
) -> None:
    assert knowledge.ask(text).verdict is verdict


def test_what_the_article_leaves_open_is_neither_true_nor_untrue(knowledge: Knowledge) -> None:
    answer = knowledge.ask("Is it false that Russia lost 300 tanks?")
    assert (answer.kind, answer.verdict) == (Kind.NOT_SAID, None)
