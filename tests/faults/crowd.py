"""People who ask, and what became of their questions, by the double's own record."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from state.database import StateDatabase
from state.ledger import Ledger
from tests.bot.echo import EchoBot
from tests.bot.processes import BotProcess
from tests.faults.scenarios import Report, Scale
from tests.telegram_double import BOT, Asked, Person, TelegramDouble


@dataclass(frozen=True)
class Question:
    """Something asked, in words of its own."""

    asked: Asked
    at: float
    """By the event loop's clock."""

    @property
    def key(self) -> tuple[int, str]:
        """Chat and words: the echo's answer has the same."""
        return self.asked.chat.id, self.asked.message["text"]


def ask(person: Person, words: str) -> Question:
    """Ask just now; "hold" makes the echo an answer that can be parked."""
    return Question(person.writes(f"hold {words}"), asyncio.get_running_loop().time())


def crowd(telegram: TelegramDouble, chats: int, each: int, first: int = 0) -> list[Question]:
    """Questions of many people in turn, all at once."""
    people = [telegram.person(number) for number in range(first, first + chats)]
    return [ask(person, f"{turn}") for turn in range(each) for person in people]


def answers(telegram: TelegramDouble) -> Counter[tuple[int, str]]:
    """How often each question was answered."""
    return Counter((sent.chat_id, sent.text) for sent in telegram.sent)


def lost(telegram: TelegramDouble, questions: Iterable[Question]) -> int:
    """Questions without an answer."""
    answered = answers(telegram)
    return sum(question.key not in answered for question in questions)


def repeated(telegram: TelegramDouble) -> int:
    """Answers that were sent again."""
    return sum(count - 1 for count in answers(telegram).values())


def delays(telegram: TelegramDouble, questions: Iterable[Question]) -> list[float]:
    """Seconds from each answered question to its first answer, in rising order."""
    first: dict[tuple[int, str], float] = {}
    for sent in telegram.sent:
        first.setdefault((sent.chat_id, sent.text), sent.at)
    return sorted(first[one.key] - one.at for one in questions if one.key in first)


def share(values: list[float], part: float) -> float:
    """The value that `part` (0 to 1) of the sorted `values` don't exceed."""
    return values[min(len(values) - 1, int(part * len(values)))] if values else 0.0


async def until_answered(
    telegram: TelegramDouble, questions: list[Question], within: float
) -> None:
    """Wait until each has an answer and nothing is unconfirmed; what isn't so is a figure."""
    wanted = len(questions)
    try:
        await telegram.until(
            lambda: (
                len(telegram.sent) >= wanted
                and not telegram.updates.waiting()
                and lost(telegram, questions) == 0
            ),
            within,
        )
    except AssertionError:
        return


def nothing_lost(report: Report, telegram: TelegramDouble, questions: list[Question]) -> None:
    """The promise that holds everywhere."""
    report.tell("asked", len(questions))
    report.exactly("lost", lost(telegram, questions), 0)


def bot_at(scale: Scale, telegram: TelegramDouble, folder: Path) -> EchoBot | BotProcess:
    """The echo: in the suite a hasty one in this process, else one of its own at its own pace."""
    return BotProcess(telegram, folder) if scale.long else EchoBot(telegram, folder)


def counted(folder: Path) -> Counter[str]:
    """How many updates ended how, by outcome, whichever process ended them."""
    counts = Counter[str]()
    for (outcome, _), times in (
        Ledger(StateDatabase(folder / "state.db")).counts(BOT["id"]).items()
    ):
        counts[outcome] += times
    return counts


def all_counted(report: Report, folder: Path, came: int) -> None:
    """Each update has its one outcome, whatever happened to the bot, and none has failed."""
    counts = counted(folder)
    report.exactly("counted", counts.total(), came)
    report.exactly("failed", counts["failed"], 0)


@asynccontextmanager
async def own_lag_told(report: Report) -> AsyncIterator[None]:
    """Tell how late this process is itself: what it measures can't be more punctual."""
    lags = list[float]()

    async def watch() -> None:
        loop, pause = asyncio.get_running_loop(), 0.05
        while True:
            before = loop.time()
            await asyncio.sleep(pause)
            lags.append(loop.time() - before - pause)

    watching = asyncio.create_task(watch())
    try:
        yield
    finally:
        watching.cancel()
        report.tell("the test's own p99 lag, s", share(sorted(lags), 0.99))
