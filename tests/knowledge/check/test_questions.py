"""What people are offered to ask fits a button, in every language or in none."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from knowledge.check import check_articles

ARTICLES = Path(__file__).resolve().parents[1] / "articles"
GAZETTEER = ARTICLES / "gazetteer.toml"
FACTS = {"en": "facts.toml", "de": "translation.de.toml"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An invented article's folder, to be altered."""
    shutil.copytree(ARTICLES, tmp_path / "articles")
    return tmp_path / "articles" / "islands-2031"


def ask(folder: Path, **questions: str) -> None:
    """Give the first fact a question in these languages."""
    for language, text in questions.items():
        file = folder / FACTS[language]
        content = file.read_text(encoding="utf-8")
        if language == "en":
            line = f'topic = "islands"\nquestion = "{text}"'
            content = content.replace('topic = "islands"', line, 1)
        else:
            content += f'\n[questions]\nislands-taken = "{text}"\n'
        file.write_text(content, encoding="utf-8")


def problems(folder: Path) -> list[str]:
    """What the check says."""
    return [str(each) for each in check_articles(folder.parent, folder.parent / GAZETTEER.name)]


def test_a_question_in_each_language_is_in_order(folder: Path) -> None:
    ask(folder, en="How many islands?", de="Wie viele Inseln?")
    assert problems(folder) == []


@pytest.mark.parametrize("only", ["en", "de"])
def test_a_question_that_a_language_lacks_is_found(folder: Path, only: str) -> None:
    ask(folder, **{only: "How many islands?"})
    [problem] = problems(folder)
    assert "its question in de is missing, or only there" in problem


def test_a_question_too_long_for_a_button_is_found(folder: Path) -> None:
    ask(folder, en="How many islands did Norland take of Sudmark?", de="Wie viele Inseln?")
    [problem] = problems(folder)
    assert "is too long" in problem


def test_two_facts_with_one_question_are_found(folder: Path) -> None:
    ask(folder, en="How many islands?", de="Wie viele Inseln?")
    file = folder / "facts.toml"
    content = file.read_text(encoding="utf-8")
    again = 'relation = "harbours"\nquestion = "How many ISLANDS?"'
    file.write_text(content.replace('relation = "harbours"', again), encoding="utf-8")
    translation = folder / "translation.de.toml"
    with translation.open("a", encoding="utf-8") as open_file:
        open_file.write('no-harbours = "Welche Häfen?"\n')
    [problem] = problems(folder)
    assert "asks for islands-taken too" in problem


def test_a_question_of_no_fact_is_found(folder: Path) -> None:
    with (folder / "translation.de.toml").open("a", encoding="utf-8") as file:
        file.write('\n[questions]\nnothing = "Was?"\n')
    [problem] = problems(folder)
    assert "there's no such fact" in problem


def test_examples_are_as_many_in_each_language_and_fit(folder: Path) -> None:
    with (folder / "article.toml").open("a", encoding="utf-8") as file:
        file.write(f'\n[examples]\nen = ["Who?", "{"long " * 10}?"]\n')
    first, second = problems(folder)
    assert "is too long" in first
    assert "not as many as in article.toml" in second
