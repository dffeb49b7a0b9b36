"""Updates without an id that Telegram could be told: each is counted, once."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import Any

from bot.pace import Pace
from bot.window import Window
from tests.bot.echo import EchoBot
from tests.bot.test_receiving import counted
from tests.telegram_double import Fault, TelegramDouble

NO_IDS: list[Any] = [None, "700000001", [], {}, True, 1.5, 0, -5]


async def test_updates_without_an_id_are_counted_once_and_hold_up_nobody(
    telegram: TelegramDouble, tmp_path: Path
) -> None:
    """They come with each poll until one after them is confirmed."""
    odd = b'{"ok": true, "result": [5, null, ["no update"]]}'
    telegram.faults.add(Fault(methods=("getUpdates",), status=200, body=odd, times=1))
    for number in NO_IDS:
        telegram.hand_over_raw({"update_id": number, "message": {"text": "without a chat"}})
    async with EchoBot(telegram, tmp_path):
        await telegram.until(lambda: telegram.updates.polls >= 2)
    polls = telegram.calls_at["getUpdates"][:]
    ann = telegram.person()
    async with EchoBot(telegram, tmp_path) as bot:
        ann.writes("and mine?")
        await telegram.answer_to(ann.chat)
        await telegram.until_all_confirmed()
    # What is no update at all is taken for one that holds nothing.
    assert counted(bot) == {"answered": 1, "failed": len(NO_IDS), "declined": 1}
    # Without a pause it'd be thousands of polls a second.
    assert min(after - before for before, after in pairwise(polls)) >= Pace().repeat / 2


def test_telegram_is_never_told_an_id_that_means_others() -> None:
    """An offset of -4 has it forget all updates but the last four."""
    window = Window()
    for update in (-5, 6):
        window.take(update)
    window.finish(-5)
    assert (window.name().offset, window.confirmable) == (None, 0)
    window.finish(6)
    assert window.name().offset == 7
