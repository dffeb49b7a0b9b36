"""Builds knowledge.db from articles/: the same input gives the same content and the same bytes."""

from __future__ import annotations

import hashlib
import os
import tempfile
import zlib
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from sqlite3 import Connection, connect
from typing import TYPE_CHECKING

from knowledge.check import Problem, check_sources
from knowledge.database import ROWS_OF, SCHEMA, VERSION, checksum_file
from knowledge.errors import SourceError
from knowledge.pictures import Drawn, draw_all
from knowledge.pictures.rows import rows_of_pictures
from knowledge.rows import Row, rows_of
from knowledge.source import GAZETTEER, Sources, read_sources
from knowledge.understanding.training import train

if TYPE_CHECKING:
    from sqlite_utils import Database


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What was built."""

    path: Path
    sha256: str
    size: int
    """Bytes."""
    rows: Mapping[str, int]
    """How many, by table."""

    def __str__(self) -> str:
        return (
            f"{self.path}: {self.rows['facts']} facts of {self.rows['articles']} article(s), "
            f"{self.rows['wordings']} wordings, {self.size:,} bytes, sha256 {self.sha256}"
        )


MOST_PROBLEMS = 20
"""What a terminal shows at once; more are mostly of the same cause."""

Learner = Callable[[Sources], Mapping[str, bytes]]
"""Works out from the sources what the table `model` keeps, by name."""


def build(
    articles_dir: Path,
    out: Path,
    gazetteer: Path = GAZETTEER,
    learn: Learner = train,
    reserved: Collection[str] = (),
    holding: Collection[str] = (),
) -> BuildReport:
    """Check the articles, and write `out` and its checksum beside it.

    `learn` is the understanding's training, `reserved` are commands that no topic may have,
    `holding` are facts whose translations hold though the statement isn't what `out` has of it.

    SourceError where an article is wrong; ModuleNotFoundError where what only building needs
    isn't installed. Both files are replaced only once the new ones are whole: a build that fails
    leaves the old ones as they were.
    """
    sources = read_sources(articles_dir, gazetteer)
    problems = check_sources(sources, reserved, out, holding)
    if problems:
        raise SourceError("\n".join(_first(problems)))
    pictures = draw_all(sources)
    trained = learn(sources)
    out.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=out.parent, prefix=".building-") as folder:
        unfinished = Path(folder) / out.name
        counts = write(sources, trained, unfinished, pictures)
        content = unfinished.read_bytes()
        digest = hashlib.sha256(content).hexdigest()
        checksum = checksum_file(unfinished)
        checksum.write_text(f"{digest}  {out.name}\n", encoding="ascii")
        # A bot that opens it between the two renames refuses, and never takes one for the other.
        os.replace(unfinished, out)
        os.replace(checksum, checksum_file(out))
    return BuildReport(out, digest, len(content), counts)


def _first(problems: Sequence[Problem]) -> Iterator[str]:
    yield from map(str, problems[:MOST_PROBLEMS])
    if len(problems) > MOST_PROBLEMS:
        yield f"{len(problems) - MOST_PROBLEMS} more: `knowledge check` lists them all."


def write(
    sources: Sources, trained: Mapping[str, bytes], path: Path, pictures: tuple[Drawn, ...] = ()
) -> dict[str, int]:
    """Write a new database at `path` and return how many rows each table got."""
    # Only who edits needs sqlite-utils; the running bot is spared its third of a second.
    from sqlite_utils import Database

    counts: dict[str, int] = {}
    with closing(connect(path, isolation_level=None)) as connection:
        _prepare(connection)
        database = Database(connection, execute_plugins=False)
        connection.execute("BEGIN")
        for table, rows in _all_rows(sources, trained, pictures):
            counts[table] = _insert(database, table, rows)
        connection.execute("INSERT INTO fact_search (fact_search) VALUES ('rebuild')")
        connection.execute("INSERT INTO fact_search (fact_search) VALUES ('optimize')")
        connection.execute("COMMIT")
        _finish(connection)
    return counts


def _prepare(connection: Connection) -> None:
    connection.execute("PRAGMA page_size = 4096")
    connection.execute("PRAGMA encoding = 'UTF-8'")
    connection.execute("PRAGMA journal_mode = OFF")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.executescript(SCHEMA.read_text(encoding="utf-8"))
    connection.execute(f"PRAGMA user_version = {VERSION}")


def _finish(connection: Connection) -> None:
    # Leaves no free pages, and the rows in an order that doesn't depend on how they came in.
    connection.execute("VACUUM")


def _all_rows(
    sources: Sources, trained: Mapping[str, bytes], pictures: tuple[Drawn, ...]
) -> Iterator[tuple[str, list[Row]]]:
    meta: list[Row] = [
        {"key": "schema version", "value": str(VERSION)},
        {"key": "languages", "value": " ".join(sources.languages)},
    ]
    for folder, digests in (
        *((f"articles/{article.id}/", article.digests) for article in sources.articles),
        ("knowledge/", sources.digests),
    ):
        for name, digest in sorted(digests.items()):
            meta.append({"key": f"sha256 of {folder}{name}", "value": digest})
    tables = [*rows_of(sources), *rows_of_pictures(pictures), ("model", _packed(trained))]
    counts = {"meta": len(meta) + len(tables) + 1} | {name: len(rows) for name, rows in tables}
    meta += [{"key": f"{ROWS_OF}{name}", "value": str(count)} for name, count in counts.items()]
    yield "meta", meta
    yield from tables


def _packed(trained: Mapping[str, bytes]) -> list[Row]:
    return [{"name": name, "content": zlib.compress(trained[name], 9)} for name in sorted(trained)]


def _insert(database: Database, table: str, rows: list[Row]) -> int:
    if rows:
        database.table(table).insert_all(rows, batch_size=500)
    return len(rows)
