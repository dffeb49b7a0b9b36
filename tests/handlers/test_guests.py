"""Guest mode over HTTP: called by name where it's no member, the bot gets one reply."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from handlers.flood import Allowance
from tests.bot.invented_bot import InventedBot, invented_bot
from tests.telegram_double import BOT, Chat, Fault, Person, TelegramDouble

NAME = BOT["username"]
OTHER_BOT = {"id": 12, "is_bot": True, "first_name": "Other", "username": "OtherBot"}
TOO_OLD = "Bad Request: query is too old and response timeout expired or query ID is invalid"


@pytest.fixture
async def bot(telegram: TelegramDouble, tmp_path: Path) -> AsyncIterator[InventedBot]:
    """The bot, running."""
    async with invented_bot(telegram, tmp_path, Allowance(per_person=3, per_group=0)) as running:
        yield running


@pytest.fixture
def elsewhere() -> Chat:
    """A group that Telegram would let the bot send nothing to."""
    return Chat({"id": -1_000_000_009_999, "type": "supergroup", "title": "Others"})


@pytest.fixture
def ann(telegram: TelegramDouble) -> Person:
    """Who calls."""
    return telegram.person()


def said_by_ben(chat: Chat, text: str, **more: Any) -> dict[str, Any]:
    """Somebody else's message in `chat`."""
    ben = {"id": 77, "is_bot": False, "first_name": "Ben"}
    number = chat.next_message_id()
    chat.messages[number] = {
        "message_id": number, "date": 1, "chat": chat.shown, "from": ben, "text": text
    } | more  # fmt: skip
    return chat.messages[number]


async def posted(telegram: TelegramDouble, query: str) -> dict[str, Any]:
    """What the guest's one reply is."""
    await telegram.until(lambda: query in telegram.api.posts)
    [post] = telegram.api.posts[query]
    assert telegram.sent == [], "a guest can't send"
    return post


@pytest.mark.usefixtures("bot")
async def test_a_guest_answers_in_a_groups_short_form(
    telegram: TelegramDouble, ann: Person, elsewhere: Chat
) -> None:
    query, _ = ann.calls_guest(f"@{NAME} who holds Linden?", elsewhere)
    post = await posted(telegram, query)
    assert post["text"].startswith("The Greys hold the harbour of Linden.")
    assert post["text"].endswith("— paragraph 1, invented")
    assert "blockquote" in [one["type"] for one in post["entities"]]
    assert post["link_preview_options"] == {"is_disabled": True}


@pytest.mark.usefixtures("bot")
async def test_it_does_so_between_two_people_too(telegram: TelegramDouble, ann: Person) -> None:
    """A chat of two is no private chat with the bot, and the form is a group's."""
    between = Chat({"id": 4711, "type": "private", "first_name": "Ben"})
    query, _ = ann.calls_guest(f"@{NAME} who holds Linden?", between)
    assert (await posted(telegram, query))["text"].endswith("— paragraph 1, invented")


@pytest.mark.usefixtures("bot")
@pytest.mark.parametrize(
    ("text", "begins"),
    [
        (f"@{NAME} who holds elsewhere?", "The article never names Elsewhere <b>."),
        (f"@{NAME}", "I answer from one source only"),
        (f"/harbour@{NAME}", "Harbour – who holds it"),
        (f"@{NAME} /place linden", "Linden"),
        (f"thanks @{NAME}", "You're welcome."),
        (f"@{NAME} hi", "Hello!"),
    ],
)
async def test_whoever_calls_it_is_told_something(
    telegram: TelegramDouble, ann: Person, elsewhere: Chat, text: str, begins: str
) -> None:
    query, _ = ann.calls_guest(text, elsewhere)
    assert (await posted(telegram, query))["text"].startswith(begins)


@pytest.mark.usefixtures("bot")
@pytest.mark.parametrize("text", [f"@{NAME}", f"@{NAME} is that true?", f"/check@{NAME}"])
async def test_called_below_somebodys_message_it_checks_that_message(
    telegram: TelegramDouble, ann: Person, elsewhere: Chat, text: str
) -> None:
    claim = said_by_ben(elsewhere, "the greys hold linden")
    query, _ = ann.calls_guest(text, elsewhere, reply_to=claim)
    post = await posted(telegram, query)
    assert post["text"].startswith("The article says so.")
    assert "Ben" not in post["text"]


@pytest.mark.usefixtures("bot")
async def test_a_guest_shows_a_picture_that_telegram_has_and_else_tells_it(
    telegram: TelegramDouble, ann: Person, elsewhere: Chat
) -> None:
    first, _ = ann.calls_guest(f"/fish@{NAME}", elsewhere)
    await telegram.until(lambda: first in telegram.api.posts)
    [told] = telegram.api.posts[first]
    assert told["text"].startswith("Fish – what was caught")
    ann.writes("/fish")
    await telegram.until_all_confirmed()
    second, _ = ann.calls_guest(f"/fish@{NAME}", elsewhere)
    await telegram.until(lambda: second in telegram.api.posts)
    [shown] = telegram.api.posts[second]
    assert "photo" in shown
    assert "9,000 herrings" in shown["caption"]


