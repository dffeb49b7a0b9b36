"""Answers queries, such as inline ones, which Telegram takes an answer to only for a while."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TypeAlias

from telegram.error import BadRequest, Forbidden

from handlers.outcome import ANSWERED, Ended, Outcome, report_accepted
from handlers.persisting import OutOfPatienceError, Patience, persist

Call: TypeAlias = Callable[[], Awaitable[object]]

_TOO_LATE = "query is too old"
"""How Telegram's refusal begins, in lower case; it gives no code."""


async def answer_query(call: Call, otherwise: Call, kind: str, patience: Patience) -> Ended:
    """Make `call`, which answers a query of a `kind` such as `inline query`, within `patience`.

    `otherwise` says the same more simply, for the case that Telegram refuses the answer.

    Returns ANSWERED; EXPIRED where Telegram says that it's too late, or didn't take it for so
    long; UNDELIVERABLE where the bot may not answer; FAILED where Telegram refuses both. Raises
    nothing of Telegram's but `InvalidToken`.
    """
    deadline = patience.starting_now()
    try:
        for each in (call, otherwise):
            try:
                await persist(each, patience, until=deadline)
            except BadRequest as objection:
                if _TOO_LATE in objection.message.lower():
                    return Ended(Outcome.EXPIRED, f"{kind} too old")
            else:
                report_accepted()
                return ANSWERED
    except Forbidden:
        return Ended(Outcome.UNDELIVERABLE, "forbidden")
    except OutOfPatienceError:
        # Nothing can be held back here: who asked has gone on typing.
        return Ended(Outcome.EXPIRED, f"{kind} not taken in time")
    return Ended(Outcome.FAILED, "refused")
