"""The last exchange with a person in a chat and its language, kept for minutes and in memory."""

from __future__ import annotations

import time
from collections.abc import Callable, Hashable
from dataclasses import dataclass

from handlers.recent import MOST, REMEMBERED_SECONDS, Recent
from knowledge import Exchange


def conversation(chat_id: int, person_id: int, *, guest: bool = False) -> Hashable:
    """The key of a person's conversation in a chat.

    A chat that the bot is called into as a guest may share its id with one of the bot's own.
    """
    return guest, chat_id, person_id


@dataclass(frozen=True, slots=True)
class _Kept:
    exchange: Exchange | None = None
    language: str | None = None


class Conversations:
    """The last exchange of each conversation, by any hashable key such as (chat, person)."""

    def __init__(
        self,
        *,
        seconds: float = REMEMBERED_SECONDS,
        most: int = MOST,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Remembers `most` conversations for `seconds` each, by `clock`."""
        self._recent: Recent[_Kept] = Recent(seconds=seconds, most=most, clock=clock)

    def remember(
        self, key: Hashable, exchange: Exchange | None, language: str | None = None
    ) -> None:
        """Keeps `exchange` as the conversation's last, and the language that it's in.

        What is `None` stays as it was.
        """
        before = self._recent.get(key) or _Kept()
        kept = _Kept(exchange or before.exchange, language or before.language)
        if kept != _Kept():
            self._recent.keep(key, kept)

    def last(self, key: Hashable) -> Exchange | None:
        """The conversation's last exchange, if it is recent."""
        kept = self._recent.get(key)
        return kept.exchange if kept is not None else None

    def language(self, key: Hashable) -> str | None:
        """The language of the conversation so far, if there was any lately."""
        kept = self._recent.get(key)
        return kept.language if kept is not None else None
