"""Keeps a second process on this machine from receiving for the same bot."""

from __future__ import annotations

import hashlib
import logging
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bot.endings import ConflictError
from bot.settings import Settings

try:
    import fcntl
except ImportError:  # Windows, where Telegram's own conflicts have to tell
    fcntl = None  # type: ignore[assignment]

_log = logging.getLogger(__name__)


@contextmanager
def alone(settings: Settings) -> Iterator[None]:
    """Hold the lock of this bot on this server for the block; the system frees it after a kill.

    Raises `ConflictError` where another process holds it.
    """
    path = _lock_file(settings)
    try:
        handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    except OSError as error:
        # Telegram tells of a second one too, only later.
        _log.warning("no lock could be taken (%s)", error.strerror)
        yield
        return
    try:
        if fcntl is not None:
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError:
                raise ConflictError(
                    "The bot is already running on this machine: stop that process first."
                ) from None
        yield
    finally:
        os.close(handle)


def _lock_file(settings: Settings) -> Path:
    # Not the token itself: file names are for all to see.
    token = settings.telegram_bot_token
    name = f"{settings.telegram_api_url} {token.get_secret_value() if token else ''}"
    digest = hashlib.sha256(name.encode()).hexdigest()[:16]
    return Path(tempfile.gettempdir()) / f"frontline-facts-{digest}.lock"
