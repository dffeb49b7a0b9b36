"""`@bot …` in any chat, over HTTP: what is offered, and what choosing it posts."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from handlers.catalogues import LANGUAGES
from tests.bot.invented_bot import InventedBot, invented_bot
from tests.bot.processes import BotProcess
from tests.bot.test_webhook import hooked
from tests.invented_knowledge import FACTS, HARBOUR, PICTURES, PNG
from tests.telegram_double import BOT, Chat, Fault, Person, TelegramDouble

NAME = BOT["username"]
TOO_OLD = "Bad Request: query is too old and response timeout expired or query ID is invalid"


class Offer:
    """What somebody is shown."""

    def __init__(self, telegram: TelegramDouble, query: str) -> None:
        """The answer to `query`."""
        self.given = telegram.api.answers[query]
        self.results: list[dict[str, Any]] = json.loads(self.given["results"])
        self.posts = telegram.api.posts[query]
        button = self.given.get("button")
        self.button: dict[str, str] | None = None if button is None else json.loads(button)

    @property
    def titles(self) -> list[str]:
        """What there is to choose."""
        return [one["title"] for one in self.results]

    @property
    def personal(self) -> bool:
        """Whether Telegram may show it to this person alone."""
        return bool(self.given["is_personal"] == "true")


class Typing:
    """Somebody who types, and sees what's offered."""

    def __init__(self, telegram: TelegramDouble) -> None:
        """Types to the bot."""
        self.telegram = telegram
        self.typed = 0

    async def __call__(self, words: str, person: Person | None = None) -> Offer:
        """What is offered for `words`."""
        self.typed += 1
        who = person or self.telegram.person()
        query, _ = who.types_inline(words, self.typed)
        await self.telegram.until(lambda: query in self.telegram.api.answers)
        return Offer(self.telegram, query)


@pytest.fixture
async def bot(telegram: TelegramDouble, tmp_path: Path) -> AsyncIterator[InventedBot]:
    """The bot, running."""
    async with invented_bot(telegram, tmp_path) as running:
        yield running


@pytest.fixture
def types(telegram: TelegramDouble, bot: InventedBot) -> Typing:
    """Somebody who types to it."""
    return Typing(telegram)


async def test_the_answer_comes_first_and_posts_its_quote(types: Typing) -> None:
    offer = await types("who holds Linden?")
    assert offer.results[0]["title"] == "The Greys hold the harbour of Linden."
    assert offer.results[0]["description"] == "Harbour"
    post = offer.posts[0]
    assert post["text"].startswith("The Greys hold the harbour of Linden.\nThe harbour of Linden")
    assert post["text"].endswith("— paragraph 1, invented")
    assert {"type": "expandable_blockquote", "length": len(HARBOUR)}.items() <= next(
        one for one in post["entities"] if "blockquote" in one["type"]
    ).items()
    assert [one["url"] for one in post["entities"] if "url" in one] == [
        f"https://t.me/{NAME}?start=f_harbour-held"
    ]
    assert post["link_preview_options"] == {"is_disabled": True}


async def test_it_posts_what_a_group_is_told(types: Typing, telegram: TelegramDouble) -> None:
    offer = await types("how many herrings?")
    ann, group = telegram.person(), telegram.group()
    ann.writes(f"/ask@{NAME} how many herrings?", group)
    assert offer.posts[0]["text"] == (await telegram.answer_to(group)).text


async def test_other_facts_of_the_same_name_and_topic_follow(types: Typing) -> None:
    offer = await types("who holds Linden?")
    assert offer.titles[1:] == ["Nobody holds the pier."]
    assert offer.posts[1]["text"].startswith("Nobody holds the pier.\nits pier isn’t")


async def test_a_claimed_fact_never_goes_without_its_caution(types: Typing) -> None:
    offer = await types("will there be a storm?")
    [catch] = [
        post
        for one, post in zip(offer.results, offer.posts, strict=True)
        if one["id"] == "f_catch"
    ]
    assert "The catch should be viewed with great caution." in catch["text"]


async def test_a_verdict_stands_in_the_title(types: Typing) -> None:
    offer = await types("is the pier theirs?")
    assert offer.titles[0] == "No. Nobody holds the pier."
    assert offer.posts[0]["text"].startswith("No. Nobody holds the pier.")


async def test_two_readings_are_a_card_each(types: Typing) -> None:
    offer = await types("linden?")
    assert offer.titles == [fact.statement["en"] for fact in FACTS[:2]]
    assert offer.button is None


async def test_nothing_typed_offers_the_topics(types: Typing) -> None:
    offer = await types("")
    assert offer.titles == ["Harbour", "Fish"]
    assert [one["description"] for one in offer.results] == ["who holds it", "what was caught"]
    assert "9,000 herrings" in offer.posts[1]["text"]
    assert offer.button is None


