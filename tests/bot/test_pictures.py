"""A picture's whole way, over HTTP: from the command to the photo that Telegram shows."""

from __future__ import annotations

from pathlib import Path

from tests.bot.invented_bot import invented_bot
from tests.bot.processes import BotProcess
from tests.bot.test_parking import ten_minutes_later
from tests.invented_knowledge import CATCH, CAUTION, FACTS, HARBOUR, PNG
from tests.telegram_double import BOT, Fault, TelegramDouble

MODULE = "tests.bot.invented_process"


async def test_a_command_gives_the_picture_with_its_quotes_in_the_caption(
    telegram: TelegramDouble, tmp_path: Path
) -> None:
    ann, group = telegram.person(language="sv"), telegram.group(forum=True)
    async with invented_bot(telegram, tmp_path):
        ann.writes("/chart")
        private = await telegram.answer_to(ann.chat)
        asked = ann.writes(f"/fish@{BOT['username']}", group, topic=5)
        shared = await telegram.answer_to(group)
        await telegram.until_all_confirmed()
    assert (private.method, private.parameters["photo"]) == ("sendPhoto", PNG)
    assert private.text.startswith("Who holds what in Linden [sv]\n\nThe Greys hold")
    assert HARBOUR in private.text
    assert (shared.method, shared.message["message_thread_id"]) == ("sendPhoto", 5)
    assert shared.message["reply_to_message"]["message_id"] == asked.message_id
    assert CATCH in shared.text
    assert CAUTION in shared.text
    quotes = {one["type"] for one in shared.message["caption_entities"]}
    assert "blockquote" in quotes
    assert telegram.refused == []
    # Both of the invented pictures are the same one.
    assert telegram.api.messages.photos.uploads == 1
    assert telegram.api.actions == [(ann.chat.id, "upload_photo")]


async def test_a_picture_that_telegram_has_is_not_uploaded_by_the_next_process(
    telegram: TelegramDouble, tmp_path: Path
) -> None:
    ann = telegram.person()
    for count in (1, 2):
        async with BotProcess(telegram, tmp_path, module=MODULE) as bot:
            ann.writes("/chart")
            await telegram.answer_to(ann.chat, count)
            await telegram.until_all_confirmed()
            bot.kill()
    assert telegram.api.messages.photos.uploads == 1
    assert [one.method for one in telegram.sent] == ["sendPhoto"] * 2


async def test_a_picture_that_was_held_back_is_sent_once_after_a_kill(
    telegram: TelegramDouble, tmp_path: Path
) -> None:
    ann = telegram.person()
    flood = telegram.faults.flood(600, methods=("sendPhoto",), times=1)
    async with BotProcess(telegram, tmp_path, module=MODULE) as bot:
        ann.writes("/chart")
        await telegram.until_all_confirmed()
        bot.kill()
        await bot.ended()
    assert (flood.struck, telegram.sent) == (1, [])
    ten_minutes_later(telegram, tmp_path / "state.db")
    async with BotProcess(telegram, tmp_path, module=MODULE) as bot:
        sent = await telegram.answer_to(ann.chat)
        bot.terminate()
        await bot.ended()
    assert (sent.method, sent.parameters["photo"]) == ("sendPhoto", PNG)
    assert HARBOUR in sent.text
    assert telegram.sent == [sent]


async def test_in_private_all_of_a_topic_comes_after_its_picture(
    telegram: TelegramDouble, tmp_path: Path
) -> None:
    ann = telegram.person()
    async with invented_bot(telegram, tmp_path) as bot:
        ann.writes("/fish")
        rest = await telegram.answer_to(ann.chat, 2)
        await telegram.until_all_confirmed()
        assert bot.counts() == {("answered", None): 1}
    assert [one.method for one in telegram.sent] == ["sendPhoto", "sendMessage"]
    told = f"{telegram.sent[0].text}\n{rest.text}"
    assert all(fact.quote in told for fact in FACTS if fact.topic == "fish")


async def test_a_kill_between_a_picture_and_its_rest_loses_neither(
    telegram: TelegramDouble, tmp_path: Path
) -> None:
    """What was in flight is repeated, as ever."""
    ann = telegram.person()
    telegram.faults.add(Fault(("sendMessage",), status=500))
    async with BotProcess(telegram, tmp_path, module=MODULE) as bot:
        ann.writes("/fish")
        await telegram.answer_to(ann.chat)
        bot.kill()
        await bot.ended()
    telegram.faults.clear()
    async with BotProcess(telegram, tmp_path, module=MODULE) as bot:
        rest = await telegram.answer_to(ann.chat, 3)
        await telegram.until_all_confirmed()
        bot.terminate()
        await bot.ended()
    assert [one.method for one in telegram.sent] == ["sendPhoto", "sendPhoto", "sendMessage"]
    assert rest.text.startswith("Fish – what was caught")


async def test_a_rest_that_is_held_back_again_and_again_brings_its_picture_once(
    telegram: TelegramDouble, tmp_path: Path
) -> None:
    """The picture itself was held back, and so is the rest, twice."""
    ann = telegram.person()
    photo = telegram.faults.flood(600, methods=("sendPhoto",), times=1)
    message = telegram.faults.flood(600, methods=("sendMessage",), times=2)
    ann.writes("/fish")
    for held, sent in ((1, []), (2, ["sendPhoto"]), (3, ["sendPhoto"])):
        async with BotProcess(telegram, tmp_path, module=MODULE) as bot:
            await telegram.until(lambda held=held: photo.struck + message.struck == held)
            await telegram.until_all_confirmed()
            bot.terminate()
            await bot.ended()
        assert [one.method for one in telegram.sent] == sent
        ten_minutes_later(telegram, tmp_path / "state.db")
    async with BotProcess(telegram, tmp_path, module=MODULE) as bot:
        rest = await telegram.answer_to(ann.chat, 2)
        bot.terminate()
        await bot.ended()
    assert [one.method for one in telegram.sent] == ["sendPhoto", "sendMessage"]
    assert rest.text.startswith("Fish – what was caught")


async def test_what_a_picture_shows_can_be_read_without_it(
    telegram: TelegramDouble, tmp_path: Path
) -> None:
    ann = telegram.person()
    async with invented_bot(telegram, tmp_path):
        ann.writes("/chart")
        shown = await telegram.answer_to(ann.chat)
        command = shown.text.rpartition("/")[2]
        ann.writes(f"/{command}")
        told = await telegram.answer_to(ann.chat, 2)
    assert told.method == "sendMessage"
    assert "Nobody holds the pier." in told.text
    assert HARBOUR in told.text
