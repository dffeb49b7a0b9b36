"""People who ask, and what became of their questions, by the double's own record."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from state.database import StateDatabase
from state.ledger import Ledger
from tests.faults.scenarios import Report
from tests.telegram_double import BOT, Asked, Person, Sent, TelegramDouble

Key: TypeAlias = tuple[int, str | int]
"""The chat, and the words that an echo repeats, or the message that a group is shown a reply to:
a question's and its answer's are the same."""


@dataclass(frozen=True)
class Question:
    """Something asked, which its answer tells."""

    asked: Asked
    at: float
    """By the event loop's clock."""

    @property
    def key(self) -> Key:
        """The key of its answer."""
        chat = self.asked.chat
        return chat.id, self.asked.message["text"] if chat.private else self.asked.message_id


def key_of(sent: Sent) -> Key:
    """The key of the question that this answers."""
    shown = sent.message.get("reply_to_message")
    return sent.chat_id, sent.text if shown is None else shown["message_id"]


def ask(person: Person, words: str) -> Question:
    """Ask just now; "hold" makes the echo an answer that can be parked."""
    return Question(person.writes(f"hold {words}"), asyncio.get_running_loop().time())


def crowd(telegram: TelegramDouble, chats: int, each: int, first: int = 0) -> list[Question]:
    """Questions of many people in turn, all at once."""
    people = [telegram.person(number) for number in range(first, first + chats)]
    return [ask(person, f"{turn}") for turn in range(each) for person in people]


def answers(telegram: TelegramDouble) -> Counter[Key]:
    """How often each question was answered."""
    return Counter(key_of(sent) for sent in telegram.sent)


def lost(telegram: TelegramDouble, questions: Iterable[Question]) -> int:
    """Questions without an answer."""
    answered = answers(telegram)
    return sum(question.key not in answered for question in questions)


def repeated(telegram: TelegramDouble) -> int:
    """Answers that were sent again."""
    return sum(count - 1 for count in answers(telegram).values())


def in_flight(telegram: TelegramDouble, questions: Iterable[Question], since: int) -> Counter[Key]:
    """What a process that was killed may have sent without noting it, by the double's record.

    It's the last answer in each chat, where Telegram wasn't told that the update is done: within
    a chat, one is noted before the next is sent. `since`: how many answers there were before.
    """
    confirmed = telegram.updates.confirmed
    open_ones = {one.key for one in questions if one.asked.update_id not in confirmed}
    last = {sent.chat_id: key_of(sent) for sent in telegram.sent[since:]}
    return Counter(open_ones & set(last.values()))


def delays(telegram: TelegramDouble, questions: Iterable[Question]) -> list[float]:
    """Seconds from each answered question to its first answer, in rising order."""
    first: dict[Key, float] = {}
    for sent in telegram.sent:
        first.setdefault(key_of(sent), sent.at)
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


def came(telegram: TelegramDouble) -> int:
    """How many updates Telegram had for the bot, but for those that expired."""
    return len(telegram.updates.confirmed | set(telegram.updates.waiting()))


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
