"""What people edit is checked and built from a shell, and told what is wrong with it."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot.knowledge_commands import knowledge_commands
from handlers.commands import FIXED
from tests.knowledge.sources import copy_of_invented, spoil


@pytest.fixture(autouse=True)
def _elsewhere(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A folder in which no knowledge was built yet."""
    monkeypatch.chdir(tmp_path)


def run(*words: str) -> Result:
    """The outcome of `python -m bot knowledge` with these words."""
    return CliRunner().invoke(knowledge_commands, words)


def test_check_prints_what_is_wrong_and_exits_with_1(tmp_path: Path) -> None:
    result = run("check", "--articles", str(tmp_path / "nothing"))
    assert result.exit_code == 1
    assert result.stdout.strip()


def test_check_hints_at_languages_without_a_translation(tmp_path: Path) -> None:
    articles = copy_of_invented(tmp_path)
    result = run("check", "--articles", str(articles))
    assert result.exit_code == 0
    nothing, hint = result.stdout.splitlines()
    assert nothing == "Nothing wrong."
    assert hint.startswith("A hint: articles/islands-2031 isn't translated into ru, sv, uk;")


def test_a_translation_that_still_holds_is_confirmed_by_its_facts_id(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    confirmed: list[object] = []

    def build(articles: Path, out: Path, **more: object) -> None:
        confirmed.append(more["holding"])

    monkeypatch.setattr("knowledge.build.build", build)
    run("build", "--translation-holds", "one", "--translation-holds", "two")
    assert confirmed == [("one", "two")]


@pytest.mark.parametrize("command", sorted(FIXED))
def test_a_topic_may_not_have_a_command_of_the_bot(tmp_path: Path, command: str) -> None:
    articles = copy_of_invented(tmp_path)
    topics = articles / "islands-2031" / "topics.toml"
    spoil(topics, 'command = "islands"', f'command = "{command}"')
    for words in (["check"], ["build", "--out", str(tmp_path / "knowledge.db")]):
        result = run(*words, "--articles", str(articles))
        assert result.exit_code == 1
        assert f"/{command} is the bot's own" in result.output


def test_building_without_what_only_building_needs_is_one_sentence(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def build(articles: Path, out: Path, **more: object) -> None:
        raise ModuleNotFoundError("No module named 'resvg_py'", name="resvg_py")

    monkeypatch.setattr("knowledge.build.build", build)
    result = run("build")
    assert result.exit_code == 1
    assert result.stderr.startswith(
        "Building needs resvg_py: in a clone, `make knowledge` installs"
    )
