"""Two processes never receive for one bot at a time."""

from __future__ import annotations

import json
import secrets
import sys
from pathlib import Path

import pytest
from pydantic import SecretStr

from bot.endings import ConflictError
from bot.one_at_a_time import alone
from bot.settings import Settings
from tests.bot.processes import BotProcess
from tests.telegram_double import TelegramDouble


async def test_a_second_process_ends_with_a_sentence_and_the_first_goes_on(
    telegram: TelegramDouble, tmp_path: Path
) -> None:
    ann = telegram.person()
    async with BotProcess(telegram, tmp_path):
        ann.writes("hello")
        await telegram.answer_to(ann.chat)
        async with BotProcess(telegram, tmp_path) as second:
            assert await second.ended(within=5) == ConflictError.code
        assert "already running on this machine" in second.output
        ann.writes("still there?")
        await telegram.answer_to(ann.chat, 2)


async def test_the_whole_bot_ends_before_it_gets_ready(
    telegram: TelegramDouble, tmp_path: Path
) -> None:
    held = Settings(telegram_bot_token=SecretStr(telegram.token), telegram_api_url=telegram.root)
    # Had it got as far as the knowledge, it would have ended for that one.
    missing = {"KNOWLEDGE_DB": str(tmp_path / "missing.db")}
    with alone(held):
        async with BotProcess(telegram, tmp_path, module="bot", environment=missing) as second:
            assert await second.ended() == ConflictError.code
    [line] = second.output.splitlines()
    ending = json.loads(line)
    assert (ending["level"], ending["code"]) == ("critical", ConflictError.code)
    assert "already running on this machine" in ending["event"]


def new_bot() -> Settings:
    """Of a token that nothing else on this machine has."""
    return Settings(telegram_bot_token=SecretStr(f"1:AA{secrets.token_hex(8)}"))


@pytest.mark.parametrize(
    "address",
    ["https://API.telegram.org", "https://api.telegram.org:443", "http://127.0.0.1:8081"],
)
def test_a_token_is_one_bots_by_whatever_address_its_server_is_reached(address: str) -> None:
    one = new_bot()
    other = one.model_copy(update={"telegram_api_url": address})
    with alone(one), pytest.raises(ConflictError), alone(other):
        pass


def test_bots_of_different_tokens_run_beside_each_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    one, other = new_bot(), new_bot()
    with alone(one), alone(other), pytest.raises(ConflictError), alone(one):
        pass
    with alone(one):
        assert not any("AA" in file.name for file in tmp_path.iterdir())


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has names without files")
def test_a_service_with_temporary_files_of_its_own_is_seen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bot = new_bot()
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    with alone(bot):
        (tmp_path / "another").mkdir()
        monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "another"))
        with pytest.raises(ConflictError), alone(bot):
            pass
    with alone(bot):
        pass


def test_a_file_alone_keeps_the_second_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    monkeypatch.setattr("sys.platform", "another")
    bot = new_bot()
    with alone(bot), pytest.raises(ConflictError), alone(bot):
        pass


def test_a_folder_that_takes_no_lock_does_not_stop_the_bot(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "gone"))
    with alone(new_bot()):
        pass
