"""The watchdog bites when polls hang, and only then."""

from __future__ import annotations

import threading
from pathlib import Path

from bot.endings import SilenceError
from bot.watchdog import Watchdog
from tests.bot.processes import BotProcess
from tests.telegram_double import Fault, TelegramDouble


def test_it_bites_after_the_silence() -> None:
    bitten = threading.Event()
    dog = Watchdog(0.05, bitten.set)
    dog.start()
    assert bitten.wait(5)
    dog.stop()


def test_it_does_not_bite_while_polls_finish() -> None:
    bitten, quiet = threading.Event(), threading.Event()
    dog = Watchdog(0.4, bitten.set)
    dog.start()
    for _ in range(6):
        quiet.wait(0.1)
        dog.finished()
    assert not bitten.is_set()
    dog.stop()


async def test_a_poll_that_never_returns_ends_the_process(
    telegram: TelegramDouble, tmp_path: Path
) -> None:
    telegram.faults.add(Fault(methods=("getUpdates",), delay=60))
    async with BotProcess(telegram, tmp_path, "--watchful") as bot:
        assert await bot.ended() == SilenceError.code
    assert "no poll has finished" in bot.output
