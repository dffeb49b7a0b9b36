"""What was done is known for ten minutes, and not for ever."""

from __future__ import annotations

import sys

import pytest

from handlers import once
from handlers.once import REMEMBERED_SECONDS, Once


def test_what_was_done_is_known_for_minutes() -> None:
    now = 0.0
    done = Once(clock=lambda: now)
    assert not done.done("a")
    done.note("a")
    now = REMEMBERED_SECONDS
    assert done.done("a")
    assert not done.done("b")
    now += 1
    assert not done.done("a")


def test_what_is_over_is_held_no_longer_even_if_nobody_asks_for_it() -> None:
    """As /privacy promises."""
    now = 0.0
    done = Once(clock=lambda: now)
    key = ("who", object())
    held_before = sys.getrefcount(key)
    done.note(key)
    now = REMEMBERED_SECONDS + 1
    done.note("another")
    assert sys.getrefcount(key) == held_before


def test_what_was_undone_may_be_done_again() -> None:
    done = Once()
    done.note("a")
    done.forget("a")
    done.forget("b")
    assert not done.done("a")


def test_of_too_much_the_oldest_is_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(once, "MOST", 2)
    done = Once()
    for key in ("a", "b", "c"):
        done.note(key)
    assert [done.done(key) for key in ("a", "b", "c")] == [False, True, True]
