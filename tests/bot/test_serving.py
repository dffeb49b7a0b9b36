"""Each update gets its one outcome, and nothing that raises keeps the next from its own."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from telegram.error import InvalidToken

from bot import parking, serving
from bot.endings import EndingError, TokenRefusedError
from bot.pace import Pace
from bot.polling import Raw
from bot.serving import Service
from handlers.outcome import ANSWERED, Ended, Held, Outcome, Turn
from state.database import StateDatabase
from state.ledger import Ledger
from state.parked import KEPT, Parked, ParkedAnswers

BOT = 42
HELD = Held(1, 5, None, False, "again", 3600)


class Told:
    """Who brings updates, and notes what is said of them."""

    def __init__(self) -> None:
        """Nothing is said yet."""
        self.finished_ones: list[int] = []
        self.ending: EndingError | None = None
        self._changed = asyncio.Event()

    def finished(self, update: int) -> None:
        """It has its outcome."""
        self.finished_ones.append(update)
        self._changed.set()

    def end(self, ending: EndingError) -> None:
        """Going on is no use."""
        self.ending = ending
        self._changed.set()

    async def until(self, condition: Callable[[], bool]) -> None:
        """Return once that is so."""
        async with asyncio.timeout(5):
            while not condition():
                self._changed.clear()
                await self._changed.wait()


class Attending:
    """Ends each update as it's told to, or raises that."""

    def __init__(self, **ends: Ended | Exception) -> None:
        """By the update's words; other updates are answered."""
        self._ends = ends

    async def __call__(self, update: Raw, waited: float, turn: Turn) -> Ended:
        """How it ended."""
        end = self._ends.get(update["message"]["text"], ANSWERED)
        if isinstance(end, Exception):
            raise end
        return end


def written(update: int, text: str) -> Raw:
    """A message, all of one chat."""
    return {"update_id": update, "message": {"chat": {"id": 1}, "text": text}}


class Resuming:
    """Makes each answer anew by the next of these; it's sent once there is none."""

    def __init__(self, *ends: Exception) -> None:
        """What is raised, first to last."""
        self._ends = list(ends)

    async def __call__(self, held: Held) -> Ended:
        """How it ended."""
        if self._ends:
            raise self._ends.pop(0)
        return ANSWERED


@pytest.fixture
async def told() -> Told:
    """Nothing is said yet."""
    return Told()


@pytest.fixture
def database(tmp_path: Path) -> StateDatabase:
    """A fresh state file."""
    return StateDatabase(tmp_path / "state.db")


def service(
    database: StateDatabase, attending: Attending, ledger: Ledger | None = None
) -> Service:
    """One that keeps its state there."""
    ledger = ledger or Ledger(database)
    parked = ParkedAnswers(database, ledger)
    return Service(attending, ledger, BOT, Pace(), parked, Resuming())


async def served(service: Service, told: Told, *texts: str) -> None:
    """Have it serve these, one behind the other in their chat."""
    service.begin(told)
    service.take([written(number, text) for number, text in enumerate(texts)])
    await told.until(lambda: len(told.finished_ones) == len(texts))
    await service.stop()


async def test_whatever_attending_raises_is_a_failure_and_the_next_is_served(
    database: StateDatabase, told: Told
) -> None:
    attending = Attending(a=RecursionError(), b=UnicodeEncodeError("utf-8", "x", 0, 1, "no"))
    served_by = service(database, attending)
    await served(served_by, told, "a", "b", "c")
    assert told.finished_ones == [0, 1, 2]
    outcomes = served_by.tally.outcomes
    assert (outcomes[Outcome.FAILED], outcomes[Outcome.ANSWERED]) == (2, 1)


@pytest.mark.parametrize("number", ["\ud800", "@name", 2**63, -(2**70), 1.5, [1]], ids=repr)
async def test_an_answer_that_no_file_can_keep_fails_and_holds_up_nobody(
    database: StateDatabase, told: Told, number: Any
) -> None:
    """A poisonous update's, which Telegram makes wait for an hour."""
    held = Ended(Outcome.PARKED, held=replace(HELD, chat_id=number))
    ledger = Ledger(database)
    await served(service(database, Attending(a=held), ledger), told, "a", "b")
    assert told.finished_ones == [0, 1]
    assert ledger.counts(BOT) == {("failed", "can't be held back"): 1, ("answered", None): 1}
    assert ParkedAnswers(database, ledger).waiting(BOT) == []


@pytest.mark.parametrize("wait", [float("inf"), float("nan"), 10.0**300, 10 * 24 * 3600])
async def test_no_answer_waits_for_longer_than_a_day(
    database: StateDatabase, told: Told, wait: float
) -> None:
    held = Ended(Outcome.PARKED, held=replace(HELD, wait=wait))
    ledger = Ledger(database)
    await served(service(database, Attending(a=held), ledger), told, "a", "b")
    [waiting] = ParkedAnswers(database, ledger).waiting(BOT)
    assert 23 * 3600 < waiting.wait <= 24 * 3600
    assert waiting.due_at - waiting.asked_at <= 24 * 3600 + 1


