"""A query is answered in time, more simply where Telegram objects, or not at all."""

from __future__ import annotations

import pytest
from telegram.error import BadRequest, Forbidden, NetworkError, RetryAfter

from handlers.outcome import ANSWERED, Ended, Outcome, outcome_slip
from handlers.persisting import Patience
from handlers.queries import answer_query

QUICK = Patience(total=0.2, first_pause=0.01)
TOO_OLD = "Query is too old and response timeout expired or query ID is invalid"


class Call:
    """A call that meets these errors, one a try, and then succeeds; the last is met for ever."""

    def __init__(self, *errors: Exception, for_ever: bool = False) -> None:
        """`for_ever`: it never succeeds."""
        self.errors = list(errors)
        self.for_ever = for_ever
        self.tries = 0

    async def __call__(self) -> bool:
        """One try."""
        self.tries += 1
        if self.errors:
            raise self.errors[0] if self.for_ever else self.errors.pop(0)
        return True


async def ended(call: Call, otherwise: Call | None = None) -> Ended:
    """How it ends."""
    return await answer_query(call, otherwise or Call(), "query", QUICK)


async def test_it_is_answered_once() -> None:
    call, otherwise = Call(), Call()
    with outcome_slip() as slip:
        assert await ended(call, otherwise) == ANSWERED
    assert (call.tries, otherwise.tries, slip.accepted) == (1, 0, 1)


async def test_faults_on_the_way_are_waited_out() -> None:
    call = Call(NetworkError("reset"), RetryAfter(0), NetworkError("502"))
    assert await ended(call) == ANSWERED
    assert call.tries == 4


async def test_what_telegram_refuses_is_said_more_simply_once() -> None:
    call = Call(BadRequest("Can't parse entities"))
    assert await ended(call) == ANSWERED
    refused = Call(BadRequest("RESULT_ID_INVALID"))
    assert await ended(Call(BadRequest("x")), refused) == Ended(Outcome.FAILED, "refused")
    assert refused.tries == 1


@pytest.mark.parametrize(
    ("call", "outcome"),
    [
        (Call(BadRequest(TOO_OLD)), Ended(Outcome.EXPIRED, "query too old")),
        (
            Call(NetworkError("down"), for_ever=True),
            Ended(Outcome.EXPIRED, "query not taken in time"),
        ),
        (Call(RetryAfter(60)), Ended(Outcome.EXPIRED, "query not taken in time")),
        (Call(Forbidden("bot was blocked")), Ended(Outcome.UNDELIVERABLE, "forbidden")),
    ],
)
async def test_what_cannot_be_answered_any_more_is_told_from_what_failed(
    call: Call, outcome: Ended
) -> None:
    otherwise = Call()
    assert await ended(call, otherwise) == outcome
    assert otherwise.tries == 0
