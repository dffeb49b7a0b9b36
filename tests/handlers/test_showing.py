"""A fact is shown in the article: Telegram itself finds its quote there, to the character."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from telegram import Bot
from telegram.constants import ParseMode
from telegram.ext import Defaults, ExtBot

from bot.transport import AiohttpRequest
from handlers.catalogues import LANGUAGES
from handlers.desk import Desk
from handlers.outcome import ANSWERED, Ended, Outcome, Turn, outcome_slip
from handlers.persisting import Patience
from handlers.recent import REMEMBERED_SECONDS
from handlers.sending import Sender
from handlers.showing import Showing
from knowledge import Fact, Knowledge
from tests.invented_knowledge import CATCH, CAUTION, FACTS, HARBOUR
from tests.telegram_double import Person, Sent, TelegramDouble

QUICK = Patience(total=5, first_pause=0.01, longest_pause=0.05, hold=0.05)
HELD, PIER, CLAIMED, _, STORM, SUBHEAD, _ = FACTS


class Clock:
    """Seconds that a test can move."""

    now = 0.0

    def __call__(self) -> float:
        """The time."""
        return self.now


@pytest.fixture
async def bot(telegram: TelegramDouble) -> AsyncIterator[Bot]:
    """The bot, which reads what it sends as HTML where nothing else is said."""
    bot: Bot = ExtBot(
        telegram.token,
        base_url=f"{telegram.root}/bot",
        request=AiohttpRequest(telegram.root, connections=4, read_timeout=2),
        get_updates_request=AiohttpRequest(telegram.root, connections=1, read_timeout=2),
        defaults=Defaults(parse_mode=ParseMode.HTML),
    )
    async with bot:
        yield bot


@pytest.fixture
def clock() -> Clock:
    """The time."""
    return Clock()


@pytest.fixture
def showing(desk: Desk, clock: Clock) -> Showing:
    """Shows facts of the invented article."""
    return Showing(desk, Sender(patience=QUICK), clock)


@pytest.fixture
def ann(telegram: TelegramDouble) -> Person:
    """Somebody who presses."""
    return telegram.person()


async def show(showing: Showing, bot: Bot, ann: Person, fact: Fact = HELD) -> Ended:
    """Show a fact in the private chat."""
    return await showing.show_in_article(bot, ann.chat.id, fact, "en")


def quoted(sent: Sent) -> str:
    """The words at the place in the article to which Telegram jumps from a message."""
    article = sent.message["reply_to_message"]["text"].encode("utf-16-le")
    quote = sent.message["quote"]
    start = 2 * quote["position"]
    return bytes(article[start : start + len(quote["text"].encode("utf-16-le"))]).decode(
        "utf-16-le"
    )


async def test_the_article_is_posted_and_its_own_words_are_replied_to(
    telegram: TelegramDouble, showing: Showing, bot: Bot, ann: Person
) -> None:
    assert await show(showing, bot, ann) == ANSWERED
    article, shown = telegram.sent
    assert f"\n\n1 {HARBOUR}\n\nWet days\n\n2 {CATCH}" in article.text
    assert shown.message["quote"]["text"] == quoted(shown) == HARBOUR
    assert shown.text.startswith("The Greys hold the harbour of Linden.\n— paragraph 1")
    assert telegram.refused == []


async def test_what_travels_with_the_fact_keeps_its_quote(
    telegram: TelegramDouble, showing: Showing, bot: Bot, ann: Person
) -> None:
    await show(showing, bot, ann, CLAIMED)
    shown = telegram.sent[-1]
    assert quoted(shown) == CATCH
    assert CATCH not in shown.text
    assert CAUTION in shown.text


async def test_a_quote_in_a_subhead_has_the_subheads_marks(
    telegram: TelegramDouble, showing: Showing, bot: Bot, ann: Person
) -> None:
    await show(showing, bot, ann, SUBHEAD)
    assert quoted(telegram.sent[-1]) == "Wet days"
    assert telegram.sent[-1].message["quote"]["entities"][0]["type"] == "bold"


async def test_the_article_is_posted_once_in_some_minutes_and_anew_after_them(
    telegram: TelegramDouble, showing: Showing, bot: Bot, ann: Person, clock: Clock
) -> None:
    for fact in (HELD, PIER, CLAIMED):
        await show(showing, bot, ann, fact)
    assert len(telegram.sent) == 4
    clock.now += REMEMBERED_SECONDS + 1
    await show(showing, bot, ann)
    assert [one.text.startswith("An invented article") for one in telegram.sent] == [
        *(True, False, False, False),
        *(True, False),
    ]


async def test_each_chat_gets_the_article(
    telegram: TelegramDouble, showing: Showing, bot: Bot, ann: Person
) -> None:
    ben = telegram.person(2)
    await show(showing, bot, ann)
    await show(showing, bot, ben)
    assert len(telegram.sent_to(ben.chat)) == 2


async def test_an_article_that_was_deleted_costs_no_answer_and_is_posted_anew_next_time(
    telegram: TelegramDouble, showing: Showing, bot: Bot, ann: Person
) -> None:
    await show(showing, bot, ann)
    ann.chat.messages.clear()
    assert await show(showing, bot, ann) == ANSWERED
    fallen_back = telegram.sent[-1]
    assert "quote" not in fallen_back.message
    assert HARBOUR in fallen_back.text
    assert {"type": "blockquote"}.items() <= fallen_back.message["entities"][0].items()
    await show(showing, bot, ann)
    assert quoted(telegram.sent[-1]) == HARBOUR


@pytest.mark.parametrize("refusal", ["QUOTE_TEXT_INVALID", "message to be replied not found"])
async def test_where_telegram_says_no_the_quote_stands_in_the_answer(
    telegram: TelegramDouble, showing: Showing, bot: Bot, ann: Person, refusal: str
) -> None:
    await show(showing, bot, ann)
    ann.chat.messages[1]["text"] = "Something else"
    ann.chat.messages[1].pop("entities", None)
    if refusal != "QUOTE_TEXT_INVALID":
        del ann.chat.messages[1]
    assert await show(showing, bot, ann) == ANSWERED
    assert telegram.refused == [("sendMessage", f"Bad Request: {refusal}")]
    assert HARBOUR in telegram.sent[-1].text


async def test_what_the_article_does_not_have_is_not_looked_for_in_it(
    telegram: TelegramDouble, showing: Showing, bot: Bot, ann: Person
) -> None:
    """As of an article too long for a message, or a second one."""
    assert await show(showing, bot, ann, STORM) == ANSWERED
    [sent] = telegram.sent
    assert STORM.quote in sent.text
    assert "blockquote" in {entity["type"] for entity in sent.message["entities"]}


@pytest.mark.parametrize("accepted", [0, 1])
async def test_what_telegram_holds_back_is_parked_as_an_answer_with_its_quote(
    telegram: TelegramDouble, desk: Desk, showing: Showing, bot: Bot, ann: Person, accepted: int
) -> None:
    """Before the article, or after it: that one isn't repeated."""
    if accepted:
        await show(showing, bot, ann)
        telegram.sent.clear()
    telegram.faults.flood(600, times=1)
    with outcome_slip(may_hold=True, turn=Turn.WAIT):
        ended = await show(showing, bot, ann)
    assert (ended.outcome, telegram.sent) == (Outcome.PARKED, [])
    assert ended.held is not None
    resumed = desk.again(ended.held.again, bot.username)
    assert HARBOUR in resumed.reply.text()


async def test_who_blocked_the_bot_meanwhile_is_undeliverable(
    telegram: TelegramDouble, showing: Showing, bot: Bot, ann: Person
) -> None:
    ann.chat.refusal = "bot was blocked by the user"
    assert (await show(showing, bot, ann)).outcome is Outcome.UNDELIVERABLE
    assert len(telegram.refused) == 1


@pytest.mark.parametrize("language", LANGUAGES)
async def test_telegram_finds_every_fact_of_the_real_article(
    telegram: TelegramDouble, bot: Bot, ann: Person, real: Knowledge, language: str
) -> None:
    showing = Showing(Desk(real), Sender(patience=QUICK))
    for fact in real.facts():
        await showing.show_in_article(bot, ann.chat.id, fact, language)
        shown = telegram.sent[-1]
        assert fact.quote in quoted(shown), fact.id
        own = [line.text for line in real.article(fact.article).lines
               if line.paragraph == fact.paragraph and fact.quote in line.text]  # fmt: skip
        assert quoted(shown) in own[0]
    assert telegram.refused == []
    assert len(telegram.sent) == len(real.articles()) + len(real.facts())
