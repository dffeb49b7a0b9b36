"""The state file: opened for writing, mended where it can be, and done without where it can't."""

from __future__ import annotations

import logging
import sqlite3
import time
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TypeAlias

from state.broken import is_broken, set_aside

Statement: TypeAlias = tuple[str, Sequence[int | str | None]]

SCHEMA_VERSION = 2
"""Of an older file only tables are missing; a version 1 has no `file_ids` and what came after."""
SCHEMA = """
create table if not exists ended (
    bot integer not null,
    update_id integer not null,
    at integer not null,
    primary key (bot, update_id)
) without rowid;
create table if not exists at_work (
    bot integer not null,
    update_id integer not null,
    ends integer not null,
    at integer not null,
    primary key (bot, update_id)
) without rowid;
create table if not exists parked (
    bot integer not null,
    update_id integer not null,
    chat_id integer not null,
    message_id integer not null,
    thread_id integer,
    quote_question integer not null,
    again text not null,
    wait integer not null,
    asked_at integer not null,
    due_at integer not null,
    primary key (bot, update_id)
) without rowid;
create table if not exists counts (
    bot integer not null,
    outcome text not null,
    rule text not null,
    count integer not null,
    primary key (bot, outcome, rule)
) without rowid;
create table if not exists feedback (
    fact text primary key,
    up integer not null,
    down integer not null
) without rowid;
create table if not exists questions (
    number integer primary key,
    language text not null,
    folded text not null,
    text text not null,
    count integer not null,
    unique (language, folded)
);
create table if not exists file_ids (
    bot integer not null,
    digest text not null,
    file_id text not null,
    primary key (bot, digest)
) without rowid;
"""
MOST_BYTES = 64 * 2**20
"""Many times what 48 hours can need: no fault of ours fills somebody's disk."""
TRY_AGAIN = 5.0
"""Seconds that the file is left alone after a fault: each try holds up the event loop."""
QUIET = 60.0
"""Seconds that must pass without a fault before the next is worth a warning: on a full disk, one
write goes well and the next doesn't."""
BUSY = 0.1
"""Seconds to wait for another program that is writing to the file, such as a backup."""
_NO_VALUE = (OverflowError, UnicodeError, sqlite3.InterfaceError, sqlite3.ProgrammingError)
"""What SQLite can't hold, such as half a surrogate; Telegram never sends it, others may."""

_log = logging.getLogger(__name__)


