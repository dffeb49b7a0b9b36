"""The double takes the messages that Telegram takes, and refuses those that it refuses."""

from __future__ import annotations

from typing import Any

import aiohttp
import pytest

from tests.pictures import png
from tests.telegram_double import Person, TelegramDouble
from tests.telegram_double.conftest import Caller


async def send(call: Caller, chat: int, **given: Any) -> Any:
    return await call("sendMessage", **{"chat_id": chat, "text": "x", **given})


async def test_sends_that_telegram_refuses_are_refused(call: Caller, ann: Person) -> None:
    chat = ann.chat.id
    asked = ann.writes("the very words")
    said = {"message_id": asked.message_id, "quote": "other words"}
    refusals = {
        "message text is empty": await send(call, chat, text=" \n "),
        "message is too long": await send(call, chat, text="😀" * 2049),
        "can't parse entities": await send(call, chat, text="<p>", parse_mode="HTML"),
        "chat not found": await send(call, 12345),
        "message to be replied not found": await send(
            call, chat, reply_parameters={"message_id": 99}
        ),
        "QUOTE_TEXT_INVALID": await send(call, chat, reply_parameters=said),
        "BUTTON_DATA_INVALID": await send(
            call,
            chat,
            reply_markup={"inline_keyboard": [[{"text": "x", "callback_data": "ö" * 33}]]},
        ),
    }
    for words, refusal in refusals.items():
        assert words in refusal
    assert call.telegram.sent == []


@pytest.mark.parametrize("preview", [None, {}, {"is_disabled": False}, {"is_disabled": True}])
async def test_a_preview_fails_a_test_that_does_not_allow_it(
    preview: dict[str, bool] | None,
) -> None:
    given = {} if preview is None else {"link_preview_options": preview}
    telegram = TelegramDouble()
    async with aiohttp.ClientSession() as session:
        await telegram.__aenter__()
        await send(Caller(telegram, session), telegram.person().chat.id, **given)
    if preview == {"is_disabled": True}:
        await telegram.__aexit__(None, None, None)
        assert [one.text for one in telegram.sent] == ["x"]
    else:
        with pytest.raises(AssertionError, match="sendMessage would show a preview"):
            await telegram.__aexit__(None, None, None)
        assert telegram.sent == []


async def test_a_message_may_be_4096_long_after_parsing(call: Caller, ann: Person) -> None:
    text = f"<b>{'&amp;' * 4096}</b>"
    await send(call, ann.chat.id, text=text, parse_mode="HTML")
    assert call.telegram.sent[0].text == "&" * 4096


async def test_a_message_that_does_not_change_is_not_edited(call: Caller, ann: Person) -> None:
    await send(call, ann.chat.id)
    message = call.telegram.sent[0].message["message_id"]
    same = await call("editMessageText", chat_id=ann.chat.id, message_id=message, text="x")
    assert "message is not modified" in same


def keyboard(**button: Any) -> dict[str, Any]:
    """One button."""
    return {"inline_keyboard": [[{"text": "More", **button}]]}


@pytest.mark.parametrize(
    ("button", "words"),
    [
        ({"text": " ", "callback_data": "x"}, "text must be non-empty"),
        ({}, "Text buttons are unallowed"),
        ({"callback_data": ""}, "BUTTON_DATA_INVALID"),
        ({"callback_data": "x" * 65}, "BUTTON_DATA_INVALID"),
        ({"callback_data": "x", "url": "https://t.me/x"}, "exactly one action"),
        ({"url": "no link"}, "is invalid: Wrong HTTP URL"),
    ],
)
async def test_a_button_that_telegram_refuses_is_refused(
    call: Caller, ann: Person, button: dict[str, Any], words: str
) -> None:
    assert words in await send(call, ann.chat.id, reply_markup=keyboard(**button))


@pytest.mark.parametrize(
    "button", [{"callback_data": "x" * 64}, {"url": "https://t.me/x?start=f"}]
)
async def test_other_buttons_are_shown(call: Caller, ann: Person, button: dict[str, Any]) -> None:
    message = await send(call, ann.chat.id, reply_markup=keyboard(**button))
    assert message["reply_markup"] == keyboard(**button)


async def test_an_edit_changes_the_words_and_takes_the_buttons_away(
    call: Caller, ann: Person
) -> None:
    sent = await send(call, ann.chat.id, reply_markup=keyboard(callback_data="x"))
    where = {"chat_id": ann.chat.id, "message_id": sent["message_id"]}
    edited = await call("editMessageText", **where, text="<b>y</b>", parse_mode="HTML")
    assert (edited["text"], "reply_markup" in edited) == ("y", False)
    assert [one.text for one in call.telegram.edited] == ["y"]
    assert "no caption" in await call("editMessageCaption", **where, caption="z")
    shown = keyboard(callback_data="y")
    again = await call("editMessageReplyMarkup", **where, reply_markup=shown)
    assert (again["text"], again["reply_markup"]) == ("y", shown)


