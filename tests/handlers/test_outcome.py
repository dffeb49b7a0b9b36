"""What became of an update reaches whoever received it, and nobody else."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from handlers.outcome import (
    ANSWERED,
    Ended,
    Later,
    Outcome,
    Turn,
    by_rule,
    declined,
    may_hold,
    outcome_slip,
    report,
    report_accepted,
    report_error,
    reporting,
    resting,
    turn,
)


async def test_a_handlers_end_is_left_for_the_receiver_and_what_it_raises_passes() -> None:
    @reporting
    async def handle(ended: Ended | None) -> Ended:
        if ended is None:
            raise ValueError
        return ended

    with outcome_slip() as slip:
        assert await handle(declined("chatter")) == declined("chatter")
    assert slip.ended == declined("chatter")
    with outcome_slip() as raised, pytest.raises(ValueError):  # noqa: PT011
        await handle(None)
    assert raised.ended is None


def test_an_answer_stands_whatever_is_reported_later_and_a_no_does_not() -> None:
    with outcome_slip() as slip:
        report(declined("chatter"))
        report(ANSWERED)
        report(declined("flood"))
    assert slip.ended == ANSWERED


async def test_updates_that_are_handled_side_by_side_have_a_slip_each() -> None:
    async def handle(rule: str) -> Ended | None:
        with outcome_slip() as slip:
            await asyncio.sleep(0)
            report(declined(rule))
            await asyncio.sleep(0)
        return slip.ended

    one, other = await asyncio.gather(handle("one"), handle("other"))
    assert (one, other) == (declined("one"), declined("other"))


def test_a_slip_within_a_slip_hides_it_for_as_long_as_it_lasts() -> None:
    with outcome_slip(may_hold=True, turn=Turn.QUEUE) as outer:
        with outcome_slip() as inner:
            report_accepted()
            assert (may_hold(), turn()) == (False, Turn.WAIT)
        report_error(ValueError())
        assert (may_hold(), turn()) == (True, Turn.QUEUE)
    assert (outer.accepted, inner.accepted) == (0, 1)
    assert (len(outer.errors), len(inner.errors)) == (1, 0)


def test_where_nobody_receives_nothing_is_held_and_reports_go_nowhere() -> None:
    report(ANSWERED)
    report_accepted()
    report_error(ValueError())
    assert (may_hold(), turn()) == (False, Turn.WAIT)
    with resting():
        pass


@pytest.mark.parametrize("held", [True, False])
def test_only_an_answer_that_may_be_held_has_another_turn_than_to_wait(held: bool) -> None:
    with outcome_slip(may_hold=held, turn=Turn.PARK):
        assert turn() is (Turn.PARK if held else Turn.WAIT)


def test_a_block_that_only_waits_is_the_receivers_to_know_of() -> None:
    told: list[str] = []

    @contextmanager
    def rests() -> Iterator[None]:
        told.append("begun")
        yield
        told.append("over")

    with outcome_slip(resting=rests), resting():
        assert told == ["begun"]
    assert told == ["begun", "over"]


async def test_what_is_declined_by_a_rule_is_so_only_where_it_would_have_been_answered() -> None:
    failed = Ended(Outcome.FAILED, "refused")
    assert by_rule(ANSWERED, None) == ANSWERED
    assert by_rule(ANSWERED, "flood") == declined("flood")
    assert by_rule(failed, "flood") == failed

    async def answered() -> Ended:
        return ANSWERED

    waiting = by_rule(Ended(Outcome.PARKED, later=Later(5, answered)), "flood")
    assert waiting.later is not None
    assert (waiting.outcome, waiting.later.wait) == (Outcome.PARKED, 5)
    assert await waiting.later.answer() == declined("flood")