@pytest.mark.parametrize(
    ("typed", "titles"),
    [
        ("har", ["Harbour", *(fact.statement["en"] for fact in FACTS[:2])]),
        ("OAK", ["The mast takes two years, the guild estimates."]),
        ("lindé", [fact.statement["en"] for fact in FACTS[:2]]),
    ],
)
async def test_a_name_or_topic_that_is_being_typed_is_found(
    types: Typing, typed: str, titles: list[str]
) -> None:
    offer = await types(typed)
    assert offer.titles == titles
    assert offer.button is None


@pytest.mark.parametrize(
    ("question", "label"),
    [
        ("who holds elsewhere?", "Never named in the article. Ask me in private"),
        ("how many crabs?", "The article doesn't say that. Ask me in private"),
        ("who won the match?", "The article doesn't say that. Ask me in private"),
    ],
)
async def test_a_question_that_is_not_answered_gets_no_card_and_a_way_to_the_private_chat(
    types: Typing, telegram: TelegramDouble, question: str, label: str
) -> None:
    offer = await types(question)
    assert offer.results == []
    assert offer.button == {"text": label, "start_parameter": "ask"}
    ann = telegram.person()
    ann.writes(f"/start {offer.button['start_parameter']}")
    assert (await telegram.answer_to(ann.chat)).text.startswith("Frontline Facts")


async def test_a_greeting_is_no_question(types: Typing) -> None:
    offer = await types("hi")
    assert offer.titles == ["Harbour", "Fish"]


async def test_it_speaks_the_language_of_the_words_else_the_persons(
    types: Typing, telegram: TelegramDouble
) -> None:
    ukrainian = await types("хто тримає linden?")
    assert ukrainian.titles[0].endswith("[uk]")
    german = await types("", telegram.person(2, "Ben", language="de"))
    assert german.titles == ["Harbour [de]", "Fish [de]"]


