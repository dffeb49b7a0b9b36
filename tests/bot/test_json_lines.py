"""A line of JSON is answered by a line of JSON, whatever stands in it."""

from __future__ import annotations

import json
from typing import Any, cast

import pytest

from bot.json_lines import answer_lines
from handlers.desk import Desk
from knowledge import Knowledge
from tests.invented_knowledge import CATCH, CAUTION, HARBOUR, InventedKnowledge


def json_lines(*rows: Any, knowledge: InventedKnowledge | None = None) -> list[dict[str, Any]]:
    """The answers to rows of JSON; bytes are sent as they are."""
    lines = ((row if isinstance(row, bytes) else json.dumps(row).encode()) + b"\n" for row in rows)
    desk = Desk(cast(Knowledge, knowledge or InventedKnowledge()))
    return [json.loads(line) for line in answer_lines(desk, lines)]


def test_json_in_json_out() -> None:
    [row] = json_lines({"id": "q1", "question": "How many herrings?"})
    assert row == {
        "id": "q1",
        "status": "answered",
        "text": row["text"],
        "language": "en",
        "citations": [
            {"fact": "catch", "article": "linden", "paragraph": 2, "quote": CATCH},
            {"fact": "caution", "article": "linden", "paragraph": 3, "quote": CAUTION},
        ],
        "near": [],
    }
    assert row["text"].startswith("The Greys claim 9,000 herrings")


def test_each_fact_told_is_cited_though_a_quote_they_share_is_shown_once() -> None:
    rows = json_lines(
        {"id": "cited", "question": "Who holds the harbour and the pier?"},
        {"id": "near", "question": "How deep is the harbour?"},
    )
    for row, key in zip(rows, ("citations", "near"), strict=True):
        assert [(told["fact"], told["quote"]) for told in row[key]] == [
            ("harbour-held", HARBOUR),
            ("pier-not-held", "its pier isn’t"),
        ]
        assert row["text"].count("\n> ") == 1


def test_each_kind_of_answer_has_its_status_and_lines_keep_their_order() -> None:
    questions = ("Who holds Linden?", "How many crabs?", "Who won the match?", "hi", "Linden?")
    rows = json_lines(*({"id": n, "question": asked} for n, asked in enumerate(questions)))
    assert [row["id"] for row in rows] == [0, 1, 2, 3, 4]
    assert [row["status"] for row in rows] == [
        "answered",
        "unknown",
        "unknown",
        "smalltalk",
        "clarify",
    ]
    assert [near["fact"] for near in rows[1]["near"]] == ["catch", "caution", "storm"]
    assert rows[1]["citations"] == []


def test_lines_of_one_chat_are_one_conversation() -> None:
    rows = json_lines(
        {"id": "a", "chat": "x", "question": "How many herrings?"},
        {"id": "b", "chat": "y", "question": "says who?"},
        {"id": "c", "question": "says who?"},
        {"id": "d", "chat": "x", "question": "says who?"},
    )
    assert [row["status"] for row in rows] == ["answered", "unknown", "unknown", "answered"]


def test_a_conversation_goes_on_in_its_own_language() -> None:
    knowledge = InventedKnowledge()
    json_lines(
        {"id": "a", "chat": "x", "question": "хто тримає Linden?"},
        {"id": "b", "chat": "x", "question": "Linden?"},
        {"id": "c", "chat": "y", "question": "Linden?"},
        {"id": "d", "question": "Linden?"},
        knowledge=knowledge,
    )
    assert [hint for _, hint, _ in knowledge.asked] == [None, "uk", None, None]


def test_a_file_that_begins_with_a_byte_order_mark_is_read_too() -> None:
    [row] = json_lines(b'\xef\xbb\xbf{"id": "q", "question": "Who holds Linden?"}')
    assert row["status"] == "answered"


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"   ",
        b"not json",
        b"[1]",
        b'"text"',
        b"{}",
        b'{"id": "a"}',
        b'{"id": 3}',
        b'{"id": 1.5, "question": "Who?"}',
        b'{"question": "Who?"}',
        b'{"id": null, "question": "Who?"}',
        b'{"id": true, "question": "Who?"}',
        b'{"id": "a", "question": 5}',
        b'{"id": "a", "question": "Who?", "chat": []}',
        b'{"id": "a", "question": "Who?"',
        b"\xff\xfe",
        b"[" * 100_000,
        b'{"id": ' + b"9" * 5000 + b', "question": "Who?"}',
    ],
)
def test_a_line_that_is_no_question_gets_an_error_and_the_rest_goes_on(line: bytes) -> None:
    bad, good = json_lines(line, {"id": "q", "question": "Who holds Linden?"})
    assert bad["id"] is None
    assert bad["status"] == "error"
    assert bad["text"]
    assert good["status"] == "answered"


@pytest.mark.parametrize(
    ("line", "why"),
    [
        (b"", "the line is empty"),
        (b" \t", "the line is empty"),
        (b"{}", '"id" is missing'),
        (b'{"question": "Who?"}', '"id" is missing'),
        (b'{"id": 7}', '"question" is missing'),
        (b'{"id": null, "question": "Who?"}', '"id" must be a string or a whole number'),
        (b'{"id": 7, "question": null}', '"question" must be a string'),
        (b'{"id": 7, "question": 5}', '"question" must be a string'),
    ],
)
def test_a_line_that_is_no_question_says_what_it_lacks(line: bytes, why: str) -> None:
    [row] = json_lines(line)
    assert row == {"id": None, "status": "error", "text": why}


@pytest.mark.parametrize("question", ["", "  \n\t"])
def test_an_empty_question_is_an_error_that_names_its_id_and_the_rest_goes_on(
    question: str,
) -> None:
    bad, good = json_lines(
        {"id": "e", "chat": 1, "question": question}, {"id": "q", "question": "Who holds Linden?"}
    )
    assert bad == {"id": None, "status": "error", "text": 'id "e": the question is empty'}
    assert good["status"] == "answered"


@pytest.mark.parametrize(
    "odd", ["\ud83d", "\x00", "\u202e", "x" * 5_000_000, "{0.__class__}", "%s"]
)
def test_odd_text_is_answered_like_any_other(odd: str) -> None:
    """Half a surrogate pair is no UTF-8, so it comes and goes as an escape."""
    [row] = json_lines({"id": odd, "question": odd})
    assert row["id"] == odd
    assert row["status"] == "unknown"
