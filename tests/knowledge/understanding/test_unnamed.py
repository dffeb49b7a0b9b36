"""What no article names is called by its name, also where no list has it."""

from __future__ import annotations

import pytest

from knowledge import Kind, Knowledge


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("who holds Stepnohirsk?", "Stepnohirsk"),
        ("Who is in control of Novi Sad-Jar now?", "Novi Sad-Jar"),
        ("who controls the Zolotyr spit", "Zolotyr spit"),
        ("Who holds Atlantis?", "Atlantis"),
        ("did Russia take Zolotyrka?", "Zolotyrka"),
        ("Has Zolotyrka been captured?", "Zolotyrka"),
        ("did Zolotyrka fall", "Zolotyrka"),
        ("Wer hält Zolotyrka?", "Zolotyrka"),
        ("Vem håller Zolotyrka?", "Zolotyrka"),
        ("хто тримає Золотирку?", "Золотирку"),
        ("кто держит Золотырку?", "Золотырку"),
    ],
)
def test_a_word_that_stands_where_a_place_does_is_named(
    question: str, name: str, knowledge: Knowledge
) -> None:
    answer = knowledge.ask(question)
    assert (answer.kind, answer.names) == (Kind.NOT_NAMED, (name,))


@pytest.mark.parametrize(
    "question",
    [
        "who holds zolotyrka",  # not written as a name: as likely a slip or a thing
        "who takes selfies",
        "who controls gravity",
        "кто держит собаку",
        "who took my Zolotyrka for a walk?",
        "Who paid for Zolotyrka?",
        "Zolotyrka",
    ],
)
def test_other_words_that_nobody_knows_are_no_places(question: str, knowledge: Knowledge) -> None:
    assert knowledge.ask(question).kind is not Kind.NOT_NAMED


@pytest.mark.parametrize(
    ("question", "name", "near"),
    [
        ("who holds Avdiivka and Kyiv?", "Kyiv", ["avdiivka-fallen"]),
        ("Who controls Kyiv and Pokrovsk?", "Kyiv", ["pokrovsk-held"]),
        ("Did Pokrovsk and Moscow fall?", "Moscow", ["pokrovsk-held"]),
    ],
)
def test_a_capital_beside_a_place_is_a_place_too(
    question: str, name: str, near: list[str], knowledge: Knowledge
) -> None:
    answer = knowledge.ask(question)
    assert (answer.kind, answer.names) == (Kind.NOT_NAMED, (name,))
    assert [fact.id for fact in answer.near] == near


def test_a_capital_that_speaks_of_a_place_is_its_side(knowledge: Knowledge) -> None:
    assert knowledge.ask("Russia took Pokrovsk and Moscow said so").kind is not Kind.NOT_NAMED


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("who holds Kyiv, Lviv and Odesa?", {"Kyiv", "Lviv", "Odesa"}),
        ("who holds Mariupol, Kyiv and Bakhmut", {"Mariupol", "Kyiv", "Bakhmut"}),
    ],
)
def test_a_capital_in_a_list_of_places_is_one_of_them(
    question: str, names: set[str], knowledge: Knowledge
) -> None:
    assert set(knowledge.ask(question).names) == names


def test_a_capital_beside_a_place_without_a_comma_acts(knowledge: Knowledge) -> None:
    assert knowledge.ask("Hat Moskau Pokrowsk und Torezk erobert?").kind is Kind.ANSWERED
