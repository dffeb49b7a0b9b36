"""What time it is, Telegram's answers tell, and not this machine's clock."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest

from bot.telegram_time import TelegramTime


def test_telegrams_time_is_what_its_answers_say() -> None:
    clock = TelegramTime()
    assert abs(clock.now() - time.time()) < 5
    clock.heard(format_datetime(datetime(2031, 5, 1, tzinfo=UTC), usegmt=True))
    assert abs(clock.now() - datetime(2031, 5, 1, tzinfo=UTC).timestamp()) < 5


def test_whole_seconds_never_set_it_back(monkeypatch: pytest.MonkeyPatch) -> None:
    steady = 0.0
    monkeypatch.setattr("bot.telegram_time.time.monotonic", lambda: steady)
    clock, begun = TelegramTime(), datetime(2031, 5, 1, tzinfo=UTC)
    told = []
    for tenth in range(30):
        steady = tenth / 10
        date = begun + timedelta(seconds=int(0.55 + steady))
        clock.heard(format_datetime(date, usegmt=True))
        told.append(round(clock.now() - begun.timestamp() - 0.55 - steady, 3))
    assert told == sorted(told)
    assert -0.1 <= told[-1] <= 0
    clock.heard(format_datetime(begun - timedelta(hours=1), usegmt=True))
    assert clock.now() < begun.timestamp()


@pytest.mark.parametrize("odd", [None, "", "yesterday", "Thu, 99 Foo 9999 99:99:99 GMT"])
def test_a_date_that_is_none_changes_nothing(odd: str | None) -> None:
    clock = TelegramTime()
    clock.heard(odd)
    assert abs(clock.now() - time.time()) < 5
