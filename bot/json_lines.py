"""Questions as JSON, one object a line, and their answers likewise, as they come."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeGuard

from handlers.conversations import Conversations
from handlers.desk import Desk
from handlers.request import Request
from handlers.said import Audience, Said
from knowledge import Fact, Kind, KnowledgeError

STATUS: Mapping[Kind, str] = {
    Kind.ANSWERED: "answered",
    Kind.NOT_NAMED: "unknown",
    Kind.NOT_SAID: "unknown",
    Kind.OFF_TOPIC: "unknown",
    Kind.SMALL_TALK: "smalltalk",
    Kind.CLARIFY: "clarify",
}


@dataclass(frozen=True, slots=True)
class Question:
    """One line that was understood."""

    id: str | int
    question: str
    chat: str | int | None


class LineError(ValueError):
    """A line isn't a question; the message says why."""


def answer_lines(
    desk: Desk, lines: Iterable[bytes], language: str | None = None
) -> Iterator[bytes]:
    """A line of JSON for each of `lines`, in order; those of one `chat` are one conversation.

    `language` is assumed where neither the words nor the conversation tell.
    """
    conversations = Conversations(seconds=float("inf"))
    for line in lines:
        try:
            asked = read_question(line)
        except LineError as error:
            yield _error(str(error))
            continue
        try:
            said = _ask(desk, conversations, asked, language)
        except KnowledgeError as error:
            yield _error(f"{_named(asked.id)}: {error}")
            continue
        yield _line({"id": asked.id, **as_json(said)})


def read_question(line: bytes) -> Question:
    """The question in a line. Raises `LineError` where it holds none."""
    if not line.strip():
        raise LineError("the line is empty")
    try:
        row = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise LineError("the line isn't UTF-8") from None
    except (ValueError, RecursionError):
        raise LineError("the line isn't JSON") from None
    if not isinstance(row, dict):
        raise LineError("the line isn't a JSON object")
    for key in ("id", "question"):
        if key not in row:
            raise LineError(f'"{key}" is missing')
    identity, question, chat = row["id"], row["question"], row.get("chat")
    if not _is_name(identity):
        raise LineError('"id" must be a string or a whole number')
    if not isinstance(question, str):
        raise LineError('"question" must be a string')
    if not question.strip():
        raise LineError(f"{_named(identity)}: the question is empty")
    if chat is not None and not _is_name(chat):
        raise LineError('"chat" must be a string or a whole number')
    return Question(identity, question, chat)


def as_json(said: Said) -> dict[str, Any]:
    """What was said: status, text, language, citations, near."""
    return {
        "status": STATUS[said.kind] if said.kind is not None else "answered",
        "text": said.reply.text(),
        "language": said.language,
        "citations": [_citation(fact) for fact in said.cited],
        "near": [_citation(fact) for fact in said.near],
    }


def _ask(desk: Desk, conversations: Conversations, asked: Question, language: str | None) -> Said:
    # A string and a number are two chats even where they look alike.
    key = (type(asked.chat), asked.chat)
    if asked.chat is None:
        return desk.ask(Request(asked.question, language, Audience.PRIVATE))
    spoken, after = conversations.language(key), conversations.last(key)
    hint = desk.hint(asked.question, spoken, language)
    said = desk.ask(Request(asked.question, hint, Audience.PRIVATE, after=after))
    conversations.remember(key, said.exchange, said.language)
    return said


def _is_name(value: object) -> TypeGuard[str | int]:
    return isinstance(value, str | int) and not isinstance(value, bool)


def _citation(fact: Fact) -> dict[str, Any]:
    return {
        "fact": fact.id,
        "article": fact.article,
        "paragraph": fact.paragraph,
        "quote": fact.quote,
    }


def _named(identity: str | int) -> str:
    # An error has no id, as no answer belongs to it.
    return f"id {json.dumps(identity, ensure_ascii=False)}"


def _error(text: str) -> bytes:
    return _line({"id": None, "status": "error", "text": text})


def _line(row: dict[str, Any]) -> bytes:
    try:
        return json.dumps(row, ensure_ascii=False).encode("utf-8") + b"\n"
    except UnicodeEncodeError:
        # Half a surrogate pair in an id has no UTF-8, but an escape.
        return json.dumps(row).encode("utf-8") + b"\n"
