"""Polls that fail are made again: less and less often, and never sooner than Telegram asks."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from telegram.error import NetworkError, RetryAfter, TelegramError, TimedOut

from bot.pace import Pace
from bot.polling import Poller
from bot.transport import AiohttpRequest


class FailingRequest(AiohttpRequest):
    """Gives no updates, and before that fails in the ways it's told."""

    def __init__(self, *failures: TelegramError) -> None:
        """Raise each of `failures` once."""
        super().__init__("http://127.0.0.1:1", connections=1, read_timeout=1)
        self._failures = list(failures)

    async def do_request(self, *given: Any, **more: Any) -> tuple[int, bytes]:
        """The next failure, or an answer without updates."""
        if self._failures:
            raise self._failures.pop(0)
        return 200, b'{"ok":true,"result":[]}'


@pytest.fixture
def pauses(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The seconds of each wait, none of which is waited for."""
    taken: list[float] = []

    async def rest(seconds: float, silence: float, finished: Callable[[], None]) -> None:
        finished()
        taken.append(seconds)

    async def sleep(seconds: float) -> None:
        taken.append(seconds)

    monkeypatch.setattr("bot.polling.rest", rest)
    monkeypatch.setattr("bot.polling.asyncio.sleep", sleep)
    return taken


def poller(*failures: TelegramError, finished: Callable[[], None] = lambda: None) -> Poller:
    """One whose first polls end in `failures`."""
    return Poller(FailingRequest(*failures), "http://127.0.0.1:1/bot1:x", (), Pace(), finished)


@pytest.mark.parametrize("failure", [NetworkError("reset"), TimedOut()])
async def test_polls_that_fail_are_half_a_minute_apart_in_the_end(
    pauses: list[float], failure: TelegramError
) -> None:
    assert await poller(*[failure] * 9).poll(None, waiting=True) == []
    assert pauses == [0.5, 1, 2, 4, 8, 16, 30, 30, 30]


async def test_after_a_poll_that_works_the_pauses_begin_anew(pauses: list[float]) -> None:
    one = poller(*[NetworkError("reset")] * 3)
    await one.poll(None, waiting=True)
    one._request = FailingRequest(NetworkError("reset"))
    await one.poll(None, waiting=True)
    assert pauses == [0.5, 1, 2, 0.5]


@pytest.mark.parametrize("wait", [300, timedelta(minutes=5)])
async def test_a_wait_that_telegram_asks_for_is_kept_whole(
    pauses: list[float], wait: int | timedelta
) -> None:
    await poller(RetryAfter(wait)).poll(None, waiting=True)
    assert pauses == [300]


@pytest.mark.parametrize(("failure", "times"), [(NetworkError("reset"), 2), (TimedOut(), 1)])
async def test_silence_is_not_taken_for_a_sign_of_life(
    pauses: list[float], failure: TelegramError, times: int
) -> None:
    """A pool that's exhausted or a line that hangs is for the watchdog; anybody's no isn't."""
    heard: list[None] = []
    await poller(failure, finished=lambda: heard.append(None)).poll(None, waiting=True)
    assert len(heard) == times
