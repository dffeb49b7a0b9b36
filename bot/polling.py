"""Asks Telegram for updates, as they come over the wire, until it has some or says no for good."""

from __future__ import annotations

import asyncio
import json
import logging
from collections import deque
from collections.abc import Callable, Sequence
from typing import Any, TypeAlias
from urllib.parse import urlencode

from telegram.error import Conflict, InvalidToken, RetryAfter, TelegramError, TimedOut

from bot.endings import ConflictError, TokenRefusedError
from bot.pace import Pace
from bot.transport import AiohttpRequest
from bot.watchdog import rest
from handlers.persisting import seconds

Raw: TypeAlias = dict[str, Any]
"""One update as Telegram sent it."""

MOST_CONFLICTS = 5
BATCH = 100
"""The most updates that Telegram gives at once."""

_log = logging.getLogger(__name__)


class Poller:
    """`getUpdates` without parsing: the library's gives up a whole batch for one bad update."""

    def __init__(
        self,
        request: AiohttpRequest,
        base_url: str,
        kinds: Sequence[str],
        pace: Pace,
        finished: Callable[[], None] = lambda: None,
    ) -> None:
        """Poll the bot at `base_url` (with its token) for updates of `kinds`.

        `finished()` is called whenever Telegram, or the network, has said anything at all.
        """
        self._request = request
        self._url = f"{base_url}/getUpdates"
        self._kinds = json.dumps(list(kinds))
        self._pace = pace
        self._finished = finished
        self.told: int | None = None
        """The offset that Telegram was last told, in a call that didn't fail or is under way."""
        self._conflicts: deque[float] = deque(maxlen=MOST_CONFLICTS)

    async def poll(self, offset: int | None, *, waiting: bool) -> list[Raw]:
        """The updates from `offset` on; earlier ones Telegram forgets. None after a quiet while.

        `waiting`: hold the line until there is one. Faults of the network are waited out. Raises
        `TokenRefusedError` and `ConflictError`.
        """
        pause = self._pace.first_pause
        while True:
            try:
                return await self._once(offset, self._pace.poll if waiting else 0)
            except InvalidToken:
                raise TokenRefusedError from None
            except Conflict as error:
                wait = self._conflict(error)
            except RetryAfter as error:
                wait = seconds(error.retry_after)
                _log.warning("polls are to wait for %.0f s", wait)
            except TelegramError as error:
                wait, pause = pause, min(2 * pause, self._pace.longest_pause)
                _log.warning("poll failed (%s), next in %.1f s", type(error).__name__, wait)
                if isinstance(error, TimedOut):
                    # Nobody has said anything: that may be our own pool, stuck.
                    await asyncio.sleep(wait)
                    continue
            await rest(wait, self._pace.silence, self._finished)

    async def confirm(self, offset: int) -> None:
        """Have Telegram forget what is before `offset`. Raises `TelegramError`, `TimeoutError`."""
        async with asyncio.timeout(self._pace.farewell):
            await self._once(offset, 0, most=1)

    async def _once(self, offset: int | None, hold: float, most: int = BATCH) -> list[Raw]:
        query: dict[str, str | int] = {
            "timeout": int(hold),
            "limit": most,
            "allowed_updates": self._kinds,
        }
        if offset is not None:
            query["offset"] = offset
        self.told = offset
        try:
            answer = await self._request.post(
                f"{self._url}?{urlencode(query)}", read_timeout=hold + self._pace.poll_slack
            )
        except TelegramError:
            self.told = None
            raise
        if not isinstance(answer, list):
            raise TelegramError("Invalid server response")
        self._finished()
        # Dropped, what is no update would leave no trace, and be polled for without a pause.
        return [update if isinstance(update, dict) else {} for update in answer]

    def _conflict(self, error: Conflict) -> float:
        now = asyncio.get_running_loop().time()
        self._conflicts.append(now)
        full = len(self._conflicts) == MOST_CONFLICTS
        if full and now - self._conflicts[0] <= self._pace.conflict_span:
            if "webhook" in error.message:
                raise ConflictError(
                    "Somebody keeps setting a webhook for this bot: stop whatever runs elsewhere "
                    "with the same token, or revoke the token with @BotFather."
                )
            raise ConflictError(
                "Another program receives this bot's updates with the same token: stop one of the "
                "two, or revoke the token with @BotFather if you don't know the other."
            )
        _log.warning("another program polls with the same token")
        return self._pace.conflict_pause
