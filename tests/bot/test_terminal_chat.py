"""Without a token there is a chat in the terminal, with the words of a private chat."""

from __future__ import annotations

from pathlib import Path
from typing import cast

import pytest
from click.testing import CliRunner

from bot import command_line
from bot.command_line import main
from bot.terminal_chat import NO_TOKEN, TerminalChat
from handlers.desk import Desk
from knowledge import Knowledge
from tests.invented_knowledge import InventedKnowledge


@pytest.fixture
def chat() -> TerminalChat:
    """A chat over the invented article."""
    return TerminalChat(Desk(cast(Knowledge, InventedKnowledge())))


def test_a_line_is_a_question(chat: TerminalChat) -> None:
    assert chat.answer("Who holds Linden?\n").startswith("The Greys hold the harbour of Linden.")


def test_commands_work_too(chat: TerminalChat) -> None:
    assert chat.answer("/fish").startswith("Fish – what was caught")
    assert chat.answer("/place Oakham").startswith("Oakham")
    assert chat.answer("/nonsense") == "I don't know that command. /help lists mine."


def test_a_follow_up_is_understood(chat: TerminalChat) -> None:
    chat.answer("How many herrings?")
    assert chat.answer("says who?").startswith("The Greys claim 9,000 herrings")


def test_the_end_of_input_ends_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Piped in, `python -m bot` answers line by line, whatever the bytes are."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("TELEGRAM_BOT_TOKEN", raising=False)
    monkeypatch.setattr(command_line, "open_knowledge", lambda path: InventedKnowledge())
    typed = b"Who holds Linden?\n\n\xff\n/help"
    result = CliRunner().invoke(main, [], input=typed)
    assert result.exit_code == 0
    said, answer, *others = result.stdout.split("\n\n")
    assert said == NO_TOKEN.strip()
    assert "@BotFather" in said
    assert said.count(". ") == 0
    assert answer.startswith("The Greys hold")
    assert any("/harbour – who holds it" in each for each in others)
