"""Log lines: one an event, without the token, and without what people write.

`extra={"fields": {…}}` gives a line of ours figures by name, which stand beside its words where
lines are structured.
"""

from __future__ import annotations

import json
import logging
import sys
import threading
import time
import traceback
from types import TracebackType
from typing import TextIO

OURS = ("bot", "handlers", "knowledge", "state")
"""Loggers whose lines are made here, and hold no words of people."""

_log = logging.getLogger(__name__)


def set_up_logs(secrets: tuple[str, ...] = (), stream: TextIO | None = None) -> None:
    """Log to `stream` (standard error), with stars for `secrets`; JSON where nobody looks on.

    What nobody catches is logged too: Python itself would print its words, and those of its cause.
    """
    stream = sys.stderr if stream is None else stream
    handler = logging.StreamHandler(stream)
    handler.setFormatter(OneLine(structured=not stream.isatty()))
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(logging.INFO)
    # Their INFO lines hold the URL of each call, and so the token.
    for chatty in ("httpx", "httpcore", "aiohttp", "telegram", "asyncio"):
        logging.getLogger(chatty).setLevel(logging.WARNING)
    hide_in_logs(secrets)
    sys.excepthook = _ended
    sys.unraisablehook = _came_too_late
    threading.excepthook = _thread_ended


def hide_in_logs(secrets: tuple[str, ...]) -> None:
    """Keep `secrets`, and what libraries would tell of people, out of every handler's lines."""
    hiding = Discretion(secrets)
    for handler in logging.getLogger().handlers:
        handler.filters = [one for one in handler.filters if not isinstance(one, Discretion)]
        handler.addFilter(hiding)


class Discretion(logging.Filter):
    """Rewrites each record to what may be known of it."""

    def __init__(self, secrets: tuple[str, ...]) -> None:
        """Show stars for each of `secrets`."""
        super().__init__()
        self._secrets = tuple(secret for secret in secrets if secret)

    def filter(self, record: logging.LogRecord) -> bool:
        """Take the secrets out of `record`, and what a library filled it in with; always True."""
        if record.name.split(".")[0] in OURS:
            message = record.getMessage()
        else:
            message = _of_a_library(record)
        raised = record.exc_info[1] if record.exc_info else None
        if raised is not None:
            message = f"{message} [{where(raised)}]"
        record.msg, record.args = self._hide(message), None
        record.exc_info = record.exc_text = record.stack_info = None
        return True

    def _hide(self, text: str) -> str:
        for secret in self._secrets:
            text = text.replace(secret, "***")
        return text


def _of_a_library(record: logging.LogRecord) -> str:
    """What a library says without what it fills in, or else the place where it says it."""
    vars(record).pop("fields", None)
    if record.args:
        # python-telegram-bot fills in whole updates and answers where it can't read them.
        return str(record.msg)
    # asyncio's lines come ready-made, with a task's exception and a callback's arguments in them.
    return f"said in {record.funcName}, {record.filename}:{record.lineno}"


def where(error: BaseException) -> str:
    """The kind of `error` and the place it was raised: its own words may hold a person's."""
    steps = traceback.extract_tb(error.__traceback__)
    if not steps:
        return type(error).__name__
    last = steps[-1]
    file = last.filename.replace("\\", "/").rsplit("/", 1)[-1]
    return f"{type(error).__name__} in {last.name}, {file}:{last.lineno}"


def _ended(
    kind: type[BaseException], error: BaseException, traceback: TracebackType | None
) -> None:
    _log.critical("ended by an error that nobody caught", exc_info=(kind, error, traceback))


def _thread_ended(raised: threading.ExceptHookArgs) -> None:
    if raised.exc_value is not None and not isinstance(raised.exc_value, SystemExit):
        _log.error("a thread ended by an error", exc_info=raised.exc_value)


def _came_too_late(raised: sys.UnraisableHookArgs) -> None:
    _log.error("an error that could not be raised", exc_info=raised.exc_value)


class OneLine(logging.Formatter):
    """A record as one line: JSON, or words for a terminal."""

    def __init__(self, *, structured: bool) -> None:
        """`structured`: as JSON with the keys time, level, source and event, and with fields."""
        super().__init__()
        self._structured = structured

    def format(self, record: logging.LogRecord) -> str:
        """The line, without a line break in it."""
        event = " ".join(record.getMessage().split())
        at = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(record.created))
        level = record.levelname.lower()
        if self._structured:
            line = {"time": at, "level": level, "source": record.name, "event": event}
            return json.dumps(line | getattr(record, "fields", {}), ensure_ascii=False)
        return f"{at} {level} {record.name}: {event}"
