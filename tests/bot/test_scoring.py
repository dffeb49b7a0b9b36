"""`score` counts right, wrong and missed as they are, and its floors hold."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from bot import command_line
from bot.command_line import main
from tests.invented_knowledge import CATCH, HARBOUR, InventedKnowledge

LINES = [HARBOUR, CATCH]
PARTS = ("The harbour", "of Linden", "is held", "its pier")
"""Of one line: beside it they are one quote, alone they are four."""


@pytest.fixture(autouse=True)
def _invented(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The invented article, in an empty folder."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(command_line, "open_knowledge", lambda path: InventedKnowledge())


def score(*rows: dict[str, Any], options: tuple[str, ...] = ()) -> Result:
    """The outcome of `score` over a file of these rows."""
    file = Path("questions.jsonl")
    file.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return CliRunner().invoke(main, ["score", str(file), *options])


def row_of(result: Result, group: str) -> list[str]:
    """A row's asked, right, wrong and missed."""
    [line] = [line for line in result.stdout.splitlines() if line.startswith(f"{group} ")]
    return line[len(group) :].split()


def question(text: str, gold: list[str], **more: Any) -> dict[str, Any]:
    """A question of a set."""
    kind = "answerable" if gold else "unanswerable"
    return {"id": text, "lang": "en", "kind": kind, "question": text, "gold": gold, **more}


def test_right_wrong_and_missed_are_counted_by_language_and_kind() -> None:
    result = score(
        question("Who holds Linden?", [HARBOUR], must=["Greys|Greens"]),
        question("How many herrings?", [HARBOUR]),
        question("How many crabs?", [CATCH]),
        question("How many eels?", []),
        question("Хто тримає Linden?", [HARBOUR], lang="uk"),
    )
    assert row_of(result, "en / answerable") == ["3", "33.3%", "33.3%", "33.3%"]
    assert row_of(result, "en / unanswerable") == ["1", "100.0%", "0.0%", "0.0%"]
    assert row_of(result, "uk / answerable") == ["1", "100.0%", "0.0%", "0.0%"]
    assert row_of(result, "all") == ["5", "60.0%", "20.0%", "20.0%"]
    assert result.stdout.splitlines()[-1].startswith("5 asked in ")


def test_the_counts_can_be_a_markdown_table() -> None:
    """Without times, so that it's the same each time."""
    rows = (question("Who holds Linden?", [HARBOUR]), question("How many eels?", []))
    assert score(*rows, options=("--markdown",)).stdout.splitlines() == [
        "| | asked | right | wrong | missed |",
        "| --- | ---: | ---: | ---: | ---: |",
        "| en / answerable | 1 | 1 | 0 | 0 |",
        "| en / unanswerable | 1 | 1 | 0 | 0 |",
        "| all | 2 | 2 | 0 | 0 |",
    ]


def test_a_dialogue_is_one_conversation() -> None:
    turns = [{"q": "How many herrings?", "gold": [CATCH]}, {"q": "says who?", "gold": [CATCH]}]
    result = score({"id": "d", "turns": turns}, question("says who?", [CATCH]))
    assert row_of(result, "en / follow-up") == ["1", "100.0%", "0.0%", "0.0%"]
    assert row_of(result, "en / answerable") == ["1", "0.0%", "0.0%", "100.0%"]


@pytest.mark.parametrize(
    ("text", "reply_to", "expect", "shares"),
    [
        ("@FrontlineFactsBot who holds Linden?", None, "answer", "right"),
        ("who holds Linden?", "bot", "answer", "right"),
        ("who holds Linden?", "human", "answer", "missed"),
        ("who holds Linden?", "human", "silent", "right"),
        ("/harbour@frontlinefactsbot", None, "answer", "right"),
        ("/harbour@FrontlineFactsBot2", None, "silent", "right"),
        ("@FrontlineFactsBot who holds Linden?", None, "silent", "wrong"),
        ("@FrontlineFactsBot how many crabs?", None, "unknown", "right"),
        ("@FrontlineFactsBot who holds Linden?", None, "unknown", "wrong"),
        ("write to x@frontlinefactsbot.org", None, "silent", "right"),
        ("see t.me/FrontlineFactsBot", "human", "silent", "right"),
    ],
)
def test_group_messages_go_through_the_rules_of_addressing(
    text: str, reply_to: str | None, expect: str, shares: str
) -> None:
    gold = [HARBOUR] if expect == "answer" else []
    row = {"id": "g", "text": text, "reply_to": reply_to, "expect": expect, "gold": gold}
    right, wrong, missed = row_of(score(row | {"must": []}), "all")[1:]
    assert {"right": right, "wrong": wrong, "missed": missed}[shares] == "100.0%"


