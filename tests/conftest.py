"""What any test may ask for by name."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from tests.telegram_double import TelegramDouble


@pytest.fixture
async def telegram() -> AsyncIterator[TelegramDouble]:
    """Telegram, listening on loopback; it fails the test on a call that it doesn't know."""
    async with TelegramDouble() as double:
        yield double
