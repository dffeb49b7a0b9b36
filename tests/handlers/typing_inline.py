"""Somebody who types `@bot …` in some chat, and what they are shown."""

from __future__ import annotations

import json
from typing import Any

from tests.telegram_double import Person, TelegramDouble


class Offer:
    """What somebody is shown."""

    def __init__(self, telegram: TelegramDouble, query: str) -> None:
        """The answer to `query`."""
        self.given = telegram.api.answers[query]
        self.results: list[dict[str, Any]] = json.loads(self.given["results"])
        self.posts = telegram.api.posts[query]
        button = self.given.get("button")
        self.button: dict[str, str] | None = None if button is None else json.loads(button)

    @property
    def titles(self) -> list[str]:
        """What there is to choose."""
        return [one["title"] for one in self.results]

    @property
    def personal(self) -> bool:
        """Whether Telegram may show it to this person alone."""
        return bool(self.given["is_personal"] == "true")


class Typing:
    """Somebody who types, and sees what's offered."""

    def __init__(self, telegram: TelegramDouble) -> None:
        """Types to the bot."""
        self.telegram = telegram
        self.typed = 0

    async def __call__(self, words: str, person: Person | None = None) -> Offer:
        """What is offered for `words`."""
        self.typed += 1
        who = person or self.telegram.person()
        query, _ = who.types_inline(words, self.typed)
        await self.telegram.until(lambda: query in self.telegram.api.answers)
        return Offer(self.telegram, query)
