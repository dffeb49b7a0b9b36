"""Calls at start are made until they come through, and the watchdog knows of each wait."""

from __future__ import annotations

import pytest
from telegram.error import BadRequest, InvalidToken, NetworkError, RetryAfter, TelegramError

from bot.endings import TokenRefusedError
from bot.pace import Pace
from bot.reaching import reach


@pytest.fixture
def slept(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The seconds of each sleep, of which none takes any time."""
    taken: list[float] = []

    async def sleep(seconds: float) -> None:
        taken.append(seconds)

    monkeypatch.setattr("bot.watchdog.asyncio.sleep", sleep)
    return taken


async def reach_after(*failures: TelegramError, signs: list[None] | None = None) -> None:
    """Reach what fails in these ways first."""
    left = list(failures)

    async def call() -> None:
        if left:
            raise left.pop(0)

    await reach(call, Pace(), lambda: None if signs is None else signs.append(None))


async def test_a_wait_longer_than_the_watchdogs_patience_is_no_silence(slept: list[float]) -> None:
    signs: list[None] = []
    await reach_after(RetryAfter(600), signs=signs)
    assert sum(slept) == 600
    assert max(slept) < Pace().silence / 2
    assert len(signs) > len(slept), "one before each, and one after the last"


async def test_trouble_is_waited_out_in_longer_and_longer_pauses(slept: list[float]) -> None:
    await reach_after(*[NetworkError("reset")] * 4, BadRequest("Logged out"))
    assert slept == [0.5, 1, 2, 4, 8]


async def test_a_token_that_is_refused_is_the_end_of_it(slept: list[float]) -> None:
    with pytest.raises(TokenRefusedError):
        await reach_after(InvalidToken("Unauthorized"))
    assert slept == []
