"""Editors list what was sent to them, the most asked first, and delete it."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from bot.command_line import main
from state.database import StateDatabase
from state.feedback import Feedback
from state.questions import Questions


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the state file is to be."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("STATE_DB", str(tmp_path / "state.db"))
    return tmp_path / "state.db"


@pytest.fixture
def state(path: Path) -> StateDatabase:
    """The state file of a bot that goes on running meanwhile."""
    return StateDatabase(path)


def run(*arguments: str) -> tuple[int, str]:
    """Exit code and standard output."""
    result = CliRunner().invoke(main, arguments)
    return result.exit_code, result.stdout


def test_questions_are_listed_the_most_asked_first(state: StateDatabase) -> None:
    kept = Questions(state)
    for text, language in (("скільки танків?", "uk"), ("How many tanks?", "en")):
        kept.keep(text, language)
    kept.keep("how many tanks", "en")
    assert run("questions") == (0, "2\ten\tHow many tanks?\n1\tuk\tскільки танків?\n")


def test_what_was_listed_is_deleted_on_demand(state: StateDatabase) -> None:
    Questions(state).keep("How many tanks?", "en")
    assert run("questions", "--forget") == (0, "1\ten\tHow many tanks?\n")
    assert run("questions") == (0, "")


def test_feedback_is_listed_the_least_liked_first(state: StateDatabase) -> None:
    feedback = Feedback(state)
    feedback.count("liked", up=True)
    feedback.count("not-liked", up=False)
    assert run("feedback") == (0, "+0\t-1\tnot-liked\n+1\t-0\tliked\n")


@pytest.mark.parametrize("command", ["questions", "feedback"])
def test_a_look_before_the_bot_ever_ran_makes_no_file(path: Path, command: str) -> None:
    assert run(command) == (0, "")
    assert not path.exists()


@pytest.mark.parametrize("command", ["questions", "feedback"])
def test_a_file_that_cannot_be_used_is_told(path: Path, command: str) -> None:
    StateDatabase(path).close()
    path.with_name("state.db.broken").mkdir()
    path.write_bytes(b"no database" * 1000)
    assert run(command)[0] == 2


@pytest.mark.parametrize("command", ["questions", "feedback"])
def test_where_there_is_no_file_yet_it_is_said_which_one(path: Path, command: str) -> None:
    said = CliRunner().invoke(main, [command]).stderr
    assert said.endswith(f": there's no {path} yet, which the bot makes at its first start.\n")


@pytest.mark.parametrize("command", ["questions", "feedback"])
def test_a_file_that_can_neither_be_read_nor_made_is_told(
    path: Path, command: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    path.write_text("no folder")
    monkeypatch.setenv("STATE_DB", str(path / "x" / "state.db"))
    result = CliRunner().invoke(main, [command])
    assert (result.exit_code, result.stdout) == (2, "")
    assert "isn't there, and can't be made: set STATE_DB to the file that the bot has" in (
        result.stderr
    )


def test_another_users_folder_without_a_file_yet_is_no_fault(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.state_place.takes_files", lambda folder: False)
    assert run("questions") == (0, "")
