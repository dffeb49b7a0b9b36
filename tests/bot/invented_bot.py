"""The bot on the invented article, receiving over HTTP in this process, with its counts."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path
from typing import Any, cast

from pydantic import SecretStr

from bot.pace import Pace
from bot.running import serve
from bot.settings import Settings
from handlers.apologies import apologise
from handlers.desk import Desk
from handlers.flood import Allowance
from handlers.presses import Notebook
from handlers.registering import register
from handlers.resuming import resuming
from handlers.sending import Sender
from knowledge import Knowledge
from state.database import StateDatabase
from state.feedback import Feedback
from state.file_ids import FileIds
from state.ledger import Ledger
from state.parked import ParkedAnswers
from state.questions import Questions
from tests.discretion import given_away_by_files
from tests.invented_knowledge import InventedKnowledge
from tests.telegram_double import BOT, TelegramDouble


class InventedBot:
    """What there is to look at of a running bot."""

    def __init__(self, folder: Path) -> None:
        """Its state is in `folder`."""
        self.knowledge = InventedKnowledge()
        self.database = StateDatabase(folder / "state.db")
        self.ledger = Ledger(self.database)
        self.file_ids = FileIds(self.database)
        self.notebook = Notebook(Feedback(self.database), Questions(self.database))

    def counts(self) -> dict[tuple[str, str | None], int]:
        """How updates have ended, by outcome and rule."""
        return dict(self.ledger.counts(BOT["id"]))


@asynccontextmanager
async def invented_bot(
    telegram: TelegramDouble, folder: Path, allowance: Allowance | None = None, **pace: float
) -> AsyncIterator[InventedBot]:
    """The bot, running while the block lasts; at its end every update has its outcome.

    Its state may give nobody away.
    """
    bot = InventedBot(folder)
    knowledge = cast(Knowledge, bot.knowledge)
    desk = Desk(knowledge)
    settings: dict[str, Any] = dict.fromkeys(
        (
            "telegram_sends_per_second",
            "telegram_sends_per_chat_second",
            "telegram_sends_per_group_minute",
        ),
        0,
    )
    stopping = asyncio.Event()
    serving = asyncio.create_task(
        serve(
            Settings(
                telegram_bot_token=SecretStr(telegram.token),
                telegram_api_url=telegram.root,
                **settings,
            ),
            partial(
                register,
                desk=desk,
                allowance=allowance,
                file_ids=bot.file_ids,
                notebook=bot.notebook,
            ),
            bot.ledger,
            stopping,
            apologise=apologise,
            parked=ParkedAnswers(bot.database, bot.ledger),
            resume=resuming(desk, Sender(knowledge.picture, bot.file_ids)),
            pace=Pace(**({"retry": 0.01} | pace)),
        )
    )
    try:
        yield bot
        await telegram.until_all_confirmed()
    finally:
        stopping.set()
        await serving
        bot.database.close()
    away = given_away_by_files(folder)
    assert away == [], f"its state gives away {away[:3]}"
