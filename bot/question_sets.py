"""Files of what people ask, alone, in dialogues and in groups, with what is right to answer."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.judging import Expected


class QuestionSetError(ValueError):
    """A file of questions can't be read; the message says which line and why."""


@dataclass(frozen=True, slots=True)
class Case:
    """One thing said to the bot, and what is expected of it."""

    id: str
    group: str
    """The row of the table that it counts in, such as "en / answerable"."""
    text: str
    expected: Expected
    chat: str | None = None
    """Cases with the same chat are one conversation."""
    manner: str = "question"
    """question | message (in a group) | hostile"""
    expect: str = "answer"
    """answer | unknown | silent | no_crash; beyond plain questions."""
    reply_to: str | None = None
    """Whose message a group message replies to: bot | human."""


def read_cases(path: Path) -> Iterator[Case]:
    """The cases of a file of JSON lines. Raises `QuestionSetError` at a line that is none."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip():
            continue
        try:
            yield from _cases(json.loads(line))
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise QuestionSetError(
                f"{path}, line {number}: {type(error).__name__} {error}"
            ) from error


def _cases(row: dict[str, Any]) -> Iterator[Case]:
    if "turns" in row:
        yield from _turns(row)
    elif "class" in row:
        yield _hostile(row)
    elif "expect" in row:
        yield _message(row)
    else:
        yield _question(row)


def _question(row: dict[str, Any]) -> Case:
    language = row.get("lang", "en")
    expected = Expected(
        row["gold"], row.get("must", ()), row.get("must_not", ()), language=_spoken(language)
    )
    group = f"{language} / {row['kind']}"
    return Case(row["id"], group, row["question"], expected, row.get("chat"))


def _turns(row: dict[str, Any]) -> Iterator[Case]:
    language = row.get("lang", "en")
    for number, turn in enumerate(row["turns"], 1):
        yield Case(
            id=f"{row['id']}.{number}",
            group=f"{language} / {'first turn' if number == 1 else 'follow-up'}",
            text=turn["q"],
            expected=Expected(turn["gold"], turn.get("must", ()), language=_spoken(language)),
            chat=row["id"],
        )


def _spoken(language: str) -> str | None:
    # What mixes languages, or writes one in another's letters, may be answered in either.
    return None if language == "mixed" else language


def _message(row: dict[str, Any]) -> Case:
    return Case(
        id=row["id"],
        group=f"group / {row['expect']}",
        text=row["text"],
        expected=Expected(row["gold"], row.get("must", ()), page=row["text"].startswith("/")),
        manner="message",
        expect=row["expect"],
        reply_to=row.get("reply_to"),
    )


def _hostile(row: dict[str, Any]) -> Case:
    part, times = row.get("repeat", ("", 0))
    return Case(
        id=row["id"],
        group=f"hostile / {row['expect']}",
        text=row.get("text", part * times),
        expected=Expected(row["gold"], row.get("must", ())),
        manner="hostile",
        expect=row["expect"],
    )
