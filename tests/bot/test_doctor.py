"""`doctor` finds what keeps the bot from working, says how to mend it, and changes nothing."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Awaitable, Callable
from contextlib import closing
from pathlib import Path
from typing import Any, NoReturn, TypeAlias, cast

import pytest
from click.testing import CliRunner
from pydantic import SecretStr

from bot.command_line import main
from bot.doctor import Finding, examine
from bot.one_at_a_time import alone
from bot.settings import Settings
from knowledge import DatabaseError, Knowledge
from tests.bot.processes import BotProcess
from tests.invented_knowledge import InventedKnowledge
from tests.telegram_double import BOT, Fault, TelegramDouble

Doctor: TypeAlias = Callable[..., Awaitable[dict[str, Finding]]]


def invented(path: Path | None) -> Knowledge:
    """The invented article's knowledge."""
    return cast(Knowledge, InventedKnowledge())


@pytest.fixture
def doctor(telegram: TelegramDouble, tmp_path: Path) -> Doctor:
    """The findings on a bot that is all right but for what a test says, by what they look at."""

    async def look(
        open_knowledge: Callable[[Path | None], Knowledge] = invented, **more: Any
    ) -> dict[str, Finding]:
        right = {
            "telegram_bot_token": SecretStr(telegram.token),
            "telegram_api_url": telegram.root,
            "state_db": tmp_path / "state.db",
        }
        findings = await examine(Settings(**(right | more)), open_knowledge)
        return {finding.what.partition(":")[0]: finding for finding in findings}

    return look


async def test_a_bot_that_is_all_right_needs_no_cure(
    telegram: TelegramDouble, tmp_path: Path, doctor: Doctor
) -> None:
    found = await doctor()
    assert {what: finding.cure for what, finding in found.items() if finding.cure} == {}
    assert set(found) == {
        *("settings", "token", "privacy mode", "inline mode", "guest mode"),
        *("webhook", "process", "knowledge", "state"),
    }
    assert BOT["username"] in found["token"].what
    assert "7 facts" in found["knowledge"].what
    assert os.listdir(tmp_path) == [], "it changes nothing"
    assert set(telegram.calls_at) == {"getMe", "getWebhookInfo"}


async def test_without_a_token_nothing_is_wrong_and_it_says_where_to_get_one(
    doctor: Doctor,
) -> None:
    found = await doctor(telegram_bot_token=None)
    assert [finding for finding in found.values() if finding.cure is not None] == []
    assert "@BotFather" in str(found["token"].hint)
    assert str(found["token"]).startswith("hint  token: none is set")


async def test_a_token_that_telegram_refuses_is_found_and_not_shown(
    telegram: TelegramDouble, doctor: Doctor
) -> None:
    telegram.revoked = True
    found = await doctor()
    assert "@BotFather" in str(found["token"].cure)
    assert telegram.token not in str(found["token"])


async def test_a_telegram_that_does_not_answer_is_found(doctor: Doctor) -> None:
    found = await doctor(telegram_api_url="http://127.0.0.1:1")
    assert "TELEGRAM_API_URL" in str(found["Telegram"].cure)


