"""Positions lie on a map where they lie on the ground, and a window shows a part of it."""

from __future__ import annotations

from math import hypot

import pytest

from knowledge.pictures.basemap import BaseMap, Window, base_map
from knowledge.pictures.canvas import Canvas
from knowledge.source.pictures import Frame
from tests.knowledge.pictures.drawings import ISLANDS, real_article, texts

CONTENT = (ISLANDS / "basemap.json").read_text(encoding="utf-8")
KYIV, KHARKIV, ODESA = (30.5234, 50.4501), (36.2304, 49.9935), (30.7233, 46.4825)
"""Some 410 km and 441 km lie between the first and either of the others."""


@pytest.mark.parametrize(("one", "other", "far"), [(KYIV, KHARKIV, 410), (KYIV, ODESA, 441)])
def test_distances_are_those_on_the_ground(
    one: tuple[float, float], other: tuple[float, float], far: float
) -> None:
    base = base_map(real_article().pictures.basemap)
    (east, north), (east2, north2) = base.kilometres(one), base.kilometres(other)
    assert hypot(east2 - east, north2 - north) == pytest.approx(far, rel=0.01)
    assert north2 < north, "both lie further south"


def test_shapes_are_found_by_their_layer_and_name() -> None:
    base = base_map(real_article().pictures.basemap)
    assert "ua/Luhans'k" in base
    assert "ua/Nowhere" not in base
    assert "nowhere/Luhans'k" not in base
    assert base.shape("ua/Luhans'k")
    with pytest.raises(KeyError):
        base.shape("ua/Nowhere")
    assert base.layers[0] == "ua"


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"projection": {"lon0": 1}}'])
def test_what_is_no_base_map_is_refused(content: str) -> None:
    with pytest.raises((ValueError, KeyError, TypeError)):
        BaseMap(content)


@pytest.fixture
def window() -> Window:
    return Window(BaseMap(CONTENT), Frame((10.0, 60.0), 300, 50), 100, 40, 600, 900)


def test_the_middle_of_the_frame_is_the_middle_of_the_window_and_north_is_up(
    window: Window,
) -> None:
    assert window.scale == 3
    assert window.on_sheet((10.0, 60.0)) == pytest.approx((400, 490))
    east, north = window.on_sheet((10.5, 60.0)), window.on_sheet((10.0, 60.5))
    assert east[0] > 400
    assert north[1] < 490


def test_rings_that_the_window_does_not_show_are_left_out(window: Window) -> None:
    middle = window.base.kilometres((10.0, 60.0))
    near = [(middle[0], middle[1]), (middle[0] + 1, middle[1]), (middle[0], middle[1] + 1)]
    around = [(middle[0] + x, middle[1] + y) for x, y in ((-999, -999), (999, -999), (0, 999))]
    far = [(x + 500, y) for x, y in near]
    assert len(window.rings([near, far, around])) == 2


def test_the_scales_bar_is_as_long_as_it_says(window: Window) -> None:
    sheet = Canvas(800, 1000)
    window.draw_scale(sheet, (700, 900))
    assert [text.words for text in texts(sheet.svg())] == ["50 km"]
    assert 'd="M550 900L700 900"' in sheet.svg()
