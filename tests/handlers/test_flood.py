"""Five answers a minute, one line, and then silence until the minute is over."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from handlers.addressing import Rule
from handlers.conversations import Conversations
from handlers.desk import Desk
from handlers.flood import Allowance, Flood
from handlers.reception import Reception
from handlers.said import Said
from tests.invented_knowledge import InventedKnowledge
from tests.typed_messages import BEN, BOT, GROUP, typed, typed_in_group

ANN_ID, BEN_ID, GROUP_ID = 10, 11, -100


class Clock:
    """The system's clock, and one that nobody sets."""

    def __init__(self) -> None:
        self.wall = 1_000_000.0
        self.steady = 0.0

    def passes(self, seconds: float) -> None:
        """Time passes."""
        self.wall += seconds
        self.steady += seconds

    def flood(self, per_person: int = 3, per_group: int = 3) -> Flood:
        """A flood that is counted by it."""
        return Flood(
            Allowance(per_person, per_group), now=lambda: self.wall, steady=lambda: self.steady
        )


@pytest.fixture
def clock() -> Clock:
    """A clock of the test's own."""
    return Clock()


# Admissions begin with different letters: A, L and S.
def admitted(
    flood: Flood, count: int, person: int | None = ANN_ID, group: int | None = None
) -> str:
    """What becomes of so many requests in a row: a letter each."""
    return "".join(flood.admit(person, group).name[0] for _ in range(count))


def admitted_of(flood: Flood, times: Iterable[float]) -> str:
    """What becomes of one person's requests that were made at these times: a letter each."""
    return "".join(flood.admit(ANN_ID, None, at).name[0] for at in times)


def test_a_person_gets_five_answers_a_minute_and_a_group_ten() -> None:
    assert admitted(Flood(), 8) == "AAAAALSS"
    crowd = Flood()
    admissions = [admitted(crowd, 1, person, GROUP_ID) for person in range(1, 14)]
    assert "".join(admissions) == "AAAAAAAAAALSS"


def test_beyond_the_limit_there_is_one_line_and_then_silence_for_the_minute(clock: Clock) -> None:
    flood = clock.flood()
    assert admitted(flood, 6) == "AAALSS"
    clock.passes(59)
    assert admitted(flood, 1) == "S"
    clock.passes(2)
    assert admitted(flood, 5) == "AAALS"


def test_any_minute_has_the_same_limit_wherever_it_begins(clock: Clock) -> None:
    times = [0.0, 50, 55, 58, 62, 63, 109, 111]
    assert admitted_of(clock.flood(), times) == "AAALASSA"


def test_questions_of_a_day_that_are_met_at_once_are_no_flood(clock: Clock) -> None:
    """As after an outage: twenty minutes lie between each two, and none are between answers."""
    assert admitted_of(clock.flood(), range(0, 36_000, 1200)) == "A" * 30


def test_a_flood_of_yesterday_is_one_whenever_it_is_met(clock: Clock) -> None:
    assert admitted_of(clock.flood(), [0, 1, 2, 3, 4, 70, 71]) == "AAALSAA"


def test_what_is_met_in_another_order_is_counted_by_the_same_minute(clock: Clock) -> None:
    """A person's chats are served side by side."""
    assert admitted_of(clock.flood(), [100, 90, 80, 95, 30, 20]) == "AAALAA"


def test_one_persons_flood_costs_nobody_else_an_answer(clock: Clock) -> None:
    flood = clock.flood()
    admitted(flood, 9)
    assert admitted(flood, 1, BEN_ID) == "A"


def test_a_group_is_counted_as_a_whole_and_costs_its_people_nothing_in_private(
    clock: Clock,
) -> None:
    flood = clock.flood(per_person=5)
    assert [admitted(flood, 1, person, GROUP_ID) for person in range(1, 7)] == list("AAALSS")
    assert admitted(flood, 6, 6) == "AAAAAL"


def test_nothing_is_remembered_of_it_after_a_minute(clock: Clock) -> None:
    flood = clock.flood()
    assert admitted_of(flood, [0, 0, 0, 0]) == "AAAL"
    clock.passes(61)
    assert admitted_of(flood, [0, 0, 0, 0]) == "AAAL"


def test_zero_lifts_a_limit(clock: Clock) -> None:
    assert admitted(clock.flood(0, 0), 99, ANN_ID, GROUP_ID) == "A" * 99


