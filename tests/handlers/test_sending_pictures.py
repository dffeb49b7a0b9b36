"""A picture is uploaded once and goes by its id from then on; no trouble costs the words."""

from __future__ import annotations

import hashlib
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from telegram import Bot, Message

from bot.transport import AiohttpRequest
from handlers.outcome import ANSWERED, Ended, Outcome, Turn, outcome_slip
from handlers.persisting import Patience
from handlers.reply import Reply, bold, line
from handlers.said import Button, Said
from handlers.sending import Sender
from knowledge import Picture
from state.database import StateDatabase
from state.file_ids import FileIds
from tests.pictures import png
from tests.telegram_double import Asked, Break, Fault, TelegramDouble

QUICK = Patience(total=5, first_pause=0.01, longest_pause=0.05, hold=0.05)
PNG = png(80, 60)
MAP = Picture("map", None, {}, {}, PNG, hashlib.sha256(PNG).hexdigest(), ())
SAID = Said(
    Reply((line(bold("Map"), " of <all> & sundry"),)),
    "en",
    again="map",
    picture="map",
    buttons=((Button("More", data="m"),),),
)
CAPTION = "Map of <all> & sundry"
WITH_THE_REST = replace(SAID, then=replace(Said.in_a_line("The rest.", "en"), again="rest"))
TOO_SMALL = 4096
"""Bytes for a state file: not even its tables fit."""


def picture(identity: str) -> Picture | None:
    """The one picture there is."""
    return MAP if identity == "map" else None


@pytest.fixture
async def bot(telegram: TelegramDouble) -> AsyncIterator[Bot]:
    """The bot that sends it."""
    async with bot_of(telegram) as bot:
        yield bot


def bot_of(telegram: TelegramDouble) -> Bot:
    return Bot(
        telegram.token,
        base_url=f"{telegram.root}/bot",
        request=AiohttpRequest(telegram.root, connections=4, read_timeout=2),
        get_updates_request=AiohttpRequest(telegram.root, connections=1, read_timeout=2),
    )


@pytest.fixture
def database(tmp_path: Path) -> StateDatabase:
    """The state file."""
    return StateDatabase(tmp_path / "state.db")


@pytest.fixture
def sender(database: StateDatabase) -> Sender:
    """A sender that keeps ids in the state file."""
    return Sender(picture, FileIds(database), QUICK)


async def reply(bot: Bot, asked: Asked, sender: Sender, said: Said = SAID, **how: Any) -> Ended:
    """Send the picture in reply to what was asked."""
    message = Message.de_json(asked.message, bot)
    assert message is not None
    return await sender.reply(message, said, **{"quote_question": False, **how})


def uploads(telegram: TelegramDouble) -> int:
    """How often a picture's bytes were taken."""
    return telegram.api.messages.photos.uploads


async def test_the_words_are_the_pictures_caption_with_marks_and_buttons(
    telegram: TelegramDouble, bot: Bot, sender: Sender
) -> None:
    asked = telegram.person().writes("/map")
    assert await reply(bot, asked, sender) == ANSWERED
    [sent] = telegram.sent
    assert (sent.method, sent.parameters["photo"], sent.text) == ("sendPhoto", PNG, CAPTION)
    assert [one["type"] for one in sent.message["caption_entities"]] == ["bold"]
    assert sent.message["reply_markup"]["inline_keyboard"][0][0]["text"] == "More"


async def test_the_second_time_it_goes_by_its_id(
    telegram: TelegramDouble, bot: Bot, sender: Sender, database: StateDatabase
) -> None:
    """After a restart, too."""
    ann, group = telegram.person(), telegram.group()
    await reply(bot, ann.writes("/map"), sender)
    await reply(bot, ann.writes("/map", group), sender)
    database.close()
    restarted = Sender(picture, FileIds(StateDatabase(database.path)), QUICK)
    await reply(bot, ann.writes("/map"), restarted)
    assert [one.method for one in telegram.sent] == ["sendPhoto"] * 3
    assert uploads(telegram) == 1
    assert {one.message["photo"][-1]["width"] for one in telegram.sent} == {80}


