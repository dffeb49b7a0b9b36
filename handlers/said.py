"""What the bot says to one request, and what of the article it showed for it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Self

from handlers.reply import Reply, line
from knowledge import Exchange, Fact, Kind

FLOOD = "flood"
"""The rule by which too much is declined."""


class Audience(Enum):
    """Who reads along: a group gets the shortest form."""

    PRIVATE = "private"
    GROUP = "group"


@dataclass(frozen=True, slots=True)
class Button:
    """A button below a reply: pressed, it hands `data` back to the bot, or opens `url`."""

    label: str
    data: str = ""
    """At most 64 bytes, as `handlers.buttons` writes it; empty where there's a `url`."""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Said:
    """A reply and what it rests on."""

    reply: Reply
    language: str
    kind: Kind | None = None
    """What kind of answer it is; `None` for a page that a command opens."""
    small_talk: str | None = None
    """What kind of small talk, as `Answer.small_talk` names it."""
    cited: tuple[Fact, ...] = ()
    """The facts told as the answer, of which several may share a quote that is shown once."""
    near: tuple[Fact, ...] = ()
    """The facts told, plainly marked, as *not* the answer."""
    exchange: Exchange | None = None
    """What a follow-up would refer to; `None` leaves the conversation as it was."""
    declined: str | None = None
    """The rule by which the request is declined with these words; `None` where it's answered."""
    again: str = ""
    """What it's made anew of where Telegram holds it back, as `handlers.again` writes it."""
    buttons: tuple[tuple[Button, ...], ...] = ()
    """Rows of buttons below it."""
    quotes_question: bool = False
    """Whether it must be sent as a reply to the question, for a button that takes its words, or
    since it's about that message."""
    picture: str | None = None
    """Id of the knowledge's picture that the reply is the caption of."""
    then: Said | None = None
    """What is sent after it as a message of its own, and made anew by itself."""
    shows: Fact | None = None
    """The fact whose words are to be shown in the article itself, where Telegram can do that."""

    @classmethod
    def in_a_line(cls, told: str, language: str) -> Self:
        """One line that cites nothing, and leaves the conversation as it was."""
        return cls(Reply((line(told),)), language)
