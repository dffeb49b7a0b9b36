"""The receiver's times fit together, and what they depend on elsewhere."""

from __future__ import annotations

from bot.pace import Pace
from handlers.persisting import PATIENCE

PACE = Pace()
LONGEST_POLL = 50
"""Seconds that Telegram allows."""
KILLED_AFTER = 10
"""Seconds after its signal, by the supervisors that README.md and deploy/ name."""


def test_a_stop_is_over_before_a_supervisor_kills() -> None:
    assert PACE.start_stopping < PACE.stop
    assert PACE.stop + PACE.farewell < KILLED_AFTER


def test_a_poll_that_works_is_never_taken_for_silence() -> None:
    """Nor is one that fails and waits as long as it may."""
    assert PACE.poll < LONGEST_POLL
    assert PACE.poll + PACE.poll_slack + PACE.longest_pause < PACE.silence


def test_an_answer_that_waits_for_telegram_is_no_fault_of_its_handler() -> None:
    assert PATIENCE.total < PACE.attend


def test_pauses_grow_up_to_the_longest() -> None:
    assert PACE.first_pause < PACE.repeat < PACE.conflict_pause < PACE.longest_pause
    assert 5 * PACE.conflict_pause < PACE.conflict_span