def test_nobody_is_counted_where_nobody_is_named(clock: Clock) -> None:
    assert admitted(clock.flood(), 9, None) == "A" * 9


@pytest.mark.parametrize("step", [-3600.0, 3600.0, -1_000_000.0])
def test_a_clock_that_is_set_makes_no_minute_longer(clock: Clock, step: float) -> None:
    flood = clock.flood()
    admitted(flood, 9)
    clock.wall += step
    assert admitted(flood, 1) == "A"
    admitted(flood, 8)
    clock.passes(61)
    assert admitted(flood, 1) == "A"


def test_the_reception_says_it_once_in_the_persons_language(desk: Desk, clock: Clock) -> None:
    reception = Reception(desk, Conversations(), clock.flood())
    german = BEN | {"language_code": "de"}
    replies = [reception.receive(typed("/help", **{"from": german}), BOT) for _ in range(5)]
    last_word = replies[3]
    assert isinstance(last_word, Said)
    assert last_word.declined == Rule.FLOOD
    assert last_word.reply.text().startswith("Das war viel für eine Minute")
    assert replies[4] is Rule.FLOOD


def test_talk_that_is_not_for_the_bot_is_not_counted(desk: Desk, clock: Clock) -> None:
    reception = Reception(desk, Conversations(), clock.flood())
    for _ in range(9):
        assert reception.receive(typed_in_group("Linden!"), BOT) is Rule.NOT_ADDRESSED
    assert isinstance(reception.receive(typed_in_group("/fish"), BOT), Said)


def test_what_gets_nothing_in_a_group_is_not_counted(desk: Desk, clock: Clock) -> None:
    reception = Reception(desk, Conversations(), clock.flood())
    for text, rule in (
        ("@LindenBot thanks", Rule.PLEASANTRY),
        ("@LindenBot hi", Rule.PLEASANTRY),
        ("/weather", Rule.OTHERS_COMMAND),
    ) * 3:
        assert reception.receive(typed_in_group(text), BOT) is rule
    answered = [reception.receive(typed_in_group("/fish"), BOT) for _ in range(3)]
    assert [one.declined for one in answered if isinstance(one, Said)] == [None] * 3


def test_thanks_beyond_the_limit_are_not_told_that_it_is_too_much(
    desk: Desk, clock: Clock
) -> None:
    reception = Reception(desk, Conversations(), clock.flood())
    for _ in range(3):
        reception.receive(typed_in_group("/fish"), BOT)
    assert reception.receive(typed_in_group("@LindenBot thanks"), BOT) is Rule.PLEASANTRY
    last_word = reception.receive(typed_in_group("/fish"), BOT)
    assert isinstance(last_word, Said)
    assert last_word.declined == Rule.FLOOD


def test_beyond_the_limit_nothing_is_asked_of_the_knowledge(
    desk: Desk, knowledge: InventedKnowledge, clock: Clock
) -> None:
    reception = Reception(desk, Conversations(), clock.flood())
    for _ in range(9):
        reception.receive(typed("Who holds Linden?"), BOT)
    assert len(knowledge.asked) == 4, "the last before the silence may yet be small talk"


def test_whether_there_is_silence_can_be_told_without_counting(clock: Clock) -> None:
    flood = clock.flood()
    assert not any(flood.is_silent(ANN_ID, None) for _ in range(9))
    assert admitted(flood, 3) == "AAA"
    assert not flood.is_silent(ANN_ID, None), "there is a last word yet"
    assert admitted(flood, 1) == "L"
    assert flood.is_silent(ANN_ID, None)
    assert not flood.is_silent(BEN_ID, None)
    clock.passes(61)
    assert not flood.is_silent(ANN_ID, None)


def test_people_who_write_as_a_channel_are_not_one_person(desk: Desk, clock: Clock) -> None:
    reception = Reception(desk, Conversations(), clock.flood(per_group=0))
    shared = {"id": 136817688, "is_bot": True, "first_name": "Channel", "username": "Channel_Bot"}
    for number in range(9):
        channel = {"id": -500 - number, "type": "channel", "title": "C"}
        more = {"from": shared, "sender_chat": channel, "chat": GROUP}
        assert isinstance(reception.receive(typed("/fish", **more), BOT), Said)
