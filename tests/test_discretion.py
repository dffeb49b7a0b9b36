"""What watches over every test's log, and over states, does find what is given away."""

from __future__ import annotations

import logging
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.corpora import naughty_strings, questions
from tests.discretion import Listener, given_away, given_away_by, given_away_by_files
from tests.telegram_double import TOKEN

QUESTION = max(questions(), key=len)
NAUGHTY = max(naughty_strings(), key=len)


@pytest.mark.parametrize("secret", [TOKEN, f"bot{TOKEN}/getMe", QUESTION, NAUGHTY])
def test_a_secret_is_found_in_what_is_written(secret: str, tmp_path: Path) -> None:
    (tmp_path / "state.db-wal").write_bytes(b"\x00\xff" + secret.encode() + b"\xff")
    assert given_away(f"before {secret} after")
    assert given_away_by_files(tmp_path)
    error = ValueError("nothing")
    error.__cause__ = KeyError(secret)
    assert given_away_by(error)


@pytest.mark.parametrize("text", ["hi", "who else?", "thanks!", "1#QNAN", "🐵 🙈 🙉 🙊"])
def test_a_short_text_is_found_where_it_stands_by_itself(text: str, tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "state.db")) as connection, connection:
        connection.execute("CREATE TABLE kept (id INTEGER, note TEXT)")
        connection.execute("INSERT INTO kept VALUES (1, 'nothing of this')")
        connection.commit()
        assert given_away_by_files(tmp_path) == []
        connection.execute("INSERT INTO kept VALUES (2, ?)", (f"asked: {text}",))
    assert given_away(f"answered: {text}") == [text]
    assert given_away("this, 2026-11-27T08:09:01Z, gives nothing away") == []
    assert given_away_by_files(tmp_path) == [text]


def test_what_a_log_line_tells_of_a_person_is_found() -> None:
    listener = Listener()
    logger = logging.Logger("handlers.messages")
    logger.addHandler(listener)
    logger.info("answered %s", "ids and counts")
    assert listener.heard == []
    logger.info("answered %s", QUESTION)
    assert len(listener.heard) == 1


def test_what_the_running_bot_would_not_log_is_not_heard() -> None:
    listener = Listener()
    library = logging.Logger("telegram.ext")
    library.addHandler(listener)
    library.info("handling %s", QUESTION)
    library.error("can't handle %s, token %s", QUESTION, TOKEN)
    assert listener.heard == []
