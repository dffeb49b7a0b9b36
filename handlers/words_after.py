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
    request: Request, ask: Callable[[Request], Said], title: Mapping[str, str] | None = None
) -> Said | None:
    """The answer to the request's words, as after /ask; `None` where they ask nothing of use.

    `title` is the command's, by language: what may mean several things is meant of that.
    """
    if not request.words.strip():
        return None
    # A command begins anew, whatever was said before.
    asked = replace(request, after=None)
    said = ask(asked)
    if said.kind is Kind.CLARIFY and title is not None:
        of_title = f"{worded(title, said.language)}: {request.words}"
        on_title = ask(replace(asked, words=of_title, language_code=said.language))
        return on_title if on_title.kind is Kind.ANSWERED else said
    return None if said.kind in _ASKING_NOTHING else said
