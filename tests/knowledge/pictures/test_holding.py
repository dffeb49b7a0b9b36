"""A map shows who holds what by marks and fills that the facts decide."""

from __future__ import annotations

from pathlib import Path

from knowledge.pictures.canvas import PAPER, STRONG, Canvas
from knowledge.pictures.holding import draw_mark
from knowledge.pictures.rendering import png_of
from knowledge.source import read_article
from knowledge.source.pictures import Caption, Key
from tests.knowledge.pictures.drawings import (
    copy_of_real,
    drawing,
    islands_with_pictures,
    real_drawing,
    real_png,
    shapes,
    texts,
)
from tests.knowledge.sources import spoil


def squares(svg: str) -> int:
    return shapes(svg, "rect", width="26", fill=STRONG["vermilion"])


def discs(svg: str) -> int:
    return shapes(svg, "circle", fill=STRONG["blue"])


def test_a_town_that_changes_hands_changes_its_mark(tmp_path: Path) -> None:
    folder = copy_of_real(tmp_path)
    text = (folder / "facts.toml").read_text(encoding="utf-8")
    before, after = text.split("[vuhledar-fallen]")
    after = after.replace('holder = "russia"', 'holder = "ukraine"', 1)
    (folder / "facts.toml").write_text(f"{before}[vuhledar-fallen]{after}", encoding="utf-8")
    was, now = real_drawing("map"), drawing(read_article(folder), "map")
    # Each kind stands in the legend once.
    assert (squares(was), discs(was)) == (3, 4)
    assert (squares(now), discs(now)) == (2, 5)
    assert real_png("map") != png_of(now)


def test_a_region_that_changes_hands_changes_its_fill(tmp_path: Path) -> None:
    folder = copy_of_real(tmp_path)
    spoil(folder / "facts.toml", 'relation = "kursk-entered"', 'relation = "donetsk-duration"')
    was, now = real_drawing("map"), drawing(read_article(folder), "map")
    assert shapes(was, "path", fill="url(#hatch-blue)") == 1
    assert shapes(now, "path", fill="url(#hatch-blue)") == 0


def test_each_kind_of_place_has_a_shape_of_its_own_as_well_as_a_colour() -> None:
    """Who can't see colours tells them apart."""
    drawn = []
    for mark in ("disc", "ring", "square"):
        sheet = Canvas(100, 100)
        draw_mark(sheet, Key(mark, "blue", Caption("here", "x")), (50, 50))
        svg = sheet.svg()
        drawn.append((shapes(svg, "circle"), shapes(svg, "rect", stroke=PAPER)))
    assert drawn == [(1, 0), (2, 0), (0, 1)]


def test_the_legend_has_the_marks_that_are_used_and_no_others(tmp_path: Path) -> None:
    article = read_article(islands_with_pictures(tmp_path) / "islands-2031")
    said = [text.words for text in texts(drawing(article, "isles"))]
    assert "still" in " ".join(said)
    assert not any(words.startswith("Norland controls") for words in said)
    assert said.count("Ekvik") == 1
