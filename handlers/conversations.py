"""The last exchange with a person in a chat and its language, kept for minutes and in memory."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass

from knowledge import Exchange

REMEMBERED_SECONDS = 600.0
"""Ten minutes: who comes back later has begun a new conversation."""
MOST_CONVERSATIONS = 10_000
"""Some 5 MB at the most; beyond it the oldest is forgotten."""


def conversation(chat_id: int, person_id: int, *, guest: bool = False) -> Hashable:
    """The key of a person's conversation in a chat.

    A chat that the bot is called into as a guest may share its id with one of the bot's own.
    """
    return guest, chat_id, person_id


@dataclass(frozen=True, slots=True)
class _Kept:
    since: float
    exchange: Exchange | None
    language: str | None


class Conversations:
    """The last exchange of each conversation, by any hashable key such as (chat, person)."""

    def __init__(
        self,
        *,
        seconds: float = REMEMBERED_SECONDS,
        most: int = MOST_CONVERSATIONS,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Remembers `most` conversations for `seconds` each, by `clock`."""
        self._seconds = seconds
        self._most = most
        self._clock = clock
        self._kept: OrderedDict[Hashable, _Kept] = OrderedDict()

    def remember(
        self, key: Hashable, exchange: Exchange | None, language: str | None = None
    ) -> None:
        """Keeps `exchange` as the conversation's last, and the language that it's in.

        What is `None` stays as it was.
        """
        before = self._recent(key)
        if before is not None:
            exchange = exchange or before.exchange
            language = language or before.language
        if exchange is None and language is None:
            return
        self._kept[key] = _Kept(self._clock(), exchange, language)
        self._kept.move_to_end(key)
        while len(self._kept) > self._most or self._over(next(iter(self._kept.values()))):
            self._kept.popitem(last=False)

    def last(self, key: Hashable) -> Exchange | None:
        """The conversation's last exchange, if it is recent."""
        kept = self._recent(key)
        return kept.exchange if kept is not None else None

    def language(self, key: Hashable) -> str | None:
        """The language of the conversation so far, if there was any lately."""
        kept = self._recent(key)
        return kept.language if kept is not None else None

    def _recent(self, key: Hashable) -> _Kept | None:
        kept = self._kept.get(key)
        if kept is not None and self._over(kept):
            del self._kept[key]
            return None
        return kept

    def _over(self, kept: _Kept) -> bool:
        return self._clock() - kept.since > self._seconds