async def test_that_a_photo_is_on_its_way_is_shown_where_bytes_are_sent(
    telegram: TelegramDouble, bot: Bot, sender: Sender
) -> None:
    ann = telegram.person()
    for _ in range(2):
        await reply(bot, ann.writes("/map"), sender)
    assert telegram.api.actions == [(ann.chat.id, "upload_photo")]


@pytest.mark.parametrize(
    "fault", [Fault(("sendChatAction",), status=500), Fault(("sendChatAction",), delay=30)]
)
async def test_a_photo_that_cannot_be_announced_is_sent_all_the_same(
    telegram: TelegramDouble,
    bot: Bot,
    sender: Sender,
    fault: Fault,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("handlers.sending.ANNOUNCING", 0.05)
    telegram.faults.add(fault)
    assert await reply(bot, telegram.person().writes("/map"), sender) == ANSWERED
    assert (len(telegram.sent), fault.struck) == (1, 1)


async def test_an_id_that_telegram_refuses_is_dropped_and_the_bytes_are_sent_once_anew(
    telegram: TelegramDouble, bot: Bot, sender: Sender
) -> None:
    ann = telegram.person()
    await reply(bot, ann.writes("/map"), sender)
    telegram.api.messages.photos.by_id.clear()
    for _ in range(2):
        assert await reply(bot, ann.writes("/map"), sender) == ANSWERED
    assert len(telegram.sent) == 3
    assert len(telegram.refused) == 1
    assert uploads(telegram) == 2


async def test_an_id_is_another_bots_no_more_than_its_token_is(
    telegram: TelegramDouble, bot: Bot, database: StateDatabase
) -> None:
    FileIds(database).note(bot.id + 1, MAP.digest, "AgACanothers")
    sender = Sender(picture, FileIds(database), QUICK)
    assert await reply(bot, telegram.person().writes("/map"), sender) == ANSWERED
    assert telegram.refused == []


async def test_a_picture_that_changed_is_uploaded_anew(
    telegram: TelegramDouble, bot: Bot, database: StateDatabase
) -> None:
    FileIds(database).note(bot.id, "the digest of an older map", "AgACold")
    sender = Sender(picture, FileIds(database), QUICK)
    await reply(bot, telegram.person().writes("/map"), sender)
    assert uploads(telegram) == 1


@pytest.mark.parametrize("most_bytes", [TOO_SMALL, 2**26])
async def test_without_a_state_file_the_picture_is_sent_and_remembered_for_the_time_being(
    telegram: TelegramDouble, bot: Bot, tmp_path: Path, most_bytes: int
) -> None:
    """The disk is full, or the file can't be made."""
    path = tmp_path / "state.db"
    if most_bytes != TOO_SMALL:
        path.mkdir()
    sender = Sender(picture, FileIds(StateDatabase(path, most_bytes=most_bytes)), QUICK)
    ann = telegram.person()
    for _ in range(2):
        assert await reply(bot, ann.writes("/map"), sender) == ANSWERED
    telegram.api.messages.photos.by_id.clear()
    assert await reply(bot, ann.writes("/map"), sender) == ANSWERED
    assert (len(telegram.sent), uploads(telegram)) == (3, 2)


@pytest.mark.parametrize(
    "refusal",
    [
        "not enough rights to send photos to the chat",
        "CHAT_SEND_PHOTOS_FORBIDDEN",
        "IMAGE_PROCESS_FAILED",
        "message caption is too long",
    ],
)
async def test_a_chat_that_takes_no_picture_gets_its_words(
    telegram: TelegramDouble, bot: Bot, sender: Sender, refusal: str
) -> None:
    telegram.faults.add(Fault(("sendPhoto",), status=400, description=f"Bad Request: {refusal}"))
    asked = telegram.person().writes("/map", telegram.group(forum=True), topic=5)
    assert await reply(bot, asked, sender, quote_question=True) == ANSWERED
    [sent] = telegram.sent
    assert (sent.method, sent.text) == ("sendMessage", CAPTION)
    assert sent.message["reply_to_message"]["message_id"] == asked.message_id
    assert "reply_markup" in sent.message


async def test_a_caption_with_broken_markup_is_sent_as_plain_text_below_its_picture(
    telegram: TelegramDouble, bot: Bot, sender: Sender
) -> None:
    broken = "Bad Request: can't parse entities: Unsupported start tag"
    telegram.faults.add(Fault(("sendPhoto",), status=400, description=broken, times=1))
    assert await reply(bot, telegram.person().writes("/map"), sender) == ANSWERED
    [sent] = telegram.sent
    assert (sent.method, sent.text) == ("sendPhoto", CAPTION)
    assert "caption_entities" not in sent.message


async def test_a_group_that_lets_nobody_write_is_undeliverable(
    telegram: TelegramDouble, bot: Bot, sender: Sender
) -> None:
    description = "Bad Request: not enough rights to send text messages to the chat"
    methods = ("sendPhoto", "sendMessage")
    fault = telegram.faults.add(Fault(methods, status=400, description=description))
    ended = await reply(bot, telegram.person().writes("/map"), sender)
    assert (ended.outcome, fault.struck) == (Outcome.UNDELIVERABLE, 1)


@pytest.mark.parametrize(
    "fault",
    [
        Fault(("sendPhoto",), status=429, retry_after=0.05, times=2),
        Fault(("sendPhoto",), status=502, body=b"<html>Bad Gateway</html>", times=2),
        Fault(("sendPhoto",), breaks=Break.BEFORE, times=2),
    ],
    ids=["429", "HTML", "reset"],
)
async def test_what_passes_is_waited_out_and_the_picture_sent_once(
    telegram: TelegramDouble, bot: Bot, sender: Sender, fault: Fault
) -> None:
    assert await reply(bot, telegram.person().writes("/map"), sender) == ANSWERED
    telegram.faults.add(fault)
    assert await reply(bot, telegram.person(2).writes("/map"), sender) == ANSWERED
    assert (len(telegram.sent), uploads(telegram), fault.struck) == (2, 1, 2)


async def test_a_picture_keeps_to_its_topic_and_needs_no_question(
    telegram: TelegramDouble, bot: Bot, sender: Sender
) -> None:
    group = telegram.group(forum=True)
    asked = telegram.person().writes("/map", group, topic=7)
    await reply(bot, asked, sender, quote_question=True)
    del group.messages[asked.message_id]
    await reply(bot, asked, sender, quote_question=True)
    group.deleted_topics.add(7)
    await reply(bot, asked, sender, quote_question=True)
    topics = [one.message.get("message_thread_id") for one in telegram.sent]
    replies = ["reply_to_message" in one.message for one in telegram.sent]
    assert (topics, replies) == ([7, 7, None], [True, False, False])
    assert {one.method for one in telegram.sent} == {"sendPhoto"}


async def test_a_group_that_was_upgraded_gets_its_picture_under_the_new_id(
    telegram: TelegramDouble, bot: Bot, sender: Sender
) -> None:
    old, new = telegram.group(1), telegram.group(2)
    asked = telegram.person().writes("/map", old)
    old.migrated_to = new.id
    assert await reply(bot, asked, sender, quote_question=True) == ANSWERED
    assert [one.method for one in telegram.sent_to(new)] == ["sendPhoto"]


async def test_a_picture_that_has_to_wait_is_parked_and_resumed_with_caption_and_buttons(
    telegram: TelegramDouble, bot: Bot, sender: Sender
) -> None:
    fault = telegram.faults.flood(600, methods=("sendPhoto",), times=1)
    asked = telegram.person().writes("/map")
    with outcome_slip(may_hold=True, turn=Turn.WAIT):
        ended = await reply(bot, asked, sender)
    assert (ended.outcome, fault.struck, telegram.sent) == (Outcome.PARKED, 1, [])
    assert ended.held is not None
    assert ended.held.again == "map"
    telegram.closed.open_all()
    assert await sender.resume(bot, ended.held, SAID) == ANSWERED
    [sent] = telegram.sent
    assert (sent.method, sent.text, "reply_markup" in sent.message) == ("sendPhoto", CAPTION, True)


async def test_a_picture_of_an_older_knowledge_leaves_the_words(
    telegram: TelegramDouble, bot: Bot
) -> None:
    sender = Sender(lambda identity: None, patience=QUICK)
    assert await reply(bot, telegram.person().writes("/map"), sender) == ANSWERED
    assert telegram.sent[0].method == "sendMessage"


def shown(telegram: TelegramDouble) -> list[tuple[str, str]]:
    """What was sent, in order: how, and its words."""
    return [(one.method, one.text) for one in telegram.sent]


async def test_what_its_caption_has_no_room_for_is_a_message_of_its_own_after_it(
    telegram: TelegramDouble, bot: Bot, sender: Sender
) -> None:
    asked = telegram.person().writes("/map")
    assert await reply(bot, asked, sender, WITH_THE_REST) == ANSWERED
    assert shown(telegram) == [("sendPhoto", CAPTION), ("sendMessage", "The rest.")]
    assert ["reply_markup" in one.message for one in telegram.sent] == [True, False]


async def test_the_rest_is_held_back_by_itself_once_the_picture_is_there(
    telegram: TelegramDouble, bot: Bot, sender: Sender
) -> None:
    telegram.faults.flood(600, methods=("sendMessage",), times=1)
    asked = telegram.person().writes("/map")
    with outcome_slip(may_hold=True, turn=Turn.WAIT) as slip:
        ended = await reply(bot, asked, sender, WITH_THE_REST)
    assert (ended.outcome, slip.accepted) == (Outcome.PARKED, 1)
    assert ended.held is not None
    assert (ended.held.again, ended.held.wait) == ("rest", 600)
    assert shown(telegram) == [("sendPhoto", CAPTION)]


async def test_a_picture_that_is_held_back_brings_the_rest_when_it_is_made_anew(
    telegram: TelegramDouble, bot: Bot, sender: Sender
) -> None:
    telegram.faults.flood(600, methods=("sendPhoto",), times=1)
    with outcome_slip(may_hold=True, turn=Turn.WAIT):
        ended = await reply(bot, telegram.person().writes("/map"), sender, WITH_THE_REST)
    assert ended.held is not None
    assert (ended.held.again, telegram.sent) == ("map", [])
    telegram.closed.open_all()
    assert await sender.resume(bot, ended.held, WITH_THE_REST) == ANSWERED
    assert shown(telegram) == [("sendPhoto", CAPTION), ("sendMessage", "The rest.")]


@pytest.mark.parametrize(
    ("refused", "outcome", "sent"),
    [
        (("sendPhoto", "sendMessage"), Outcome.UNDELIVERABLE, []),
        (("sendMessage",), Outcome.UNDELIVERABLE, [("sendPhoto", CAPTION)]),
    ],
    ids=["at once", "in between"],
)
async def test_a_person_who_blocks_the_bot_is_sent_nothing_more(
    telegram: TelegramDouble,
    bot: Bot,
    sender: Sender,
    refused: tuple[str, ...],
    outcome: Outcome,
    sent: list[tuple[str, str]],
) -> None:
    description = "Forbidden: bot was blocked by the user"
    fault = telegram.faults.add(Fault(refused, status=403, description=description))
    asked = telegram.person().writes("/map")
    ended = await reply(bot, asked, sender, WITH_THE_REST)
    assert (ended.outcome, shown(telegram), fault.struck) == (outcome, sent, 1)
