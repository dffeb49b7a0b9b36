"""A bot has its updates by polls or by a webhook, by Telegram's rules for both."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from tests.telegram_double import Person
from tests.telegram_double.conftest import Caller

HOOK = "https://bot.example/hook"


@pytest.fixture(autouse=True)
def _quick(call: Caller) -> None:
    """A conflict that comes again waits for a moment only."""
    call.telegram.receiving.conflict_delay = 0.2


def waiting_poll(call: Caller) -> asyncio.Task[Any]:
    """A long poll."""
    return asyncio.create_task(call("getUpdates", timeout=20))


async def test_a_conflict_that_comes_again_is_told_late(call: Caller) -> None:
    await call("setWebhook", url=HOOK)
    loop = asyncio.get_running_loop()
    times = [loop.time()]
    for _ in range(2):
        assert "webhook is active" in await call("getUpdates")
        times.append(loop.time())
    first, second = times[1] - times[0], times[2] - times[1]
    assert first < 0.2 <= second


async def test_who_polls_beside_another_hears_of_it_late_the_second_time(call: Caller) -> None:
    polls = []
    for count in (1, 2, 3):
        polls.append(waiting_poll(call))
        await call.telegram.until(lambda: call.telegram.updates.polls == count)  # noqa: B023
    first, second, last = polls
    assert "terminated by other getUpdates" in await first
    assert not second.done()
    assert "terminated by other getUpdates" in await second
    last.cancel()


async def test_a_webhook_ends_the_poll_that_waits(call: Caller) -> None:
    poll = waiting_poll(call)
    await call.telegram.until(lambda: call.telegram.updates.polls == 1)
    await call("setWebhook", url=HOOK)
    assert "terminated by setWebhook request" in await poll


async def test_a_webhook_right_after_another_is_refused_for_a_second(call: Caller) -> None:
    call.telegram.receiving.between_webhooks = 1.0
    assert await call("setWebhook", url=HOOK) is True
    assert "retry after 1" in await call("setWebhook", url=f"{HOOK}/2")
    assert await call("deleteWebhook") is True
    assert (await call("getWebhookInfo"))["url"] == ""


@pytest.mark.parametrize(
    ("given", "complaint"),
    [
        ({"url": "https://"}, "invalid webhook URL"),
        ({"url": "https://bot.example:99999"}, "invalid webhook URL"),
        ({"url": "https://bot example"}, "invalid webhook URL"),
        ({"url": "http://bot.example"}, "An HTTPS URL must be provided"),
        ({"url": "https://bot.example:8080"}, "only on ports 80, 88, 443 or 8443"),
        ({"secret_token": "s" * 257}, "secret token"),
        ({"secret_token": "se cret"}, "secret token"),
    ],
)
async def test_a_webhook_that_telegram_would_not_deliver_to_is_refused(
    call: Caller, given: dict[str, str], complaint: str
) -> None:
    assert complaint in await call("setWebhook", **{"url": HOOK, **given})
    assert call.telegram.receiving.webhook == ""


async def test_what_waits_is_counted_and_dropped_where_that_is_asked(
    call: Caller, ann: Person
) -> None:
    ann.writes("one")
    assert (await call("getWebhookInfo"))["pending_update_count"] == 1
    await call("deleteWebhook", drop_pending_updates=False)
    assert call.telegram.updates.waiting()
    await call("deleteWebhook", drop_pending_updates=True)
    assert call.telegram.updates.waiting() == []
