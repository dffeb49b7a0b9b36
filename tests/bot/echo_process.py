"""The echoing bot as a process of its own, for tests that kill it and start it again.

    python -m tests.bot.echo_process [--wrong | --watchful]

`--wrong` confirms updates before they are answered: the proofs must find that out. `--watchful`
takes half a second without a poll for a hanging connection.
"""

from __future__ import annotations

import asyncio
import sys

from bot import receiving
from bot.endings import EndingError, end
from bot.logs import set_up_logs
from bot.pace import Pace
from bot.running import run
from bot.settings import load_settings
from bot.telegram_time import TelegramTime
from bot.window import Naming, Window
from state.database import StateDatabase
from state.ledger import Ledger
from state.parked import ParkedAnswers
from tests.bot.echoing import apologise, register, resume


class WrongWindow(Window):
    """Confirms what it has been given, as python-telegram-bot's own polling does."""

    def name(self) -> Naming:
        """All that was taken, finished or not."""
        last = max([*self._taken, *self._done], default=None)
        return Naming(self._offset if last is None else last + 1, tuple(self._done))


async def main() -> None:
    """Run until told to stop."""
    settings = load_settings()
    assert settings.telegram_bot_token is not None
    set_up_logs((settings.telegram_bot_token.get_secret_value(),))
    if "--wrong" in sys.argv:
        vars(receiving)["Window"] = WrongWindow
    database = StateDatabase(settings.state_db)
    clock = TelegramTime()
    ledger = Ledger(database, clock.now)
    parked = ParkedAnswers(database, ledger, clock.now)
    pace = Pace(silence=0.5) if "--watchful" in sys.argv else Pace()
    await run(
        settings,
        register,
        ledger,
        apologise=apologise,
        parked=parked,
        resume=resume,
        pace=pace,
        clock=clock,
    )


if __name__ == "__main__":
    try:
        asyncio.run(main())
    except EndingError as ending:
        end(str(ending), ending.code)
