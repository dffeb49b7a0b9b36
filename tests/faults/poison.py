"""Updates that are poison: made up, or real ones that were bent."""

from __future__ import annotations

import copy
import random
import time
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any, TypeAlias

from tests.bot.test_nameless import NO_IDS
from tests.bot.test_receiving import POISON, deep
from tests.faults.crowd import Question, came, counted, lost, nothing_lost
from tests.faults.scenarios import Report, Scale, scenario
from tests.faults.subjects import ECHO, WHOLE_BOT, Subject
from tests.telegram_double import BOT, TelegramDouble
from tests.telegram_double.calls import QUERIES

Raw: TypeAlias = dict[str, Any]

HUGE = 2**63
"""One more than SQLite and 64 bits hold."""
ODD_VALUES: list[Any] = [
    None, 0, -1, 1, 2**31, 2**53, HUGE - 1, HUGE, -HUGE, 2**70, True, 1.5, 1e308,
    "", "x", "\x00", "\ud800", "a" * 5000, "private", "group", "channel", "tomorrow",
    [], {}, [None], [[]], {"a": 1}, BOT["id"],
]  # fmt: skip
ODD_IDS = ("no such message_id", "no such message_thread_id", "message_id is a whole number")
"""How the double's objections end to a message's id, or a topic's, that is none."""
AT_ONCE = 40
"""Bent updates that are handed over together."""
STALL = 10.0
"""Seconds that only a bot which is held up would need, however busy the machine is."""


def _huge(telegram: TelegramDouble) -> Iterator[Raw]:
    """What Telegram's ids can't be, in messages that are well-formed for the rest."""
    ann = telegram.person(1)
    message = {**deep(0), "date": int(time.time()), "from": ann.shown, "chat": ann.chat.shown}
    message |= {"text": "who holds it?"}
    yield {"message": {**message, "message_id": HUGE}}
    yield {"message": {**message, "from": {**ann.shown, "id": HUGE}}}
    yield {"message": {**message, "chat": {**ann.chat.shown, "id": HUGE}}}
    yield {"callback_query": {"id": "1", "from": {**ann.shown, "id": HUGE}, "chat_instance": "1"}}


async def _poisoned(scale: Scale, folder: Path, report: Report, subject: Subject) -> None:
    rounds = scale.count(1, 50)
    async with TelegramDouble(seed=scale.seed) as telegram:
        nameless: list[Raw] = [{"update_id": number} for number in NO_IDS]
        poison = [*POISON, *_huge(telegram), *nameless]
        questions, slowest = [subject.ask(telegram, 1, 0)], 0.0
        async with subject.at(scale, telegram, folder, may_raise=subject is not ECHO):
            await telegram.until(lambda: lost(telegram, questions) == 0, 30)
            for turn in range(1, rounds + 1):
                if turn == rounds:
                    telegram.updates.continue_at(HUGE)
                for update in poison:
                    telegram.hand_over_raw(update)
                questions.append(subject.ask(telegram, 1, turn))
                slowest = max(slowest, await _answered(telegram, questions[-1]))
            await telegram.until_all_confirmed(60)
        nothing_lost(report, telegram, questions)
        report.at_most("next answer, s", slowest, scale.pick(STALL, 1.0))
        # Those without an id look the same each time, and are counted once.
        poisonous = rounds * (len(poison) - len(nameless)) + len(nameless)
        report.exactly("counted", counted(folder).total(), len(questions) + poisonous)
        report.at_most("failed", counted(folder)["failed"], poisonous)


async def _answered(telegram: TelegramDouble, question: Question) -> float:
    await telegram.until(lambda: lost(telegram, [question]) == 0, 60)
    return next(
        sent.at - question.at
        for sent in reversed(telegram.sent)
        if sent.chat_id == question.asked.chat.id
    )


@scenario(
    "poison updates",
    "unknown types, missing fields, 2⁶³ as any id, no id, 200-deep replies, a future API",
)
async def poison(scale: Scale, folder: Path, report: Report) -> None:
    """Each is counted, and the next question answered within a second."""
    await _poisoned(scale, folder, report, ECHO)


@scenario("poison updates, whole bot", "the same")
async def whole_bot_poisoned(scale: Scale, folder: Path, report: Report) -> None:
    """The same with the bot's own handlers."""
    await _poisoned(scale, folder, report, WHOLE_BOT)


