"""What Telegram takes no answer to any more is counted as expired, by Telegram's own clock."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import pytest

from bot.expiry import expired
from bot.telegram_time import TelegramTime
from tests.bot.echo import EchoBot
from tests.bot.test_receiving import BOT_ID
from tests.telegram_double import TelegramDouble

DAY = 24 * 3600


@pytest.mark.parametrize(
    ("update", "waited", "too_old"),
    [
        ({"message": {"date": 1000}}, 0, False),
        ({"message": {"date": 1000 - DAY + 1}}, 0, False),
        ({"message": {"date": 1000 - DAY - 1}}, 0, True),
        ({"my_chat_member": {"date": 1000 - DAY - 1}}, 0, True),
        ({"guest_message": {"date": 1000 - DAY - 1}}, 0, True),
        ({"message": {"date": 2**63}}, 0, False),
        ({"message": {"date": "yesterday"}}, 0, False),
        ({"message": None}, 0, False),
        ({"callback_query": {"message": {"date": 5}}}, 149, False),
        ({"callback_query": {}}, 151, True),
        ({"inline_query": {}}, 29, False),
        ({"inline_query": {}}, 31, True),
    ],
)
def test_each_kind_has_its_time(update: dict[str, Any], waited: float, too_old: bool) -> None:
    assert (expired({"update_id": 1, **update}, 1000, waited) is not None) == too_old


async def test_a_message_of_the_day_before_yesterday_is_counted_and_not_answered(
    telegram: TelegramDouble, tmp_path: Path
) -> None:
    """Telegram itself would have dropped it, but another Bot API server may not."""
    ann = telegram.person()
    telegram.hand_over_raw(
        {
            "message": {
                "message_id": 1,
                "date": int(time.time()) - 2 * DAY,
                "chat": ann.chat.shown,
                "from": ann.shown,
                "text": "hello?",
            }
        }
    )
    ann.writes("hello!", age=DAY - 60)
    async with EchoBot(telegram, tmp_path) as bot:
        await telegram.until_all_confirmed()
    assert [one.text for one in telegram.sent] == ["hello!"]
    assert bot.ledger.counts(BOT_ID) == {
        ("expired", "message after a day"): 1,
        ("answered", None): 1,
    }


@pytest.mark.parametrize("wrong", [-50 * 365 * DAY, 400 * DAY])
async def test_a_wrong_clock_makes_nothing_old(
    telegram: TelegramDouble, tmp_path: Path, wrong: float
) -> None:
    ann = telegram.person()
    ann.writes("hello!", age=3600)
    async with EchoBot(telegram, tmp_path, clock=TelegramTime(lambda: time.time() + wrong)):
        await telegram.answer_to(ann.chat)
