"""Each setting is read, or named with what is wrong and how to mend it."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from bot.endings import SettingsError
from bot.settings import Settings, load_settings

TOKEN = "123456:AAsecretsecretsecret"


@pytest.fixture(autouse=True)
def nothing_is_set(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No variable of whoever runs the tests, and no `.env`, counts."""
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.chdir(tmp_path)


def test_nothing_needs_to_be_set() -> None:
    settings = load_settings()
    assert settings.telegram_bot_token is None
    assert settings.telegram_api_url == "https://api.telegram.org"
    assert settings.knowledge_db is None
    assert settings.state_db.name == "state.db"


def test_the_token_is_read_and_never_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TELEGRAM_BOT_TOKEN", f" {TOKEN}\n")
    settings = load_settings()
    assert settings.telegram_bot_token is not None
    assert settings.telegram_bot_token.get_secret_value() == TOKEN
    assert TOKEN.partition(":")[2] not in repr(settings)


def test_a_file_named_env_is_read(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text(f"TELEGRAM_BOT_TOKEN={TOKEN}\nSTATE_DB=here.db\nOTHER=1\n")
    settings = load_settings()
    assert settings.telegram_bot_token is not None
    assert settings.state_db == Path("here.db")


@pytest.mark.parametrize("empty", ["", "  "])
def test_an_empty_token_is_none(monkeypatch: pytest.MonkeyPatch, empty: str) -> None:
    monkeypatch.setenv("TELEGRAM_BOT_TOKEN", empty)
    assert load_settings().telegram_bot_token is None


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("TELEGRAM_BOT_TOKEN", "not:a token secret"),
        ("TELEGRAM_BOT_TOKEN", "AAsecretsecret"),
        ("TELEGRAM_API_URL", "localhost:8081"),
        ("TELEGRAM_API_URL", "ftp://example.org"),
        ("STATE_DB", "."),
        ("TELEGRAM_SENDS_PER_SECOND", "-1"),
        ("TELEGRAM_SENDS_PER_GROUP_MINUTE", "many"),
    ],
)
def test_a_wrong_setting_is_named_with_its_cure_and_without_its_value(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(SettingsError, match=f"{name} is wrong: it") as raised:
        load_settings()
    assert "secret" not in str(raised.value)
    assert raised.value.__cause__ is None


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("TELEGRAM_BOT_TOKEN", "not:a token secret"),
        ("TELEGRAM_API_URL", "localhost:8081"),
        ("TELEGRAM_WEBHOOK_URL", "http://bot.example/hook"),
        ("ANSWERS_PER_PERSON_MINUTE", "many"),
        ("STATE_DB", "."),
    ],
)
def test_a_wrong_setting_stops_only_what_needs_it(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(name, value)
    monkeypatch.setenv("KNOWLEDGE_DB", "here.db")
    assert load_settings("knowledge_db").knowledge_db == Path("here.db")
    with pytest.raises(SettingsError, match=f"{name} is wrong"):
        load_settings()


def test_a_setting_that_is_needed_stops_what_needs_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STATE_DB", ".")
    monkeypatch.setenv("TELEGRAM_API_URL", "localhost:8081")
    with pytest.raises(SettingsError) as raised:
        load_settings("state_db")
    assert "STATE_DB is wrong" in str(raised.value)
    assert "TELEGRAM" not in str(raised.value)


SECRET = "a" * 32


def webhook(monkeypatch: pytest.MonkeyPatch, **more: str) -> Settings:
    """The settings with a webhook that is right, but for `more`."""
    set_up = {"url": "https://bot.example/hook", "secret": SECRET, "listen": "[::1]:8443"}
    for name, value in (set_up | more).items():
        monkeypatch.setenv(f"TELEGRAM_WEBHOOK_{name.upper()}", value)
    return load_settings()


def test_a_webhook_is_polling_unless_it_is_set(monkeypatch: pytest.MonkeyPatch) -> None:
    assert load_settings().webhook is None
    assert webhook(monkeypatch, url="", secret="").webhook is None


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("secret", ""),
        ("secret", "b" * 31),
        ("secret", "c" * 257),
        ("secret", "d" * 31 + "é"),
        ("url", "http://bot.example/hook"),
        ("url", "bot.example"),
        ("url", "https://bot.example/healthz"),
        ("listen", "8080"),
        ("listen", "localhost:99999"),
    ],
)
def test_a_webhook_that_is_not_safe_does_not_start(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    with pytest.raises(SettingsError, match=f"TELEGRAM_WEBHOOK_{name.upper()} is wrong") as raised:
        webhook(monkeypatch, **{name: value})
    assert name != "secret" or not value or value not in str(raised.value)


def lock(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    """Let nobody enter `folder`: permissions don't bind an administrator who runs the tests."""
    look = Path.stat

    def stat(path: Path, **how: bool) -> os.stat_result:
        if folder in path.parents:
            raise PermissionError(errno.EACCES, "Permission denied")
        return look(path, **how)

    monkeypatch.setattr(Path, "stat", stat)


@pytest.mark.parametrize("env_file", [False, True])
def test_a_state_file_in_a_folder_that_may_not_be_entered_is_named_and_stops_no_answer(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, env_file: bool
) -> None:
    state = tmp_path / "locked" / "state.db"
    lock(monkeypatch, state.parent)
    if env_file:
        (tmp_path / ".env").write_text(f"STATE_DB={state}\n")
    else:
        monkeypatch.setenv("STATE_DB", str(state))
    for needed in ((), ("state_db",)):
        with pytest.raises(SettingsError, match=r"^STATE_DB is wrong: it's the path of a file in"):
            load_settings(*needed)
    assert load_settings("knowledge_db").knowledge_db is None


def test_the_usual_state_file_stops_nothing_though_its_folder_may_not_be_entered(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    usual = load_settings().state_db
    lock(monkeypatch, usual.parent)
    monkeypatch.setenv("STATE_DB", str(usual.parent / "another.db"))
    assert load_settings("knowledge_db").state_db == usual


def test_the_url_of_another_server_loses_its_last_slash(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TELEGRAM_API_URL", "http://127.0.0.1:8081/")
    assert load_settings().telegram_api_url == "http://127.0.0.1:8081"


def test_an_env_file_that_is_no_text_is_named(tmp_path: Path) -> None:
    (tmp_path / ".env").write_bytes(b"TELEGRAM_BOT_TOKEN=\xff\xfe\x00")
    with pytest.raises(SettingsError, match=r"\.env"):
        load_settings()
