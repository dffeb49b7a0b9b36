"""The fields of what a bot gives: which there are, and what each may hold.

Telegram reads the fields that it knows, and leaves the rest unread: a misspelt one has no effect,
and nobody is told. So here it fails the test, as does one that the double has no rules for.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from tests.telegram_double.errors import unheeded

Field: TypeAlias = "type | frozenset[str] | list[Field] | Shape"
"""A kind of value, a choice of words, a list of one kind, or an object."""

NAMED = {bool: "true or false", int: "a whole number", str: "text", dict: "an object"}


@dataclass(frozen=True)
class Shape:
    """An object, by the names of its fields."""

    needs: Mapping[str, Field]
    takes: Mapping[str, Field]


ENTITY = Shape(
    {"type": str, "offset": int, "length": int},
    {"url": str, "language": str, "custom_emoji_id": str},
)
PREVIEW = Shape(
    {},
    {"is_disabled": bool, "url": str, "prefer_small_media": bool, "prefer_large_media": bool,
     "show_above_text": bool},
)  # fmt: skip
PARSE_MODE = frozenset({"HTML"})


def read(what: str, given: str, field: Field) -> Any:
    """A parameter that comes as JSON, once it's as `field` says. Raises `ViolationError`."""
    try:
        value = json.loads(given)
    except ValueError:
        raise unheeded(f"{what} is JSON") from None
    check(what, value, field)
    return value


def check(what: str, given: Any, field: Field) -> None:
    """Raises `ViolationError` where `given`, which is called `what`, isn't as `field` says."""
    if isinstance(field, Shape):
        if not isinstance(given, dict):
            raise unheeded(f"{what} is an object")
        kinds = {**field.needs, **field.takes}
        if unknown := set(given) - set(kinds):
            raise unheeded(f"{what} has no {', '.join(sorted(unknown))}")
        if missing := set(field.needs) - set(given):
            raise unheeded(f"{what} needs {', '.join(sorted(missing))}")
        for name, value in given.items():
            check(f"{what}.{name}", value, kinds[name])
    elif isinstance(field, list):
        if not isinstance(given, list):
            raise unheeded(f"{what} is a list")
        for value in given:
            check(what, value, field[0])
    elif isinstance(field, frozenset):
        if not isinstance(given, str) or given not in field:
            raise unheeded(f"{what} is one of {', '.join(sorted(field))}")
    elif type(given) is not field:
        raise unheeded(f"{what} is {NAMED[field]}")
