"""Answers on Telegram from one knowledge: joins what receives to what answers, and keeps state."""

from __future__ import annotations

import asyncio

from bot.application import BotApplication
from bot.running import run
from bot.settings import Settings
from bot.telegram_time import TelegramTime
from bot.warming_up import warm_up
from handlers.apologies import apologise
from handlers.desk import Desk
from handlers.flood import Allowance
from handlers.menus import publish_menus
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


def answer_on_telegram(settings: Settings, knowledge: Knowledge) -> None:
    """Answer on Telegram until told to stop. Raises `EndingError` and `KnowledgeError`."""
    desk = Desk(knowledge)
    warm_up(knowledge)

    def add_handlers(application: BotApplication) -> None:
        allowance = Allowance(
            settings.answers_per_person_minute, settings.answers_per_group_minute
        )
        register(application, desk, allowance, file_ids, notebook)

    async def introduce(application: BotApplication) -> None:
        await publish_menus(application.bot, desk)

    database = StateDatabase(settings.state_db)
    clock = TelegramTime()
    ledger = Ledger(database, clock.now)
    file_ids = FileIds(database)
    notebook = Notebook(Feedback(database), Questions(database))
    try:
        asyncio.run(
            run(
                settings,
                add_handlers,
                ledger,
                apologise=apologise,
                parked=ParkedAnswers(database, ledger, clock.now),
                resume=resuming(desk, Sender(knowledge.picture, file_ids)),
                introduce=introduce,
                clock=clock,
            )
        )
    finally:
        database.close()
