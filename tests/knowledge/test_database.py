"""Opening knowledge.db: what isn't whole is refused at once, with a sentence on the cure."""

from __future__ import annotations

import hashlib
import os
import re
import shlex
import sqlite3
import time
from contextlib import closing
from pathlib import Path

import pytest

from knowledge import database
from knowledge.build import build
from knowledge.database import checksum_file, open_database
from knowledge.errors import DatabaseError
from knowledge.store import Store
from tests.knowledge.sources import GAZETTEER, INVENTED, no_training

TABLES = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'fact_search%'"
LONGEST_REFUSAL = 2.0
"""Seconds."""


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    out = tmp_path_factory.mktemp("sound") / "knowledge.db"
    build(INVENTED, out, GAZETTEER, learn=no_training)
    return out.read_bytes()


@pytest.fixture
def path(tmp_path: Path, sound: bytes) -> Path:
    path = tmp_path / "knowledge.db"
    put(path, sound)
    return path


def put(path: Path, content: bytes) -> None:
    """Write a database with the checksum that belongs to it."""
    path.write_bytes(content)
    digest = hashlib.sha256(content).hexdigest()
    checksum_file(path).write_text(f"{digest}  {path.name}\n")


def refusal(path: Path, cure: str = "") -> str:
    """Return why `path` is refused; see that it's quick, has a cure, and makes nothing.

    The cure is to build it there, unless it's another.
    """
    before = sorted(os.listdir(path.parent))
    started = time.monotonic()
    with pytest.raises(DatabaseError) as caught:
        Store.open(path)
    assert time.monotonic() - started < LONGEST_REFUSAL
    assert sorted(os.listdir(path.parent)) == before
    message = str(caught.value)
    assert (cure or f"python -m bot knowledge build --out {shlex.quote(str(path))} ") in message
    assert not re.search("NoneType|object|subscript|Error|KeyError|Row", message)
    assert "\n" not in message
    return message


def test_a_sound_one_opens_read_only(path: Path, sound: bytes) -> None:
    connection, digest = open_database(path)
    with closing(connection):
        assert digest == hashlib.sha256(sound).hexdigest()
        with pytest.raises(sqlite3.OperationalError, match="readonly"):
            connection.execute("DELETE FROM facts")
    assert path.read_bytes() == sound


def test_one_that_somebody_else_has_locked_is_read_and_leaves_nothing_beside_it(
    path: Path,
) -> None:
    """It takes no lock itself either: a folder that nobody may write to does."""
    before = sorted(os.listdir(path.parent))
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        connection, _ = open_database(path)
        with closing(connection):
            assert connection.execute("SELECT count(*) FROM facts").fetchone()[0] > 0
            assert sorted(os.listdir(path.parent)) == before
    assert sorted(os.listdir(path.parent)) == before


def test_a_missing_one_is_refused_and_not_made(tmp_path: Path) -> None:
    assert "is missing" in refusal(tmp_path / "knowledge.db")


def test_an_empty_one_is_refused(path: Path) -> None:
    path.write_bytes(b"")
    assert "is empty" in refusal(path)


@pytest.mark.parametrize("left", [1, 100, 4096, -4096, -100, -1])
def test_a_cut_one_is_refused(path: Path, sound: bytes, left: int) -> None:
    path.write_bytes(sound[:left])
    assert "altered or cut" in refusal(path)


def test_one_with_something_behind_it_is_refused(path: Path, sound: bytes) -> None:
    path.write_bytes(sound + b"\x00")
    assert "altered or cut" in refusal(path)


