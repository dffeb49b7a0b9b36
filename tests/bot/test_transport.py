"""The way to Telegram: connections are kept, files arrive, and no trouble tells the token."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import pytest
from telegram import Bot
from telegram.error import NetworkError, TimedOut

from bot.transport import KEEP_ALIVE, AiohttpRequest
from handlers.persisting import BrokenOffError
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


@pytest.mark.parametrize("status", [200, 302, 400, 401, 403, 404, 409, 413, 429, 502, 999])
async def test_a_page_of_somebody_elses_is_trouble_whatever_its_status(
    telegram: TelegramDouble, bot: Bot, status: int
) -> None:
    telegram.faults.add(Fault(status=status, body=b"<html>words of Ann's</html>"))
    with pytest.raises(NetworkError) as raised:
        await bot.send_message(telegram.person().chat.id, "hello")
    assert type(raised.value) is BrokenOffError, "no kind of it that says something of the chat"
    assert "Ann" not in repr(raised.value)


async def test_the_time_is_telegrams_and_nobody_elses(telegram: TelegramDouble) -> None:
    dates: list[str | None] = []
    request = AiohttpRequest(telegram.root, connections=1, read_timeout=5, heard=dates.append)
    url = f"{telegram.root}/bot{telegram.token}/getMe"
    telegram.faults.add(Fault(methods=("getMe",), body=b"<html>A hotel</html>", times=1))
    async with request:
        with pytest.raises(NetworkError):
            await request.post(url)
        assert dates == []
        await request.post(url)
    assert len(dates) == 1


async def test_nobody_but_telegram_is_sent_anything(telegram: TelegramDouble, bot: Bot) -> None:
    elsewhere = f"{telegram.root}/bot{telegram.token}/sendMessage"
    telegram.faults.add(Fault(status=307, body=b"", location=elsewhere, times=1))
    with pytest.raises(NetworkError):
        await bot.send_message(telegram.person().chat.id, "hello")
    assert telegram.sent == []


async def test_a_pool_without_a_free_connection_is_a_timeout_until_there_is_one(
    telegram: TelegramDouble,
) -> None:
    hanging = telegram.faults.add(Fault(methods=("getMe",), holds=60, times=1))
    url = f"{telegram.root}/bot{telegram.token}/getMe"
    async with AiohttpRequest(telegram.root, connections=1, read_timeout=60) as request:
        holding = asyncio.create_task(request.post(url))
        await telegram.until(lambda: hanging.struck == 1)
        with pytest.raises(TimedOut):
            await request.post(url, pool_timeout=0.05, connect_timeout=0.05)
        holding.cancel()
        await asyncio.gather(holding, return_exceptions=True)
        assert (await request.post(url))["id"] == telegram.bot["id"]


async def test_nobody_at_the_other_end_is_trouble_with_the_network() -> None:
    request = AiohttpRequest("http://127.0.0.1:1", connections=1, read_timeout=1)
    async with request:
        with pytest.raises(NetworkError, match="ClientConnectorError"):
            await request.post("http://127.0.0.1:1/bot1:SECRET/getMe")
