"""The last exchange with a person in a chat, kept for minutes and in memory, for follow-ups."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable, Hashable

from knowledge import Exchange

REMEMBERED_SECONDS = 600.0
"""Ten minutes: who comes back later has begun a new conversation."""
MOST_CONVERSATIONS = 10_000
"""Some 5 MB at the most; beyond it the oldest is forgotten."""


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
        self._last: OrderedDict[Hashable, tuple[float, Exchange]] = OrderedDict()

    def remember(self, key: Hashable, exchange: Exchange | None) -> None:
        """Keeps `exchange` as the conversation's last; `None` changes nothing."""
        if exchange is None:
            return
        self._last[key] = (self._clock(), exchange)
        self._last.move_to_end(key)
        while len(self._last) > self._most:
            self._last.popitem(last=False)

    def last(self, key: Hashable) -> Exchange | None:
        """The conversation's last exchange, if it is recent."""
        kept = self._last.get(key)
        if kept is None:
            return None
        since, exchange = kept
        if self._clock() - since > self._seconds:
            del self._last[key]
            return None
        return exchange
