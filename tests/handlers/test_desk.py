"""The desk answers a question, checks a claim, opens a page, and makes any of them anew."""

from __future__ import annotations

import pytest

from handlers.desk import HELLO, NO_WORDS, OFFERED, OWN_ANSWER, SCOPE, TOO_MUCH, Desk
from handlers.request import Request
from handlers.said import FLOOD, Audience
from knowledge import Exchange
from tests.invented_knowledge import InventedKnowledge


def request(words: str, **more: object) -> Request:
    given: dict[str, object] = {"bot": "LindenBot"} | more
    return Request(words, "en", Audience.PRIVATE, **given)  # type: ignore[arg-type]


def test_a_question_of_ones_own_can_be_sent_to_the_editors_and_somebody_elses_not(
    desk: Desk,
) -> None:
    own = desk.ask(request("How many crabs?"))
    others = desk.ask(request("How many crabs?", claim="How many crabs?"))
    assert own.reply == others.reply
    assert (bool(own.buttons), bool(others.buttons)) == (True, False)


@pytest.mark.parametrize(
    ("words", "claim", "checked"),
    [
        ("", "The Greys hold Linden", "The Greys hold Linden"),
        ("  ", "The pier is theirs", "The pier is theirs"),
        ("The pier is theirs", "The Greys hold Linden", "The pier is theirs"),
    ],
)
def test_what_is_checked_are_the_words_themselves_else_those_that_they_reply_to(
    desk: Desk, knowledge: InventedKnowledge, words: str, claim: str, checked: str
) -> None:
    said = desk.check(request(words, claim=claim))
    assert said.reply.text().startswith("The article says")
    assert [text for text, _ in knowledge.checked] == [checked]


def test_what_only_asks_is_answered_and_follows_nothing_that_its_checker_was_told(
    desk: Desk, knowledge: InventedKnowledge
) -> None:
    before = Exchange("who?", ("catch",))
    said = desk.check(request("", claim="How many crabs?", after=before))
    assert knowledge.asked == [("How many crabs?", "en", None)]
    assert said.buttons == ()


@pytest.mark.parametrize(
    ("words", "spoken", "own", "hint"),
    [
        ("Linden?", "sv", "en", "sv"),
        ("Linden?", None, "en", "en"),
        ("¿Linden?", "sv", "en", "en"),
        ("Linden?", "sv", None, "sv"),
    ],
)
def test_a_conversation_keeps_its_language_but_for_one_that_isnt_spoken(
    desk: Desk, words: str, spoken: str | None, own: str | None, hint: str | None
) -> None:
    assert desk.hint(words, spoken, own) == hint


@pytest.mark.parametrize("page", [SCOPE, NO_WORDS, HELLO, OWN_ANSWER, TOO_MUCH, "fish"])
def test_every_page_is_made_anew_of_what_may_be_kept_of_it(desk: Desk, page: str) -> None:
    said = desk.page(page, request("", bot="LindenBot"))
    assert desk.again(said.again, "LindenBot").reply == said.reply


def test_only_what_is_too_much_is_declined(desk: Desk) -> None:
    declined = {page: desk.page(page, request("")).declined for page in (SCOPE, TOO_MUCH)}
    assert declined == {SCOPE: None, TOO_MUCH: FLOOD}


def test_an_offer_is_answered_below_its_question_and_one_that_is_no_more_is_an_error(
    desk: Desk,
) -> None:
    said = desk.page(OFFERED, request("catch"))
    assert said.reply.text().startswith("How many herrings?\nThe Greys claim 9,000")
    assert desk.again(said.again, "LindenBot").reply == said.reply
    with pytest.raises(LookupError):
        desk.page(OFFERED, request("no-more"))
