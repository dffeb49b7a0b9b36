"""The least article, as articles/README.md shows it, builds beside another and is shown."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from handlers.catalogues import LANGUAGES
from handlers.commands import ARTICLE, HELP, PLACES, SOURCES, START
from handlers.desk import Desk
from handlers.request import Request
from handlers.said import Audience
from knowledge import Exchange, Kind, open_knowledge
from knowledge.build import build
from knowledge.check import check_articles, untranslated
from knowledge.source import read_article
from tests.knowledge.sources import GAZETTEER, INVENTED, REAL, copy_of_invented, spoil

README = (REAL / "README.md").read_text(encoding="utf-8")
SECTION = README.partition("## Add an article")[2]
FOLDER = re.compile(r"`articles/([a-z0-9-]+)`")
FILE = re.compile(r"^`([a-z]+\.(?:md|toml))`\n\n```[a-z]+\n(.*?)```$", re.DOTALL | re.MULTILINE)
PAGES = (START, HELP, SOURCES, ARTICLE, PLACES, "boats")
INFERRED = "Only inferred"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The example, in a folder of its own."""
    found = FOLDER.search(SECTION)
    assert found is not None
    folder = tmp_path / "articles" / found[1]
    folder.mkdir(parents=True)
    for name, content in FILE.findall(SECTION):
        (folder / name).write_text(content, encoding="utf-8")
    return folder


def desk(folder: Path) -> Desk:
    """A desk that answers from the articles beside `folder`."""
    out = folder.parent.parent / "knowledge.db"
    build(folder.parent, out, GAZETTEER)
    return Desk(open_knowledge(out))


def page(desk: Desk, command: str, language: str = "en") -> str:
    """What a command without words gets."""
    return desk.page(command, Request("", language, Audience.PRIVATE)).reply.text()


def test_the_example_is_in_order_alone_and_beside_another(folder: Path, tmp_path: Path) -> None:
    assert check_articles(folder.parent, GAZETTEER) == []
    copy_of_invented(tmp_path / "other").joinpath("islands-2031").rename(
        folder.parent / "islands-2031"
    )
    assert check_articles(folder.parent, GAZETTEER) == []


def test_each_of_its_wordings_is_answered_alone_and_beside_another(
    folder: Path, tmp_path: Path
) -> None:
    alone = desk(folder)
    copy_of_invented(tmp_path / "other").joinpath("islands-2031").rename(
        folder.parent / "islands-2031"
    )
    for shown in (alone, desk(folder)):
        for wording in read_article(folder).wordings:
            said = shown.ask(Request(wording.text, "en", Audience.PRIVATE))
            assert said.kind is Kind.ANSWERED, wording.text
            assert said.exchange == Exchange(wording.text, (wording.of,))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_is_shown_in_a_language_without_a_translation(
    folder: Path, language: str
) -> None:
    shown = desk(folder)
    for command in PAGES:
        assert page(shown, command, language)
    assert INFERRED not in page(shown, SOURCES)


@pytest.mark.parametrize("inferred", ["[inferred]\nen = []", "[inferred]", "[known]\nen = ['X']"])
def test_an_article_of_which_nothing_is_inferred_says_no_word_of_that(
    folder: Path, inferred: str
) -> None:
    with (folder / "article.toml").open("a", encoding="utf-8") as file:
        file.write(f"\n{inferred}\n")
    assert INFERRED not in page(desk(folder), SOURCES)


def test_what_is_inferred_is_told_apart(folder: Path) -> None:
    with (folder / "article.toml").open("a", encoding="utf-8") as file:
        file.write('\n[inferred]\nen = ["It may be of 1999."]\n')
    assert f"{INFERRED}, not printed in it:\n• It may be of 1999." in page(desk(folder), SOURCES)


def test_an_article_that_is_not_told_in_english_is_shown_in_its_own_language(folder: Path) -> None:
    text = (folder / "article.toml").read_text(encoding="utf-8")
    (folder / "article.toml").write_text(re.sub(r"\ben\b", "de", text), encoding="utf-8")
    spoil(folder / "names.toml", "en = ", "de = ")
    shown = desk(folder)
    for language in LANGUAGES:
        assert all(page(shown, command, language) for command in PAGES)


@pytest.mark.parametrize("name", ["article.md", "article.toml", "facts.toml", "topics.toml"])
def test_the_files_that_are_said_to_be_needed_are(folder: Path, name: str) -> None:
    (folder / name).unlink()
    assert check_articles(folder.parent, GAZETTEER) != []


def test_names_may_be_none_and_wordings_another_articles(folder: Path, tmp_path: Path) -> None:
    (folder / "names.toml").write_text("", encoding="utf-8")
    spoil(folder / "facts.toml", '["westholm"]', "[]")
    (folder / "questions.toml").unlink()
    [problem] = check_articles(folder.parent, GAZETTEER)
    assert "no article has a wording" in problem.what
    copy_of_invented(tmp_path / "other").joinpath("islands-2031").rename(
        folder.parent / "islands-2031"
    )
    assert check_articles(folder.parent, GAZETTEER) == []


def test_languages_without_a_translation_are_hinted_at(folder: Path) -> None:
    [hint] = untranslated(folder.parent, LANGUAGES)
    assert f"articles/{folder.name} isn't translated into de, ru, sv, uk;" in hint
    assert list(untranslated(INVENTED, ("en", "de"))) == []
