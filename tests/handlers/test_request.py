"""A request is answered in the language of the person's Telegram where words don't tell."""

from __future__ import annotations

import pytest

from handlers.request import Request
from handlers.said import Audience


@pytest.mark.parametrize(
    ("code", "language"),
    [("uk", "uk"), ("de-AT", "de"), ("SV", "sv"), ("fr", "en"), ("", "en"), (None, "en")],
)
def test_its_language_is_one_that_the_bot_speaks(code: str | None, language: str) -> None:
    assert Request("", code, Audience.PRIVATE).language == language
