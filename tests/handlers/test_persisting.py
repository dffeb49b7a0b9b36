"""A call is tried again while that can help, and no longer than there is time."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from itertools import pairwise

import pytest
from telegram import error

from handlers.outcome import outcome_slip
from handlers.persisting import (
    BrokenOffError,
    HeldBackError,
    OutOfPatienceError,
    Patience,
    persist,
    seconds,
)

QUICK = Patience(total=5, first_pause=0.01, longest_pause=0.05)


@pytest.mark.parametrize(
    "final", set(error.NetworkError.__subclasses__()) - {error.TimedOut, BrokenOffError}
)
async def test_a_kind_of_bad_request_is_never_taken_for_trouble_with_the_network(
    final: type[error.NetworkError],
) -> None:
    """BadRequest is a subclass of NetworkError."""
    calls = []

    async def refused() -> None:
        calls.append(1)
        raise final("no")

    with pytest.raises(final):
        await persist(refused, QUICK)
    assert len(calls) == 1


async def test_patience_is_shared_by_calls_with_one_deadline() -> None:
    async def busy() -> None:
        raise error.RetryAfter(30)

    with pytest.raises(OutOfPatienceError):
        await persist(busy, QUICK, until=0)


def test_a_wait_may_be_a_number_or_a_timedelta() -> None:
    assert seconds(7) == seconds(timedelta(seconds=7)) == 7


async def test_trouble_on_the_way_is_waited_out_ever_longer() -> None:
    waits: list[float] = []
    loop = asyncio.get_running_loop()
    faults = [error.NetworkError("reset"), error.TelegramError("busy"), error.RetryAfter(0)]

    async def call() -> str:
        waits.append(loop.time())
        if faults:
            raise faults.pop(0)
        return "sent"

    assert await persist(call, Patience(total=5, first_pause=0.01, longest_pause=0.02)) == "sent"
    first, second, third = (after - before for before, after in pairwise(waits))
    assert 0.01 <= first < second
    assert third < 0.01


async def test_a_wait_that_is_longer_than_the_answer_may_be_held_is_left_to_the_caller() -> None:
    async def busy() -> None:
        raise error.RetryAfter(30)

    with pytest.raises(HeldBackError) as held:
        await persist(busy, QUICK, hold_after=1)
    assert held.value.wait == 30


async def test_a_call_that_hangs_is_broken_off_when_time_is_up() -> None:
    async def hangs() -> None:
        await asyncio.Event().wait()

    with pytest.raises(OutOfPatienceError, match="no answer"):
        await persist(hangs, Patience(total=0.05))


async def test_while_it_waits_the_receiver_is_told_that_it_only_waits() -> None:
    rests: list[bool] = []

    @contextmanager
    def resting() -> Iterator[None]:
        rests.append(True)
        yield
        rests.append(False)

    async def call() -> None:
        assert rests == [True]

    with outcome_slip(resting=resting):
        await persist(call, QUICK)
    assert rests == [True, False]
