"""A statement that changed since the last build isn't left with its old translations."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.build import build
from knowledge.check import check_articles
from knowledge.errors import SourceError
from tests.knowledge.sources import GAZETTEER, copy_of_invented, no_training, spoil

STILL = ("Sudmark still controls Ekvik", "Sudmark controls Ekvik")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The invented articles, built as they are, to be altered."""
    articles = copy_of_invented(tmp_path)
    build(articles, tmp_path / "knowledge.db", GAZETTEER, learn=no_training)
    return articles


def problems(folder: Path) -> list[str]:
    """What the check says, that knows what was built."""
    built = folder.parent / "knowledge.db"
    return [str(each) for each in check_articles(folder, GAZETTEER, built=built)]


def change(folder: Path, file: str, old: str, new: str) -> None:
    """Replace a text of the invented article."""
    spoil(folder / "islands-2031" / file, old, new)


def test_nothing_is_told_while_no_statement_changed(folder: Path) -> None:
    change(folder, "translation.de.toml", "noch immer", "weiterhin")
    assert problems(folder) == []


def test_a_changed_statement_whose_translation_did_not_change_is_told(folder: Path) -> None:
    change(folder, "facts.toml", *STILL)
    [problem] = problems(folder)
    assert "[ekvik-held]: the statement changed from “Sudmark still controls Ekvik" in problem
    assert "its translation into de didn't" in problem
    assert "--translation-holds ekvik-held" in problem


def test_a_translation_that_changed_too_is_in_order(folder: Path) -> None:
    change(folder, "facts.toml", *STILL)
    change(folder, "translation.de.toml", "hält noch immer", "hält")
    assert problems(folder) == []


def test_nothing_is_built_until_somebody_looked_at_the_translation(folder: Path) -> None:
    change(folder, "facts.toml", *STILL)
    out = folder.parent / "knowledge.db"
    before = out.read_bytes()
    with pytest.raises(SourceError, match="--translation-holds ekvik-held"):
        build(folder, out, GAZETTEER, learn=no_training)
    assert out.read_bytes() == before
    build(folder, out, GAZETTEER, learn=no_training, holding=("ekvik-held",))
    assert problems(folder) == []


def test_where_nothing_sound_was_built_nothing_is_known_of_changes(folder: Path) -> None:
    change(folder, "facts.toml", *STILL)
    for content in (b"no database", b""):
        (folder.parent / "knowledge.db").write_bytes(content)
        assert problems(folder) == []
    (folder.parent / "knowledge.db").unlink()
    assert problems(folder) == []
