"""Only what is finished is confirmed, whatever order it finishes in."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bot.window import Window


def window_of(*updates: int) -> Window:
    window = Window()
    for update in updates:
        assert window.take(update)
    return window


def test_an_unfinished_update_holds_back_those_after_it() -> None:
    window = window_of(5, 6, 7)
    window.finish(6)
    window.finish(7)
    assert (window.name().offset, window.in_hand) == (None, 1)
    window.finish(5)
    assert (window.name().offset, window.in_hand) == (8, 0)


def test_an_update_handed_over_again_is_not_taken_again() -> None:
    window = window_of(5, 6)
    window.finish(5)
    assert not window.take(5)
    assert not window.take(6)


def test_what_finishes_during_a_poll_is_not_taken_again_from_its_answer() -> None:
    window = window_of(5, 6)
    naming = window.name()
    window.finish(5)
    window.confirmed(naming, [5, 6])
    assert not window.take(5)


def test_what_is_confirmed_is_forgotten_so_that_its_id_may_come_anew() -> None:
    window = window_of(5)
    window.finish(5)
    window.confirmed(window.name(), [])
    assert window.name().offset is None
    assert window.take(5)


@given(st.lists(st.integers(1, 2**31), unique=True, min_size=1, max_size=30), st.randoms())
def test_nothing_unfinished_is_ever_confirmed(updates: list[int], chance: object) -> None:
    updates = sorted(updates)
    window = window_of(*updates)
    order = list(updates)
    chance.shuffle(order)  # type: ignore[attr-defined]
    for done, update in enumerate(order, 1):
        window.finish(update)
        offset = window.name().offset
        unfinished = set(order[done:])
        assert offset is None or not any(one < offset for one in unfinished)
    assert window.name().offset == updates[-1] + 1
