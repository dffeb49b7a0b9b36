"""How an update ended, and how its receiver learns that: `process_update` itself tells nothing."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Coroutine, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from contextvars import ContextVar
from dataclasses import dataclass, field, replace
from enum import Enum, StrEnum
from functools import wraps
from typing import Any, ParamSpec


class Outcome(StrEnum):
    """What became of an update; each has exactly one."""

    ANSWERED = "answered"
    """Telegram accepted a reply."""
    DECLINED = "declined"
    """Not for us, or too much: by a rule that `Ended.rule` names."""
    UNDELIVERABLE = "undeliverable"
    """Blocked, kicked out, or the chat is gone; of queries, what Telegram doesn't take."""
    EXPIRED = "expired"
    """Older than Telegram lets it be answered."""
    FAILED = "failed"
    """Our own fault, or Telegram's for longer than we wait."""
    PARKED = "parked"
    """Held back by Telegram; it's sent later, and is one of the others then."""


class Turn(Enum):
    """What an answer does that Telegram wouldn't take at once."""

    WAIT = "wait for some seconds, and only then be parked"
    PARK = "be parked, since more of the same chat waits"
    QUEUE = "be parked in any case, behind an earlier answer of the same chat"


@dataclass(frozen=True, slots=True)
class Held:
    """An answer that Telegram makes us hold back: where it goes and what of, without words."""

    chat_id: int
    message_id: int
    """The question's; 0 where there was none."""
    thread_id: int | None
    quote_question: bool
    again: str
    """What the answer is made anew of, such as ids of facts."""
    wait: float
    """Seconds from now until it may be sent."""


@dataclass(frozen=True, slots=True)
class Later:
    """An answer to a query, which Telegram doesn't take now.

    It's kept in memory alone: the query's id has the id of who asked in it.
    """

    wait: float
    """Seconds until it's worth another try."""
    answer: Callable[[], Awaitable[Ended]]
    """Tries again; what it raises is what `answer_query` does."""


@dataclass(frozen=True, slots=True)
class Ended:
    """How an update ended. `rule` is a short fixed name for counts and logs, no person's words."""

    outcome: Outcome
    rule: str | None = None
    held: Held | None = None
    """With PARKED: what is to be sent, or …"""
    later: Later | None = None
    """… how a query is to be answered, which stays in hand meanwhile."""


ANSWERED = Ended(Outcome.ANSWERED)


def declined(rule: str) -> Ended:
    """Not answered, by the rule of that name, such as `not addressed` or `flood`."""
    return Ended(Outcome.DECLINED, rule)


def by_rule(ended: Ended, rule: str | None) -> Ended:
    """`ended`, or DECLINED by `rule` where that is why those words were sent."""
    if rule is None:
        return ended
    if (later := ended.later) is not None:

        async def answered() -> Ended:
            return by_rule(await later.answer(), rule)

        return replace(ended, later=replace(later, answer=answered))
    return declined(rule) if ended.outcome is Outcome.ANSWERED else ended


@dataclass(slots=True)
class Slip:
    """What an update's handlers leave for whoever received it."""

    ended: Ended | None = None
    """`None` where no handler took the update, or the one that did raised."""
    accepted: int = 0
    """Replies that Telegram accepted: once there is one, doing it all again would repeat it."""
    errors: list[Exception] = field(default_factory=list)
    """What was raised on the way, for the receiver to judge whether another try is worth it."""
    may_hold: bool = False
    """Whether the receiver keeps answers that have to wait."""
    turn: Turn = Turn.WAIT
    """What an answer does whose turn hasn't come, where it may be held."""
    resting: Callable[[], AbstractContextManager[None]] = nullcontext
    """Holds while nothing is done but wait for Telegram."""


_slip: ContextVar[Slip | None] = ContextVar("slip", default=None)


@contextmanager
def outcome_slip(
    *,
    may_hold: bool = False,
    turn: Turn = Turn.WAIT,
    resting: Callable[[], AbstractContextManager[None]] = nullcontext,
) -> Iterator[Slip]:
    """A fresh slip, filled by the handlers that run inside the block."""
    slip = Slip(may_hold=may_hold, turn=turn, resting=resting)
    before = _slip.set(slip)
    try:
        yield slip
    finally:
        _slip.reset(before)


def report(ended: Ended) -> None:
    """Leave `ended` for the receiver. An answer stands: nothing reported later replaces it."""
    slip = _slip.get()
    if slip is not None and (slip.ended is None or slip.ended.outcome is not Outcome.ANSWERED):
        slip.ended = ended


def report_accepted() -> None:
    """Tell the receiver that Telegram has accepted a reply (`handlers.sending` does)."""
    slip = _slip.get()
    if slip is not None:
        slip.accepted += 1


def may_hold() -> bool:
    """Whether an answer that has to wait for long may end as PARKED."""
    slip = _slip.get()
    return slip is not None and slip.may_hold


def turn() -> Turn:
    """What an answer does whose turn hasn't come."""
    slip = _slip.get()
    return slip.turn if slip is not None and slip.may_hold else Turn.WAIT


def resting() -> AbstractContextManager[None]:
    """Tells the receiver of a block that only waits for Telegram."""
    slip = _slip.get()
    return nullcontext() if slip is None else slip.resting()


def report_error(error: Exception) -> None:
    """Tell the receiver what was raised (the application's error handler does)."""
    slip = _slip.get()
    if slip is not None:
        slip.errors.append(error)


P = ParamSpec("P")


def reporting(
    handler: Callable[P, Coroutine[Any, Any, Ended]],
) -> Callable[P, Coroutine[Any, Any, Ended]]:
    """`handler`, whose `Ended` also reaches the receiver: wrap each before it's registered.

    What it raises passes through: the application's error handler hands it to the receiver.
    """

    @wraps(handler)
    async def reported(*args: P.args, **kwargs: P.kwargs) -> Ended:
        ended = await handler(*args, **kwargs)
        report(ended)
        return ended

    return reported
