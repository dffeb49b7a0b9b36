"""What any test may ask for by name, and what is asked of every test."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator

import pytest

from tests.discretion import listening
from tests.telegram_double import TelegramDouble


@pytest.fixture(autouse=True)
def _nothing_is_given_away() -> Iterator[None]:
    """No line that is logged in any test, and no error for people, gives anybody away."""
    with listening() as listener:
        yield
    assert listener.heard == []


@pytest.fixture
async def telegram() -> AsyncIterator[TelegramDouble]:
    """Telegram, listening on loopback; it fails the test on a call that it doesn't know."""
    async with TelegramDouble() as double:
        yield double
