"""Finds the facts that are nearest in words to a question, by SQLite's full text search."""

from __future__ import annotations

import re
import sqlite3
import weakref
from collections.abc import Iterable
from itertools import islice
from threading import Lock

MOST_WORDS = 24
"""A longer question has told by then what it's about; even so many take under two milliseconds."""
_UNREADABLE = re.compile("[\x00\ud800-\udfff]")
"""What ends a text for SQLite, and what can't be written as UTF-8."""


class Search:
    """The statements and quotes of all facts; held in memory, so that the file isn't needed."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Copy what's searched out of knowledge.db; `connection` may be closed then."""
        # Threads share it, each in its turn.
        self._lock = Lock()
        self._copy = sqlite3.connect(":memory:", check_same_thread=False)
        # Nobody closes a search, and Python warns of a connection that's left open.
        weakref.finalize(self, self._copy.close)
        table = "SELECT sql FROM sqlite_master WHERE name = 'fact_search'"
        self._copy.execute(connection.execute(table).fetchone()[0])
        self._facts: dict[int, str] = {}
        for row, fact, *texts in connection.execute(
            "SELECT rowid, fact, statement, quote FROM fact_texts"
        ):
            self._facts[row] = fact
            self._copy.execute(
                "INSERT INTO fact_search (rowid, statement, quote) VALUES (?, ?, ?)", (row, *texts)
            )
        self._copy.commit()

    def nearest(self, words: Iterable[str]) -> dict[str, float]:
        """Return how near to `words` each fact is that has any of them, by its id.

        It's the BM25 of its likest statement, of whatever language, with its quote: rare words
        weigh most. A final * lets a word stand for all that begin so; with a space between them,
        words must stand side by side.
        """
        asked = dict.fromkeys(filter(None, map(_quoted, words)))
        match = " OR ".join(islice(asked, MOST_WORDS))
        if not match:
            return {}
        with self._lock:
            found = self._copy.execute(
                "SELECT rowid, -rank FROM fact_search WHERE fact_search MATCH ?", (match,)
            ).fetchall()
        near: dict[str, float] = {}
        for row, likeness in found:
            fact = self._facts[row]
            near[fact] = max(likeness, near.get(fact, 0.0))
        return near


def _quoted(word: str) -> str:
    """Return `word` as a string of FTS5's query language, which means nothing but itself."""
    stem = word.removesuffix("*")
    readable = _UNREADABLE.sub("", stem).replace('"', '""')
    star = "*" if stem != word else ""
    return f'"{readable}"{star}' if readable.strip() else ""
