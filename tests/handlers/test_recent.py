"""What happened is known for ten minutes, and not for ever."""

from __future__ import annotations

import sys

from handlers.recent import REMEMBERED_SECONDS, Recent


def test_what_happened_is_known_for_minutes() -> None:
    now = 0.0
    recent: Recent[str] = Recent(clock=lambda: now)
    assert recent.get("a") is None
    recent.keep("a", "happened")
    now = REMEMBERED_SECONDS
    assert recent.get("a") == "happened"
    assert recent.get("b") is None
    now += 1
    assert recent.get("a") is None


def test_what_is_over_is_held_no_longer_even_if_nobody_asks_for_it() -> None:
    """As /privacy promises."""
    now = 0.0
    recent: Recent[object] = Recent(clock=lambda: now)
    key, value = ("who", object()), object()
    held_before = sys.getrefcount(key), sys.getrefcount(value)
    recent.keep(key, value)
    now = REMEMBERED_SECONDS + 1
    recent.keep("another", value=None)
    assert (sys.getrefcount(key), sys.getrefcount(value)) == held_before


def test_what_happens_again_is_known_for_as_long_again() -> None:
    now = 0.0
    recent: Recent[str] = Recent(clock=lambda: now)
    recent.keep("a", "first")
    now = REMEMBERED_SECONDS
    recent.keep("a", "second")
    now += REMEMBERED_SECONDS
    assert recent.get("a") == "second"


def test_what_is_forgotten_is_known_no_more() -> None:
    recent: Recent[str] = Recent()
    recent.keep("a", "happened")
    recent.forget("a")
    recent.forget("b")
    assert recent.get("a") is None


def test_of_too_much_the_oldest_is_forgotten() -> None:
    recent: Recent[bool] = Recent(most=2)
    for key in ("a", "b", "a", "c"):
        recent.keep(key, True)
    assert [recent.get(key) for key in ("a", "b", "c")] == [True, None, True]
