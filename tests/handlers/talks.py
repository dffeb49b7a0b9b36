"""A talk with the bot: updates are handed to its handlers, and what they send is kept."""

from __future__ import annotations

from typing import Any

from telegram import Update

from handlers.desk import Desk
from handlers.outcome import Ended, outcome_slip
from handlers.registering import register
from tests.handlers.recorded_calls import RecordedCalls, application_on


class Talk:
    """An application with the handlers, to be handed updates."""

    def __init__(self, calls: RecordedCalls, desk: Desk) -> None:
        """Sends to `calls` what `desk` says."""
        self.calls = calls
        self.application = application_on(calls)
        register(self.application, desk)

    async def hand(self, **update: Any) -> Ended | None:
        """The outcome of an update."""
        parsed = Update.de_json({"update_id": 1, **update}, self.application.bot)
        with outcome_slip() as slip:
            await self.application.process_update(parsed)
        assert slip.errors == []
        return slip.ended

    @property
    def sent(self) -> list[dict[str, Any]]:
        """The messages sent."""
        return self.calls.made("sendMessage")
