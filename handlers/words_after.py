"""What the words after a command ask, where the command says something without any."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from handlers.request import Request
from handlers.said import Said
from handlers.translations import worded
from knowledge import Kind

_ASKING_NOTHING = (Kind.OFF_TOPIC, Kind.SMALL_TALK)


def answer_to_words_after(
    request: Request,
    ask: Callable[[Request], Said],
    title: Mapping[str, str] | None = None,
    topic: str | None = None,
) -> Said | None:
    """The answer to the request's words, as after /ask; `None` where they ask nothing of use.

    `title` is the command's, by language, and `topic` the id of what it's on: what may mean
    several things, or is answered by what is on another topic, is meant of that, if it has it.
    """
    if not request.words.strip():
        return None
    # A command begins anew, whatever was said before.
    asked = replace(request, after=None)
    said = ask(asked)
    strays = topic is not None and said.kind is Kind.ANSWERED and not _is_on(said, topic)
    if title is not None and (strays or said.kind is Kind.CLARIFY):
        of_title = f"{worded(title, said.language)}: {request.words}"
        on_title = ask(replace(asked, words=of_title, language_code=said.language))
        fits = _is_on(on_title, topic) if strays else on_title.kind is Kind.ANSWERED
        return on_title if fits else said
    return None if said.kind in _ASKING_NOTHING else said


def _is_on(said: Said, topic: str | None) -> bool:
    return any(fact.topic == topic for fact in said.cited)
