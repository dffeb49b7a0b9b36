"""Building knowledge.db: the same bytes from the same articles, and all or nothing."""

from __future__ import annotations

import hashlib
import sqlite3
import zlib
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from knowledge.build import build, write
from knowledge.database import checksum_file
from knowledge.errors import SourceError
from knowledge.source import Wording
from tests.knowledge.sources import (
    GAZETTEER,
    INVENTED,
    copy_of_invented,
    no_training,
    on_the_war,
    real,
    spoil,
)


def built(folder: Path, articles: Path = INVENTED) -> Path:
    out = folder / "knowledge.db"
    build(articles, out, GAZETTEER, learn=no_training)
    return out


def rows(path: Path, query: str) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(query).fetchall()


def test_the_same_articles_give_the_same_bytes(tmp_path: Path) -> None:
    first = built(tmp_path / "one")
    second = built(tmp_path / "two", copy_of_invented(tmp_path))
    assert first.read_bytes() == second.read_bytes()
    assert checksum_file(first).read_bytes() == checksum_file(second).read_bytes()


def test_a_change_to_an_article_changes_the_file(tmp_path: Path) -> None:
    articles = copy_of_invented(tmp_path)
    before = built(tmp_path, articles).read_bytes()
    spoil(articles / "islands-2031" / "questions.toml", "ekvik status", "ekvik today")
    assert built(tmp_path, articles).read_bytes() != before


def test_the_report_says_what_was_built(tmp_path: Path) -> None:
    out = tmp_path / "knowledge.db"
    report = build(INVENTED, out, GAZETTEER, learn=no_training)
    content = out.read_bytes()
    assert report.sha256 == hashlib.sha256(content).hexdigest()
    assert report.size == len(content)
    assert (report.rows["facts"], report.rows["wordings"]) == (5, 9)
    assert "5 facts of 1 article" in str(report)


def test_the_checksum_is_as_sha256sum_writes_it(tmp_path: Path) -> None:
    out = built(tmp_path)
    digest = hashlib.sha256(out.read_bytes()).hexdigest()
    assert checksum_file(out).read_text() == f"{digest}  knowledge.db\n"


def test_a_failing_build_leaves_the_old_one_and_no_litter(tmp_path: Path) -> None:
    articles = copy_of_invented(tmp_path)
    out = built(tmp_path / "out", articles)
    before = out.read_bytes(), checksum_file(out).read_bytes()
    spoil(
        articles / "islands-2031" / "facts.toml", "12 islands of Sudmark in 2031.", "13 islands."
    )
    with pytest.raises(SourceError, match="islands-taken"):
        build(articles, out, GAZETTEER, learn=no_training)
    assert (out.read_bytes(), checksum_file(out).read_bytes()) == before
    assert {path.name for path in out.parent.iterdir()} == {"knowledge.db", "knowledge.db.sha256"}


def test_a_failing_build_tells_all_that_is_wrong_up_to_twenty(tmp_path: Path) -> None:
    articles = copy_of_invented(tmp_path)
    topics = articles / "islands-2031" / "topics.toml"
    spoil(topics, 'command = "islands"', 'command = "Islands"')
    spoil(topics, 'command = "ships"', 'command = "Ships"')
    with pytest.raises(SourceError) as few:
        build(articles, tmp_path / "knowledge.db", GAZETTEER, learn=no_training)
    assert [line.partition("]")[0] for line in str(few.value).splitlines()] == [
        "articles/islands-2031/topics.toml [islands",
        "articles/islands-2031/topics.toml [ships",
    ]
    with topics.open("a", encoding="utf-8") as file:
        for number in range(20):
            file.write(f'[t{number}]\ncommand = "t{number}"\ntitle = "T"\ndescription = "D"\n')
    with pytest.raises(SourceError) as many:
        build(articles, tmp_path / "knowledge.db", GAZETTEER, learn=no_training)
    *lines, last = str(many.value).splitlines()
    assert len(lines) == 20
    assert last.startswith("22 more: `knowledge check`")


def test_a_failure_while_writing_leaves_the_old_one_and_no_litter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = built(tmp_path)
    before = out.read_bytes(), checksum_file(out).read_bytes()

    def breaks(*_: object) -> None:
        raise OSError("the disk is full")

    monkeypatch.setattr("knowledge.build.write", breaks)
    with pytest.raises(OSError, match="full"):
        build(INVENTED, out, GAZETTEER, learn=no_training)
    assert (out.read_bytes(), checksum_file(out).read_bytes()) == before
    assert {path.name for path in tmp_path.iterdir()} == {"knowledge.db", "knowledge.db.sha256"}


def test_what_the_understanding_learns_is_packed(tmp_path: Path) -> None:
    ((name, content),) = rows(built(tmp_path), "SELECT name, content FROM model")
    assert name == "weights"
    assert isinstance(content, bytes)
    assert zlib.decompress(content) == b"\x00\x01"


def test_every_quote_points_to_the_passage_that_holds_it(tmp_path: Path) -> None:
    stray = rows(
        built(tmp_path),
        "SELECT facts.id FROM facts JOIN passages ON passages.id = facts.passage "
        "WHERE instr(passages.text, facts.quote) = 0",
    )
    assert stray == []


def test_statements_and_quotes_can_be_searched(tmp_path: Path) -> None:
    found = rows(
        built(tmp_path),
        "SELECT DISTINCT fact FROM fact_search "
        "JOIN fact_texts ON fact_texts.rowid = fact_search.rowid "
        "WHERE fact_search MATCH 'threaten' ORDER BY rank",
    )
    assert found == [("ekvik-held",)]


def test_what_it_was_built_from_is_told(tmp_path: Path) -> None:
    meta = dict(rows(built(tmp_path), "SELECT key, value FROM meta"))
    text = (INVENTED / "islands-2031" / "article.md").read_bytes()
    assert meta["sha256 of articles/islands-2031/article.md"] == hashlib.sha256(text).hexdigest()
    assert meta["languages"] == "en de"


def test_how_many_rows_each_table_has_is_told_of_the_empty_ones_too(tmp_path: Path) -> None:
    path = built(tmp_path)
    meta = dict(rows(path, "SELECT key, value FROM meta"))
    assert meta["rows of facts"] == "5"
    assert meta["rows of pictures"] == "0"
    assert meta["rows of meta"] == str(len(meta))


def test_a_wording_is_of_one_thing_only(tmp_path: Path) -> None:
    told = rows(
        built(tmp_path),
        "SELECT text, fact, unsaid.key, talk FROM wordings "
        "LEFT JOIN unsaid ON unsaid.id = wordings.unsaid WHERE language = 'en'",
    )
    assert ("who holds ekvik?", "ekvik-held", None, None) in told
    assert ("who commands the fleet?", None, "admiral", None) in told
    assert ("hi", None, None, "smalltalk greeting") in told


def test_the_real_articles_with_15_000_wordings_stay_under_three_megabytes(
    tmp_path: Path,
) -> None:
    sources = real()
    article = on_the_war()
    made_up = tuple(
        Wording("uk", "facts", article.facts[n % 60].id, "ask", f"питання №{n} про те, що було? ")
        for n in range(15_000)
    )
    many = replace(sources, articles=(replace(article, wordings=made_up, follows=()),))
    write(many, {}, tmp_path / "knowledge.db")
    assert (tmp_path / "knowledge.db").stat().st_size < 3_000_000
