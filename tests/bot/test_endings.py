"""The bot ends by itself with a sentence that says how to mend it, and a code of its own."""

from __future__ import annotations

import io
import logging
import sys

import pytest

from bot.endings import (
    ConflictError,
    EndingError,
    SettingsError,
    SilenceError,
    TokenRefusedError,
    end,
)


class Terminal(io.StringIO):
    """Where somebody looks on."""

    def isatty(self) -> bool:
        """It's one."""
        return True


def test_where_nobody_looks_on_it_is_logged_with_its_code(
    caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stderr", io.StringIO())
    with pytest.raises(SystemExit) as ended:
        end("Stop the other one first.", ConflictError.code)
    [line] = caplog.records
    assert (line.levelno, line.getMessage()) == (logging.CRITICAL, "Stop the other one first.")
    assert (line.__dict__["fields"], ended.value.code) == ({"code": 4}, 4)


def test_at_a_terminal_it_is_a_bare_sentence(
    caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    with pytest.raises(SystemExit) as ended:
        end("Stop the other one first.", 4)
    assert terminal.getvalue() == "Stop the other one first.\n"
    assert (caplog.records, ended.value.code) == ([], 4)


def test_a_supervisor_can_tell_every_ending_by_its_code() -> None:
    endings = (EndingError, SettingsError, TokenRefusedError, ConflictError, SilenceError)
    codes = [ending.code for ending in endings]
    assert codes == [1, 2, 3, 4, 5]
    assert all(issubclass(ending, EndingError) for ending in endings)


def test_a_refused_token_is_never_shown_and_where_to_get_another_is() -> None:
    assert "@BotFather" in str(TokenRefusedError())
    assert "TELEGRAM_BOT_TOKEN" in str(TokenRefusedError())
