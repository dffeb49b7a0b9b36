"""A question that leaves open what it means gets all that it may mean, or a choice."""

from __future__ import annotations

import pytest

from knowledge import Exchange, Kind, Knowledge
from tests.knowledge.understanding.soundness import ids


@pytest.mark.parametrize(
    ("question", "facts"),
    [
        ("demands?", {"ukraine-softened-demands", "russia-not-softened"}),
        (
            "how many were killed?",
            {
                "ukrainian-killed",
                "north-koreans-killed-and-injured",
                "civilians-killed-and-injured",
            },
        ),
        (
            "killed and wounded?",
            {
                "ukrainian-killed-and-wounded",
                "north-koreans-killed-and-injured",
                "civilians-killed-and-injured",
            },
        ),
        ("which cities hold out?", {"pokrovsk-held", "chasiv-yar-held", "toretsk-held"}),
    ],
)
def test_what_is_short_is_all_told(question: str, facts: set[str], knowledge: Knowledge) -> None:
    answer = knowledge.ask(question)
    assert (answer.kind, ids(answer)) == (Kind.ANSWERED, facts)


@pytest.mark.parametrize(
    ("question", "option"),
    [
        ("weapons?", "long-range-allowed"),
        ("autumn", "autumn-bloody"),
        ("what did the Russians take?", "territory-taken-2024"),
        ("who says so?", "russian-losses-who-says"),
    ],
)
def test_of_more_one_is_asked_which(question: str, option: str, knowledge: Knowledge) -> None:
    answer = knowledge.ask(question)
    assert (answer.kind, answer.facts) == (Kind.CLARIFY, ())
    assert option in {fact.id for fact in answer.options}


@pytest.mark.parametrize(
    "question",
    [
        "how many were killed in 2023?",
        "how many Germans were killed?",
        "did Russia take Zolotyrka?",
        "how many stars are in the sky?",
        "who was killed in the last episode?",
    ],
)
def test_what_says_more_than_that_is_no_such_question(question: str, knowledge: Knowledge) -> None:
    assert knowledge.ask(question).kind not in (Kind.CLARIFY, Kind.ANSWERED)


def test_after_an_answer_it_means_what_was_spoken_of(knowledge: Knowledge) -> None:
    after = Exchange("how many Ukrainian soldiers were wounded?", ("ukrainian-wounded",))
    assert ids(knowledge.ask("and killed?", after=after)) == {"ukrainian-killed"}


@pytest.mark.parametrize("told", ["territory-taken-2024", "pokrovsk-held", "kursk-entered"])
def test_after_something_else_it_still_means_all_of_them(told: str, knowledge: Knowledge) -> None:
    answer = knowledge.ask("how many were killed?", after=Exchange(facts=(told,)))
    assert "ukrainian-killed" in ids(answer)
