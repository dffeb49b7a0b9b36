"""The way to Telegram: connections are kept, files arrive, and no trouble tells the token."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from telegram import Bot
from telegram.error import NetworkError, TimedOut

from bot.transport import KEEP_ALIVE, AiohttpRequest
from tests.pictures import png
from tests.telegram_double import Break, Fault, TelegramDouble

PICTURE = png() + bytes(range(256)) * 400


@pytest.fixture
async def bot(telegram: TelegramDouble) -> AsyncIterator[Bot]:
    """A bot that uses the transport."""
    bot = Bot(
        telegram.token,
        base_url=f"{telegram.root}/bot",
        request=AiohttpRequest(telegram.root, connections=4, read_timeout=5),
        get_updates_request=AiohttpRequest(telegram.root, connections=1, read_timeout=5),
    )
    async with bot:
        yield bot


async def test_a_picture_arrives_with_its_caption_and_buttons(
    telegram: TelegramDouble, bot: Bot
) -> None:
    ann = telegram.person()
    await bot.send_photo(
        ann.chat.id, PICTURE, caption="<b>Map</b> ’ö", parse_mode="HTML", filename="map.png"
    )
    [sent] = telegram.sent
    assert (sent.text, sent.parameters["photo"]) == ("Map ’ö", PICTURE)


async def test_calls_one_after_the_other_share_a_connection(
    telegram: TelegramDouble, bot: Bot
) -> None:
    for _ in range(5):
        await bot.get_me()
    assert len(telegram.connections) == 1


def test_a_connection_outlasts_a_quiet_while() -> None:
    assert KEEP_ALIVE >= 300


async def test_silence_is_a_timeout(telegram: TelegramDouble, bot: Bot) -> None:
    telegram.faults.add(Fault(methods=("getMe",), delay=30))
    with pytest.raises(TimedOut):
        await bot.get_me(read_timeout=0.1)


async def test_a_reset_is_trouble_with_the_network_and_tells_no_token(
    telegram: TelegramDouble, bot: Bot
) -> None:
    telegram.faults.add(Fault(methods=("getMe",), breaks=Break.BEFORE))
    with pytest.raises(NetworkError) as raised:
        await bot.get_me()
    assert telegram.token not in repr(raised.value) + repr(raised.value.__cause__)


async def test_nobody_at_the_other_end_is_trouble_with_the_network() -> None:
    request = AiohttpRequest("http://127.0.0.1:1", connections=1, read_timeout=1)
    async with request:
        with pytest.raises(NetworkError, match="ClientConnectorError"):
            await request.post("http://127.0.0.1:1/bot1:SECRET/getMe")
