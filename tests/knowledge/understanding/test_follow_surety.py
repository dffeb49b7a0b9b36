"""How sure it is that a follow-up asks for what it's guessed to."""

from __future__ import annotations

import math

from knowledge.answer import Kind
from knowledge.understanding.decision import Decision
from knowledge.understanding.follow_surety import FARTHEST, Meant, surety_of
from knowledge.understanding.following import Guess
from tests.knowledge.understanding.small_world import EKVIK_HELD

NOTHING = Decision(Kind.OFF_TOPIC)
GUESS = Guess("holder", 2.0, 3.0)
HELD = Meant((EKVIK_HELD,), 0)


def test_the_more_it_leads_the_surer_it_is() -> None:
    surely = surety_of(GUESS, HELD, NOTHING)
    assert surely > surety_of(Guess("holder", 1.0, 3.0), HELD, NOTHING)
    assert surely > surety_of(Guess("holder", 2.0, 2.0), HELD, NOTHING)


def test_what_was_never_unsaid_is_as_sure_as_the_farthest_lead() -> None:
    never = surety_of(Guess("holder", 2.0, math.inf), HELD, NOTHING)
    assert never == surety_of(Guess("holder", 2.0, FARTHEST), HELD, NOTHING)


def test_words_that_the_facts_leave_open_take_from_it() -> None:
    assert surety_of(GUESS, Meant((EKVIK_HELD,), 1), NOTHING) < surety_of(GUESS, HELD, NOTHING)


def test_it_is_surer_if_it_comes_to_the_same_by_itself_and_less_if_to_another() -> None:
    same = Decision(Kind.ANSWERED, (EKVIK_HELD.id,))
    other = Decision(Kind.ANSWERED, ("sandhavn-taken",))
    sure = [surety_of(GUESS, HELD, alone) for alone in (other, NOTHING, same)]
    assert sure == sorted(set(sure))
