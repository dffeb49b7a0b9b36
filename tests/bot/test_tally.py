"""Logs tell how many came, what became of them, and how long they took, while the bot runs."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest

from bot.tally import LATEST, Tally
from handlers.outcome import Outcome
from tests.bot.echo import EchoBot
from tests.telegram_double import TelegramDouble


def test_what_has_no_outcome_is_in_hand() -> None:
    tally = Tally(came=5)
    tally.outcomes.update((Outcome.ANSWERED, Outcome.ANSWERED, Outcome.PARKED))
    assert tally.in_hand == 2
    assert str(tally).startswith("5 came: 2 answered, ")
    assert "2 in hand" in str(tally)


def test_half_and_nearly_all_answers_came_within_some_seconds() -> None:
    tally = Tally()
    assert tally.within(0.5) is None
    for hundredth in range(100, 0, -1):
        tally.took(Outcome.ANSWERED, hundredth / 100)
    tally.took(Outcome.DECLINED, 1000)
    assert (tally.within(0.5), tally.within(0.99)) == (0.5, 0.99)
    assert "half of the answers within 0.50 s, 99 % within 0.99 s" in str(tally)


def test_only_the_latest_times_count() -> None:
    tally = Tally()
    tally.took(Outcome.ANSWERED, 1000)
    for _ in range(LATEST):
        tally.took(Outcome.ANSWERED, 1)
    assert tally.within(1.0) == 1


async def test_the_running_bot_tells_now_and_then_and_when_it_stops(
    telegram: TelegramDouble, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    ann = telegram.person()

    def told(beginning: str) -> list[dict[str, float]]:
        lines = [line for line in caplog.records if line.getMessage().startswith(beginning)]
        return [vars(line)["fields"] for line in lines]

    with caplog.at_level(logging.INFO, "bot"):
        async with EchoBot(telegram, tmp_path, poll=0, tell=0.01):
            ann.writes("one")
            ann.writes("two")
            await telegram.answer_to(ann.chat, 2)
            await telegram.until(lambda: any(line["answered"] == 2 for line in told("so far: ")))
            await telegram.until_all_confirmed()
    [last] = told("stopped: ")
    counts = {name: last[name] for name in ("came", "answered", "failed", "parked", "in_hand")}
    assert counts == {"came": 2, "answered": 2, "failed": 0, "parked": 0, "in_hand": 0}
    assert 0 < last["p50_seconds"] <= last["p99_seconds"]
