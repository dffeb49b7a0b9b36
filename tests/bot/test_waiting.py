"""A query that Telegram makes wait is in nobody's way, and answered when its time has come."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from pathlib import Path

import pytest
from telegram.error import InvalidToken

from bot.lanes import Lanes
from bot.waiting import GIVEN_UP, MOST_BEHIND, Waiting
from handlers.outcome import ANSWERED, Ended, Later, Outcome
from tests.bot.invented_bot import invented_bot
from tests.handlers.pressing import press
from tests.telegram_double import BOT, TelegramDouble


class StoppedError(Exception):
    """Ends a bot before every update has its outcome."""


class Ends:
    """What became of queries that wait, by update."""

    def __init__(self) -> None:
        """None waits."""
        self.of: dict[int, Ended] = {}
        self._more = asyncio.Event()
        self.waiting = Waiting(Lanes(at_once=1), self._ended)

    async def reach(self, count: int) -> None:
        """Return once so many have ended."""
        while len(self.of) < count:
            self._more.clear()
            await self._more.wait()

    def _ended(self, update: int, ended: Ended) -> None:
        assert update not in self.of, "it ends once"
        self.of[update] = ended
        self._more.set()


@pytest.fixture
async def ends() -> Ends:
    """Nobody waits yet."""
    return Ends()


def answers(*ends: Ended | Exception) -> Later:
    """One that is tried as often as there are `ends`, with nearly no time between."""
    left = list(ends)

    async def answer() -> Ended:
        end = left.pop(0)
        if isinstance(end, Exception):
            raise end
        return end

    return Later(0.01, answer)


async def test_one_that_waits_again_and_again_is_answered_at_last(ends: Ends) -> None:
    last = answers(ANSWERED)
    ends.waiting.wait(1, answers(Ended(Outcome.PARKED, later=last)))
    await ends.reach(1)
    assert ends.of == {1: ANSWERED}


async def test_one_that_fails_is_not_in_hand_for_ever_and_one_without_a_token_is(
    ends: Ends,
) -> None:
    """The next bot, with a better token, answers it."""
    ends.waiting.wait(1, answers(InvalidToken("Unauthorized")))
    ends.waiting.wait(2, answers(ValueError("words")))
    await ends.reach(1)
    assert ends.of == {2: Ended(Outcome.FAILED, "attending failed")}


async def test_one_that_holds_up_half_of_what_telegram_shows_is_given_up(ends: Ends) -> None:
    ends.waiting.wait(1, Later(60, answers(ANSWERED).answer))
    ends.waiting.came(MOST_BEHIND)
    ends.waiting.wait(2, Later(60, answers(ANSWERED).answer))
    assert ends.of == {}
    ends.waiting.came(1)
    assert ends.of == {1: GIVEN_UP}
    ends.waiting.stop()


async def test_one_that_is_being_answered_is_not_given_up(ends: Ends) -> None:
    begun, go_on = asyncio.Event(), asyncio.Event()

    async def slowly() -> Ended:
        begun.set()
        await go_on.wait()
        return ANSWERED

    ends.waiting.wait(1, Later(0, slowly))
    await begun.wait()
    ends.waiting.came(2 * MOST_BEHIND)
    go_on.set()
    await ends.reach(1)
    assert ends.of == {1: ANSWERED}


async def test_while_a_press_waits_everybody_is_answered_and_it_is_given_up_for_many(
    telegram: TelegramDouble, tmp_path: Path
) -> None:
    """Even in the same chat; and of what came after it, nothing can be confirmed."""
    ann, group = telegram.person(), telegram.group()
    telegram.privacy_mode = False
    async with invented_bot(telegram, tmp_path) as bot:
        ann.writes("Who holds Linden?")
        answer = await telegram.answer_to(ann.chat)
        flood = telegram.faults.flood(35, methods=("answerCallbackQuery",))
        query = press(ann, answer, "👍")
        await telegram.until(lambda: flood.struck == 1)
        ann.writes("How many herrings?")
        await telegram.answer_to(ann.chat, 2)
        assert query not in telegram.api.answers
        assert telegram.updates.waiting()
        for _ in range(MOST_BEHIND):
            ann.writes("Linden!", group)
        await telegram.until_all_confirmed()
    assert bot.counts()["undeliverable", GIVEN_UP.rule] == 1


@pytest.mark.parametrize("kind", ["answerInlineQuery", "answerGuestQuery"])
async def test_a_query_that_waited_is_answered_by_the_next_process(
    telegram: TelegramDouble, tmp_path: Path, kind: str
) -> None:
    ann, elsewhere = telegram.person(), telegram.group()
    flood = telegram.faults.flood(20, methods=(kind,))
    if kind == "answerInlineQuery":
        query, _ = ann.types_inline("Who holds Linden?")
    else:
        query, _ = ann.calls_guest(f"@{BOT['username']} who holds Linden?", elsewhere)
    with suppress(StoppedError):
        async with invented_bot(telegram, tmp_path):
            await telegram.until(lambda: flood.struck == 1)
            raise StoppedError
    telegram.faults.clear()
    telegram.closed.open_all()
    async with invented_bot(telegram, tmp_path) as later:
        await telegram.until(lambda: query in telegram.api.answers)
    assert later.counts() == {("answered", None): 1}
