"""A follow-up is understood for ten minutes, from the same person in the same chat."""

from __future__ import annotations

import sys

from handlers.conversations import Conversations
from handlers.recent import REMEMBERED_SECONDS
from knowledge import Exchange

FIRST = Exchange("first", ("a",))
SECOND = Exchange("second", ("b",))


class Clock:
    """A clock that stands until it's told."""

    now = 0.0

    def __call__(self) -> float:
        """The time, in seconds."""
        return self.now


def test_the_last_exchange_is_remembered() -> None:
    conversations = Conversations()
    conversations.remember((1, 2), FIRST)
    conversations.remember((1, 2), SECOND)
    assert conversations.last((1, 2)) == SECOND
    assert conversations.last((1, 3)) is None
    assert conversations.last((9, 2)) is None


def test_nothing_to_remember_changes_nothing() -> None:
    conversations = Conversations()
    conversations.remember(1, FIRST)
    conversations.remember(1, None)
    assert conversations.last(1) == FIRST


def test_the_language_is_remembered_with_it_or_alone() -> None:
    conversations = Conversations()
    assert conversations.language(1) is None
    conversations.remember(1, FIRST, "uk")
    conversations.remember(1, None, "ru")
    assert (conversations.last(1), conversations.language(1)) == (FIRST, "ru")
    conversations.remember(1, SECOND)
    assert (conversations.last(1), conversations.language(1)) == (SECOND, "ru")


def test_what_is_over_is_held_no_longer_even_if_nobody_asks_for_it() -> None:
    """As /privacy promises."""
    clock = Clock()
    conversations = Conversations(clock=clock)
    first = Exchange("one", ("a",))
    held_before = sys.getrefcount(first)
    conversations.remember(1, first)
    clock.now = REMEMBERED_SECONDS + 1
    conversations.remember(2, SECOND)
    assert sys.getrefcount(first) == held_before


def test_it_is_forgotten_after_its_time() -> None:
    clock = Clock()
    conversations = Conversations(seconds=600, clock=clock)
    conversations.remember(1, FIRST, "uk")
    clock.now = 600
    assert (conversations.last(1), conversations.language(1)) == (FIRST, "uk")
    clock.now = 601
    assert (conversations.last(1), conversations.language(1)) == (None, None)
    conversations.remember(1, None, "sv")
    assert conversations.last(1) is None, "the new conversation brings nothing of the old back"


def test_the_oldest_makes_room() -> None:
    conversations = Conversations(most=2)
    for key in (1, 2, 1, 3):
        conversations.remember(key, FIRST)
    assert conversations.last(2) is None
    assert conversations.last(1) == conversations.last(3) == FIRST
