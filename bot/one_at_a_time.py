"""Keeps a second process on this machine from receiving for the same bot."""

from __future__ import annotations

import errno
import hashlib
import logging
import os
import socket
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
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
    """Hold the lock of this bot's token for the block; the system frees it after a kill.

    Raises `ConflictError` where another process holds it.
    """
    name = _name(settings)
    with ExitStack() as held:
        held.enter_context(_socket(name))
        held.enter_context(_file(Path(tempfile.gettempdir()) / f"{name}.lock"))
        yield


@contextmanager
def _socket(name: str) -> Iterator[None]:
    # On Linux a name is seen by all users, and by a service that has a /tmp of its own.
    if sys.platform != "linux":
        yield
        return
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as taken:
        try:
            taken.bind(f"\0{name}")
        except OSError as error:
            if error.errno == errno.EADDRINUSE:
                raise _conflict() from None
            _log.warning("no name could be taken (%s)", error.strerror)
        yield


@contextmanager
def _file(path: Path) -> Iterator[None]:
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
                raise _conflict() from None
        yield
    finally:
        os.close(handle)


def _conflict() -> ConflictError:
    return ConflictError("The bot is already running on this machine: stop that process first.")


def _name(settings: Settings) -> str:
    # Not the token itself: names are for all to see. Nor the server's address: one has many.
    token = settings.telegram_bot_token
    told = "" if token is None else token.get_secret_value()
    return f"frontline-facts-{hashlib.sha256(told.encode()).hexdigest()[:16]}"
