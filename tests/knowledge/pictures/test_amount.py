"""An area is a square to the scale of the map that it lies on."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from knowledge.pictures.captions import filled
from knowledge.source import read_article
from tests.knowledge.pictures.drawings import (
    copy_of_real,
    drawing,
    real_article,
    real_drawing,
    texts,
)
from tests.knowledge.sources import spoil


def test_the_square_is_drawn_to_the_scale_of_the_map(tmp_path: Path) -> None:
    folder = copy_of_real(tmp_path)
    spoil(folder / "facts.toml", "4,168", "40,000")
    svg = drawing(read_article(folder), "territory")
    (side,) = re.findall(r'<rect[^>]* width="([\d.]+)"[^>]* fill="url\(#hatch-vermilion\)"', svg)
    ((start, end),) = re.findall(r'd="M([\d.]+) [\d.]+L([\d.]+) [\d.]+" stroke="#16191f"', svg)
    assert "200 km" in [text.words for text in texts(svg)]
    assert float(side) == pytest.approx(float(end) - float(start), abs=0.2)


def test_words_stand_beside_the_square_and_below_it() -> None:
    article = real_article()
    picture = next(each for each in article.pictures.all if each.kind == "area")
    assert picture.square is not None
    said = " ".join(text.words for text in texts(real_drawing(picture.id)))
    for note in (*picture.square.notes, *picture.notes):
        assert filled(note, article, picture) in said


def test_a_square_of_a_smaller_area_is_smaller(tmp_path: Path) -> None:
    folder = copy_of_real(tmp_path)
    spoil(folder / "facts.toml", "4,168", "1,042")
    was, now = (
        side(svg)
        for svg in (real_drawing("territory"), drawing(read_article(folder), "territory"))
    )
    assert now == pytest.approx(was / 2, abs=0.1)


def side(svg: str) -> float:
    [found] = re.findall(r'<rect[^>]* width="([\d.]+)"[^>]* fill="url\(#hatch-vermilion\)"', svg)
    return float(found)
