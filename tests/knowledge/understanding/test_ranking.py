"""Learnt weights rank what a question may ask for; where they hesitate, wordings like it do."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from knowledge.understanding.features import key_of
from knowledge.understanding.lessons import Lessons
from knowledge.understanding.neighbours import Neighbours
from knowledge.understanding.perceptron import Example
from knowledge.understanding.ranking import LEAD_OF_TAUGHT, rank
from knowledge.understanding.weights import Weights
from tests.knowledge.understanding.small_world import lessons, read

LABELS = ("elsewhere|any|ask", "relation|holder|ask", "relation|ships|ask")
QUESTION = "who lost ships"


def weights(holder: int, ships: int) -> Weights:
    """Weights by which each word of the question speaks so for the two relations."""
    words = ("who", "lose", "ships")
    return Weights.of(LABELS, words, np.array([(0, holder, ships)] * len(words), dtype=np.int8))


def neighbours(known: Weights, asked: str) -> Neighbours:
    """Wordings of which the one with the question's words asks for `asked`."""
    others = [Example((f"other {number}",), LABELS[0]) for number in range(60)]
    return Neighbours.of([Example(("who", "lose", "ships"), asked), *others], known.features)


def learnt_of(known: Weights, near: Neighbours | None = None) -> Lessons:
    near = near or Neighbours.of((), known.features)
    return lessons(weights=known, neighbours=near, spelling_weights=Weights.none(LABELS))


def best(known: Weights, asked: str) -> str:
    return rank(read(QUESTION), learnt_of(known, neighbours(known, asked))).best.id


def test_where_the_weights_hesitate_a_wording_like_it_decides() -> None:
    hesitating = weights(holder=10, ships=11)
    assert best(hesitating, "relation|ships|ask") == "ships"
    assert best(hesitating, "relation|holder|ask") == "holder"


def test_where_they_are_sure_no_wording_is_asked() -> None:
    assert best(weights(holder=10, ships=127), "relation|holder|ask") == "ships"


def test_another_subject_falls_no_further_behind_by_what_wordings_say() -> None:
    """Of what all of them are far from, the nearest are near by chance."""
    known = weights(holder=10, ships=11)
    alone = rank(read(QUESTION), learnt_of(known))
    near = neighbours(known, "relation|ships|ask")
    heard = rank(read(QUESTION), learnt_of(known, near))
    assert heard.lead_over("elsewhere") == pytest.approx(alone.lead_over("elsewhere"))


def test_what_an_editor_wrote_down_leads_and_stands_there_once() -> None:
    reading = read(QUESTION)
    learnt = learnt_of(weights(holder=10, ships=11))
    taught = replace(learnt, taught={key_of(reading): "relation|holder|ask"})
    ranking = rank(reading, taught)
    assert (ranking.best.id, ranking.taught) == ("holder", True)
    assert ranking.lead() == pytest.approx(LEAD_OF_TAUGHT)
    assert [c.id for c in ranking.candidates].count("holder") == 1