def _parts(of: object, way: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """The way to each field and item in `of`."""
    steps = of.items() if isinstance(of, dict) else enumerate(of) if isinstance(of, list) else ()
    for step, part in steps:
        yield (*way, step)
        yield from _parts(part, (*way, step))


def bent(update: Raw, rng: random.Random) -> Raw:
    """`update` with one field or more taken away, or holding what it never should."""
    update = copy.deepcopy(update)
    del update["update_id"]
    for _ in range(rng.choice((1, 1, 1, 2, 3))):
        if not (ways := list(_parts(update))):
            break
        *steps, last = rng.choice(ways)
        holder: Any = update
        for step in steps:
            holder = holder[step]
        if rng.random() < 0.3:
            del holder[last]
        else:
            holder[last] = copy.deepcopy(rng.choice(ODD_VALUES))
    return update


async def _real_updates(telegram: TelegramDouble) -> list[Raw]:
    """One of each kind that the bot serves, all of which it has answered."""
    ann, group, bot = telegram.person(1), telegram.group(1, forum=True), BOT["username"]
    ann.writes("Who holds Linden?")
    answer = (await telegram.answer_to(ann.chat, within=30)).message
    said = ann.writes("The Greys lost Linden", group).message
    ann.writes("says who?", reply_to=answer)
    ann.writes(f"/ask@{bot} who holds Linden?", group, topic=5)
    ann.writes(f"@{bot} is that so?", group, reply_to=said)
    ann.writes(f"/check@{bot}", group, reply_to=said)
    origin = {"type": "user", "date": 1, "sender_user": ann.shown}
    ann.writes("The Greys lost Linden", forward_origin=origin)
    photo = {"file_id": "a", "file_unique_id": "b", "width": 1, "height": 1}
    ann.writes(None, caption="Who holds Linden?", photo=[photo])
    quote = {"text": "Linden", "position": 0, "is_manual": True}
    ann.writes("and this?", quote=quote, external_reply={"origin": origin})
    for command in ("/start f_harbour-held", "/place Linden", "/help", "/privacy"):
        ann.writes(command)
    ann.types_inline("linden")
    ann.calls_guest(f"@{bot} who holds Linden?", group, reply_to=said)
    for row in answer["reply_markup"]["inline_keyboard"]:
        for button in row:
            if "callback_data" in button:
                ann.presses(answer, button["callback_data"])
    ann.presses_inline("posted", "u.harbour-held.en")
    ann.changes_membership(group, BOT, "left", "member")
    updates = copy.deepcopy(telegram.updates.deliverable())
    await telegram.until_all_confirmed(60)
    return updates


@scenario("bent updates", "5,000 real ones with odd or missing fields (in the suite: 120)")
async def bent_updates(scale: Scale, folder: Path, report: Report) -> None:
    """Each is counted, and whoever asks between them is answered."""
    rng = random.Random(scale.seed)
    async with TelegramDouble(seed=scale.seed) as telegram:
        telegram.privacy_mode = False
        questions, slowest, left = list[Question](), 0.0, scale.count(60, 5000)
        async with WHOLE_BOT.at(scale, telegram, folder, may_raise=True):
            real = await _real_updates(telegram)
            report.exactly("failed of the real ones", counted(folder)["failed"], 0)
            queries = dict.fromkeys(telegram.api.answers, time.time())
            for chat in count(100):
                if not left:
                    break
                telegram.api.open_queries |= queries
                for _ in range(min(left, AT_ONCE)):
                    telegram.hand_over_raw(bent(rng.choice(real), rng))
                    left -= 1
                questions.append(WHOLE_BOT.ask(telegram, chat, 0))
                slowest = max(slowest, await _answered(telegram, questions[-1]))
                await telegram.until_all_confirmed(90)
        # To what has lost its id, or has another's kind of one, there's no well-formed answer, and
        # Telegram refuses it.
        taken = {"chat_id", *(name for name, _ in QUERIES.values())}
        wrong = [
            one
            for one in telegram.violations
            if one.partition(" needs ")[2] not in taken and not one.endswith(ODD_IDS)
        ]
        report.exactly("calls against the rules", wrong[:3], [])
        telegram.violations.clear()
        nothing_lost(report, telegram, questions)
        report.at_most("next answer, s", slowest, scale.pick(STALL, 2.0))
        counts = counted(folder)
        report.exactly("counted", counts.total(), came(telegram))
        report.tell("answered", counts["answered"])
        report.at_most("failed", counts["failed"], scale.count(60, 5000))