def test_a_flipped_bit_is_refused_wherever_it_is(path: Path, sound: bytes) -> None:
    step = max(1, len(sound) // 400)
    for at in (*range(100), *range(100, len(sound), step), len(sound) - 1):
        flipped = bytearray(sound)
        flipped[at] ^= 1 << (at % 8)
        path.write_bytes(flipped)
        with pytest.raises(DatabaseError, match="altered or cut"):
            open_database(path)


def test_a_missing_checksum_is_refused(path: Path) -> None:
    checksum_file(path).unlink()
    assert "knowledge.db.sha256 is missing" in refusal(path)


NO_CHECKSUMS = [
    "",
    "\n",
    "0" * 64,
    f"{'0' * 63}  knowledge.db\n",
    f"{'g' * 64}  knowledge.db\n",
    f"{'F' * 64}  knowledge.db\n",
]


@pytest.mark.parametrize("text", NO_CHECKSUMS)
def test_a_checksum_that_is_none_is_refused(path: Path, text: str) -> None:
    checksum_file(path).write_text(text)
    assert "isn't a checksum" in refusal(path)


def test_another_files_checksum_is_refused(path: Path) -> None:
    checksum_file(path).write_text(f"{'0' * 64}  knowledge.db\n")
    assert "altered or cut" in refusal(path)


def test_a_flipped_bit_of_the_checksum_is_refused(path: Path) -> None:
    whole = checksum_file(path).read_bytes()
    for at in range(64):
        for bit in range(8):
            flipped = bytearray(whole)
            flipped[at] ^= 1 << bit
            checksum_file(path).write_bytes(flipped)
            with pytest.raises(DatabaseError):
                open_database(path)


def altered(path: Path, folder: Path, *statements: str) -> bytes:
    """Return a database with `statements` executed."""
    copy = folder / "copy.db"
    copy.write_bytes(path.read_bytes())
    with closing(sqlite3.connect(copy)) as connection:
        for statement in statements:
            connection.execute(statement)
        connection.commit()
    content = copy.read_bytes()
    copy.unlink()
    return content


@pytest.mark.parametrize("version", [0, database.VERSION + 1])
def test_another_schema_is_refused(path: Path, tmp_path: Path, version: int) -> None:
    put(path, altered(path, tmp_path, f"PRAGMA user_version = {version}"))
    assert f"has schema {version}" in refusal(path)


@pytest.mark.parametrize(
    "statement",
    [
        "DROP TABLE fact_names",
        "DELETE FROM meta",
        "DELETE FROM names",
        "DELETE FROM fact_statements",
        "DELETE FROM fact_statements WHERE language = 'de'",
        "DELETE FROM fact_statements WHERE id = 1",
        "DELETE FROM facts WHERE id = 'ekvik-held'",
        "DELETE FROM article_words",
        "DROP TABLE fact_search",
        "DROP VIEW fact_texts",
    ],
)
def test_one_whose_rows_are_gone_is_refused(path: Path, tmp_path: Path, statement: str) -> None:
    put(path, altered(path, tmp_path, statement))
    refusal(path)


def test_one_that_has_nothing_left_of_a_fact_is_refused(path: Path, tmp_path: Path) -> None:
    of_it = ("fact_statements", "fact_names", "fact_companions", "wordings", "follow_ups")
    gone = [f"DELETE FROM {table} WHERE fact = 'ekvik-held'" for table in of_it]
    put(path, altered(path, tmp_path, *gone, "DELETE FROM facts WHERE id = 'ekvik-held'"))
    assert "gone" in refusal(path)


def test_a_row_less_of_any_table_is_refused(path: Path, tmp_path: Path, sound: bytes) -> None:
    """With a right checksum, and though nothing else misses the row."""
    with closing(sqlite3.connect(path)) as connection:
        tables = [row[0] for row in connection.execute(TABLES)]
        filled = [t for t in tables if connection.execute(f"SELECT * FROM {t}").fetchone()]
    assert len(filled) > 10
    for table in filled:
        put(path, sound)
        last = f"SELECT max(rowid) FROM {table}"
        put(path, altered(path, tmp_path, f"DELETE FROM {table} WHERE rowid = ({last})"))
        assert "gone" in refusal(path), table


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM wordings",
        "DELETE FROM name_spellings WHERE kind = 'alias'",
        "DELETE FROM meta WHERE key = 'rows of wordings'",
        "DELETE FROM meta WHERE key LIKE 'rows of %'",
        "UPDATE meta SET value = 'many' WHERE key = 'rows of wordings'",
        "INSERT INTO name_spellings (name, kind, text) VALUES ('ekvik', 'alias', 'x')",
        "CREATE TABLE more (id TEXT)",
        "DROP TABLE wordings",
    ],
)
def test_one_with_other_rows_than_were_built_is_refused(
    path: Path, tmp_path: Path, statement: str
) -> None:
    put(path, altered(path, tmp_path, statement))
    assert "rows are gone from it, or were added" in refusal(path)


def test_the_cure_for_the_program_s_own_is_to_fetch_it_anew_or_build_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "__file__", str(tmp_path / "knowledge" / "database.py"))
    with pytest.raises(DatabaseError, match=r"git checkout.*knowledge build\."):
        Store.open()


def test_another_program_s_file_with_a_right_checksum_is_refused(path: Path) -> None:
    put(path, b"SQLite format 3\x00" + bytes(5000))
    refusal(path)
    put(path, b"not a database at all")
    refusal(path)


def test_a_folder_in_its_place_is_refused(path: Path) -> None:
    path.unlink()
    path.mkdir()
    inside = path / "knowledge.db"
    said = refusal(path, f"give the path of a file in its place, such as {inside}.")
    assert "knowledge build" not in said, "it would fail"
    assert build(INVENTED, inside, GAZETTEER, learn=no_training).rows
    assert Store.open(inside).facts()


def test_a_folder_in_place_of_its_checksum_is_to_be_taken_away(path: Path) -> None:
    checksum_file(path).unlink()
    checksum_file(path).mkdir()
    assert f"{checksum_file(path)} is a folder" in refusal(path, "take it away")


def test_a_pipe_in_its_place_is_refused_without_waiting(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)
    refusal(path, "give the path of a knowledge.db instead")


def test_one_that_may_not_be_read_is_refused(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def denied(_: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    # By hand, since whoever runs as root may read everything.
    monkeypatch.setattr(Path, "read_bytes", denied)
    assert "can't be read (Permission denied)" in refusal(path)


def test_a_path_with_odd_signs_opens(tmp_path: Path, sound: bytes) -> None:
    folder = tmp_path / "50% off? #1 знання"
    folder.mkdir()
    put(folder / "knowledge.db", sound)
    assert Store.open(folder / "knowledge.db").facts()


def test_it_opens_from_a_folder_that_nobody_may_write_to(path: Path) -> None:
    path.chmod(0o444)
    path.parent.chmod(0o555)
    try:
        assert Store.open(path).facts()
    finally:
        path.parent.chmod(0o755)


def test_a_wheel_has_it_inside_the_package_and_a_checkout_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "knowledge"
    package.mkdir()
    monkeypatch.setattr(database, "__file__", str(package / "database.py"))
    assert database.location() == tmp_path / "knowledge.db"
    (package / "knowledge.db").touch()
    assert database.location() == package / "knowledge.db"
    assert database.location(tmp_path / "other.db") == tmp_path / "other.db"


def test_a_schema_that_its_own_table_tells_is_refused_too(path: Path, tmp_path: Path) -> None:
    put(path, altered(path, tmp_path, "UPDATE meta SET value = '99' WHERE key = 'schema version'"))
    assert "has schema 99" in refusal(path)
