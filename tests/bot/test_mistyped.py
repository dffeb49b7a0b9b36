"""A mistyped setting is named, with the one that was meant, and never with its value."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest
from click.testing import CliRunner

from bot import command_line
from bot.command_line import main
from bot.mistyped import mistyped_settings
from bot.settings import Settings
from tests.invented_knowledge import InventedKnowledge

VALUE = "123456:AAsecretsecretsecret"


@pytest.fixture(autouse=True)
def nothing_is_set(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No variable of whoever runs the tests, and no `.env`, counts."""
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("STATE_DB", str(tmp_path / "state.db"))
    monkeypatch.setattr(command_line, "open_knowledge", lambda path: InventedKnowledge())


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("TELEGRAM_BOT_TOKN", "TELEGRAM_BOT_TOKEN"),
        ("TELEGRAM_BOT_TOEKN", "TELEGRAM_BOT_TOKEN"),
        ("TELEGRAMBOT_TOKEN", "TELEGRAM_BOT_TOKEN"),
        ("TELGRAM_BOT_TOKEN", "TELEGRAM_BOT_TOKEN"),
        ("telegram_bot_tokn", "TELEGRAM_BOT_TOKEN"),
        ("TELEGRAM_WEB_HOOK_URL", "TELEGRAM_WEBHOOK_URL"),
        ("TELEGRAM_SEND_PER_CHAT_SECONDS", "TELEGRAM_SENDS_PER_CHAT_SECOND"),
        ("ANSWERS_PER_PERSONS_MINUTE", "ANSWERS_PER_PERSON_MINUTE"),
        ("KNOWLEDGE_BD", "KNOWLEDGE_DB"),
        ("STATE_DV", "STATE_DB"),
        ("TELEGRAM_TOKEN", "TELEGRAM_BOT_TOKEN"),
        ("BOT_TOKEN", "TELEGRAM_BOT_TOKEN"),
        ("KNOWLEDGE", "KNOWLEDGE_DB"),
        ("WEBHOOK_SECRET", "TELEGRAM_WEBHOOK_SECRET"),
        ("SENDS_PER_SECOND", "TELEGRAM_SENDS_PER_SECOND"),
    ],
)
def test_a_near_miss_is_told_with_what_was_meant(
    monkeypatch: pytest.MonkeyPatch, typed: str, meant: str
) -> None:
    monkeypatch.setenv(typed, VALUE)
    assert mistyped_settings() == {typed.upper(): meant}


def test_so_is_one_in_the_env_file(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text(f"TELEGRAM_BOT_TOKEN={VALUE}\nexport STATE_BD=here\nOTHER=1\n")
    assert mistyped_settings() == {"STATE_BD": "STATE_DB"}


@pytest.mark.parametrize("ours", Settings.model_fields)
def test_what_is_a_setting_is_none(monkeypatch: pytest.MonkeyPatch, ours: str) -> None:
    for name in (ours, ours.upper(), ours.title()):
        monkeypatch.setenv(name, VALUE)
    assert mistyped_settings() == {}


@pytest.mark.parametrize(
    "name",
    [
        *("TOKEN", "BOT", "TELEGRAM", "TOKEN_BOT", "DB", "URL"),
        *("TELEGRAM_CHAT_ID", "TELEGRAM_API_ID", "TELEGRAM_API_HASH"),
        *("TELEGRAM_API_KEY", "TELEGRAM_BOT_NAME", "TELEGRAM_BOT_ID", "TELEGRAM_WEBHOOK_PORT"),
        *("STATE_DIR", "STATE_DIRECTORY", "STATE_ID", "KNOWLEDGE_DIR", "KNOWLEDGE_DB_URL", "PATH"),
    ],
)
def test_what_other_programs_use_is_none(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setenv(name, VALUE)
    assert mistyped_settings() == {}


def test_an_env_file_that_is_no_text_has_none(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / ".env").write_bytes(b"TELEGRAM_BOT_TOKN=\xff\xfe\x00")
    monkeypatch.setenv("STATE_DV", VALUE)
    assert mistyped_settings() == {"STATE_DV": "STATE_DB"}


def test_the_terminal_says_so_in_a_line_beside_its_chat(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TELEGRAM_BOT_TOKN", VALUE)
    monkeypatch.setenv("KNOWLEDGE_BD", VALUE)
    result = CliRunner().invoke(main, input="/fish\n")
    assert result.stderr == (
        "There's no setting KNOWLEDGE_BD (did you mean KNOWLEDGE_DB?), "
        "TELEGRAM_BOT_TOKN (did you mean TELEGRAM_BOT_TOKEN?).\n"
    )
    assert VALUE not in result.output


def test_a_start_on_telegram_logs_it_also_where_it_fails(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr("bot.logs.set_up_logs", lambda secrets=(): None)
    monkeypatch.setenv("TELEGRAM_BOT_TOKEN", "wrong")
    monkeypatch.setenv("ANSWERS_PER_GROUPS_MINUTE", VALUE)
    assert CliRunner().invoke(main).exit_code == 2
    told = [(line.levelno, line.getMessage()) for line in caplog.records]
    assert told[0] == (
        logging.WARNING,
        "There's no setting ANSWERS_PER_GROUPS_MINUTE (did you mean ANSWERS_PER_GROUP_MINUTE?).",
    )
    assert VALUE not in caplog.text


@pytest.mark.parametrize("token", ["", "wrong"])
def test_the_doctor_names_it_and_finds_nothing_wrong_with_it(
    monkeypatch: pytest.MonkeyPatch, token: str
) -> None:
    monkeypatch.setenv("TELEGRAM_BOT_TOKEN", token)
    monkeypatch.setenv("STATE_DV", VALUE)
    result = CliRunner().invoke(main, ["doctor"])
    assert "hint  STATE_DV: there's no such setting\n      Did you mean STATE_DB?" in result.stdout
    assert result.exit_code == (1 if token else 0)
    assert VALUE not in result.output
