"""What the tests of the bot share: a Telegram on loopback."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from tests.telegram_double import TelegramDouble


@pytest.fixture
async def telegram() -> AsyncIterator[TelegramDouble]:
    """A Bot API server that fails the test on a call that Telegram doesn't know."""
    async with TelegramDouble() as double:
        yield double
