"""The buttons under an answer, and what they hand back when they're pressed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from handlers.catalogues import Catalogue, catalogue
from handlers.fact_words import statement
from handlers.links import FACT, address, start_parameter
from handlers.offers import Offer, examples, related
from handlers.reply import shortened
from handlers.said import Audience, Button
from knowledge import Answer, Fact, Kind, Knowledge

VERSION = "1"
"""Begins what a button hands back. Buttons stay in chats for years: whoever changes what the rest
means raises it, and goes on reading the old."""
MOST_BYTES = 64
"""What Telegram lets a button hand back."""
LONGEST_LABEL = 44
"""Characters that a phone shows on a button as wide as the screen."""

Rows = tuple[tuple[Button, ...], ...]


class Action(StrEnum):
    """What a button does; its value goes into what it hands back."""

    SHOW = "s"
    """Show a fact's quote in the article."""
    ASK = "q"
    """Answer a question that was offered."""
    UP = "u"
    DOWN = "d"
    SEND = "e"
    """Send the question to the editors."""


@dataclass(frozen=True, slots=True)
class Press:
    """A button pressed: ids and names of our own, no words."""

    action: Action
    language: str
    """Of the message that it stands under."""
    about: str = ""
    """A fact's id, or the key of an offer."""

    def __str__(self) -> str:
        """What the button hands back, such as `1:q:uk:some-fact`."""
        return f"{VERSION}:{self.action}:{self.language}:{self.about}"


def read_press(data: str | None) -> Press | None:
    """What `str()` made of it; `None` for anything else, such as a later version's."""
    version, *parts = (data or "").split(":", 3)
    if version != VERSION or len(parts) != 3 or parts[0] not in set(Action):
        return None
    return Press(Action(parts[0]), parts[1], parts[2])


def under_answer(
    answer: Answer, knowledge: Knowledge, audience: Audience, bot: str, *, own_words: bool
) -> Rows:
    """The buttons under `answer`, rows from the top; `bot` is the bot's name without @.

    `own_words`: whether the question is the reader's own, to send to the editors where the
    article doesn't say.
    """
    words = catalogue(answer.language)
    match answer.kind:
        case Kind.ANSWERED if answer.facts and audience is Audience.GROUP:
            return _kept(_beside_others(answer, words, bot))
        case Kind.ANSWERED if answer.facts:
            return _kept(*_alone(answer, words, knowledge))
        case Kind.CLARIFY:
            return _kept(*((_option(fact, answer.language),) for fact in answer.options))
        case Kind.NOT_NAMED | Kind.NOT_SAID if own_words:
            label = words.say("Send the question to the editors")
            return _kept((_button(label, Action.SEND, answer.language),))
        case _:
            return ()


def under_start(language: str, knowledge: Knowledge) -> Rows:
    """The questions to begin with."""
    return _kept(*((_offered(offer, language),) for offer in examples(language, knowledge)))


def has(action: Action, rows: Rows) -> bool:
    """Whether one of the buttons does `action`."""
    return any(_does(action, button) for row in rows for button in row)


def without(action: Action, rows: Rows) -> Rows:
    """The rows but for the buttons that do `action`."""
    return _only(lambda button: not _does(action, button), rows)


def asked_as(fact: Fact, language: str) -> str:
    """How a person asks for the fact, or where nobody wrote that, what it says."""
    return fact.question.get(language) or statement(fact, language)


def _alone(answer: Answer, words: Catalogue, knowledge: Knowledge) -> list[tuple[Button, ...]]:
    language, first = answer.language, answer.facts[0]
    told = [each for fact in answer.facts for each in (fact, *knowledge.companions(fact))]
    return [
        (_button(words.say("Show in the article"), Action.SHOW, language, first.id),),
        *((_offered(offer, language),) for offer in related(told, language, knowledge)),
        _votes(first, language),
    ]


def _beside_others(answer: Answer, words: Catalogue, bot: str) -> tuple[Button, ...]:
    # One short row: others talk here too.
    first = answer.facts[0]
    votes = _votes(first, answer.language)
    start = start_parameter(FACT, first.id)
    if start is None:
        return votes
    return (Button(words.say("In the article"), url=address(bot, start)), *votes)


def _votes(fact: Fact, language: str) -> tuple[Button, ...]:
    return (
        _button("👍", Action.UP, language, fact.id),
        _button("👎", Action.DOWN, language, fact.id),
    )


def _option(fact: Fact, language: str) -> Button:
    return _button(
        shortened(asked_as(fact, language), LONGEST_LABEL), Action.ASK, language, fact.id
    )


def _offered(offer: Offer, language: str) -> Button:
    return _button(offer.question, Action.ASK, language, offer.key)


def _button(label: str, action: Action, language: str, about: str = "") -> Button:
    return Button(label, str(Press(action, language, about)))


def _kept(*rows: tuple[Button, ...]) -> Rows:
    # Telegram refuses a whole message for one button that hands back too much.
    return _only(lambda button: len(button.data.encode()) <= MOST_BYTES, rows)


def _only(wanted: Callable[[Button], bool], rows: Rows) -> Rows:
    kept = (tuple(button for button in row if wanted(button)) for row in rows)
    return tuple(row for row in kept if row)


def _does(action: Action, button: Button) -> bool:
    press = read_press(button.data)
    return press is not None and press.action is action