async def test_it_is_kept_for_one_person_where_their_language_decides(
    types: Typing, bot: InventedBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert not (await types("who holds Linden?")).personal
    assert (await types("")).personal
    monkeypatch.setattr(bot.knowledge, "language_of", lambda text, hint=None: hint or "en")
    assert (await types("linden?")).personal


@pytest.mark.parametrize("language", LANGUAGES)
async def test_every_label_fits_the_button(
    types: Typing, telegram: TelegramDouble, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    person = telegram.person(language=language)
    for question in ("who holds elsewhere?", "how many crabs?", "hi"):
        offer = await types(question, person)
        assert offer.button is not None
        assert len(offer.button["text"]) <= 64


async def test_a_picture_is_offered_once_telegram_has_it(
    types: Typing, bot: InventedBot, telegram: TelegramDouble
) -> None:
    before = await types("how many herrings?")
    assert {one["type"] for one in before.results} == {"article"}
    picture = PICTURES[1]
    ann = telegram.person()
    ann.writes("/fish")
    await telegram.until_all_confirmed()
    file_id = bot.file_ids.known(BOT["id"], picture.digest)
    assert file_id is not None, "the picture went along with the command"
    offer = await types("how many herrings?")
    photo, post = offer.results[1], offer.posts[1]
    assert (photo["type"], photo["title"]) == ("photo", picture.title["en"])
    assert telegram.api.messages.photos.by_id[photo["photo_file_id"]] == PNG
    assert "9,000 herrings" in post["caption"]
    assert any("blockquote" in one["type"] for one in post["caption_entities"])


async def test_the_topics_come_with_their_pictures(
    types: Typing, bot: InventedBot, telegram: TelegramDouble
) -> None:
    before = await types("")
    assert "All of it in words" not in before.posts[1]["text"]
    ann = telegram.person()
    for command in ("/chart", "/fish"):
        ann.writes(command)
    await telegram.until_all_confirmed()
    offer = await types("")
    assert offer.titles == [PICTURES[0].title["en"], "Harbour", "Fish"]
    assert [one["type"] for one in offer.results] == ["photo", "article", "photo"]


async def test_a_command_in_a_post_leads_to_the_private_chat(
    types: Typing, telegram: TelegramDouble
) -> None:
    """Where the bot isn't, a tap on it would send it to whoever is there."""
    post = (await types("how many herrings?")).posts[0]
    assert post["text"].endswith("The article says more: /fish")
    [*_, last] = [one["url"] for one in post["entities"] if "url" in one]
    assert last == f"https://t.me/{NAME}?start=fish"
    ann = telegram.person()
    ann.writes("/start fish")
    assert "9,000 herrings" in (await telegram.answer_to(ann.chat)).text


async def test_votes_and_the_way_into_the_article_stand_below_a_post(types: Typing) -> None:
    post = (await types("who holds Linden?")).posts[0]
    [row] = post["reply_markup"]["inline_keyboard"]
    assert [one["text"] for one in row] == ["In the article", "👍", "👎"]
    assert row[0]["url"] == f"https://t.me/{NAME}?start=f_harbour-held"


async def test_a_picture_that_telegram_no_longer_knows_costs_no_answer(
    types: Typing, bot: InventedBot, telegram: TelegramDouble
) -> None:
    bot.file_ids.note(BOT["id"], PICTURES[1].digest, "AgACgone")
    offer = await types("how many herrings?")
    assert {one["type"] for one in offer.results} == {"article"}
    assert offer.posts[0]["text"].startswith("The Greys claim 9,000 herrings")
    assert "link_preview_options" in offer.posts[0]


@pytest.mark.parametrize(
    "typed",
    [
        "<b>&amp;</i>",
        "'; drop table facts; --",
        "\u202e\u0000\ud83d" + "a" * 200,
        "💥" * 128,
        "*_`[](tg://user?id=1)",
        " \n\t ",
        "/start f_catch",
        "http://127.0.0.1/?q=%00",
        "%s{words}{0}",
    ],
)
async def test_hostile_words_are_never_refused(
    types: Typing, telegram: TelegramDouble, typed: str
) -> None:
    offer = await types(typed)
    assert offer.results or offer.button
    assert telegram.refused == []


async def test_ids_are_the_same_for_the_same_card(types: Typing) -> None:
    first, again = await types("who holds Linden?"), await types("who holds Linden?")
    assert [one["id"] for one in first.results] == [one["id"] for one in again.results]
    assert first.given["cache_time"] == "300"


async def test_ten_cards_are_the_most(
    types: Typing, bot: InventedBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    import handlers.cards

    monkeypatch.setattr(handlers.cards, "MOST_CARDS", 2)
    assert len((await types("will there be a storm?")).results) == 2


async def test_it_says_sorry_where_it_fails(
    types: Typing, bot: InventedBot, telegram: TelegramDouble, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*given: object, **more: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(bot.knowledge, "ask", fail)
    offer = await types("who holds Linden?")
    assert offer.results == []
    assert offer.button is not None
    assert offer.button["text"].startswith("Something went wrong on my side.")
    assert offer.given["cache_time"] == "0"
    await telegram.until_all_confirmed()
    assert bot.counts() == {("failed", "handler raised"): 1}


async def test_by_webhook_it_is_the_same_as_is_a_guest(
    telegram: TelegramDouble, tmp_path: Path
) -> None:
    environment = {name.upper(): value for name, value in hooked(telegram).items()}
    elsewhere = Chat({"id": -1_000_000_009_999, "type": "supergroup", "title": "Others"})
    ann, module = telegram.person(), "tests.bot.invented_process"
    async with BotProcess(telegram, tmp_path, module=module, environment=environment):
        inline, _ = ann.types_inline("who holds Linden?")
        guest, _ = ann.calls_guest(f"@{NAME} who holds Linden?", elsewhere)
        await telegram.until(lambda: {inline, guest} <= set(telegram.api.posts))
    assert telegram.api.posts[inline][0]["text"] == telegram.api.posts[guest][0]["text"]


async def test_a_query_that_is_too_old_is_expired_and_not_failed(
    telegram: TelegramDouble, tmp_path: Path
) -> None:
    telegram.faults.add(
        Fault(methods=("answerInlineQuery",), status=400, description=TOO_OLD, times=1)
    )
    async with invented_bot(telegram, tmp_path) as bot:
        telegram.person().types_inline("who holds Linden?")
        await telegram.until_all_confirmed()
        telegram.person(2).types_inline("who holds Linden?", 2)
        await telegram.until_all_confirmed()
    assert bot.counts() == {("expired", "inline query too old"): 1, ("answered", None): 1}


async def test_a_fault_of_telegrams_is_waited_out(
    telegram: TelegramDouble, tmp_path: Path
) -> None:
    telegram.faults.add(Fault(methods=("answerInlineQuery",), status=502, times=2))
    telegram.faults.flood(0.1, methods=("answerInlineQuery",), times=1)
    async with invented_bot(telegram, tmp_path) as bot:
        telegram.person().types_inline("who holds Linden?")
        await telegram.until_all_confirmed()
    assert bot.counts() == {("answered", None): 1}


async def test_typing_costs_nobody_their_answers(
    types: Typing, bot: InventedBot, telegram: TelegramDouble
) -> None:
    """A query comes with each pause, far more than twenty a minute."""
    ann = telegram.person()
    for number in range(25):
        await types("who holds Linden?"[: 1 + number % 17], ann)
    ann.writes("who holds Linden?")
    assert (await telegram.answer_to(ann.chat)).text.startswith("The Greys hold")


async def test_what_was_chosen_is_not_answered_and_can_be_followed_up(
    types: Typing, telegram: TelegramDouble, bot: InventedBot
) -> None:
    offer = await types("how many herrings?")
    ann, ben, group = telegram.person(), telegram.person(2, "Ben"), telegram.group()
    post = offer.posts[0]
    chosen = ann.writes(post["text"], group, entities=post["entities"], via_bot=BOT)
    ben.writes(f"@{NAME} says who?", group, reply_to=chosen.message)
    sent = await telegram.answer_to(group)
    await telegram.until_all_confirmed()
    assert telegram.sent_to(group) == [sent]
    assert sent.text.startswith("The Greys claim 9,000 herrings")
    assert bot.counts()["declined", "sent by way of this bot"] == 1