async def test_privacy_mode_and_groups_are_told_of_and_may_be_off(
    telegram: TelegramDouble, doctor: Doctor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(telegram.bot, "can_read_all_group_messages", True)
    monkeypatch.setitem(telegram.bot, "can_join_groups", False)
    found = await doctor()
    assert "/setprivacy" in str(found["privacy mode"].hint)
    assert "/setjoingroups" in str(found["groups"].hint)
    assert [finding.what for finding in found.values() if finding.cure is not None] == []


async def test_inline_and_guest_mode_are_told_of_and_may_be_off(
    telegram: TelegramDouble, doctor: Doctor, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = await doctor()
    assert found["inline mode"].what == "inline mode: on"
    assert found["guest mode"].what == "guest mode: on"
    monkeypatch.setitem(telegram.bot, "supports_inline_queries", False)
    monkeypatch.delitem(telegram.bot, "supports_guest_queries")
    found = await doctor()
    assert "/setinline" in str(found["inline mode"].hint)
    assert "@BotFather" in str(found["guest mode"].hint)
    assert found["inline mode"].cure is found["guest mode"].cure is None


WEBHOOK = {
    "telegram_webhook_url": "https://bot.example/hook",
    "telegram_webhook_secret": SecretStr("s" * 32),
}


@pytest.mark.parametrize(
    ("has", "more", "cure"),
    [
        ("https://other.example", {}, "TELEGRAM_WEBHOOK_URL"),
        ("", WEBHOOK, "Start the bot"),
        ("https://other.example", WEBHOOK, "Start the bot"),
        ("https://bot.example/hook", WEBHOOK, None),
    ],
)
async def test_a_webhook_that_is_not_the_one_set_is_found(
    telegram: TelegramDouble, doctor: Doctor, has: str, more: dict[str, Any], cure: str | None
) -> None:
    telegram.receiving.webhook = has
    found = await doctor(**more)
    assert (cure or "None") in str(found["webhook"].cure)


async def test_what_telegram_says_of_its_deliveries_is_told(
    telegram: TelegramDouble, doctor: Doctor
) -> None:
    body = (
        b'{"ok": true, "result": {"url": "https://bot.example/hook", "pending_update_count": 500,'
        b' "has_custom_certificate": false, "last_error_message": "Connection refused"}}'
    )
    telegram.faults.add(Fault(methods=("getWebhookInfo",), body=body))
    found = await doctor(**WEBHOOK)
    assert "Connection refused" in found["webhook"].what
    assert found["webhook"].cure is not None
    assert "500" in found["queue"].what


async def test_a_bot_that_is_running_is_told_of(telegram: TelegramDouble, doctor: Doctor) -> None:
    settings = Settings(
        telegram_bot_token=SecretStr(telegram.token), telegram_api_url=telegram.root
    )
    with alone(settings):
        found = await doctor()
    assert found["process"].what == "process: the bot is running on this machine"
    assert found["process"].cure is None


async def test_a_knowledge_that_cannot_be_opened_is_found(doctor: Doctor) -> None:
    def refuse(path: Path | None) -> NoReturn:
        raise DatabaseError("knowledge.db is missing: build it.")

    found = await doctor(refuse)
    assert "build it" in found["knowledge"].what
    assert found["knowledge"].cure is not None


def broken(path: Path) -> None:
    """No database at all."""
    path.write_bytes(b"no database" * 500)


def of_tomorrow(path: Path) -> None:
    """A state file of a later version."""
    with closing(sqlite3.connect(path)) as database:
        database.execute("pragma user_version = 99")


def of_today(path: Path) -> None:
    """A state file as it should be."""
    with closing(sqlite3.connect(path)) as database:
        database.execute("create table ended (bot)")


@pytest.mark.parametrize(
    ("spoil", "cure"),
    [(broken, "sets it aside"), (of_tomorrow, "STATE_DB"), (of_today, "None")],
)
async def test_a_state_file_that_is_no_use_is_found(
    tmp_path: Path, doctor: Doctor, spoil: Callable[[Path], None], cure: str
) -> None:
    spoil(tmp_path / "state.db")
    before = (tmp_path / "state.db").read_bytes()
    found = await doctor()
    assert cure in str(found["state"].cure)
    assert (tmp_path / "state.db").read_bytes() == before


async def test_a_state_file_that_cannot_be_made_is_found(tmp_path: Path, doctor: Doctor) -> None:
    (tmp_path / "file").touch()
    found = await doctor(state_db=tmp_path / "file" / "deeper" / "state.db")
    assert "STATE_DB" in str(found["state"].cure)


@pytest.mark.parametrize(("revoked", "code"), [(False, 0), (True, 1)])
async def test_the_command_prints_it_and_exits_with_whether_something_is_wrong(
    telegram: TelegramDouble, tmp_path: Path, revoked: bool, code: int
) -> None:
    telegram.revoked = revoked
    async with BotProcess(
        telegram, tmp_path, "doctor", module="tests.bot.invented_process"
    ) as bot:
        assert await bot.ended() == code
    assert bot.printed.startswith("ok    settings")
    assert telegram.token not in bot.printed + bot.output


def test_a_setting_that_is_wrong_is_the_first_finding(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TELEGRAM_SENDS_PER_SECOND", "many")
    result = CliRunner().invoke(main, ["doctor"])
    assert result.exit_code == 1
    assert result.stdout.startswith("WRONG settings\n      TELEGRAM_SENDS_PER_SECOND is wrong: it")


async def test_a_folder_that_takes_no_files_is_found_whoever_asks(doctor: Doctor) -> None:
    # Even root, who has every permission, can make no file there.
    found = await doctor(state_db=Path("/proc/state.db"))
    assert "STATE_DB" in str(found["state"].cure)