async def test_an_outcome_that_cannot_be_noted_is_one_all_the_same(
    database: StateDatabase, told: Told
) -> None:
    class Refusing(Ledger):
        def note(self, bot: int, update: int, outcome: str, rule: str | None = None) -> None:
            raise RuntimeError("no note")

    served_by = service(database, Attending(), Refusing(database))
    await served(served_by, told, "a", "b")
    assert served_by.tally.outcomes[Outcome.ANSWERED] == 2


async def test_an_update_that_ends_the_bot_is_left_to_the_next(
    database: StateDatabase, told: Told
) -> None:
    served_by = service(database, Attending(a=TokenRefusedError()))
    served_by.begin(told)
    served_by.take([written(0, "a")])
    await told.until(lambda: told.ending is not None)
    await served_by.stop()
    assert told.finished_ones == []


async def test_what_is_over_is_forgotten_at_the_start_and_from_time_to_time(
    database: StateDatabase, told: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(serving, "FORGET_EVERY", 0.001)

    class Counting(Ledger):
        times = 0

        def forget_old(self) -> None:
            super().forget_old()
            self.times += 1
            told.finished(0)

    ledger = Counting(database)
    served_by = service(database, Attending(), ledger)
    served_by.begin(told)
    assert ledger.times == 1
    await told.until(lambda: ledger.times >= 3)
    await served_by.stop()


class Settling(ParkedAnswers):
    """Says when one is settled."""

    told: Told

    def settle(self, bot: int, parked: Parked, outcome: str, rule: str | None) -> bool:
        """As ever."""
        settled = super().settle(bot, parked, outcome, rule)
        self.told.finished(parked.update)
        return settled


class Waiting:
    """Answers of one chat that an earlier process left, and the service that takes them over."""

    def __init__(self, database: StateDatabase, told: Told, *ends: Exception) -> None:
        """Making them anew raises `ends`, first to last."""
        self._told = told
        self.now = 1_000_000.0
        self.ledger = Ledger(database, lambda: self.now)
        self.answers = Settling(database, self.ledger, lambda: self.now)
        self.answers.told = told
        self.service = Service(
            Attending(), self.ledger, BOT, Pace(), self.answers, Resuming(*ends)
        )

    def leave(self, *updates: int) -> None:
        """Let these be due."""
        for update in updates:
            waiting = Parked(update, 1, 5, None, False, "again", 0, int(self.now), int(self.now))
            assert self.answers.park(BOT, waiting)

    async def ended(self) -> dict[str, int]:
        """How they ended, by outcome."""
        self.service.begin(self._told)
        await self._told.until(lambda: not self.answers.waiting(BOT))
        await self.service.stop()
        assert self.service.tally.outcomes[Outcome.PARKED] == 0
        return {outcome: count for (outcome, _), count in self.ledger.counts(BOT).items() if count}


async def test_one_that_cannot_be_made_anew_fails_and_those_behind_it_are_sent(
    database: StateDatabase, told: Told
) -> None:
    waiting = Waiting(database, told, RecursionError(), KeyError("fact"))
    waiting.leave(1, 2, 3)
    assert await waiting.ended() == {"failed": 2, "answered": 1}


async def test_one_whose_token_was_refused_is_tried_again(
    database: StateDatabase, told: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else nothing more would be sent to its chat: a proxy's 404 says the same as Telegram's."""
    monkeypatch.setattr(parking, "REFUSED_TOKEN", 0)
    waiting = Waiting(database, told, InvalidToken(), InvalidToken())
    waiting.leave(1, 2)
    assert await waiting.ended() == {"answered": 2}


async def test_one_that_cannot_be_settled_keeps_nobody_waiting(
    database: StateDatabase, told: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    waiting = Waiting(database, told)
    waiting.leave(1, 2)
    settle, refused = waiting.answers.settle, list[int]()

    def refusing(bot: int, parked: Parked, outcome: str, rule: str | None) -> bool:
        if not refused:
            refused.append(parked.update)
            settle(bot, parked, outcome, rule)
            raise RuntimeError("not settled")
        return settle(bot, parked, outcome, rule)

    monkeypatch.setattr(waiting.answers, "settle", refusing)
    assert await waiting.ended() == {"answered": 2}


async def test_one_that_has_waited_for_a_day_is_expired(
    database: StateDatabase, told: Told
) -> None:
    waiting = Waiting(database, told)
    waiting.leave(1)
    waiting.now += KEPT
    assert await waiting.ended() == {"expired": 1}
