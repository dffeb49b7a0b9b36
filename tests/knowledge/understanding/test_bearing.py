"""What claims nothing isn't checked, and what bears on something else isn't told of a claim."""

from __future__ import annotations

import pytest

from knowledge import Kind, Knowledge
from tests.knowledge.understanding.test_checking import told


@pytest.mark.parametrize(
    "chatter",
    [
        "I told you so!",
        "My cat is cute.",
        "Look guys, I've been saying this for months.",
        "lol",
        "Omg.",
    ],
)
def test_what_claims_nothing_of_the_subject_is_passed_over(
    chatter: str, knowledge: Knowledge
) -> None:
    assert told(knowledge.check(f"{chatter} Pokrovsk fell.")) == [("pokrovsk-held", "no")]
    assert len(knowledge.check(f"{chatter} Pokrovsk fell.")) == 1


@pytest.mark.parametrize(
    "claim", ["The figures could not be verified.", "Russian flags over the city."]
)
def test_a_fact_on_something_else_than_a_claim_is_not_told_of_it(
    claim: str, knowledge: Knowledge
) -> None:
    answers = knowledge.check(f"Trump won. {claim}")
    assert told(answers) == [("trump-won-election", "yes")]
    assert [(a.kind, a.claims) for a in answers[1:]] == [(Kind.NOT_SAID, (claim.rstrip("."),))]
