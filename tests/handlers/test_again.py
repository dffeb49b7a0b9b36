"""An answer that was held back is made anew, word for word, from ids alone."""

from __future__ import annotations

import json
from typing import Any, cast

import pytest

from handlers.desk import HELLO, NO_WORDS, SCOPE, TOO_MUCH, Desk
from handlers.reception import Reception
from handlers.request import Request
from handlers.said import Audience, Said
from knowledge import Knowledge
from tests.handlers.conftest import InventedKnowledge
from tests.typed_messages import BEN, BOT, typed, typed_in_group

QUESTIONS = [
    "who holds linden?",
    "do the greys hold linden?",
    "is the pier theirs?",
    "how many herrings?",
    "tell me all",
    "хто тримає linden?",
    "how many crabs?",
    "how many eels?",
    "who won the match?",
    "linden?",
    "thanks",
    "who holds elsewhere?",
    "who holds linden, elsewhere and elsewhere?",
    "who holds linden and how many eels?",
]
COMMANDS = [
    *("ask", "ask who holds linden?", "fish", "harbour", "places", "place", "article", "sources"),
    *("help", "start", "privacy", "place Linden", "place Atlantis", "place Elsewhere", "nonsense"),
    *("article 2", "article 1-2", "article 7", "article that"),
    *("start f_catch", "start place_oakham", "start whatever"),
]


def said_again(desk: Desk, said: Said) -> str:
    """The reply made anew."""
    return desk.again(said.again, BOT.username).reply.html(BOT.username)


@pytest.mark.parametrize("question", QUESTIONS)
@pytest.mark.parametrize("audience", list(Audience))
def test_an_answer_is_the_same_when_made_anew(
    desk: Desk, question: str, audience: Audience
) -> None:
    said = desk.ask(Request(question, "en", audience, bot=BOT.username))
    assert said_again(desk, said) == said.reply.html(BOT.username)


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("language", ["en", "sv"])
def test_a_page_is_the_same_when_made_anew(
    reception: Reception, desk: Desk, command: str, language: str
) -> None:
    author = BEN | {"language_code": language}
    said = reception.receive(typed(f"/{command}", **{"from": author}), BOT)
    assert isinstance(said, Said)
    assert said_again(desk, said) == said.reply.html(BOT.username)


@pytest.mark.parametrize("page", [SCOPE, NO_WORDS, HELLO, TOO_MUCH])
def test_so_is_what_no_command_opens(desk: Desk, page: str) -> None:
    said = desk.page(page, Request("", "de", Audience.GROUP, bot=BOT.username))
    assert said.language == "de"
    assert said_again(desk, said) == said.reply.html(BOT.username)


@pytest.mark.parametrize(
    "text",
    [
        *("/start words of mine", "/place words of mine", "/words of mine", "/ask words of mine"),
        *(
            "words of mine",
            "/fish words of mine",
            "/article words of mine",
            "who holds elsewhere?",
        ),
    ],
)
def test_what_is_kept_holds_nothing_that_a_person_wrote(reception: Reception, text: str) -> None:
    for message in (typed(text), typed_in_group(f"@{BOT.username} {text}")):
        said = reception.receive(message, BOT)
        assert isinstance(said, Said)
        kept: dict[str, Any] = json.loads(said.again)
        assert not any("words" in str(value) and value != "no words" for value in kept.values())
        assert "Elsewhere" not in said.again


def test_facts_that_a_new_knowledge_lacks_are_left_out_and_none_at_all_is_an_error(
    knowledge: InventedKnowledge,
) -> None:
    said = Desk(cast(Knowledge, knowledge)).ask(Request("tell me all", "en", Audience.PRIVATE))
    desk = Desk(cast(Knowledge, _Poorer("harbour-held")))
    assert desk.again(said.again, None).reply.text().startswith("The Greys hold the harbour")
    with pytest.raises(LookupError):
        Desk(cast(Knowledge, _Poorer())).again(said.again, None)


@pytest.mark.parametrize("kept", ["", "{}", "[]", "7", '{"language": "en", "audience": "moon"}'])
def test_what_was_never_kept_is_an_error(desk: Desk, kept: str) -> None:
    with pytest.raises((LookupError, ValueError, TypeError)):
        desk.again(kept, None)


class _Poorer(InventedKnowledge):
    """Has only the facts named."""

    def __init__(self, *left: str) -> None:
        super().__init__()
        self._left = left

    def fact(self, fact_id: str) -> Any:
        """A fact that is left."""
        return super().fact(fact_id) if fact_id in self._left else None
