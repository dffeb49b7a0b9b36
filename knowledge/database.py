"""Opens knowledge.db: found, whole by its checksum, of this schema; read-only, and never made."""

from __future__ import annotations

import hashlib
import re
import shlex
import sqlite3
from pathlib import Path

from knowledge.errors import DatabaseError

VERSION = 5
"""Of schema.sql."""
SCHEMA = Path(__file__).resolve().parent / "schema.sql"
NAME = "knowledge.db"
LARGEST = 64 * 1024 * 1024
"""Bytes. Ours is some 25 MB; what is much larger is another file, and slow to read."""
ROWS_OF = "rows of "
"""How a key of `meta` begins that counts the rows of the table named after it."""
_CHECKSUM = re.compile(r"([0-9a-f]{64})  [^\r\n]+\n")
"""As `sha256sum` writes it."""


def location(path: Path | None = None) -> Path:
    """Return where knowledge.db lies: `path`, else inside this package, else beside it.

    A wheel has it inside the package, a checkout at its top.
    """
    if path is not None:
        return path
    package = Path(__file__).resolve().parent
    inside, beside = package / NAME, package.parent / NAME
    return inside if inside.exists() else beside


def checksum_file(path: Path) -> Path:
    """Return where the checksum of the database at `path` stands."""
    return path.with_name(f"{path.name}.sha256")


def cure(path: Path | None = None) -> str:
    """Return how to get a sound database at `path` (None: the one that comes with the program)."""
    if path is None:
        return (
            f"fetch {NAME} and {checksum_file(Path(NAME))} anew (git checkout, or install again), "
            "or build them with python -m bot knowledge build."
        )
    return (
        f"run python -m bot knowledge build --out {shlex.quote(str(path))} to make {path.name} "
        f"and {checksum_file(path).name} anew, or put sound copies of both there."
    )


def open_database(path: Path | None = None) -> tuple[sqlite3.Connection, str]:
    """Open knowledge.db and return the connection, read-only, and the file's sha256 (hex).

    DatabaseError, in one sentence with the cure, where it's missing, empty, altered by as little
    as a bit, without its checksum, of another schema, or unreadable. Nothing is ever created.
    """
    mend = cure(path)
    path = location(path)
    digest = _verified(path, mend)
    # Immutable: SQLite takes no lock and looks for no journal, so that a read-only folder does.
    uri = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
    connection: sqlite3.Connection | None = None
    try:
        connection = sqlite3.connect(uri, uri=True)
        _verify(connection, path, mend)
    except sqlite3.Error as error:
        if connection is not None:
            connection.close()
        raise DatabaseError(f"{path} is no sound knowledge database ({error}): {mend}") from error
    except DatabaseError:
        if connection is not None:
            connection.close()
        raise
    return connection, digest


def _verified(path: Path, mend: str) -> str:
    """Return the file's sha256 once it's seen to be what stands beside it."""
    content = _read(path, mend)
    if not content:
        raise DatabaseError(f"{path} is empty: {mend}")
    checksum = checksum_file(path)
    match = _CHECKSUM.fullmatch(_read(checksum, mend).decode("ascii", errors="replace"))
    if match is None:
        raise DatabaseError(f"{checksum} isn't a checksum as sha256sum writes it: {mend}")
    digest = hashlib.sha256(content).hexdigest()
    if digest != match[1]:
        raise DatabaseError(
            f"{path} isn't what its checksum says, so it was altered or cut: {mend}"
        )
    return digest


def _read(path: Path, mend: str) -> bytes:
    try:
        if not path.exists():
            raise DatabaseError(f"{path} is missing: {mend}")
        if path.is_dir():
            raise DatabaseError(
                f"{path} is a folder, where a file must be: take it away, or give the path of a "
                f"file in its place, such as {shlex.quote(str(path / NAME))}."
            )
        # A pipe or a device would keep us waiting.
        if not path.is_file():
            raise DatabaseError(
                f"{path} is no file, but a pipe or a device: give the path of a {NAME} instead."
            )
        if path.stat().st_size > LARGEST:
            raise DatabaseError(f"{path} is no file of the knowledge: {mend}")
        return path.read_bytes()
    except OSError as error:
        raise DatabaseError(
            f"{path} can't be read ({error.strerror}): let this user read it, or {mend}"
        ) from error


def _verify(connection: sqlite3.Connection, path: Path, mend: str) -> None:
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if version != VERSION:
        raise DatabaseError(f"{path} has schema {version}, this program needs {VERSION}: {mend}")
    written = connection.execute("SELECT value FROM meta WHERE key = 'schema version'").fetchone()
    if written is None or written[0] != str(VERSION):
        raise DatabaseError(
            f"{path} says of itself that it has schema {written[0] if written else 'none'}, "
            f"this program needs {VERSION}: {mend}"
        )
    found = connection.execute("PRAGMA integrity_check(1)").fetchone()[0]
    if found != "ok":
        raise DatabaseError(f"{path} is no sound knowledge database ({found}): {mend}")
    strays = _tables_with_other_rows(connection)
    if strays:
        raise DatabaseError(
            f"{path} is no sound knowledge database "
            f"(rows are gone from it, or were added, in {', '.join(strays)}): {mend}"
        )
    # The search must have been built of these very facts.
    searched = connection.execute("SELECT id FROM fact_search_docsize ORDER BY id").fetchall()
    told = connection.execute("SELECT rowid FROM fact_texts ORDER BY rowid").fetchall()
    astray = connection.execute("PRAGMA foreign_key_check").fetchone()
    if searched != told or astray is not None:
        raise DatabaseError(f"{path} is no sound knowledge database (a row is gone): {mend}")


def _tables_with_other_rows(connection: sqlite3.Connection) -> list[str]:
    """Return the tables that have more or fewer rows than were built, or are gone or added."""
    tables = connection.execute(
        # The search's own tables differ from one version of SQLite to another.
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'fact_search%'"
    ).fetchall()
    counted = {
        (table, str(connection.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0]))
        for (table,) in tables
    }
    written = connection.execute(
        "SELECT substr(key, ?), value FROM meta WHERE key LIKE ? || '%'",
        (len(ROWS_OF) + 1, ROWS_OF),
    )
    return sorted({table for table, _ in counted.symmetric_difference(written.fetchall())})