class StateDatabase:
    """A SQLite file whose loss costs repeats and counts, and never an answer.

    Nothing here raises for a full disk, a read-only or a broken file: there is one warning, reads
    give nothing, writes give False, and the file is tried again every few seconds. One that was
    deleted or replaced meanwhile is left for what is at its path now.
    """

    def __init__(self, path: Path, *, most_bytes: int = MOST_BYTES) -> None:
        """Open `path`, made with its folder where it's missing; a broken file is set aside."""
        self.path = path
        self._most_bytes = most_bytes
        self._connection: sqlite3.Connection | None = None
        self._opened: tuple[int, int] | None = None
        self._resting_until = 0.0
        self._warned = False
        self._quiet_until = 0.0
        self._ready()

    @property
    def usable(self) -> bool:
        """Whether the file can be used just now: False for some seconds after each fault."""
        return self._ready()

    def read(self, sql: str, values: Sequence[int | str | None] = ()) -> list[tuple[object, ...]]:
        """The rows, or none where the file can't be read."""
        if not self._ready() or self._connection is None:
            return []
        try:
            return self._connection.execute(sql, values).fetchall()
        except _NO_VALUE:
            return []
        except sqlite3.Error as error:
            self._trouble(error)
            return []

    def write(self, statements: Iterable[Statement], *, flushed: bool = False) -> bool:
        """Carry out all of them or none; whether they were.

        A killed process loses nothing of it. A power cut may cost the last few writes, unless
        this one is `flushed` to the disk, for which the event loop waits.
        """
        if not self._ready() or self._connection is None:
            return False
        try:
            self._connection.execute(f"pragma synchronous = {'full' if flushed else 'normal'}")
            self._connection.execute("begin immediate")
            for sql, values in statements:
                self._connection.execute(sql, values)
            self._connection.execute("commit")
        except _NO_VALUE:
            self._connection.execute("rollback")
            return False
        except sqlite3.Error as error:
            self._trouble(error)
            return False
        self._warned = self._warned and time.monotonic() < self._quiet_until
        return True

    def wipe(self) -> bool:
        """Leave nothing of what was deleted; whether that could be done, with nobody reading.

        What was written lately stands in a second file, the deleted rows too.
        """
        return self.read("pragma wal_checkpoint(truncate)")[:1] == [(0, 0, 0)]

    def reopen(self) -> None:
        """Look at the file as the next process will, which checks it, even if it had a fault.

        One whose pages were overwritten meanwhile is set aside then, and a new one begun: what is
        in SQLite's memory hides it.
        """
        self.close()
        self._resting_until = 0.0
        self._ready()

    def close(self) -> None:
        """Close the file. It's opened again by the next read or write."""
        if self._connection is not None:
            with suppress(sqlite3.Error):
                self._connection.rollback()
            self._connection.close()
            self._connection = None

    def _ready(self) -> bool:
        # What is written to a file without a name any more is gone with this process.
        lost = self._connection is not None and _identity(self.path) != self._opened
        if lost:
            self.close()
        if self._connection is None and time.monotonic() >= self._resting_until:
            try:
                self._open()
            except (sqlite3.Error, OSError) as error:
                self._trouble(error)
            else:
                if lost:
                    self._warn(
                        f"{self.path} was deleted or replaced, so that a restart may repeat some "
                        "answers: leave it alone while the bot runs"
                    )
        return self._connection is not None

    def _open(self) -> None:
        self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        try:
            self._connection = self._connect()
        except sqlite3.DatabaseError as error:
            if not is_broken(error):
                raise
            broken = set_aside(self.path)
            self._warn(
                f"{self.path} was no database any more; it's now {broken.name}, a new one is begun"
            )
            self._connection = self._connect()
        self._opened = _identity(self.path)

    def _connect(self) -> sqlite3.Connection:
        connection = sqlite3.connect(self.path, timeout=BUSY, isolation_level=None)
        # A damaged text must not keep the sound ones from being read.
        connection.text_factory = lambda text: text.decode("utf-8", "replace")
        try:
            if connection.execute("pragma quick_check(1)").fetchone() != ("ok",):
                raise sqlite3.DatabaseError("database disk image is malformed")
            version = connection.execute("pragma user_version").fetchone()[0]
            if version > SCHEMA_VERSION:
                raise OSError(f"its schema {version} belongs to a newer version of the bot")
            connection.execute("pragma journal_mode = wal")
            # What is deleted is overwritten, and not only out of sight.
            connection.execute("pragma secure_delete = on")
            page = connection.execute("pragma page_size").fetchone()[0]
            connection.execute(f"pragma max_page_count = {max(1, self._most_bytes // page)}")
            connection.executescript(f"{SCHEMA} pragma user_version = {SCHEMA_VERSION};")
            # A read-only file opens without a word; only a write tells.
            connection.execute("begin immediate")
            connection.execute("rollback")
        except BaseException:
            connection.close()
            raise
        return connection

    def _trouble(self, error: Exception) -> None:
        self.close()
        self._resting_until = time.monotonic() + TRY_AGAIN
        self._warn(
            f"{self.path} can't be used ({error}): answers go on, but a restart may repeat some. "
            "Free the disk, or set STATE_DB to a file in a folder that the bot may write to"
        )

    def _warn(self, sentence: str) -> None:
        if not self._warned:
            _log.warning(sentence)
        self._warned = True
        self._quiet_until = time.monotonic() + QUIET


def _identity(path: Path) -> tuple[int, int] | None:
    """Which file is at `path`: another one may take its name. `None` for none."""
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino
