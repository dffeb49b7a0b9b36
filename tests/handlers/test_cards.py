"""What `@bot …` offers, over HTTP, and what choosing it posts."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from handlers.catalogues import LANGUAGES
from knowledge import Answer, Kind
from tests.bot.invented_bot import InventedBot, invented_bot
from tests.handlers.typing_inline import Typing
from tests.invented_knowledge import FACTS, HARBOUR, PICTURES, PNG
from tests.telegram_double import BOT, TelegramDouble

NAME = BOT["username"]


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
    assert {"type": "blockquote", "length": len(HARBOUR)}.items() <= next(
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


async def test_a_statement_too_long_for_a_title_goes_on_below_it(
    types: Typing, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is said last may be a caution."""
    monkeypatch.setattr("handlers.cards._TITLE", 40)
    first = (await types("did they catch 9,000?")).results[0]
    assert first["title"] == "Yes, so it is claimed. The Greys claim…"
    assert first["description"] == "…9,000 herrings; view the figure with great caution."
    [catch] = [one for one in (await types("fish")).results if one["id"] == "f_catch"]
    assert catch["title"] == "The Greys claim 9,000 herrings"
    assert catch["description"] == "view the figure with great caution."


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


async def test_a_picture_of_its_own_is_found_by_its_command_and_title(
    types: Typing, telegram: TelegramDouble
) -> None:
    """In words, until Telegram has it."""
    in_words = await types("cha")
    assert "All of it in words" not in in_words.posts[0]["text"]
    telegram.person().writes("/chart")
    await telegram.until_all_confirmed()
    for typed in ("cha", "Who holds what"):
        offer = await types(typed)
        assert offer.titles == in_words.titles == [PICTURES[0].title["en"]]
        assert offer.results[0]["type"] == "photo"
    assert (await types("what")).results == []


async def test_who_is_still_typing_is_shown_what_begins_so_in_their_own_language(
    types: Typing, bot: InventedBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Three letters of one language may be a word of another."""
    taken_for_german = Answer(Kind.OFF_TOPIC, "de")
    monkeypatch.setattr(bot.knowledge, "ask", lambda words, language: taken_for_german)
    offer = await types("har")
    assert offer.titles[0] == "Harbour"
    assert offer.personal


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
