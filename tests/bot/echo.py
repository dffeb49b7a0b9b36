"""A bot that echoes, for tests of how it receives: in this process, where nothing is killed."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import replace
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from pydantic import SecretStr

from bot.pace import Pace
from bot.running import serve
from bot.settings import Settings
from bot.telegram_time import TelegramTime
from state.database import StateDatabase
from state.ledger import Ledger
from state.parked import ParkedAnswers
from tests.bot.echoing import QUICK, apologise, register, resume
from tests.bot.raised import RaisedLines
from tests.discretion import given_away_by, given_away_by_files
from tests.telegram_double import TelegramDouble


class EchoBot:
    """The bot, receiving while the block lasts, and stopped in peace at its end."""

    def __init__(
        self,
        telegram: TelegramDouble,
        folder: Path,
        settings: dict[str, Any] | None = None,
        clock: TelegramTime | None = None,
        database: StateDatabase | None = None,
        may_raise: bool = False,
        **pace: float,
    ) -> None:
        """Answer `telegram`, with its state in `folder`, and in `pace` times of its own.

        `may_raise`: its handlers do so on purpose, and it isn't looked for in its log.
        """
        self.stopping = asyncio.Event()
        self._folder = folder
        database = database or StateDatabase(folder / "state.db")
        self._clock = clock or TelegramTime()
        self.ledger = Ledger(database, self._clock.now)
        self._parked = ParkedAnswers(database, self.ledger, self._clock.now)
        self._settings = Settings(
            telegram_bot_token=SecretStr(telegram.token),
            telegram_api_url=telegram.root,
            telegram_sends_per_second=0,
            telegram_sends_per_chat_second=0,
            telegram_sends_per_group_minute=0,
            **(settings or {}),
        )
        self._pace = replace(Pace(first_pause=0.05, longest_pause=0.1, retry=0.01), **pace)
        self._serving: asyncio.Task[None] | None = None
        self._may_raise = may_raise
        self._raised = RaisedLines()

    async def __aenter__(self) -> Self:
        """Start."""
        logging.getLogger().addHandler(self._raised)
        self._serving = asyncio.create_task(
            serve(
                self._settings,
                partial(register, patience=QUICK),
                self.ledger,
                self.stopping,
                apologise=apologise,
                parked=self._parked,
                resume=resume,
                pace=self._pace,
                clock=self._clock,
            )
        )
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Stop, and finish what is in hand; neither state nor what it raises may give us away."""
        try:
            await self.stop()
        except Exception as ending:
            if given := given_away_by(ending):
                raise AssertionError(f"its ending gives away {given}") from None
            raise
        finally:
            logging.getLogger().removeHandler(self._raised)
        assert self._may_raise or not self._raised.kept, self._raised.kept[:3]
        away = given_away_by_files(self._folder)
        assert away == [], f"its state gives away {away[:3]}"

    async def stop(self) -> None:
        """Stop, and wait for it. Raises what ended the bot before."""
        self.stopping.set()
        await self.ended()

    async def ended(self, within: float = 12) -> None:
        """Wait until it ends by itself, and raise what it ended with."""
        assert self._serving is not None
        async with asyncio.timeout(within):
            await self._serving
