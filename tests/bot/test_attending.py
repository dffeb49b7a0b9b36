"""An update is handled until it has its outcome, and who asked hears of it where there's none."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest
from telegram import Update
from telegram.error import InvalidToken
from telegram.ext import TypeHandler

from bot.application import BotApplication
from bot.attending import TRIES, Attendant, asked_at, lane_of
from bot.endings import TokenRefusedError
from bot.pace import Pace
from handlers.outcome import (
    ANSWERED,
    Ended,
    Later,
    Outcome,
    declined,
    report_accepted,
    report_error,
    reporting,
)
from state.at_work import AtWork
from state.database import StateDatabase
from tests.handlers.recorded_calls import RecordedCalls, application_on
from tests.typed_messages import typed_row

QUICK = Pace(retry=0, attend=0.2, apologise=0.2)
UPDATE = {"update_id": 7, "message": typed_row("who?", date=1000)}
"""Of now, as the attendant's clock has it."""

Handler = Callable[[], Awaitable[Ended]]


class Attending:
    """An attendant whose one handler does as it's told; `sorry` counts apologies."""

    def __init__(self, application: BotApplication, at_work: AtWork) -> None:
        """Nothing handled yet."""
        self.tries = self.sorry = 0
        self.does: Handler = self.declines
        application.add_handler(TypeHandler(Update, reporting(self._handle)))
        application.add_error_handler(self._raised)
        self.attendant = Attendant(
            application, self._apologise, QUICK, at_work, now=lambda: 1000.0
        )

    async def _handle(self, update: Update, context: Any) -> Ended:
        self.tries += 1
        return await self.does()

    async def declines(self) -> Ended:
        """It isn't for the bot."""
        return declined("chatter")

    async def _raised(self, update: object, context: Any) -> None:
        report_error(context.error)

    async def _apologise(self, update: Update) -> None:
        self.sorry += 1


@pytest.fixture
def at_work(tmp_path: Path) -> AtWork:
    return AtWork(StateDatabase(tmp_path / "state.db"))


@pytest.fixture
async def attending(at_work: AtWork) -> AsyncIterator[Attending]:
    application = application_on(RecordedCalls())
    async with application:
        yield Attending(application, at_work)


async def test_what_a_handler_says_is_the_outcome_and_nobody_hears_sorry(
    attending: Attending,
) -> None:
    assert await attending.attendant.attend(UPDATE) == declined("chatter")
    assert (attending.tries, attending.sorry) == (1, 0)


async def test_a_handler_that_raises_is_tried_again_and_then_given_up_with_a_word(
    attending: Attending,
) -> None:
    async def raises() -> Ended:
        raise ValueError

    attending.does = raises
    assert await attending.attendant.attend(UPDATE) == Ended(Outcome.FAILED, "handler raised")
    assert (attending.tries, attending.sorry) == (TRIES, 1)


async def test_one_that_raised_once_only_has_its_outcome(attending: Attending) -> None:
    async def raises_first() -> Ended:
        if attending.tries == 1:
            raise ValueError
        return ANSWERED

    attending.does = raises_first
    assert await attending.attendant.attend(UPDATE) == ANSWERED
    assert (attending.tries, attending.sorry) == (2, 0)


async def test_an_answer_that_was_sent_is_not_sent_again_whatever_is_raised_after_it(
    attending: Attending,
) -> None:
    async def sends_and_raises() -> Ended:
        report_accepted()
        raise ValueError

    attending.does = sends_and_raises
    assert await attending.attendant.attend(UPDATE) == ANSWERED
    assert (attending.tries, attending.sorry) == (1, 0)


async def test_one_that_never_ends_is_given_up_when_its_time_is_up(attending: Attending) -> None:
    async def hangs() -> Ended:
        await asyncio.Event().wait()
        return ANSWERED

    attending.does = hangs
    assert await attending.attendant.attend(UPDATE) == Ended(Outcome.FAILED, "time was up")
    assert attending.sorry == 1


@pytest.mark.parametrize(
    ("words", "ends_all"), [("Unauthorized", True), ("Either the bot token was rejected", False)]
)
async def test_a_token_that_is_refused_ends_all_and_a_method_that_a_server_lacks_does_not(
    attending: Attending, words: str, ends_all: bool
) -> None:
    async def refused() -> Ended:
        raise InvalidToken(words)

    attending.does = refused
    if ends_all:
        with pytest.raises(TokenRefusedError):
            await attending.attendant.attend(UPDATE)
        return
    assert (await attending.attendant.attend(UPDATE)).outcome is Outcome.FAILED


async def test_what_cannot_be_read_or_is_too_old_reaches_no_handler(attending: Attending) -> None:
    unreadable = {"update_id": 7, "message": {"date": "no date", "chat": 5}}
    old = {"update_id": 8, "message": typed_row("who?", date=1000 - 24 * 3600 - 1)}
    attend = attending.attendant.attend
    assert await attend(unreadable) == Ended(Outcome.FAILED, "unreadable")
    assert (await attend(old)).outcome is Outcome.EXPIRED
    assert (attending.tries, attending.sorry) == (0, 0)


@pytest.mark.parametrize(("ends", "sorry"), [(TRIES, 1), (TRIES + 1, 0)])
async def test_what_ended_processes_is_not_handled_again_nor_apologised_for_if_that_ended_one(
    attending: Attending, tmp_path: Path, ends: int, sorry: int
) -> None:
    database = StateDatabase(tmp_path / "ended.db")
    bot = attending.attendant._application.bot.id
    database.write([("insert into at_work values (?, ?, ?, ?)", (bot, 7, ends, 0))])
    attending.attendant._at_work = AtWork(database)
    ended = await attending.attendant.attend(UPDATE)
    assert ended == Ended(Outcome.FAILED, "ended the process")
    assert (attending.tries, attending.sorry) == (0, sorry)


async def test_what_waits_for_telegram_counts_for_no_ended_process(
    attending: Attending, at_work: AtWork, tmp_path: Path
) -> None:
    async def waits() -> Ended:
        return Ended(Outcome.PARKED, later=Later(1, attending.declines))

    attending.does = waits
    await attending.attendant.attend(UPDATE)
    assert StateDatabase(tmp_path / "state.db").read("select * from at_work") == []


@pytest.mark.parametrize(
    ("update", "lane"),
    [
        ({"message": {"chat": {"id": 5}, "from": {"id": 6}}}, ("chat", 5)),
        ({"callback_query": {"message": {"chat": {"id": 5}}, "from": {"id": 6}}}, ("chat", 5)),
        ({"inline_query": {"from": {"id": 6}}}, ("person", 6)),
        ({"message": {"chat": {"id": "odd"}}}, ("update", 7)),
        ({"message": None}, ("update", 7)),
    ],
)
def test_what_is_of_one_chat_or_person_is_of_one_lane(
    update: dict[str, Any], lane: tuple[str, int]
) -> None:
    assert lane_of({"update_id": 7, **update}) == lane


@pytest.mark.parametrize(
    ("update", "at"),
    [
        ({"message": {"date": 5}}, 5),
        ({"message": {"date": "5"}}, None),
        ({"callback_query": {"message": {"date": 5}}}, None),
    ],
)
def test_only_a_message_tells_when_it_was_asked(update: dict[str, Any], at: int | None) -> None:
    assert asked_at(update) == at
