"""Updates a second and latency of the receiver, beside a bare python-telegram-bot that echoes.

    python -m bench.receiving [--updates 2000] [--chats 200] [--delay 0.05]

Both run as processes against the tests' double in this one, which shares the machine with them:
compare the two, and take neither for what Telegram would see. `--delay` is what a send takes, in
seconds. Latency is measured on 100 updates that come one after the other.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import statistics
import tempfile
from pathlib import Path

from tests.bot.processes import BotProcess
from tests.telegram_double import Fault, TelegramDouble


def bare() -> None:
    """python-telegram-bot as its manual has it."""
    from telegram import Update
    from telegram.ext import Application, ContextTypes, MessageHandler, filters

    async def echo(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        if update.message is not None and update.message.text is not None:
            await update.message.reply_text(update.message.text)

    root = os.environ["TELEGRAM_API_URL"]
    application = (
        Application.builder()
        .token(os.environ["TELEGRAM_BOT_TOKEN"])
        .base_url(f"{root}/bot")
        .build()
    )
    application.add_handler(MessageHandler(filters.TEXT, echo))
    application.run_polling()


async def measure(
    module: str, arguments: list[str], updates: int, chats: int, delay: float
) -> str:
    """One line of figures for the bot that `module` runs."""
    async with TelegramDouble(previews=True) as telegram:
        people = [telegram.person(number) for number in range(chats)]
        if delay:
            telegram.faults.add(Fault(delay=delay))
        with tempfile.TemporaryDirectory() as folder:
            async with BotProcess(telegram, Path(folder), *arguments, module=module):
                people[0].writes("up?")
                await telegram.answer_to(people[0].chat, within=30)
                clock = asyncio.get_running_loop().time
                begun, before = clock(), len(telegram.sent)
                for number in range(updates):
                    people[number % chats].writes(f"question {number}")
                await telegram.until(lambda: len(telegram.sent) >= before + updates, 600)
                rate = updates / (clock() - begun)
                waits = []
                for number in range(100):
                    asked, so_far = clock(), len(telegram.sent)
                    people[number % chats].writes(f"single {number}")
                    await telegram.until(lambda: len(telegram.sent) > so_far, 60)  # noqa: B023
                    waits.append(1000 * (clock() - asked - delay))
    waits.sort()
    median, worst = statistics.median(waits), waits[98]
    return f"{rate:7.0f} updates/s   p50 {median:5.1f} ms   p99 {worst:5.1f} ms"


def main() -> None:
    """Measure both in turn, three times."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--updates", type=int, default=2000)
    parser.add_argument("--chats", type=int, default=200)
    parser.add_argument("--delay", type=float, default=0.0)
    parser.add_argument("--bare", action="store_true", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.bare:
        bare()
        return
    load = (given.updates, given.chats, given.delay)
    for turn in range(1, 4):
        ours = asyncio.run(measure("tests.bot.echo_process", [], *load))
        theirs = asyncio.run(measure("bench.receiving", ["--bare"], *load))
        print(f"{turn}  this receiver  {ours}\n   bare library   {theirs}")


if __name__ == "__main__":
    main()
