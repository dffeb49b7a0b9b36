"""A line of a question set is a question, a dialogue, a group's message, or a hostile text."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from bot.question_sets import Case, QuestionSetError, read_cases


def cases(folder: Path, *rows: Any) -> list[Case]:
    """The cases of a file of these rows; a string stands there as it is."""
    path = folder / "set.jsonl"
    lines = (row if isinstance(row, str) else json.dumps(row) for row in rows)
    path.write_text("\n".join(lines), encoding="utf-8")
    return list(read_cases(path))


def test_a_question_counts_in_the_row_of_its_language_and_kind(tmp_path: Path) -> None:
    asked = {"id": "q", "lang": "sv", "kind": "answerable", "question": "vem?", "gold": ["x"]}
    [case] = cases(tmp_path, asked | {"must": ["a|b"], "must_not": ["No"], "chat": "c"})
    assert (case.group, case.text, case.chat) == ("sv / answerable", "vem?", "c")
    assert (case.expected.must, case.expected.must_not) == (["a|b"], ["No"])
    assert (case.manner, case.expect, case.expected.page) == ("question", "answer", False)


@pytest.mark.parametrize(
    ("lang", "language"), [({}, "en"), ({"lang": "uk"}, "uk"), ({"lang": "mixed"}, None)]
)
def test_it_must_be_answered_in_its_language_unless_that_is_mixed(
    tmp_path: Path, lang: dict[str, str], language: str | None
) -> None:
    [case] = cases(tmp_path, {"id": "q", "kind": "k", "question": "who?", "gold": []} | lang)
    assert case.expected.language == language


def test_the_turns_of_a_dialogue_are_one_conversation_the_first_apart(tmp_path: Path) -> None:
    turns = [{"q": "who?", "gold": ["x"]}, {"q": "and there?", "gold": [], "must": ["y"]}]
    first, second = cases(tmp_path, {"id": "d", "turns": turns})
    assert (first.id, first.group, second.id, second.group) == (
        *("d.1", "en / first turn"),
        *("d.2", "en / follow-up"),
    )
    assert first.chat == second.chat == "d"
    assert (second.text, second.expected.must) == ("and there?", ["y"])


@pytest.mark.parametrize(("text", "page"), [("/map", True), ("@FrontlineFactsBot who?", False)])
def test_a_groups_message_has_what_it_replies_to_and_may_open_a_page(
    tmp_path: Path, text: str, page: bool
) -> None:
    row = {"id": "g", "text": text, "expect": "silent", "gold": [], "reply_to": "bot"}
    [case] = cases(tmp_path, row)
    assert (case.manner, case.group, case.expect) == ("message", "group / silent", "silent")
    assert (case.reply_to, case.expected.page) == ("bot", page)


def test_a_hostile_text_may_be_written_once_and_meant_many_times(tmp_path: Path) -> None:
    row = {"id": "h", "class": "long", "expect": "no_crash", "gold": []}
    long, plain = cases(tmp_path, row | {"repeat": ["ab", 3]}, row | {"text": "\x00"})
    assert (long.text, plain.text) == ("ababab", "\x00")
    assert long.manner == plain.manner == "hostile"


@pytest.mark.parametrize(
    "line", ["no JSON", "[1]", '"text"', '{"id": "q"}', '{"id": "q", "turns": [1]}']
)
def test_a_line_that_is_none_is_named_by_its_number(tmp_path: Path, line: str) -> None:
    """Empty lines count, and are no cases."""
    with pytest.raises(QuestionSetError, match=r"set\.jsonl, line 2: "):
        cases(tmp_path, "", line)
    assert cases(tmp_path, "", "  ") == []
