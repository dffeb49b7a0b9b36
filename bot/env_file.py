"""Finds lines of `.env` from which no setting is read, which would otherwise pass unseen."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from dotenv.parser import Binding, parse_stream

from bot.settings import ENV_FILE, Settings

_NAME = re.compile(r"\s*(?:export\s+)?(\w+)")


@dataclass(frozen=True, slots=True)
class Unread:
    """A line that says nothing, without more of it than a name of ours."""

    what: str
    cure: str

    def __str__(self) -> str:
        """As a sentence or two."""
        return f"{self.what}. {self.cure}"


def unread_lines() -> list[Unread]:
    """The lines of the file, where there is one, from which no setting is read."""
    # Whoever reads settings from a file that can't be read says so.
    with suppress(OSError, UnicodeDecodeError), Path(ENV_FILE).open(encoding="utf-8") as file:
        return list(_unread(parse_stream(file)))
    return []


def _unread(bindings: Iterator[Binding]) -> Iterator[Unread]:
    for one in bindings:
        text = one.original.string
        if not one.error and (one.key is None or one.value is not None):
            continue
        blank = len(text) - len(text.lstrip())
        line = one.original.line + text[:blank].count("\n")
        found = _NAME.match(text)
        # What else stands there may be a token.
        ours = found is not None and found[1].lower() in Settings.model_fields
        name = found[1].upper() if found is not None and ours else "NAME"
        yield Unread(
            f"{ENV_FILE}, line {line}: no setting can be read from it",
            f"Write it as {name}=value, any quotation mark closed, or take it out.",
        )
