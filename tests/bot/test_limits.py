"""Telegram's limits are kept before it has to say so, and one chat's wait is nobody else's."""

from __future__ import annotations

import asyncio
from itertools import pairwise
from typing import Any

import pytest
from telegram.error import RetryAfter

from bot import limits
from bot.limits import LONGEST_WAIT, MARGIN, Limits, SendingLimits
from handlers.outcome import Turn, outcome_slip
from handlers.persisting import seconds

PERSON, OTHER, GROUP = 1, 2, -3


class Clock:
    """A loop's time that passes only where somebody waits for it."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Take the place of the running loop's time and of sleeping."""
        self.now = 1000.0
        monkeypatch.setattr(asyncio.get_running_loop(), "time", lambda: self.now)
        monkeypatch.setattr(asyncio, "sleep", self._sleep)

    async def _sleep(self, wait: float) -> None:
        self.now += max(0.0, wait)


@pytest.fixture
async def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """Time at the test's command."""
    return Clock(monkeypatch)


class Sender:
    """Sends through limits, and remembers when."""

    def __init__(self, clock: Clock, allowed: Limits) -> None:
        """Nothing sent yet."""
        self.times: list[float] = []
        self._clock = clock
        self._limits = SendingLimits(allowed)

    async def send(self, chat: int, error: Exception | None = None, **more: Any) -> None:
        """Send to `chat`, where Telegram answers with `error`, `meanwhile()` later."""

        async def call() -> None:
            self.times.append(self._clock.now)
            if "meanwhile" in more:
                await more["meanwhile"]()
            if error is not None:
                raise error

        endpoint = more.get("endpoint", "sendMessage")
        await self._limits.process_request(call, (), {}, endpoint, {"chat_id": chat}, None)

    def gaps(self, every: int) -> list[float]:
        """Seconds between each send and the one `every` places later."""
        return [
            self.times[place + every] - sooner for place, sooner in enumerate(self.times[:-every])
        ]


async def test_a_chat_gets_one_message_a_second(clock: Clock) -> None:
    sender = Sender(clock, Limits())
    for _ in range(5):
        await sender.send(PERSON)
    assert all(later - sooner >= 1 for sooner, later in pairwise(sender.times))


async def test_chats_do_not_wait_for_each_other(clock: Clock) -> None:
    sender = Sender(clock, Limits())
    await sender.send(PERSON)
    await sender.send(OTHER)
    assert sender.gaps(1) == [0]


async def test_a_group_gets_twenty_a_minute_and_the_rest_comes_back_later(clock: Clock) -> None:
    sender = Sender(clock, Limits(per_chat_second=0))
    for _ in range(20):
        await sender.send(GROUP)
    with pytest.raises(RetryAfter) as told:
        await sender.send(GROUP)
    assert 59 <= seconds(told.value.retry_after) <= 62
    assert len(sender.times) == 20
    clock.now += seconds(told.value.retry_after)
    await sender.send(GROUP)


async def test_all_chats_together_get_thirty_a_second(clock: Clock) -> None:
    sender = Sender(clock, Limits())
    for person in range(1, 100):
        await sender.send(person)
    assert min(sender.gaps(30)) >= 1


async def test_a_chat_that_telegram_closed_is_left_in_peace_until_its_time(clock: Clock) -> None:
    sender = Sender(clock, Limits())
    with pytest.raises(RetryAfter):
        await sender.send(PERSON, RetryAfter(30))
    with pytest.raises(RetryAfter):
        await sender.send(PERSON)
    assert len(sender.times) == 1, "Telegram wasn't asked again"
    clock.now += 30 - LONGEST_WAIT
    await sender.send(PERSON)
    assert sender.gaps(1)[0] >= 30
    await sender.send(OTHER)
    assert sender.gaps(1)[1] == 0


async def test_limits_can_be_lifted(clock: Clock) -> None:
    sender = Sender(clock, Limits(0, 0, 0))
    for _ in range(50):
        await sender.send(GROUP)
    assert set(sender.times) == {clock.now}


async def test_what_says_nothing_in_a_chat_is_not_counted(clock: Clock) -> None:
    sender = Sender(clock, Limits())
    for _ in range(5):
        await sender.send(PERSON, endpoint="sendChatAction")
    assert set(sender.times) == {clock.now}


async def test_an_answer_that_may_park_does_not_wait_for_its_turn(clock: Clock) -> None:
    """The answer is parked then, and what else its chat has written can be looked at."""
    sender = Sender(clock, Limits())
    with outcome_slip(may_hold=True, turn=Turn.PARK):
        await sender.send(PERSON)
        with pytest.raises(RetryAfter):
            await sender.send(PERSON)
        await sender.send(OTHER)
    with outcome_slip(may_hold=False, turn=Turn.PARK):
        await sender.send(PERSON)
    assert sender.gaps(1) == [0, pytest.approx(1 + MARGIN)]


async def test_a_closed_chat_is_left_in_peace_however_many_others_come(
    clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "MANY_CHATS", 3)
    sender = Sender(clock, Limits(0, 0, 0))
    with pytest.raises(RetryAfter):
        await sender.send(PERSON, RetryAfter(30))
    for other in range(10, 20):
        await sender.send(other)
    with pytest.raises(RetryAfter):
        await sender.send(PERSON)
    assert len(sender.times) == 11, "Telegram wasn't asked again"


async def test_of_many_chats_the_latest_are_remembered(
    clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "MANY_CHATS", 3)
    sender = Sender(clock, Limits(0, 1, 0))
    for chat in (1, 2, 3):
        await sender.send(chat)
    await sender.send(1)
    assert sender.gaps(1)[-1] >= 1
    await sender.send(4)
    begun = clock.now
    await sender.send(2)
    assert clock.now == begun, "2 was the least recent, and is forgotten"
    await sender.send(1)
    assert clock.now > begun, "1 was among the latest, and is remembered"


async def test_a_chat_closed_by_an_answer_that_came_late_is_closed_all_the_same(
    clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """So many others were sent to meanwhile that it was forgotten."""
    monkeypatch.setattr(limits, "MANY_CHATS", 2)
    sender = Sender(clock, Limits(0, 0, 0))

    async def meanwhile() -> None:
        for other in range(10, 20):
            await sender.send(other)

    with pytest.raises(RetryAfter):
        await sender.send(PERSON, RetryAfter(30), meanwhile=meanwhile)
    with pytest.raises(RetryAfter):
        await sender.send(PERSON)
