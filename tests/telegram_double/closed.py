"""Chats that take no message, and queries no answer, before the time that a 429 named."""

from __future__ import annotations

import math
from typing import Any, TypeAlias

from tests.telegram_double.calls import QUERIES
from tests.telegram_double.errors import ApiError, too_many
from tests.telegram_double.faults import SENDS
from tests.telegram_double.wire import chat_of

CLOCKS = 0.02
"""Seconds that two processes' clocks may differ by."""
MESSAGES = (*SENDS, "editMessageText", "editMessageCaption", "editMessageReplyMarkup")
"""Methods that a 429 to any of them closes a chat to."""
Place: TypeAlias = int | str
"""A chat's id, or a query's."""


def place_of(method: str, given: dict[str, Any]) -> Place | None:
    """What a 429 to a call closes, and what must be open for it; `None`: nothing."""
    if method in QUERIES:
        return str(given[QUERIES[method][0]])
    return chat_of(given) if method in MESSAGES else None


class Closed:
    """What is closed, and until when, in seconds of the event loop's clock."""

    def __init__(self) -> None:
        """Nothing yet."""
        self.tried = 0
        """Calls that came too early, each of which was refused."""
        self._until: dict[Place, float] = {}

    def close(self, place: Place | None, until: float) -> None:
        """Refuse what is for `place` before then."""
        if place is not None:
            self._until[place] = until

    def open_all(self) -> None:
        """Take what is for any of them, as if the time had passed."""
        self._until.clear()

    def refusal(self, place: Place | None, at: float) -> ApiError | None:
        """What is answered to a call for `place` that comes at that time; `None`: it's taken."""
        left = 0.0 if place is None else self._until.get(place, at) - at
        if left <= CLOCKS:
            return None
        self.tried += 1
        return too_many(math.ceil(1000 * left) / 1000)