def test_hostile_texts_must_be_survived(monkeypatch: pytest.MonkeyPatch) -> None:
    def crash(self: InventedKnowledge, question: str, **more: Any) -> Any:
        raise RecursionError(len(question))

    row = {"id": "h", "repeat": ["a", 10], "class": "long", "expect": "no_crash", "gold": []}
    assert row_of(score(row), "hostile / no_crash")[1] == "100.0%"
    monkeypatch.setattr(InventedKnowledge, "ask", crash)
    result = score(row, options=("--show", "1"))
    assert row_of(result, "hostile / no_crash")[2] == "100.0%"
    assert "'aaaaaaaaaa': crashed: RecursionError(10)" in result.stdout


def test_below_a_floor_it_names_the_row_and_exits_with_1() -> None:
    rows = (question("Who holds Linden?", [HARBOUR]), question("How many herrings?", [HARBOUR]))
    swedish = question("Vem håller Linden?", [], lang="sv")

    def held_to(right: float, wrong: float, language: str = "sv") -> Result:
        Path("floors.toml").write_text(
            f'"English" = {{ counts = "en / *", least_right = {right}, most_wrong = {wrong} }}\n'
            f'"Other" = {{ counts = "{language} / *", least_right = 0, most_wrong = 100 }}\n'
        )
        return score(*rows, swedish, options=("--floors", "floors.toml"))

    assert score(*rows, swedish).exit_code == 0
    assert held_to(50, 50).exit_code == 0
    assert row_of(held_to(50, 50), "English") == ["2", "50.0", "50.0", "50.0", "50.0"]
    for fallen in (held_to(51, 50), held_to(50, 49)):
        assert fallen.exit_code == 1
        assert fallen.stderr == "below the floor: English\n"
    without = held_to(50, 50, "uk")
    assert without.exit_code == 2
    assert without.stderr.startswith("floors.toml: no row counts “sv / unanswerable”")


def test_floors_that_cannot_be_read_are_named() -> None:
    Path("floors.toml").write_text('"English" = 95')
    result = score(question("Who holds Linden?", []), options=("--floors", "floors.toml"))
    assert result.exit_code == 2
    assert result.stderr.startswith("floors.toml: “English” needs counts")


def test_show_lists_what_is_not_right() -> None:
    rows = (question("Who holds Linden?", [HARBOUR]), question("How many herrings?", [HARBOUR]))
    shown = score(*rows, options=("--show", "5")).stdout.splitlines()[0]
    assert shown.startswith("wrong  How many herrings? [en / answerable]")
    assert "cites The Greys claim" in shown


def test_a_file_that_holds_no_questions_is_named_with_its_line() -> None:
    result = score({"id": "x", "nothing": 1})
    assert result.exit_code == 2
    assert result.stderr.startswith("questions.jsonl, line 1: KeyError")


def test_the_language_of_a_question_is_told_by_its_line() -> None:
    asked = {"text": "Who holds Linden?", "gold": [HARBOUR]}
    turns = [{"q": "Who holds Linden?", "gold": [HARBOUR]}]
    result = score(
        *(question(**asked, lang=language) for language in ("en", "sv", "mixed")),
        {"id": "d", "lang": "sv", "turns": turns},
    )
    assert row_of(result, "en / answerable")[1] == "100.0%"
    assert row_of(result, "sv / answerable")[2] == "100.0%"
    assert row_of(result, "sv / first turn")[2] == "100.0%"
    assert row_of(result, "mixed / answerable")[1] == "100.0%"
