"""Words after a command are asked as a question, of what the command is on where they may be."""

from __future__ import annotations

import pytest

from handlers.reply import Reply, line
from handlers.request import Request
from handlers.said import Audience, Said
from handlers.words_after import answer_to_words_after
from knowledge import Exchange, Fact, Kind
from tests.invented_knowledge import FACTS

HELD, STORM = FACTS[0], FACTS[4]
TITLE = {"en": "Fish", "uk": "Риба"}


class Asked:
    """Answers by heart, and keeps what it was asked."""

    def __init__(self, **answers: tuple[Kind, Fact | None]) -> None:
        """By the question's words, those before a colon aside."""
        self._answers = answers
        self.requests: list[Request] = []

    def __call__(self, request: Request) -> Said:
        """The answer."""
        self.requests.append(request)
        topic, _, words = request.words.rpartition(": ")
        kind, fact = self._answers[f"of_{words}" if topic else words]
        cited = () if fact is None else (fact,)
        return Said(Reply((line(request.words),)), "uk", kind, cited=cited)

    @property
    def words(self) -> list[str]:
        """What it was asked."""
        return [request.words for request in self.requests]


def after(ask: Asked, words: str, before: Exchange | None = None) -> Said | None:
    request = Request(words, "en", Audience.PRIVATE, after=before)
    return answer_to_words_after(request, ask, TITLE, "fish")


def test_words_that_are_answered_of_the_topic_are_asked_once() -> None:
    ask = Asked(storm=(Kind.ANSWERED, STORM))
    said = after(ask, "storm")
    assert said is not None
    assert (said.cited, ask.words) == ((STORM,), ["storm"])


def test_a_command_begins_anew_whatever_was_said_before() -> None:
    ask = Asked(storm=(Kind.ANSWERED, STORM))
    after(ask, "storm", Exchange("who?", ("harbour-held",)))
    assert ask.requests[0].after is None


@pytest.mark.parametrize("first", [(Kind.ANSWERED, HELD), (Kind.CLARIFY, None)])
@pytest.mark.parametrize(
    ("of_topic", "fits"), [((Kind.ANSWERED, STORM), True), ((Kind.NOT_SAID, None), False)]
)
def test_what_strays_or_may_mean_several_things_is_meant_of_the_topic_if_it_has_it(
    first: tuple[Kind, Fact | None], of_topic: tuple[Kind, Fact | None], fits: bool
) -> None:
    """Asked so in the language of the words."""
    ask = Asked(it=first, of_it=of_topic)
    said = after(ask, "it")
    assert ask.words == ["it", "Риба: it"]
    assert said is not None
    assert said.kind is (of_topic if fits else first)[0]


def test_another_topics_answer_is_no_better_for_being_asked_of_this_one() -> None:
    ask = Asked(it=(Kind.ANSWERED, HELD), of_it=(Kind.ANSWERED, HELD))
    said = after(ask, "it")
    assert said is not None
    assert said.reply.text() == "it"


@pytest.mark.parametrize("words", ["", "  ", "hi", "weather"])
def test_words_that_ask_nothing_of_use_get_what_the_command_gives_alone(words: str) -> None:
    ask = Asked(hi=(Kind.SMALL_TALK, None), weather=(Kind.OFF_TOPIC, None))
    assert after(ask, words) is None


def test_a_no_is_an_answer_too() -> None:
    ask = Asked(eels=(Kind.NOT_SAID, None))
    said = after(ask, "eels")
    assert said is not None
    assert ask.words == ["eels"]