async def test_a_persons_message_is_not_the_bots_to_edit(call: Caller, ann: Person) -> None:
    asked = ann.writes("mine")
    where = {"chat_id": ann.chat.id, "message_id": asked.message_id}
    assert "message to edit not found" in await call("editMessageText", **where, text="yours")


async def photo(call: Caller, chat: int, picture: bytes | str, **given: Any) -> Any:
    """Send a picture as an upload, or by its id."""
    if isinstance(picture, str):
        return await call("sendPhoto", chat_id=chat, photo=picture, **given)
    form = aiohttp.FormData({"chat_id": str(chat), **given})
    form.add_field("photo", picture, filename="map.png", content_type="image/png")
    return await call.upload("sendPhoto", form)


async def test_a_picture_is_sent_again_by_the_id_of_its_largest_size(
    call: Caller, ann: Person
) -> None:
    first = await photo(call, ann.chat.id, png(800, 600), caption="<i>Map</i>", parse_mode="HTML")
    *_, largest = first["photo"]
    assert (largest["width"], largest["height"]) == (800, 600)
    assert first["caption_entities"][0]["type"] == "italic"
    second = await photo(call, ann.chat.id, largest["file_id"])
    assert second["photo"][-1] == largest
    assert call.telegram.api.messages.photos.uploads == 1


@pytest.mark.parametrize(
    ("picture", "words"),
    [
        (b"", "file must be non-empty"),
        (b"no picture", "IMAGE_PROCESS_FAILED"),
        (png(1, 21), "PHOTO_INVALID_DIMENSIONS"),
        ("AgACnobodys", "wrong remote file identifier specified"),
        ("https://example.com/no.html", "wrong file identifier/HTTP URL specified"),
    ],
)
async def test_a_picture_that_is_none_is_refused(
    call: Caller, ann: Person, picture: bytes | str, words: str
) -> None:
    assert words in await photo(call, ann.chat.id, picture)


async def test_a_caption_may_be_1024_long_after_parsing(call: Caller, ann: Person) -> None:
    fitting = f"<b>{'😀' * 512}</b>"
    await photo(call, ann.chat.id, png(), caption=fitting, parse_mode="HTML")
    assert call.telegram.sent[0].text == "😀" * 512
    refusal = await photo(call, ann.chat.id, png(), caption="x" + fitting, parse_mode="HTML")
    assert "message caption is too long" in refusal


QUOTED = "😀 <b>Wet</b> days, and wet days again"


@pytest.mark.parametrize(
    ("quote", "position"),
    [
        ({"quote": "days"}, 7),
        ({"quote": "days", "quote_position": 21}, 21),
        ({"quote": "<b>Wet</b> days", "quote_parse_mode": "HTML"}, 3),
        (
            {
                "quote": "Wet",
                "quote_entities": [{"type": "bold", "offset": 0, "length": 3}],
                "quote_position": 3,
            },
            3,
        ),
    ],
)
async def test_a_quote_is_shown_where_it_stands(
    call: Caller, ann: Person, quote: dict[str, Any], position: int
) -> None:
    sent = await send(call, ann.chat.id, text=QUOTED, parse_mode="HTML")
    wanted = {"message_id": sent["message_id"], **quote}
    assert (await send(call, ann.chat.id, reply_parameters=wanted))["quote"][
        "position"
    ] == position


@pytest.mark.parametrize(
    "quote", ["Dry", "Wet", "days  again", "wet days again!", "😀" * 513, "\ud83d"]
)
async def test_a_quote_that_is_not_there_to_the_character_is_refused(
    call: Caller, ann: Person, quote: str
) -> None:
    """Nor is one without the marks that its words have."""
    sent = await send(call, ann.chat.id, text=QUOTED, parse_mode="HTML")
    wanted = {"message_id": sent["message_id"], "quote": quote}
    refusal = await send(call, ann.chat.id, reply_parameters=wanted)
    assert "QUOTE_TEXT_INVALID" in refusal or "UTF-8" in refusal


async def test_a_chat_action_is_noted(call: Caller, ann: Person) -> None:
    assert await call("sendChatAction", chat_id=ann.chat.id, action="upload_photo") is True
    assert call.telegram.api.actions == [(ann.chat.id, "upload_photo")]


@pytest.mark.parametrize(
    ("method", "given"),
    [
        ("sendChatAction", {"action": "singing"}),
        ("sendMessage", {"text": "x", "reply_parameters": {"message_id": 1, "quota": "x"}}),
        ("sendMessage", {"text": "x", "reply_markup": {"inline": []}}),
        ("sendMessage", {"text": "x", "reply_markup": keyboard(callback="x")}),
    ],
)
async def test_a_field_that_telegram_does_not_know_fails_the_test(
    method: str, given: dict[str, Any]
) -> None:
    with pytest.raises(AssertionError, match="doesn't know"):
        async with TelegramDouble() as strict, aiohttp.ClientSession() as session:
            await Caller(strict, session)(method, chat_id=strict.person().chat.id, **given)
