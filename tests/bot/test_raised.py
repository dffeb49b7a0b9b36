"""A bot that raises where a test doesn't say that it may is found out."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.bot.echo import EchoBot
from tests.bot.raised import raised
from tests.telegram_double import TelegramDouble


async def test_an_exception_that_no_test_expects_fails_it(
    telegram: TelegramDouble, tmp_path: Path
) -> None:
    """Even where it came after the answer, and the update counts as answered."""

    async def raising() -> None:
        async with EchoBot(telegram, tmp_path):
            telegram.person().writes("answer and raise")
            await telegram.until_all_confirmed()

    with pytest.raises(AssertionError, match="ValueError in echo"):
        await raising()


def test_lines_without_an_exception_are_nobodys_fault() -> None:
    assert raised("receiving\na handler raised: KeyError in ask\nstopping") == [
        "a handler raised: KeyError in ask"
    ]
