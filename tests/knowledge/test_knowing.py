"""Places as the knowledge finds them; and that it opens with all that it understands by."""

from __future__ import annotations

import hashlib
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from knowledge import DatabaseError, Knowledge, open_knowledge
from knowledge.database import checksum_file, location


@pytest.fixture(scope="module")
def knowledge(real: Knowledge) -> Knowledge:
    return real


@pytest.mark.parametrize("text", ["Kyiv", " kyiv ", "Київ", "Mariupol", "Маріуполь"])
def test_a_place_that_no_article_names_is_found(text: str, knowledge: Knowledge) -> None:
    found = knowledge.find_place(text, "en")
    assert found is not None
    assert not found.in_article
    assert found.usual["en"] in ("Kyiv", "Mariupol")


@pytest.mark.parametrize("text", ["Tjasiv Yar", "chasov yar", "Часів Яр"])
def test_a_place_is_found_by_any_of_its_spellings(text: str, knowledge: Knowledge) -> None:
    found = knowledge.find_place(text, "en")
    assert found is not None
    assert found.id == "chasiv-yar"


def test_what_is_no_place_is_none(knowledge: Knowledge) -> None:
    assert knowledge.find_place("xyzzy", "en") is None


@pytest.mark.parametrize("part", ["names", "lessons", "weights"])
def test_one_that_lacks_a_part_of_the_understanding_is_refused(tmp_path: Path, part: str) -> None:
    path = tmp_path / "knowledge.db"
    path.write_bytes(location().read_bytes())
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE model SET name = 'another' WHERE name = ?", (part,))
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    checksum_file(path).write_text(f"{digest}  {path.name}\n", encoding="ascii")
    with pytest.raises(DatabaseError, match="a row is gone"):
        open_knowledge(path)
