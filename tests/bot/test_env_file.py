"""A line of `.env` that says nothing is told by its number, with a cure, never with its value."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest
from click.testing import CliRunner

from bot import command_line
from bot.command_line import main
from bot.env_file import unread_lines
from bot.settings import Settings, load_settings
from tests.invented_knowledge import InventedKnowledge

VALUE = "123456:AAsecretsecretsecret"
TOLD = (
    ".env, line 1: no setting can be read from it. "
    "Write it as TELEGRAM_BOT_TOKEN=value, any quotation mark closed, or take it out."
)


@pytest.fixture(autouse=True)
def nothing_is_set(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No variable of whoever runs the tests counts, and the folder is an empty one."""
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(command_line, "open_knowledge", lambda path: InventedKnowledge())


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """The file, which isn't there yet."""
    return tmp_path / ".env"


def told() -> str:
    """All that is said of the file, a line each."""
    return "\n".join(map(str, unread_lines()))


def test_where_there_is_no_file_nothing_is_unread() -> None:
    assert told() == ""


@pytest.mark.parametrize(
    "text",
    [
        "",
        "# only a remark\n\n",
        f"TELEGRAM_BOT_TOKEN={VALUE}\nexport STATE_DB=here # why\n'OTHER' = \"x\ny\"\nEMPTY=\n",
        f"\ufeffTELEGRAM_BOT_TOKEN={VALUE}\r\nSTATE_DB=here\r\n",
    ],
)
def test_what_is_a_setting_or_none_is_passed(file: Path, text: str) -> None:
    file.write_bytes(text.encode())
    assert told() == ""


@pytest.mark.parametrize(
    "line",
    [
        *(f"TELEGRAM_BOT_TOKEN: {VALUE}", f"TELEGRAM_BOT_TOKEN {VALUE}", "TELEGRAM_BOT_TOKEN"),
        *(f'TELEGRAM_BOT_TOKEN="{VALUE}', f"export telegram_bot_token: {VALUE}"),
    ],
)
def test_a_setting_that_cannot_be_read_is_told_by_line_and_name(file: Path, line: str) -> None:
    file.write_text(f"{line}\nSTATE_DB=here\n")
    assert told() == TOLD


def test_the_line_is_counted_with_those_that_are_blank(file: Path) -> None:
    file.write_text("# remark\n\n\nSTATE_DB: here\n")
    assert ".env, line 4: " in told()


@pytest.mark.parametrize("line", [VALUE, f"token: {VALUE}", f"{VALUE} # mine"])
def test_of_any_other_line_no_word_is_shown(file: Path, line: str) -> None:
    file.write_text(f"{line}\n")
    assert "Write it as NAME=value, " in told()
    assert "secret" not in told()


def test_a_file_that_is_no_text_is_told_by_who_reads_it(file: Path) -> None:
    file.write_bytes(b"STATE_DB: \xff\xfe\x00")
    assert told() == ""


def test_nothing_else_is_logged_of_it(file: Path, caplog: pytest.LogCaptureFixture) -> None:
    file.write_text(f"TELEGRAM_BOT_TOKEN: {VALUE}\n")
    assert load_settings().telegram_bot_token is None
    assert caplog.text == ""


def test_the_terminal_says_so_once(file: Path) -> None:
    file.write_text(f"TELEGRAM_BOT_TOKEN: {VALUE}\n")
    assert CliRunner().invoke(main, input="/fish\n").stderr == f"{TOLD}\n"


def test_a_start_on_telegram_logs_it(
    file: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr("bot.logs.set_up_logs", lambda secrets=(): None)
    monkeypatch.setenv("TELEGRAM_BOT_TOKEN", "wrong")
    file.write_text(f"TELEGRAM_BOT_TOKEN: {VALUE}\n")
    assert CliRunner().invoke(main).exit_code == 2
    assert (caplog.records[0].levelno, caplog.records[0].getMessage()) == (logging.WARNING, TOLD)


@pytest.mark.parametrize("command", [["questions"], ["feedback"], ["ask", "Linden?"]])
def test_commands_say_so_beside_what_they_are_asked_for(file: Path, command: list[str]) -> None:
    file.write_text(f"TELEGRAM_BOT_TOKEN: {VALUE}\nSTATE_DB=state.db\n")
    assert TOLD in CliRunner().invoke(main, command).stderr


def test_the_doctor_finds_it_wrong(file: Path) -> None:
    file.write_text(f"TELEGRAM_BOT_TOKEN: {VALUE}\nSTATE_DB=state.db\n")
    result = CliRunner().invoke(main, ["doctor"])
    what, _, cure = TOLD.partition(". ")
    assert f"WRONG settings: {what}\n      {cure}\n" in result.stdout
    assert "all can be read" not in result.stdout
    assert result.exit_code == 1
    assert VALUE not in result.output
