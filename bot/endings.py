"""Why the bot ends by itself, each with the exit code that a supervisor sees.

EndingError
├── SettingsError       a setting is wrong
├── TokenRefusedError   Telegram doesn't know the token (any more)
├── ConflictError       somebody else receives this bot's updates
└── SilenceError        no poll has finished for too long
"""

from __future__ import annotations

import logging
import sys
from typing import NoReturn

import click

_log = logging.getLogger(__name__)


class EndingError(Exception):
    """The bot can't go on; the message is a sentence for a person and says how to mend it."""

    code = 1


class SettingsError(EndingError):
    """A setting is missing or wrong; the message names it."""

    code = 2


class TokenRefusedError(EndingError):
    """Telegram answered 401."""

    code = 3

    def __init__(self) -> None:
        """There is one thing to say."""
        super().__init__(
            "Telegram refuses TELEGRAM_BOT_TOKEN: it was revoked, or copied wrongly. "
            "Ask @BotFather for it (/mybots, then API Token) and set it anew."
        )


class ConflictError(EndingError):
    """Another program receives this bot's updates, or a webhook does."""

    code = 4


class SilenceError(EndingError):
    """The connection to Telegram hangs: a restart, such as a supervisor's, is the cure."""

    code = 5


def end(why: str, code: int) -> NoReturn:
    """End the process with `code`, and the sentence `why`: bare, or logged where nobody looks on.

    Logs must be set up.
    """
    if sys.stderr.isatty():
        click.echo(why, err=True)
    else:
        _log.critical(why, extra={"fields": {"code": code}})
    sys.exit(code)
