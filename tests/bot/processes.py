"""Bots as processes of their own, so that they can be killed."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from pathlib import Path
from types import TracebackType
from typing import Self

from tests.bot.raised import raised
from tests.discretion import given_away, given_away_by_files
from tests.loopback import PYTHON_PATH
from tests.telegram_double import TelegramDouble

LIMITS = (
    "TELEGRAM_SENDS_PER_SECOND",
    "TELEGRAM_SENDS_PER_CHAT_SECOND",
    "TELEGRAM_SENDS_PER_GROUP_MINUTE",
)
"""Lifted, since they'd make a crowd's tests as slow as the crowd."""
ROOT = Path(__file__).parents[2]


class BotProcess:
    """A bot that talks to a double: `async with BotProcess(telegram, folder) as bot`.

    What it wrote to its standard error is in `output` once it has ended. Neither that nor its
    state may give away the token, or a text of the corpora; nor may it tell of an exception.
    """

    def __init__(
        self,
        telegram: TelegramDouble,
        folder: Path,
        *arguments: str,
        module: str = "tests.bot.echo_process",
        environment: dict[str, str] | None = None,
        may_raise: bool = False,
    ) -> None:
        """Run `python -m module arguments`, its state in `folder`.

        `may_raise`: its handlers do so on purpose.
        """
        self.output = ""
        self.printed = ""
        self._may_raise = may_raise
        self._command = [sys.executable, "-m", module, *arguments]
        self._environment = {
            **{name: value for name, value in os.environ.items() if "proxy" not in name.lower()},
            "TELEGRAM_BOT_TOKEN": telegram.token,
            "TELEGRAM_API_URL": telegram.root,
            "STATE_DB": str(folder / "state.db"),
            "PYTHONPATH": PYTHON_PATH,
            **dict.fromkeys(LIMITS, "0"),
            **(environment or {}),
        }
        self._folder = folder
        self._process: asyncio.subprocess.Process | None = None
        self._reading: asyncio.Task[tuple[bytes, bytes]] | None = None

    async def __aenter__(self) -> Self:
        """Start it, in a folder without a `.env`."""
        self._process = await asyncio.create_subprocess_exec(
            *self._command,
            cwd=self._folder,
            env=self._environment,
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
        )
        self._reading = asyncio.create_task(self._process.communicate())
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Make sure that it's gone."""
        assert self._process is not None
        if self._process.returncode is None:
            self._process.kill()
        await self.ended()
        if error is not None:
            error.add_note(f"the bot said:\n{self.output}{self.printed}")
            return
        away = given_away(f"{self.output}{self.printed}") + given_away_by_files(self._folder)
        assert away == [], f"log, output or state give away {away[:3]}"
        told = raised(self.output)
        assert self._may_raise or not told, told[:3]

    @property
    def pid(self) -> int:
        """The process's id."""
        assert self._process is not None
        return self._process.pid

    def kill(self) -> None:
        """kill -9."""
        assert self._process is not None
        self._process.kill()

    def terminate(self) -> None:
        """What a supervisor sends."""
        assert self._process is not None
        self._process.send_signal(signal.SIGTERM)

    async def ended(self, within: float = 12) -> int:
        """The exit code, once it has ended; negative after a kill."""
        assert self._process is not None
        assert self._reading is not None
        async with asyncio.timeout(within):
            printed, said = await asyncio.shield(self._reading)
            self.printed, self.output = printed.decode(), said.decode()
            return await self._process.wait()
