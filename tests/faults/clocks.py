"""The machine's clock is set, forwards and backwards, while the bot runs."""

from __future__ import annotations

import os
from pathlib import Path

from tests.bot.processes import BotProcess
from tests.faults.crowd import all_counted, crowd, nothing_lost, repeated, until_answered
from tests.faults.scenarios import Report, Scale, scenario
from tests.telegram_double import TelegramDouble

STEPS = (3600.0, -3600.0, -1.7e9, 2 * 24 * 3600.0)


def _set_clock(folder: Path, by: float) -> None:
    new = folder / "clock.new"
    new.write_text(f"{by}")
    os.replace(new, folder / "clock")


@scenario("clock set", "by ±1 h, back to 1970, two days ahead, while it runs")
async def set_back_and_forth(scale: Scale, folder: Path, report: Report) -> None:
    """No wait gets longer or shorter, nothing is aged out, and a restart repeats nothing."""
    wait = scale.pick(0.5, 8)
    async with TelegramDouble(seed=scale.seed) as telegram:
        questions = []
        for number, by in enumerate(STEPS[-scale.count(1, 4) :]):
            _set_clock(folder, 0)
            telegram.faults.clear()
            telegram.faults.flood(wait, rate=0.3, times=10)
            module = "tests.faults.wrong_clock"
            async with BotProcess(telegram, folder, module=module) as bot:
                questions += crowd(telegram, chats=20, each=2, first=100 * number)
                await telegram.until(lambda: len(telegram.sent) > 40 * number, 30)  # noqa: B023
                _set_clock(folder, by)
                await until_answered(telegram, questions, 30 + 4 * wait)
                # Not killed, since what was just sent may not be noted yet.
                bot.terminate()
                await bot.ended()
        nothing_lost(report, telegram, questions)
        all_counted(report, folder, len(questions))
        report.exactly("repeated", repeated(telegram), 0)
        report.exactly("sent before its time", telegram.closed.tried, 0)
