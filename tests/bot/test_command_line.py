"""The command line answers, exits with the right code, and never falls over its input."""

from __future__ import annotations

import contextlib
import gc
import json
import os
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from bot import answering, command_line, logs
from bot.command_line import main
from knowledge import Answer, DatabaseError
from tests.invented_knowledge import HARBOUR, InventedKnowledge

LONGEST_ANSWER = 60
"""Seconds for a process to start and to answer, on a machine that is busy."""


@pytest.fixture(autouse=True)
def _invented(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Every command works on the invented article, in an empty folder, without a token."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("TELEGRAM_BOT_TOKEN", raising=False)
    monkeypatch.delenv("KNOWLEDGE_DB", raising=False)
    monkeypatch.setattr(command_line, "open_knowledge", lambda path: InventedKnowledge())


def run(*words: str, typed: str | bytes = "") -> Result:
    """The outcome of `python -m bot` with these words and that input."""
    return CliRunner().invoke(main, words, input=typed)


def json_lines(*rows: Any) -> list[dict[str, Any]]:
    """The answers to rows of JSON; a string or bytes is sent as it is."""
    typed = b"".join(
        (row if isinstance(row, bytes) else json.dumps(row).encode()) + b"\n" for row in rows
    )
    result = run("ask", "--jsonl", typed=typed)
    assert result.exit_code == 0, result.output
    return [json.loads(line) for line in result.stdout_bytes.decode().splitlines()]


@pytest.mark.parametrize(
    ("question", "code"),
    [
        ("Who holds Linden?", 0),
        ("thanks", 0),
        ("Linden?", 0),
        ("How many crabs?", 1),
        ("Who holds Elsewhere?", 1),
        ("Who won the match?", 1),
    ],
)
def test_the_exit_code_says_whether_it_was_answered(question: str, code: int) -> None:
    assert run("ask", question).exit_code == code


def test_an_answer_is_printed_with_its_quote() -> None:
    assert run("ask", "Who holds Linden?").stdout.startswith(
        f"The Greys hold the harbour of Linden.\n> {HARBOUR}\n— paragraph 1"
    )


def test_words_without_quotation_marks_are_one_question() -> None:
    assert run("ask", "Who", "holds", "Linden?").stdout == run("ask", "Who holds Linden?").stdout
    assert run("ask", "--language", "uk", "Who", "holds", "Linden?").exit_code == 0


def test_a_wrong_token_stops_only_what_needs_one(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("TELEGRAM_BOT_TOKEN=wrong\nSTATE_DB=state.db\n")
    assert run("ask", "Who holds Linden?").exit_code == 0
    assert run("questions").exit_code == 0
    assert run().exit_code == 2
    assert "TELEGRAM_BOT_TOKEN is wrong" in run("doctor").stdout


@pytest.mark.parametrize("code", ["uk", "UK", "uk-UA", "uk_UA"])
def test_the_language_assumed_is_handed_on(code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    knowledge = InventedKnowledge()
    monkeypatch.setattr(command_line, "open_knowledge", lambda path: knowledge)
    assert run("ask", "--language", code, "Linden?").exit_code == 0
    run("ask", "--jsonl", "--language", code, typed='{"id": 1, "question": "Linden?"}')
    assert [hint for _, hint, _ in knowledge.asked] == ["uk", "uk"]


@pytest.mark.parametrize("code", ["tlh", "", "ukr", "fr-FR"])
def test_a_language_that_the_bot_does_not_speak_is_a_wrong_use(code: str) -> None:
    result = run("ask", "--language", code, "Linden?")
    assert result.exit_code == 2
    assert f"the bot speaks en, de, ru, sv, uk, and not “{code}”" in result.stderr


@pytest.mark.parametrize("question", ["", " "])
def test_an_empty_question_is_a_wrong_use(question: str) -> None:
    result = run("ask", question)
    assert result.exit_code == 2
    assert "the question is empty" in result.stderr


def test_why_says_how_the_answer_came_about() -> None:
    out = run("ask", "--why", "Who holds Linden?").stdout
    assert out.startswith("by heart: answered\n\nThe Greys hold")


def test_a_fact_told_before_makes_it_a_follow_up() -> None:
    assert run("ask", "--after", "catch", "says who?").exit_code == 0
    wrong = run("ask", "--after", "nonsense", "says who?")
    assert wrong.exit_code == 2
    assert "there's no fact nonsense" in wrong.stderr


@pytest.mark.parametrize("words", [["ask"], ["ask", "--jsonl", "Who?"], ["nonsense"]])
def test_a_wrong_use_exits_with_2(words: list[str]) -> None:
    assert run(*words).exit_code == 2


def test_a_knowledge_that_cannot_be_opened_is_one_sentence_and_2(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse(path: Path | None) -> None:
        raise DatabaseError("knowledge.db is missing: build it.")

    monkeypatch.setattr(command_line, "open_knowledge", refuse)
    for words in (["ask", "Who holds Linden?"], ["ask", "--jsonl"], []):
        result = run(*words)
        assert result.exit_code == 2
        assert result.stderr == "knowledge.db is missing: build it.\n"


def test_each_line_is_answered_as_it_comes(tmp_path: Path) -> None:
    """The next line may depend on the answer to this one: nothing waits for the end of input."""
    # Whoever runs the tests may have set that nothing is buffered; who runs the bot hasn't.
    usual = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    with subprocess.Popen(
        [sys.executable, "-m", "tests.bot.invented_process", "ask", "--jsonl"],
        cwd=tmp_path,
        env=usual,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as process:
        too_late = threading.Timer(LONGEST_ANSWER, process.kill)
        too_late.start()
        assert process.stdin is not None
        assert process.stdout is not None
        for identity in ("first", "second"):
            question = {"id": identity, "question": "Who holds Linden?"}
            process.stdin.write(json.dumps(question).encode() + b"\n")
            process.stdin.flush()
            answer = process.stdout.readline()
            assert answer, f"none within {LONGEST_ANSWER} s"
            assert json.loads(answer)["id"] == identity
        too_late.cancel()
        process.stdin.close()
        assert process.stdout.read() == b""
    assert process.returncode == 0


def test_who_stops_reading_ends_it_without_a_word(tmp_path: Path) -> None:
    asked = b'{"id": 1, "question": "Who holds Linden?"}\n'
    with subprocess.Popen(
        [sys.executable, "-m", "tests.bot.invented_process", "ask", "--jsonl"],
        cwd=tmp_path,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdin.write(asked)
        process.stdin.flush()
        assert process.stdout.readline()
        process.stdout.close()
        with contextlib.suppress(BrokenPipeError):
            process.stdin.write(asked * 3)
            process.stdin.close()
        assert process.stderr.read() == b""
    assert process.returncode is not None


def test_every_command_has_help() -> None:
    for words in ([], ["ask"], ["score"], ["doctor"], ["knowledge"], ["knowledge", "build"]):
        result = run(*words, "--help")
        assert result.exit_code == 0
        assert "Usage" in result.output


def test_the_understanding_is_ready_and_out_of_garbage_before_anything_is_received(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    asked: list[str] = []
    found: list[tuple[list[str], bool]] = []

    class Listening(InventedKnowledge):
        def ask(self, question: str, **given: Any) -> Answer:
            asked.append(question)
            return super().ask(question, **given)

    async def receive(*given: Any, **more: Any) -> None:
        found.append((asked.copy(), gc.get_freeze_count() > 0))

    monkeypatch.setattr(command_line, "open_knowledge", lambda path: Listening())
    monkeypatch.setattr(logs, "set_up_logs", lambda secrets: None)
    monkeypatch.setattr(answering, "run", receive)
    monkeypatch.setenv("TELEGRAM_BOT_TOKEN", "123456:AAsecretsecretsecret")
    monkeypatch.setenv("STATE_DB", str(tmp_path / "state.db"))
    result = run()
    gc.unfreeze()
    assert (result.exit_code, found) == (0, [([""], True)])
