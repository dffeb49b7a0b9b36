"""What the double's own tests share: a client over bare HTTP, and a time that they move."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest

from tests.telegram_double import Person, TelegramDouble


class Caller:
    """Calls methods with bare HTTP, as any client might."""

    def __init__(self, telegram: TelegramDouble, session: aiohttp.ClientSession) -> None:
        """Call `telegram`."""
        self.telegram = telegram
        self.session = session

    async def __call__(self, method: str, **given: Any) -> Any:
        """The `result`, or the description of the error."""
        data = {
            name: value if isinstance(value, str) else json.dumps(value)
            for name, value in given.items()
        }
        return await self.upload(method, aiohttp.FormData(data))

    async def upload(self, method: str, data: aiohttp.FormData) -> Any:
        """The same for a call with files."""
        url = f"{self.telegram.root}/bot{self.telegram.token}/{method}"
        async with self.session.post(url, data=data) as answer:
            body = await answer.json()
            return body["result"] if body["ok"] else body["description"]


class Clock:
    """A time that tests can move."""

    def __init__(self) -> None:
        """Some day."""
        self.now = 1_700_000_000.0

    def __call__(self) -> float:
        """Seconds since 1970."""
        return self.now


@pytest.fixture
def clock() -> Clock:
    """The double's time."""
    return Clock()


@pytest.fixture
async def telegram(clock: Clock) -> AsyncIterator[TelegramDouble]:
    """A double on that time, which takes words without more."""
    async with TelegramDouble(clock, previews=True) as double:
        yield double


@pytest.fixture
async def call(telegram: TelegramDouble) -> AsyncIterator[Caller]:
    """A client."""
    async with aiohttp.ClientSession() as session:
        yield Caller(telegram, session)


@pytest.fixture
def ann(telegram: TelegramDouble) -> Person:
    """Somebody."""
    return telegram.person()
