"""Somebody's message is checked where the bot is called to it, or where it's forwarded."""

from __future__ import annotations

from typing import Any

import pytest

from handlers.addressing import Rule
from handlers.conversations import Conversations
from handlers.desk import Desk
from handlers.flood import Allowance, Flood
from handlers.reception import Reception
from handlers.said import FLOOD, Said
from knowledge import Exchange
from tests.invented_knowledge import InventedKnowledge
from tests.typed_messages import (
    BEN,
    BOT,
    GROUP,
    ITSELF,
    OTHER_BOT,
    said_by_ben,
    said_by_bot,
    typed,
    typed_in_group,
    typed_row,
)

FROM_SOMEBODY = {"type": "hidden_user", "sender_user_name": "Ben", "date": 0}


@pytest.mark.parametrize("call", ["/check", "/check@LindenBot", "@LindenBot"])
def test_a_claim_is_checked_where_somebody_is_replied_to(
    reception: Reception, knowledge: InventedKnowledge, call: str
) -> None:
    claim = said_by_ben("The pier is theirs")
    said = reception.receive(typed_in_group(call, reply_to_message=claim), BOT)
    assert isinstance(said, Said)
    assert said.reply.text().startswith("The article says otherwise.\nNobody holds the pier.\n> ")
    assert knowledge.checked == [("The pier is theirs", "en")]


def test_asking_whether_it_is_true_below_a_message_is_checking_it(
    reception: Reception, knowledge: InventedKnowledge
) -> None:
    claim = said_by_ben("The pier is theirs")
    said = reception.receive(
        typed_in_group("@LindenBot is that true?", reply_to_message=claim), BOT
    )
    assert isinstance(said, Said)
    assert knowledge.checked[-1][0] == "The pier is theirs"


def test_words_of_ones_own_are_answered_below_a_message_too(
    reception: Reception, knowledge: InventedKnowledge
) -> None:
    claim = said_by_ben("The pier is theirs")
    reception.receive(typed_in_group("@LindenBot who holds Linden?", reply_to_message=claim), BOT)
    assert knowledge.checked == []
    assert knowledge.asked[-1][0] == "who holds Linden?"


def test_who_quotes_a_part_of_a_message_has_that_part_checked(
    reception: Reception, knowledge: InventedKnowledge
) -> None:
    claim = said_by_ben("The Greys hold Linden. The pier is theirs")
    part = {"text": "The pier is theirs", "position": 23, "is_manual": True}
    reception.receive(typed_in_group("/check", reply_to_message=claim, quote=part), BOT)
    assert knowledge.checked[-1][0] == "The pier is theirs"


def test_a_part_of_another_chats_message_is_checked_too(
    reception: Reception, knowledge: InventedKnowledge
) -> None:
    origin = {"type": "hidden_user", "sender_user_name": "Ben", "date": 0}
    part = {"text": "The pier is theirs", "position": 0}
    reception.receive(typed_in_group("/check", external_reply={"origin": origin}, quote=part), BOT)
    assert knowledge.checked[-1][0] == "The pier is theirs"


def test_a_pictures_caption_is_checked_like_text(
    reception: Reception, knowledge: InventedKnowledge
) -> None:
    photo = [{"file_id": "a", "file_unique_id": "b", "width": 1, "height": 1}]
    picture = said_by_ben("") | {"caption": "The pier is theirs", "photo": photo}
    del picture["text"]
    reception.receive(typed_in_group("/check", reply_to_message=picture), BOT)
    assert knowledge.checked[-1][0] == "The pier is theirs"


def test_another_bots_message_is_checked_like_anybodys(
    reception: Reception, knowledge: InventedKnowledge
) -> None:
    claim = said_by_ben("The pier is theirs") | {"from": OTHER_BOT}
    reception.receive(typed_in_group("/check", reply_to_message=claim), BOT)
    assert knowledge.checked[-1][0] == "The pier is theirs"


@pytest.mark.parametrize("call", ["/check", "@LindenBot"])
def test_a_question_to_be_checked_is_answered(
    reception: Reception, knowledge: InventedKnowledge, call: str
) -> None:
    """And it follows nothing of what was said to who has it checked."""
    reception.receive(typed_in_group("@LindenBot how many herrings?"), BOT)
    claim = said_by_ben("Who holds Linden?")
    said = reception.receive(typed_in_group(call, reply_to_message=claim), BOT)
    assert isinstance(said, Said)
    assert said.reply.text().startswith("The Greys hold the harbour of Linden.")
    assert knowledge.asked[-1] == ("Who holds Linden?", "en", None)


