"""Without a token there is a chat in the terminal, with the words of a private chat."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest
from click.testing import CliRunner

from bot import command_line
from bot.command_line import main
from bot.terminal_chat import NO_TOKEN, TerminalChat, typed_lines
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


@pytest.mark.parametrize("line", ["/fish@LindenBot", "/FISH@any_bot", "/fish@", "/fish@x now"])
def test_a_command_may_name_any_bot(chat: TerminalChat, line: str) -> None:
    assert chat.answer(line).startswith("Fish – what was caught")


def test_words_after_a_command_that_names_a_bot_are_kept(chat: TerminalChat) -> None:
    assert chat.answer("/ask@yourbot who holds Linden?").startswith("The Greys hold the harbour")


@pytest.mark.parametrize("line", ["/", "/ fish", "//", "/@LindenBot"])
def test_a_slash_alone_is_no_command(chat: TerminalChat, line: str) -> None:
    assert not chat.answer(line).startswith(("Fish", "I don't know that command"))


def test_a_conversation_goes_on_in_its_own_language(chat: TerminalChat) -> None:
    chat.answer("хто тримає Linden?")
    assert chat.answer("/privacy").startswith("Що я зберігаю")


def test_a_question_in_a_language_that_is_not_spoken_is_answered_in_english() -> None:
    knowledge = InventedKnowledge()
    chat = TerminalChat(Desk(cast(Knowledge, knowledge)))
    for line in ("хто тримає Linden?", "Linden?", "¿Linden?", "/ask ¿Linden?"):
        chat.answer(line)
    assert [hint for _, hint, _ in knowledge.asked] == [None, "uk", None, None]


def test_only_who_types_sees_a_prompt(monkeypatch: pytest.MonkeyPatch) -> None:
    prompts: list[str] = []

    def typed(prompt: str) -> str:
        prompts.append(prompt)
        if len(prompts) > 1:
            raise EOFError
        return "hi"

    monkeypatch.setattr("builtins.input", typed)
    monkeypatch.setattr("sys.stdin", SimpleNamespace(isatty=lambda: True))
    assert list(typed_lines()) == ["hi"]
    assert prompts == ["> ", "> "]
    piped = SimpleNamespace(isatty=lambda: False, buffer=[b"hi\n", b"\xff"])
    monkeypatch.setattr("sys.stdin", piped)
    assert list(typed_lines()) == ["hi\n", "\ufffd"]
    assert prompts == ["> ", "> "]


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
