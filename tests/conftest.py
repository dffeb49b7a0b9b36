"""What any test may ask for by name, and what is asked of every test."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator, Iterator

import pytest

from bot.logs import OURS
from tests.discretion import Listener
from tests.telegram_double import TelegramDouble


@pytest.fixture(autouse=True)
def _nothing_is_given_away() -> Iterator[None]:
    """No line that is logged in any test holds the token, or a text of the corpora."""
    root, listener = logging.getLogger(), Listener()
    levels = {name: logging.getLogger(name).level for name in OURS}
    for name in OURS:
        logging.getLogger(name).setLevel(logging.INFO)
    root.addHandler(listener)
    yield
    root.removeHandler(listener)
    for name, level in levels.items():
        logging.getLogger(name).setLevel(level)
    assert listener.heard == []


@pytest.fixture
async def telegram() -> AsyncIterator[TelegramDouble]:
    """Telegram, listening on loopback; it fails the test on a call that it doesn't know."""
    async with TelegramDouble() as double:
        yield double