@pytest.mark.parametrize(
    ("replied", "line"),
    [
        (None, "Reply with /check to a message, or write after it what I'm to check."),
        (
            said_by_bot("catch"),
            "That message is mine: the quote in it is the article's own words.",
        ),
        (
            typed_row(None, chat=GROUP, dice={"emoji": "🎲", "value": 3}, **{"from": BEN}),
            "There are no words in that message to check.",
        ),
    ],
)
def test_what_cannot_be_checked_gets_one_line(
    reception: Reception, knowledge: InventedKnowledge, replied: dict[str, Any] | None, line: str
) -> None:
    said = reception.receive(typed_in_group("/check", reply_to_message=replied), BOT)
    assert isinstance(said, Said)
    assert said.reply.text() == line
    assert said.again
    assert knowledge.checked == []


def test_check_takes_words_of_its_own(reception: Reception, knowledge: InventedKnowledge) -> None:
    message = typed_in_group("/check the pier is theirs", reply_to_message=said_by_bot("catch"))
    assert isinstance(reception.receive(message, BOT), Said)
    assert knowledge.checked == [("the pier is theirs", "en")]


def test_a_message_forwarded_in_private_is_checked(
    reception: Reception, knowledge: InventedKnowledge
) -> None:
    said = reception.receive(typed("The pier is theirs", forward_origin=FROM_SOMEBODY), BOT)
    assert isinstance(said, Said)
    assert said.reply.text().startswith("The article says otherwise.")
    assert knowledge.asked == []


def test_a_question_forwarded_is_answered_as_one(
    reception: Reception, knowledge: InventedKnowledge
) -> None:
    reception.receive(typed("how many herrings?"), BOT)
    reception.receive(typed("says who?", forward_origin=FROM_SOMEBODY), BOT)
    assert knowledge.asked[-1] == ("says who?", "en", None)


def test_a_forwarded_message_is_not_checked_in_a_group(reception: Reception) -> None:
    message = typed_in_group("The pier is theirs", forward_origin=FROM_SOMEBODY)
    assert reception.receive(message, BOT) is Rule.NOT_ADDRESSED


@pytest.mark.parametrize(
    "own",
    [
        {"forward_origin": {"type": "user", "date": 0, "sender_user": ITSELF}},
        {"forward_origin": {"type": "user", "date": 0, "sender_user": BEN}, "via_bot": ITSELF},
    ],
)
def test_the_bots_own_message_forwarded_to_it_gets_one_line(
    reception: Reception, own: dict[str, Any]
) -> None:
    said = reception.receive(typed("Nobody holds the pier.", **own), BOT)
    assert isinstance(said, Said)
    assert said.reply.text().startswith("That message is mine")


def test_a_check_may_be_followed_up(reception: Reception, knowledge: InventedKnowledge) -> None:
    claim = said_by_ben("They caught 9,000")
    reception.receive(typed_in_group("/check", reply_to_message=claim), BOT)
    reception.receive(typed_in_group("@LindenBot says who?"), BOT)
    assert knowledge.asked[-1][2] == Exchange("", ("catch",))


def test_somebody_elses_language_is_not_taken_for_that_of_who_checks(
    reception: Reception,
) -> None:
    claim = said_by_ben("Linden тримають вони")
    checked = reception.receive(typed_in_group("/check", reply_to_message=claim), BOT)
    page = reception.receive(typed_in_group("/check"), BOT)
    assert isinstance(checked, Said)
    assert isinstance(page, Said)
    assert (checked.language, page.language) == ("uk", "en")


def test_a_check_counts_as_an_answer_against_floods(desk: Desk) -> None:
    reception = Reception(desk, Conversations(), Flood(Allowance(per_person=1)))
    claim = said_by_ben("The pier is theirs")
    said = [
        reception.receive(typed_in_group("/check", reply_to_message=claim), BOT) for _ in range(3)
    ]
    assert isinstance(said[1], Said)
    assert said[1].declined == FLOOD
    assert said[2] is Rule.FLOOD
