"""What somebody asks of the desk, and all that the answer depends on."""

from __future__ import annotations

from dataclasses import dataclass

from handlers.catalogues import spoken
from handlers.said import Audience
from knowledge import Exchange


@dataclass(frozen=True, slots=True)
class Request:
    """What comes with a command, or with a question."""

    words: str
    """What stands after the command, or the question itself."""
    language_code: str | None
    """The person's Telegram language, if it's known."""
    audience: Audience
    claim: str = ""
    """The words of somebody's message that the request replies to, if any."""
    after: Exchange | None = None
    """What a follow-up refers to."""
    bot: str | None = None
    """The bot's username without @; `None` in a terminal, which shows no pictures."""
    inline: bool = False
    """Whether its name may be typed anywhere, to choose a card."""
    guest: bool = False
    """Whether it may be called where it's no member."""

    @property
    def language(self) -> str:
        """The language to speak where the words themselves don't tell."""
        return spoken(self.language_code)
