"""Who asks several things at once gets all of them, in one answer."""

from __future__ import annotations

import pytest

from knowledge import Kind, Knowledge, Verdict
from tests.knowledge.understanding.soundness import ids


@pytest.mark.parametrize(
    ("question", "facts"),
    [
        ("Who holds Pokrovsk and Toretsk?", {"pokrovsk-held", "toretsk-held"}),
        ("Who holds Pokrovsk and Avdiivka?", {"pokrovsk-held", "avdiivka-fallen"}),
        (
            "Who holds Pokrovsk, Toretsk and Chasiv Yar?",
            {"pokrovsk-held", "toretsk-held", "chasiv-yar-held"},
        ),
        ("Хто тримає Покровськ і Торецьк?", {"pokrovsk-held", "toretsk-held"}),
        ("Кто держит Покровск и Торецк?", {"pokrovsk-held", "toretsk-held"}),
        ("Vem håller Pokrovsk och Toretsk?", {"pokrovsk-held", "toretsk-held"}),
        ("Wer hält Pokrowsk und Torezk?", {"pokrovsk-held", "toretsk-held"}),
    ],
)
def test_of_several_places_each_is_told(
    question: str, facts: set[str], knowledge: Knowledge
) -> None:
    assert ids(knowledge.ask(question)) == facts


def test_of_places_some_unnamed_none_is_passed_over(knowledge: Knowledge) -> None:
    answer = knowledge.ask("Who controls Pokrovsk, Mariupol and Bakhmut?")
    assert ids(answer) == {"pokrovsk-held"}
    assert (answer.rest, answer.names) == (Kind.NOT_NAMED, ("Mariupol", "Bakhmut"))
    assert knowledge.ask("Did Russia take Pokrovsk and Mariupol?").verdict is None


def test_of_places_that_are_all_unnamed_each_is_told(knowledge: Knowledge) -> None:
    answer = knowledge.ask("Wer hält Mariupol und Bachmut?")
    assert (answer.kind, answer.names) == (Kind.NOT_NAMED, ("Mariupol", "Bachmut"))


@pytest.mark.parametrize(
    ("question", "fact"),
    [
        ("Who holds Pokrovsk and how many tanks did Russia lose?", "pokrovsk-held"),
        ("How many tanks and how many troops did Russia lose?", "russia-lost-2024"),
    ],
)
def test_of_two_questions_one_unsaid_the_other_is_answered(
    question: str, fact: str, knowledge: Knowledge
) -> None:
    answer = knowledge.ask(question)
    assert (ids(answer), answer.rest) == ({fact}, Kind.NOT_SAID)


@pytest.mark.parametrize(
    ("question", "facts"),
    [
        ("who holds Luhansk and Donetsk?", {"luhansk-controlled", "ukraine-holds-in-donetsk"}),
        ("Russian and Ukrainian losses?", {"russia-lost-2024", "ukrainian-killed-and-wounded"}),
        (
            "how much land did Russia take, how many soldiers did it lose and who says so?",
            {"territory-taken-2024", "russia-lost-2024", "russian-losses-who-says"},
        ),
        (
            "how many civilians were hurt and what about the energy grid?",
            {"civilians-killed-and-injured", "energy-attacked", "millions-affected"},
        ),
        (
            "Скільки землі захопила Росія і скільки солдатів втратила?",
            {"territory-taken-2024", "russia-lost-2024"},
        ),
        (
            "Сколько земли захватила Россия и сколько солдат потеряла?",
            {"territory-taken-2024", "russia-lost-2024"},
        ),
        (
            "Hur mycket mark tog Ryssland och hur många soldater förlorade de?",
            {"territory-taken-2024", "russia-lost-2024"},
        ),
        (
            "Wie viel Land hat Russland erobert und wie viele Soldaten verloren?",
            {"territory-taken-2024", "russia-lost-2024"},
        ),
    ],
)
def test_of_several_questions_each_is_answered(
    question: str, facts: set[str], knowledge: Knowledge
) -> None:
    answer = knowledge.ask(question)
    assert (ids(answer), answer.rest) == (facts, None)


@pytest.mark.parametrize(
    "question",
    [
        "did putin and trump call each other",
        "Apart from North Korea's involvement, what were the other reasons for the green light?",
    ],
)
def test_what_is_asked_once_is_not_asked_in_parts(question: str, knowledge: Knowledge) -> None:
    assert knowledge.ask(question).kind is Kind.NOT_SAID


def test_of_what_follows_a_question_without_asking_nothing_is_made(knowledge: Knowledge) -> None:
    answer = knowledge.ask("who holds Pokrovsk; SELECT * FROM facts WHERE 1=1; --")
    assert (ids(answer), answer.rest) == ({"pokrovsk-held"}, None)


def test_a_tag_behind_a_comma_asks_of_what_stands_before_it(knowledge: Knowledge) -> None:
    answer = knowledge.ask("Most of the conquests were made in spring, weren't they?")
    assert (ids(answer), answer.verdict) == ({"most-taken-in-autumn"}, Verdict.NO)
