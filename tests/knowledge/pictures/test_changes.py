"""A fact that changes changes its picture, and knowledge.db with it."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.build import build
from knowledge.check import check_articles
from knowledge.pictures import draw_all
from knowledge.source import read_article, read_sources
from knowledge.store import Store
from tests.knowledge.pictures.drawings import (
    copy_of_real,
    drawing,
    islands_with_pictures,
    real_drawing,
    texts,
)
from tests.knowledge.sources import GAZETTEER, no_training, spoil


@pytest.mark.parametrize(
    ("picture", "old", "new"),
    [
        ("losses", "427,000", "431,000"),
        ("losses", "43,000 of its own", "44,000 of its own"),
        ("territory", "4,168", "4,169"),
    ],
)
def test_a_figure_that_changes_changes_the_picture(
    picture: str, old: str, new: str, tmp_path: Path
) -> None:
    folder = copy_of_real(tmp_path)
    spoil(folder / "facts.toml", old, new)
    was, now = real_drawing(picture), drawing(read_article(folder), picture)
    figures = [[text.words.split()[0] for text in texts(svg)] for svg in (was, now)]
    assert old.split()[0] in figures[0]
    assert new.split()[0] not in figures[0]
    assert new.split()[0] in figures[1]


def test_what_is_rightly_changed_throughout_passes_the_check_and_is_drawn(tmp_path: Path) -> None:
    articles = islands_with_pictures(tmp_path)
    assert check_articles(articles, GAZETTEER) == []
    build(articles, tmp_path / "before.db", GAZETTEER, learn=no_training)
    for name in ("article.md", "facts.toml", "translation.de.toml"):
        spoil(articles / "islands-2031" / name, "900", "950")
    assert check_articles(articles, GAZETTEER) == []
    build(articles, tmp_path / "after.db", GAZETTEER, learn=no_training)
    before, after = (Store.open(tmp_path / name) for name in ("before.db", "after.db"))
    was, now = before.picture("fleet"), after.picture("fleet")
    assert was is not None
    assert now is not None
    assert was.png != now.png
    assert was.digest != now.digest
    assert "950 ships" in now.alternative["en"]
    assert "950 Schiffe" in now.alternative["de"]
    same = before.picture("isles")
    assert same is not None
    assert same == after.picture("isles")


def test_what_is_drawn_comes_out_of_the_database(tmp_path: Path) -> None:
    articles = islands_with_pictures(tmp_path)
    build(articles, tmp_path / "knowledge.db", GAZETTEER, learn=no_training)
    store = Store.open(tmp_path / "knowledge.db")
    drawn = draw_all(read_sources(articles, GAZETTEER))
    assert [picture.png for picture in store.pictures()] == [each.png for each in drawn]
    isles, fleet = store.pictures()
    assert (isles.id, isles.topic, isles.facts) == ("isles", None, ("ekvik-held",))
    assert (fleet.id, fleet.topic) == ("fleet", "ships")
    assert isles.title["de"] == "Wer Ekwik hält"
    assert isles.alternative["en"] == "Sudmark still controls Ekvik, which is threatened."
    assert store.picture("nothing") is None
