"""A query is answered in time, more simply where Telegram objects, or not at all."""

from __future__ import annotations

import pytest
from telegram.error import BadRequest, Forbidden, NetworkError, RetryAfter, TimedOut

from handlers.outcome import ANSWERED, Ended, Later, Outcome, by_rule, declined, outcome_slip
from handlers.persisting import BrokenOffError, Patience
from handlers.queries import PRESS_KEPT, answer_query

QUICK = Patience(total_held=0.2, first_pause=0.01, longest_pause=3)
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


async def ended(call: Call, otherwise: Call | None = None, kept: float = PRESS_KEPT) -> Ended:
    """How it ends, or waits."""
    return await answer_query(call, otherwise or Call(), "query", kept, QUICK)


def later(ended: Ended) -> Later:
    """How one that waits is to go on."""
    assert ended.outcome is Outcome.PARKED
    assert ended.later is not None
    return ended.later


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
        (Call(NetworkError("502"), BadRequest(TOO_OLD)), Ended(Outcome.EXPIRED, "query too old")),
        (Call(Forbidden("bot was blocked")), Ended(Outcome.UNDELIVERABLE, "forbidden")),
    ],
)
async def test_what_cannot_be_answered_any_more_is_told_from_what_failed(
    call: Call, outcome: Ended
) -> None:
    otherwise = Call()
    assert await ended(call, otherwise) == outcome
    assert otherwise.tries == 0


@pytest.mark.parametrize("fault", [BrokenOffError("reset"), TimedOut()])
async def test_an_answer_that_was_taken_before_its_connection_broke_is_one(
    fault: Exception,
) -> None:
    """Telegram says of the second what it says of one that comes too late."""
    assert await ended(Call(fault, BadRequest(TOO_OLD))) == ANSWERED


async def test_what_telegram_makes_wait_is_answered_then() -> None:
    call = Call(RetryAfter(35))
    waits = later(await ended(call))
    assert (waits.wait, call.tries) == (35, 1)
    assert await waits.answer() == ANSWERED
    assert call.tries == 2


async def test_what_telegram_never_takes_waits_until_it_is_too_old() -> None:
    call = Call(NetworkError("down"), for_ever=True)
    waits = later(await ended(call, kept=0.4))
    assert waits.wait < 0.4
    while (last := await waits.answer()).later is not None:
        waits = last.later
    assert last == Ended(Outcome.EXPIRED, "query too old")
    assert call.tries > 2


async def test_a_wait_for_longer_than_it_can_be_answered_ends_with_its_time() -> None:
    waits = later(await ended(Call(RetryAfter(600))))
    assert PRESS_KEPT - 1 < waits.wait <= PRESS_KEPT


async def test_what_telegram_refuses_after_a_wait_is_said_more_simply() -> None:
    call, otherwise = Call(RetryAfter(35), BadRequest("x")), Call(RetryAfter(40))
    waits = later(await ended(call, otherwise))
    again = later(await waits.answer())
    assert again.wait == 40
    assert await again.answer() == ANSWERED
    assert (call.tries, otherwise.tries) == (2, 2)


async def test_what_is_declined_by_rule_is_so_after_a_wait() -> None:
    waits = later(by_rule(await ended(Call(RetryAfter(35))), "flood"))
    assert await waits.answer() == declined("flood")
