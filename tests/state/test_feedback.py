"""Presses are counted by fact, across restarts."""

from __future__ import annotations

from pathlib import Path

from state.database import StateDatabase
from state.feedback import Count, Feedback


def test_presses_are_counted_by_fact_the_least_liked_first(tmp_path: Path) -> None:
    database = StateDatabase(tmp_path / "state.db")
    feedback = Feedback(database)
    for fact, up in (("a", True), ("b", False), ("a", True), ("a", False), ("b", False)):
        assert feedback.count(fact, up=up)
    database.close()
    later = Feedback(StateDatabase(tmp_path / "state.db"))
    assert later.counts() == [Count("b", 0, 2), Count("a", 2, 1)]


def test_a_press_may_take_the_place_of_one_the_other_way(tmp_path: Path) -> None:
    feedback = Feedback(StateDatabase(tmp_path / "state.db"))
    for up, instead in ((True, False), (True, False), (False, True)):
        feedback.count("a", up=up, instead=instead)
    assert feedback.counts() == [Count("a", 1, 1)]
    feedback.count("b", up=True, instead=True)
    assert Count("b", 1, 0) in feedback.counts(), "a file that was deleted meanwhile owes nothing"


def test_without_a_file_nothing_is_counted() -> None:
    feedback = Feedback()
    assert not feedback.count("a", up=True)
    assert feedback.counts() == []
