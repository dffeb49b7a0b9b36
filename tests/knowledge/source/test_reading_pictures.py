"""pictures.toml comes out typed: what is left out has its usual value, what is wrong its cure."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.source import EntryError
from knowledge.source.pictures import Caption, Frame, Pictures
from knowledge.source.reading_pictures import read_pictures
from tests.knowledge.pictures.drawings import ISLANDS, islands_with_pictures
from tests.knowledge.sources import spoil


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return islands_with_pictures(tmp_path) / "islands-2031"


def test_an_article_without_the_file_has_no_pictures(tmp_path: Path) -> None:
    digests: dict[str, str] = {}
    assert read_pictures(tmp_path, digests) == Pictures()
    assert digests == {}


def test_a_picture_comes_out_as_the_file_has_it(folder: Path) -> None:
    digests: dict[str, str] = {}
    pictures = read_pictures(folder, digests)
    isles, fleet = pictures.all
    assert set(digests) == {"pictures.toml", "basemap.json"}
    assert pictures.basemap == (ISLANDS / "basemap.json").read_text(encoding="utf-8")
    assert (isles.kind, isles.topic, isles.facts) == ("map", None, ("ekvik-held",))
    assert isles.frame == Frame((10.0, 60.0), 300.0, 50)
    assert isles.labels == {"sudmark": (9.6, 59.9)}
    assert [(key.mark, key.colour, key.holder) for key in isles.legend] == [
        ("disc", "blue", "sudmark"),
        ("square", "vermilion", "norland"),
    ]
    assert (fleet.frame, fleet.credit, isles.credit) == (None, None, "Shapes: invented.")
    [panel] = fleet.panels
    assert [(fact, caption.text) for fact, caption in panel.bars] == [
        ("ships-lost", "ships lost in May")
    ]
    assert panel.share is not None
    assert panel.share.key == "more-than-half"


def test_a_caption_is_a_text_or_a_table_that_tells_whose_words_it_has(folder: Path) -> None:
    isles, fleet = read_pictures(folder, {}).all
    assert isles.subtitle == Caption("picture.isles.subtitle", "{dating_short}")
    assert isles.source.own_words == ("source", "article")
    assert (isles.source.facts, fleet.panels[0].notes[0].facts) == (None, ("ships-caution",))


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('map = "Shapes: invented."', "", "[credits]: map is missing"),
        ("height = 300, ", "", "[picture.isles.frame]: height isn't 1 number(s)"),
        ("labels = {sudmark = [9.6, 59.9]}", "labels = {sudmark = 9.6}", "[picture.isles.labels]"),
        ('subtitle = "{dating_short}"\nsource', "source", "[picture.isles]: subtitle is missing"),
        ('colour = "blue"', 'colour = "red"', "colour “red” is unknown"),
        ('key = "more-than-half"', 'key = "most"', "key “most” is unknown"),
        ('text = "Source: the article"', 'words = "x"', "the key words is unknown"),
    ],
)
def test_an_entry_that_is_wrong_is_named_by_its_place(
    folder: Path, old: str, new: str, told: str
) -> None:
    spoil(folder / "pictures.toml", old, new)
    with pytest.raises(EntryError) as caught:
        read_pictures(folder, {})
    assert told in str(caught.value)