@pytest.mark.usefixtures("bot")
async def test_a_question_from_afar_cannot_be_sent_to_the_editors(
    telegram: TelegramDouble, ann: Person, elsewhere: Chat
) -> None:
    """A press there comes without the message, and so without the question."""
    query, _ = ann.calls_guest(f"@{NAME} how many crabs?", elsewhere)
    post = await posted(telegram, query)
    assert post["text"].startswith("The article doesn't say that.")
    assert "reply_markup" not in post


@pytest.mark.usefixtures("bot")
async def test_a_reply_to_its_own_words_is_a_follow_up(
    telegram: TelegramDouble, ann: Person, elsewhere: Chat
) -> None:
    first, _ = ann.calls_guest(f"@{NAME} how many herrings?", elsewhere)
    post = await posted(telegram, first)
    ben = telegram.person(2, "Ben")
    own = said_by_ben(elsewhere, post["text"], entities=post["entities"], **{"from": BOT})
    second, _ = ben.calls_guest(f"@{NAME} says who?", elsewhere, reply_to=own)
    assert (await posted(telegram, second))["text"].startswith("The Greys claim 9,000 herrings")


async def test_what_is_said_elsewhere_is_kept_apart_from_a_chat_of_the_same_id(
    telegram: TelegramDouble, bot: InventedBot, ann: Person
) -> None:
    ann.writes("how many herrings?")
    await telegram.answer_to(ann.chat)
    query, _ = ann.calls_guest(f"@{NAME} says who?", Chat(dict(ann.chat.shown)))
    await telegram.until(lambda: query in telegram.api.posts)
    assert bot.knowledge.asked[-1][2] is None


@pytest.mark.parametrize(
    ("text", "more", "rule"),
    [
        (f"@{NAME} hi", {"from": OTHER_BOT}, "another bot's message"),
        ("/fish@OtherBot", {}, "another bot's command"),
        (None, {"dice": {"emoji": "🎲", "value": 3}}, "no words in it"),
        (f"@{NAME} hi", {"via_bot": BOT}, "sent by way of this bot"),
    ],
)
async def test_what_it_declines_is_declined_by_the_same_rules(
    telegram: TelegramDouble,
    bot: InventedBot,
    ann: Person,
    elsewhere: Chat,
    text: str | None,
    more: dict[str, Any],
    rule: str,
) -> None:
    ann.calls_guest(text, elsewhere, **more)
    await telegram.until_all_confirmed()
    assert bot.counts() == {("declined", rule): 1}
    assert telegram.api.posts == {}


async def test_a_guest_message_is_handled_once_and_never_as_a_message(
    telegram: TelegramDouble, bot: InventedBot, ann: Person, elsewhere: Chat
) -> None:
    """The library's filter for text takes guest messages too, and would try to send."""
    ann.calls_guest(f"@{NAME} who holds Linden?", elsewhere)
    await telegram.until_all_confirmed()
    assert bot.counts() == {("answered", None): 1}
    assert len(telegram.calls_at["answerGuestQuery"]) == 1
    assert "sendMessage" not in telegram.calls_at


async def test_a_flood_is_met_as_elsewhere(
    telegram: TelegramDouble, bot: InventedBot, ann: Person, elsewhere: Chat
) -> None:
    calls = [ann.calls_guest(f"@{NAME} who holds Linden?", elsewhere)[0] for _ in range(6)]
    await telegram.until_all_confirmed()
    told = [telegram.api.posts[each][0]["text"] for each in calls if each in telegram.api.posts]
    assert len(told) == 4
    assert told[3].startswith("That was a lot for one minute")
    assert bot.counts() == {("answered", None): 3, ("declined", "flood"): 3}


async def test_a_call_that_is_too_old_is_expired(
    telegram: TelegramDouble, bot: InventedBot, ann: Person, elsewhere: Chat
) -> None:
    telegram.faults.add(Fault(methods=("answerGuestQuery",), status=400, description=TOO_OLD))
    ann.calls_guest(f"@{NAME} who holds Linden?", elsewhere)
    await telegram.until_all_confirmed()
    assert bot.counts() == {("expired", "guest query too old"): 1}


async def test_it_says_sorry_where_it_fails(
    telegram: TelegramDouble,
    bot: InventedBot,
    ann: Person,
    elsewhere: Chat,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(*given: object, **more: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(bot.knowledge, "ask", fail)
    query, _ = ann.calls_guest(f"@{NAME} who holds Linden?", elsewhere)
    assert (await posted(telegram, query))["text"].startswith("Something went wrong on my side.")
    await telegram.until_all_confirmed()
    assert bot.counts() == {("failed", "handler raised"): 1}


@pytest.mark.usefixtures("bot")
async def test_marks_that_telegram_refuses_cost_no_answer(
    telegram: TelegramDouble, ann: Person, elsewhere: Chat
) -> None:
    broken = "Bad Request: can't parse entities: Unexpected end tag at byte offset 1"
    telegram.faults.add(
        Fault(methods=("answerGuestQuery",), status=400, description=broken, times=1)
    )
    query, _ = ann.calls_guest(f"@{NAME} who holds Linden?", elsewhere)
    post = await posted(telegram, query)
    assert post["entities"] == []
    assert "held by the <Grey> & the Green" in post["text"]
