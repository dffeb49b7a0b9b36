"""A file that nobody reads is named, with the name that was meant."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.check import check_articles
from knowledge.check.files import KINDS
from tests.knowledge.sources import GAZETTEER, INVENTED, copy_of_invented


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An article's folder in which nothing is wrong, with claims."""
    folder = copy_of_invented(tmp_path) / "islands-2031"
    (folder / "claims.toml").write_text('[ekvik-held]\nyes = ["ekvik has been held"]\n')
    return folder


def told(folder: Path) -> str:
    """What the check says of the articles beside `folder`."""
    return "\n".join(map(str, check_articles(folder.parent, GAZETTEER)))


def test_what_is_read_is_no_problem(folder: Path) -> None:
    assert told(folder) == ""


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("claims.toml", "claim.toml"),
        ("claims.toml", "Claims.toml"),
        ("questions.de.toml", "question.de.toml"),
        ("questions.de.toml", "questions.DE.toml"),
        ("translation.de.toml", "translations.de.toml"),
    ],
)
def test_a_misspelt_name_is_told_with_the_one_that_was_meant(
    folder: Path, name: str, typed: str
) -> None:
    (folder / name).rename(folder / typed)
    said = told(folder)
    assert f"islands-2031/{typed}: nothing reads it. Rename it to {name}, or take it away" in said


@pytest.mark.parametrize(
    "name",
    ["notes.md", "facts.toml~", "questions.de.bak.toml", "questions2.toml", "claims.d"],
)
def test_anything_else_is_to_be_taken_away(folder: Path, name: str) -> None:
    (folder / name).write_text("[nothing]\n")
    assert f"islands-2031/{name}: nothing reads it. Take it away, or give it" in told(folder)


def test_so_is_a_folder_and_what_is_hidden_is_other_programs(folder: Path) -> None:
    (folder / ".DS_Store").write_bytes(b"\x00")
    assert told(folder) == ""
    (folder / "drafts").mkdir()
    assert "islands-2031/drafts: nothing reads it. Take it away" in told(folder)


@pytest.mark.parametrize("kind", ["questions", "claims", "translation"])
def test_no_file_is_another_of_the_articles_own_language(folder: Path, kind: str) -> None:
    """One of two would be passed over in silence."""
    (folder / f"{kind}.en.toml").write_text("")
    assert f"{kind}.en.toml: nothing reads it. The article is in that language" in told(folder)


@pytest.mark.parametrize("kind", ["questions", "claims"])
def test_a_language_that_nobody_knows_is_told(folder: Path, kind: str) -> None:
    (folder / f"{kind}.xx.toml").write_text("")
    assert f"islands-2031/{kind}.xx.toml: the language xx is unknown. Mend" in told(folder)


def test_every_file_of_an_article_is_of_a_kind_that_is_read() -> None:
    files = (INVENTED / "islands-2031").iterdir()
    assert {path.name.partition(".")[0] for path in files} <= set(KINDS)
