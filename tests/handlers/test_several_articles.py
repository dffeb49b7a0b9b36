"""Of several articles each is shown by a command of its own, and all are named as sources."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

import pytest
from telegram import Bot

from bot.transport import AiohttpRequest
from handlers.catalogues import LANGUAGES
from handlers.commands import Commands
from handlers.desk import HELLO, SCOPE, Desk
from handlers.reply import MESSAGE_LIMIT
from handlers.request import Request
from handlers.said import Audience
from handlers.sending import Sender
from handlers.showing import Showing
from knowledge import Article, Fact, Knowledge, Line
from tests.handlers.recorded_calls import application_on
from tests.handlers.test_menus import Profile, publish_menus
from tests.invented_knowledge import ARTICLE, FACTS, HARBOUR, InventedKnowledge
from tests.telegram_double import TelegramDouble

FLOOD = "The brook of Oakham rose by a foot."
BROOK = Article(
    "brook-1998",
    "en",
    {"en": "an undated article on the brook"},
    {"en": "It is undated."},
    {"en": "undated"},
    {"en": ()},
    {"en": ()},
    (Line(FLOOD, 1), Line("It fell again.", 2)),
)
RISEN = replace(FACTS[0], id="risen", article=BROOK.id, quote=FLOOD, companions=())
BOTH = "an invented article on Linden; an undated article on the brook"


class TwoArticles(InventedKnowledge):
    """The invented article, and another that is in English only."""

    def articles(self) -> tuple[Article, ...]:
        """Both."""
        return ARTICLE, BROOK

    def article(self, article_id: str) -> Article:
        """The one of that id."""
        return next(article for article in self.articles() if article.id == article_id)

    def facts(self) -> tuple[Fact, ...]:
        """Those of both."""
        return (*FACTS, RISEN)

    def fact(self, fact_id: str) -> Fact | None:
        """The fact of that id."""
        return next((fact for fact in self.facts() if fact.id == fact_id), None)


@pytest.fixture
def desk() -> Desk:
    """The desk that answers from both."""
    return Desk(cast(Knowledge, TwoArticles()))


def page(desk: Desk, name: str, words: str = "", language: str = "en") -> str:
    """What a page says in private."""
    return desk.page(name, Request(words, language, Audience.PRIVATE)).reply.text()


LISTED = (
    "Each article has a command, after which a paragraph's number may stand:\n"
    "• An invented article on Linden: /article_linden\n"
    "• An undated article on the brook: /article_brook_1998"
)


@pytest.mark.parametrize("words", ["", "1", "2-3", "who won the match?"])
def test_article_lists_them_with_a_command_for_each(desk: Desk, words: str) -> None:
    assert page(desk, "article", words) == LISTED


def test_words_after_article_are_asked(desk: Desk) -> None:
    assert page(desk, "article", "who holds linden?") == page(desk, "ask", "who holds linden?")


def test_each_is_shown_whole_and_by_its_paragraphs(desk: Desk) -> None:
    name = "An undated article on the brook"
    assert page(desk, "article_brook_1998") == f"{name}\n\n1 {FLOOD}\n\n2 It fell again."
    assert page(desk, "article_brook_1998", "2") == f"{name}\n\n2 It fell again."
    assert page(desk, "article_brook_1998", "7") == (
        "The article has paragraphs 1–2. /article_brook_1998 shows the whole text."
    )
    assert f"\n\n1 {HARBOUR}\n\n" in page(desk, "ARTICLE_LINDEN")


@pytest.mark.parametrize("words", ["", "2", "1-2", "7"])
def test_what_telegram_holds_back_is_made_anew_of_the_same_article(desk: Desk, words: str) -> None:
    said = desk.page("article_brook_1998", Request(words, "en", Audience.PRIVATE))
    assert desk.again(said.again, None).reply == said.reply


def test_sources_name_the_command_of_each(desk: Desk) -> None:
    first, second = page(desk, "sources").split("\n\nAn undated article on the brook\n")
    assert first.endswith("Its text: /article_linden")
    assert second.endswith("Its text: /article_brook_1998")


def test_no_menu_has_their_commands_nor_are_they_pictures_in_words(desk: Desk) -> None:
    assert "article_" not in page(desk, "help")
    for topics in (True, False):
        assert not any("_" in name for name, _ in desk.commands.menu("en", topics=topics))


@pytest.mark.parametrize("page_name", ["start", SCOPE, HELLO])
def test_all_are_named_as_sources(desk: Desk, page_name: str) -> None:
    said = page(desk, page_name)
    assert "from these sources only" in said
    assert BOTH in said
    assert "one source" not in said


@pytest.mark.parametrize("audience", list(Audience))
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_of_both_is_said_in_every_language(
    desk: Desk, language: str, audience: Audience
) -> None:
    names = [command.name for command in desk.commands]
    for name in (*names, SCOPE, HELLO):
        said = desk.page(name, Request("", language, audience, bot="LindenBot"))
        assert 0 < said.reply.length() <= MESSAGE_LIMIT
        assert "{" not in said.reply.html()


async def test_the_profile_names_them_where_there_is_room(desk: Desk) -> None:
    profile = Profile()
    async with application_on(profile) as application:
        await publish_menus(application.bot, desk)
    assert BOTH in profile.kept["description", None, None]
    assert profile.kept["short_description", None, None] == (
        "Answers from several sources, with their very words."
    )


@pytest.mark.parametrize("ids", [("a b", "a_b"), ("x" * 40, "x" * 41)])
def test_articles_of_nearly_one_name_have_a_command_each(
    ids: tuple[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    knowledge = TwoArticles()
    named = tuple(replace(BROOK, id=identity) for identity in ids)
    monkeypatch.setattr(knowledge, "articles", lambda: named)
    commands: Commands = Desk(cast(Knowledge, knowledge)).commands
    first, second = map(commands.article_command, ids)
    assert first != second
    assert all(commands.knows(name) and len(name) <= 32 for name in (first, second))


async def test_a_fact_is_shown_in_its_own_article(desk: Desk, telegram: TelegramDouble) -> None:
    bot = Bot(
        telegram.token,
        base_url=f"{telegram.root}/bot",
        request=AiohttpRequest(telegram.root, connections=4, read_timeout=2),
        get_updates_request=AiohttpRequest(telegram.root, connections=1, read_timeout=2),
    )
    ann = telegram.person()
    showing = Showing(desk, Sender())
    async with bot:
        for fact in (FACTS[0], RISEN, RISEN):
            await showing.show_in_article(bot, ann.chat.id, fact, "en")
    posted = [sent.text.partition("\n")[0] for sent in telegram.sent[:3:2]]
    assert len(telegram.sent) == 5, "an article is posted once while it's the last"
    assert posted == ["An invented article on Linden", "An undated article on the brook"]
    assert telegram.sent[-1].message["quote"]["text"] == FLOOD
