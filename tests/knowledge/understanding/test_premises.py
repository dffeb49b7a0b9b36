"""What a question takes for granted is denied where the fact tells otherwise, and only there."""

from __future__ import annotations

import numpy as np
import pytest

from knowledge.understanding.candidates import Candidate
from knowledge.understanding.claim_features import claim_features
from knowledge.understanding.lessons import Lessons
from knowledge.understanding.perceptron import Example, train
from knowledge.understanding.premises import is_denied, is_surely_denied
from knowledge.understanding.weights import Weights
from tests.knowledge.understanding.small_world import SHIPS_LOST, lessons, read, telling

LABELS = ("relation|ships|ask", "relation|ships|no", "relation|ships|yes")
CLAIMED = (("Norland took ships", "no"), ("Norland lost ships", "yes"))


def asked(form: str, relation: str = "holder") -> Candidate:
    return Candidate("relation", relation, form, 1.0)


def learnt(no: int = 0, yes: int = 0) -> Lessons:
    """Lessons by which holding speaks so much for either claim, and of claims on the ships."""
    examples = [
        Example(tuple(claim_features(read(text), telling(SHIPS_LOST))), verdict)
        for text, verdict in CLAIMED
    ]
    weights = np.array([(0, no, yes), (0, 127, 0)], np.int8)
    return lessons(
        holders={"ekvik-held": "norland"},
        weights=Weights.of(LABELS, ["hold", "why"], weights),
        verdict_weights=train(examples * 8, short=True),
    )


@pytest.mark.parametrize(
    ("text", "form", "denied"),
    [
        ("why did Ekvik fall to Sudmark", "sudmark", True),
        ("why does Norland hold Ekvik", "norland", False),
        ("who holds Ekvik", "ask", False),
        ("when will Sudmark take Ekvik", "sudmark", False),
    ],
)
def test_that_another_holds_a_place_is_denied_unless_it_is_to_come(
    text: str, form: str, denied: bool
) -> None:
    assert is_denied(read(text), asked(form), "ekvik-held", learnt()) is denied


@pytest.mark.parametrize(
    ("no", "yes", "denied"), [(9, 0, True), (9, 9, True), (0, 9, True), (0, 99, False)]
)
def test_words_that_a_claim_borne_out_has_as_well_deny_nothing_though_why_is_asked_of_none(
    no: int, yes: int, denied: bool
) -> None:
    """The word that asks says nothing of what is claimed."""
    question = read("why did Norland hold the crews")
    assert is_denied(question, asked("no", "ships"), "ships-lost", learnt(no, yes)) is denied


def test_it_is_surely_denied_only_where_claims_on_the_fact_were_learnt_to_be() -> None:
    sure, unsure = read("why did Norland take ships"), read("why did Norland lose ships")
    for reading, denied in ((sure, True), (unsure, False)):
        assert is_surely_denied(reading, asked("no", "ships"), "ships-lost", learnt()) is denied
    assert not is_surely_denied(sure, asked("ask", "ships"), "ships-lost", learnt())


def test_who_holds_its_place_is_surely_told() -> None:
    question = read("why did Ekvik fall")
    for form, denied in (("sudmark", True), ("norland", False)):
        assert is_surely_denied(question, asked(form), "ekvik-held", learnt()) is denied
