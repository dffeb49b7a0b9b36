"""Two processes never receive for one bot at a time."""

from __future__ import annotations

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


def test_bots_of_different_tokens_run_beside_each_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    one, other = (Settings(telegram_bot_token=SecretStr(f"{number}:AA")) for number in (1, 2))
    with alone(one), alone(other), pytest.raises(ConflictError), alone(one):
        pass
    with alone(one):
        assert not any("AA" in file.name for file in tmp_path.iterdir())


def test_a_folder_that_takes_no_lock_does_not_stop_the_bot(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "gone"))
    with alone(Settings(telegram_bot_token=SecretStr("1:AA"))):
        pass
