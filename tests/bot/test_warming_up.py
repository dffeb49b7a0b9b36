"""The first question takes no longer than any other: all is made ready before it."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from typing import cast

import pytest

from bot.warming_up import warm_up
from knowledge import Knowledge
from tests.invented_knowledge import InventedKnowledge


@pytest.fixture(autouse=True)
def _thawed() -> Iterator[None]:
    """Nothing stays out of the collection after the test."""
    yield
    gc.unfreeze()


def test_a_question_is_asked_that_nobody_asked_and_follows_nothing() -> None:
    knowledge = InventedKnowledge()
    warm_up(cast(Knowledge, knowledge))
    assert knowledge.asked == [("", None, None)]


def test_what_it_made_ready_is_left_out_of_garbage_collections() -> None:
    made: list[object] = []

    class Lazy(InventedKnowledge):
        def ask(self, *given: object, **more: object) -> None:  # type: ignore[override]
            made.append([["made ready by the first question"]])

    warm_up(cast(Knowledge, Lazy()))
    assert not any(one is made[0] for one in gc.get_objects())
