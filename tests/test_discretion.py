"""What watches over every test's log, and over states, does find what is given away."""

from __future__ import annotations

import html
import json
import logging
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from bot.endings import SettingsError
from tests.corpora import naughty_strings, questions
from tests.discretion import Listener, given_away, given_away_by, given_away_by_files, listening
from tests.spotting import PIECE
from tests.telegram_double import TOKEN, TelegramDouble

QUESTION = max(questions(), key=len)
NAUGHTY = max(naughty_strings(), key=len)
PERSON = TelegramDouble().person(17)
GROUP = TelegramDouble().group(17)


def kept(folder: Path, *statements: str, values: tuple[object, ...] = ()) -> None:
    """Write to a state file in `folder`; `values` are the last statement's."""
    with closing(sqlite3.connect(folder / "state.db")) as connection, connection:
        for statement in statements[:-1]:
            connection.execute(statement)
        connection.execute(statements[-1], values)


@pytest.mark.parametrize(
    "secret",
    [TOKEN, f"bot{TOKEN}/getMe", QUESTION, NAUGHTY],
    ids=["token", "address", "question", "naughty"],
)
def test_a_secret_is_found_in_what_is_written(secret: str, tmp_path: Path) -> None:
    (tmp_path / "state.db-wal").write_bytes(b"\x00\xff" + secret.encode() + b"\xff")
    assert given_away(f"before {secret} after")
    assert given_away_by_files(tmp_path)
    error = ValueError("nothing")
    error.__cause__ = KeyError(secret)
    assert given_away_by(error)


DRESSES: dict[str, Callable[[str], str]] = {
    "as it is": str,
    "Python's": repr,
    "JSON's": json.dumps,
    "JSON's with its letters": lambda text: json.dumps(text, ensure_ascii=False),
    "JSON's of Python's": lambda text: json.dumps(repr(text)),
    "standard error's": lambda text: text.encode("ascii", "backslashreplace").decode(),
    "HTML's": html.escape,
    "folded": lambda text: " ".join(text.casefold().split()),
}


@pytest.mark.parametrize("dress", DRESSES.values(), ids=DRESSES)
def test_every_longer_text_of_the_corpora_is_found_in_any_dress(
    dress: Callable[[str], str],
) -> None:
    texts = (*questions(), *naughty_strings())
    longer = [text for text in texts if len("".join(text.split())) >= PIECE]
    assert [text for text in longer if not given_away(f"a line: {dress(text)}, and more")] == []


@pytest.mark.parametrize("cut", [slice(40), slice(20, 60), slice(-40, None)])
def test_a_piece_of_a_question_is_found(cut: slice) -> None:
    longer = [text for text in questions() if len(text) > 70]
    assert [text for text in longer if not given_away(f"asked {text[cut]}…")] == []


@pytest.mark.parametrize("text", ["hi", "Who else?", "thanks!", "1#QNAN", "🐵 🙈 🙉 🙊"])
def test_a_short_text_is_found_where_it_stands_by_itself(text: str, tmp_path: Path) -> None:
    kept(
        tmp_path,
        "CREATE TABLE kept (id INTEGER, note TEXT)",
        "INSERT INTO kept VALUES (1, 'nothing of this')",
    )
    assert given_away_by_files(tmp_path) == []
    kept(tmp_path, "INSERT INTO kept VALUES (2, ?)", values=(f"asked: {text}",))
    assert given_away(f"answered: {text}") == [text.casefold()]
    assert given_away("this, 2026-11-27T08:09:01Z, gives nothing away, nor does 0.00") == []
    assert given_away_by_files(tmp_path) == [text.casefold()]


@pytest.mark.parametrize("whose", [PERSON.shown, PERSON.chat.shown, GROUP.shown])
def test_name_and_id_of_whoever_is_on_the_double_are_found(whose: dict[str, object]) -> None:
    for field in ("first_name", "last_name", "username", "title", "id"):
        if field in whose:
            assert given_away(f"answered {whose[field]}.")


def test_an_id_is_found_in_a_state_but_while_an_answer_is_held_back(tmp_path: Path) -> None:
    kept(
        tmp_path,
        "CREATE TABLE parked (chat_id INTEGER)",
        "INSERT INTO parked VALUES (?)",
        values=(PERSON.id,),
    )
    assert given_away_by_files(tmp_path) == []
    kept(tmp_path, "DELETE FROM parked")
    assert given_away_by_files(tmp_path) == []
    kept(
        tmp_path,
        "CREATE TABLE file_ids (bot INTEGER)",
        "INSERT INTO file_ids VALUES (?)",
        values=(GROUP.id,),
    )
    assert given_away_by_files(tmp_path) == [str(PERSON.id)]


def test_what_a_log_line_tells_of_a_person_is_found() -> None:
    listener = Listener()
    logger = logging.Logger("handlers.messages")
    logger.addHandler(listener)
    logger.info("answered %s", "ids and counts")
    assert listener.heard == []
    logger.info("answered %s", QUESTION)
    assert len(listener.heard) == 1


def test_what_an_error_of_ours_tells_of_a_person_is_found() -> None:
    with listening() as listener:
        SettingsError("STATE_DB is wrong: it's the path of a file.")
        assert listener.heard == []
        SettingsError(f"somebody asked: {QUESTION}")
        assert len(listener.heard) == 1


def test_what_the_running_bot_would_not_log_is_not_heard() -> None:
    listener = Listener()
    library = logging.Logger("telegram.ext")
    library.addHandler(listener)
    library.info("handling %s", QUESTION)
    library.error("can't handle %s, token %s", QUESTION, TOKEN)
    assert listener.heard == []
