"""Figures that somebody claims are bars on one scale, each claim by itself."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest

from knowledge.pictures.canvas import STRONG
from knowledge.source import read_article
from tests.knowledge.pictures.drawings import (
    copy_of_real,
    drawing,
    islands_with_pictures,
    real_drawing,
    shapes,
    texts,
)
from tests.knowledge.sources import spoil


def test_a_larger_figure_has_a_longer_bar(tmp_path: Path) -> None:
    folder = copy_of_real(tmp_path)
    was = real_drawing("losses")
    spoil(folder / "facts.toml", "43,000 of its own", "185,000 of its own")
    now = drawing(read_article(folder), "losses")
    half = shapes(now, "rect", width="562", fill=STRONG["blue"])
    assert (shapes(was, "rect", width="562", fill=STRONG["blue"]), half) == (0, 1)


@pytest.mark.parametrize(
    ("part", "fades"), [("more-than-half", 1), ("half", 0), ("less-than-half", 1)]
)
def test_a_part_of_which_the_end_is_not_said_fades_out(
    tmp_path: Path, part: str, fades: int
) -> None:
    folder = islands_with_pictures(tmp_path) / "islands-2031"
    spoil(folder / "pictures.toml", 'key = "more-than-half"', f'key = "{part}"')
    svg = drawing(read_article(folder), "fleet")
    assert shapes(svg, "rect", fill="url(#fading)") == fades


def test_one_figure_is_written_large_with_what_it_counts_beside_it(tmp_path: Path) -> None:
    svg = drawing(read_article(islands_with_pictures(tmp_path) / "islands-2031"), "fleet")
    sizes = {text.words: text.size for text in texts(svg)}
    assert sizes["900"] == max(sizes.values()) > sizes["ships lost in May"]
    assert "The figure should be viewed with great caution." in " ".join(sizes)


def test_a_sheet_is_as_high_as_what_it_says(tmp_path: Path) -> None:
    folder = islands_with_pictures(tmp_path) / "islands-2031"
    short = drawing(read_article(folder), "fleet")
    spoil(folder / "pictures.toml", '"Norland, as', f'"Norland{", all of it" * 9}, as')
    long = drawing(read_article(folder), "fleet")
    assert height(long) > height(short)


def height(svg: str) -> int:
    return int(ElementTree.fromstring(svg).attrib["height"])
