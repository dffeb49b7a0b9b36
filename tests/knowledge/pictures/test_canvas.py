"""A sheet refuses words that nobody could read, and gives the same text for the same calls."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

from knowledge.pictures.canvas import Canvas, number, outline
from knowledge.pictures.lettering import width
from tests.knowledge.pictures.drawings import SVG, texts


@pytest.mark.parametrize(
    ("value", "text"), [(1.0, "1"), (1.25, "1.2"), (-0.04, "0"), (-1.26, "-1.3"), (12, "12")]
)
def test_a_coordinate_has_one_decimal_at_the_most(value: float, text: str) -> None:
    assert number(value) == text


@pytest.mark.parametrize(
    ("at", "anchor"),
    [((-1, 60), "start"), ((10, 10), "start"), ((195, 60), "start"), ((10, 60), "middle"),
     ((10, 60), "end"), ((10, 119), "start")],
)  # fmt: skip
def test_words_over_an_edge_are_refused(at: tuple[float, float], anchor: str) -> None:
    with pytest.raises(ValueError, match="“Ekvik” runs over the edge"):
        Canvas(200, 120).text(at, "Ekvik", 30, anchor=anchor)


def test_words_over_words_are_refused_and_beside_or_below_them_stand() -> None:
    sheet = Canvas(400, 200)
    sheet.text((10, 60), "Ekvik")
    sheet.text((10 + width("Ekvik", 29) + 1, 60), "port")
    sheet.text((10, 100), "below")
    with pytest.raises(ValueError, match="“over” is written over “Ekvik”"):
        sheet.text((20, 70), "over")
    assert [text.words for text in texts(sheet.svg())] == ["Ekvik", "port", "below"]


def test_letters_too_small_for_a_phone_are_refused() -> None:
    with pytest.raises(ValueError, match="“small” would be 28 px high, below 29"):
        Canvas(1280, 1280).text((10, 100), "small", 28)


def test_signs_of_markup_in_words_are_words() -> None:
    sheet = Canvas(400, 100)
    sheet.text((10, 60), "<5 & more>")
    assert [text.words for text in texts(sheet.svg())] == ["<5 & more>"]


def test_fillings_are_defined_once_however_often_they_are_used() -> None:
    sheet = Canvas(100, 100)
    fills = [sheet.hatch("blue"), sheet.hatch("vermilion"), sheet.hatch("blue"), sheet.fading()]
    for at, fill in enumerate(fills):
        sheet.rect(at, 0, 1, 1, fill=fill)
    root = ElementTree.fromstring(sheet.svg())
    defined = [element.attrib["id"] for element in root.find(f"{SVG}defs") or ()]
    assert defined == ["hatch-blue", "hatch-vermilion", "fading"]
    turns = {element.get("patternTransform") for element in root.iter(f"{SVG}pattern")}
    assert len(turns) == 2, "colours slant their own ways"


def test_what_is_clipped_lies_in_its_rectangle_until_that_ends() -> None:
    sheet = Canvas(100, 100)
    for x in (0, 50):
        sheet.clip(x, 0, 50, 100)
        sheet.circle((x + 25, 50), 9)
        sheet.unclip()
    root = ElementTree.fromstring(sheet.svg())
    groups = root.findall(f"{SVG}g")
    assert [len(group.findall(f"{SVG}circle")) for group in groups] == [1, 1]
    assert len({group.get("clip-path") for group in groups}) == 2


def test_a_closed_ring_ends_where_it_began_and_a_line_does_not() -> None:
    triangle = [[(0.0, 0.0), (4.0, 0.0), (4.0, 3.26)]]
    assert outline(triangle) == "M0 0L4 0L4 3.3Z"
    assert outline(triangle, closed=False) == "M0 0L4 0L4 3.3"
