"""The map under a picture: shapes in kilometres, and where on the sheet a position lies."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from math import cos, log, pi, radians, sin, tan
from typing import Any

from knowledge.pictures.canvas import HOME, Canvas, Point
from knowledge.source.pictures import Frame, Position

Rings = list[list[Point]]


class BaseMap:
    """Shapes by path, such as `ua/Kharkiv`: a list of closed rings, kilometres east and north."""

    def __init__(self, content: str) -> None:
        """Read the JSON of a base map; ValueError, KeyError or TypeError where it isn't one."""
        layers: dict[str, Any] = json.loads(content)
        self._project = _projection(**layers["projection"])
        self._layers: dict[str, dict[str, Rings]] = {
            layer: {
                name: [[(float(x), float(y)) for x, y in ring] for ring in rings]
                for name, rings in shapes.items()
            }
            for layer, shapes in layers["shapes"].items()
        }
        self._outlines: dict[str, Rings] = {
            name: [[(float(x), float(y)) for x, y in ring] for ring in rings]
            for name, rings in layers["outlines"].items()
        }

    def __contains__(self, path: str) -> bool:
        layer, _, name = path.partition("/")
        return name in self._layers.get(layer, {})

    def shape(self, path: str) -> Rings:
        """Return the rings of `path`; KeyError where there's no such shape."""
        layer, _, name = path.partition("/")
        return self._layers[layer][name]

    def layer(self, layer: str) -> Iterator[Rings]:
        """Yield the shapes of a layer; KeyError where there's no such layer."""
        yield from self._layers[layer].values()

    @property
    def layers(self) -> tuple[str, ...]:
        """The layers, those abroad last."""
        return tuple(self._layers)

    def outline(self, layer: str) -> Rings:
        """Return the border and coast of a layer; KeyError where there is none."""
        return self._outlines[layer]

    def kilometres(self, position: Position) -> Point:
        """Return where a longitude and latitude lie on the map."""
        return self._project(*position)


@lru_cache(maxsize=4)
def base_map(content: str) -> BaseMap:
    """Return `BaseMap(content)`, read once: several pictures lie on one map."""
    return BaseMap(content)


def _projection(
    lon0: float,
    lat0: float,
    p1: float,
    p2: float,
    R: float,  # noqa: N803 # as Snyder has it
) -> Callable[[float, float], Point]:
    """Lambert's conformal conic on a sphere: `p1`, `p2` are the parallels that keep their length.

    J. P. Snyder, Map Projections (USGS Professional Paper 1395), equations 15-1 to 15-5.
    """

    def stretch(latitude: float) -> float:
        return tan(pi / 4 + radians(latitude) / 2)

    first, second = radians(p1), radians(p2)
    n = log(cos(first) / cos(second)) / log(stretch(p2) / stretch(p1))
    scale = R * cos(first) * stretch(p1) ** n / n

    def project(longitude: float, latitude: float) -> Point:
        radius, origin = scale / stretch(latitude) ** n, scale / stretch(lat0) ** n
        angle = n * radians(longitude - lon0)
        return radius * sin(angle), origin - radius * cos(angle)

    return project


@dataclass(frozen=True, slots=True)
class Window:
    """A rectangle of the sheet that shows a part of a base map."""

    base: BaseMap
    frame: Frame
    x: float
    y: float
    width: float
    height: float

    @property
    def scale(self) -> float:
        """Pixels for a kilometre."""
        return self.height / self.frame.height

    def on_sheet(self, position: Position) -> Point:
        """Return where a longitude and latitude lie on the sheet."""
        return self.place(self.base.kilometres(position))

    def place(self, point: Point) -> Point:
        """Return where a point of the base map lies on the sheet."""
        east, north = self.base.kilometres(self.frame.centre)
        return (
            self.x + self.width / 2 + (point[0] - east) * self.scale,
            self.y + self.height / 2 - (point[1] - north) * self.scale,
        )

    def rings(self, rings: Rings) -> Rings:
        """Return rings as they lie on the sheet, but those that the window doesn't show."""
        return [ring for ring in self._on_sheet(rings) if self._sees(ring)]

    def _on_sheet(self, rings: Rings) -> Iterable[list[Point]]:
        for ring in rings:
            yield [self.place(point) for point in ring]

    def _sees(self, ring: list[Point]) -> bool:
        xs, ys = [x for x, _ in ring], [y for _, y in ring]
        return (
            max(xs) >= self.x
            and min(xs) <= self.x + self.width
            and max(ys) >= self.y
            and min(ys) <= self.y + self.height
        )

    def draw_land(self, canvas: Canvas, home: str, abroad: str, border: str, far: str) -> None:
        """Draw every region: the first layer's as home with `border`, others abroad with `far`."""
        for number, layer in reversed([*enumerate(self.base.layers)]):
            for rings in self.base.layer(layer):
                canvas.path(
                    self.rings(rings),
                    fill=abroad if number else home,
                    stroke=far if number else border,
                    stroke_width=1.6,
                    stroke_linejoin="round",
                )

    def draw_outline(self, canvas: Canvas, colour: str, width: float) -> None:
        """Draw the border and the coast of the first layer."""
        canvas.path(
            self.rings(self.base.outline(self.base.layers[0])),
            fill="none",
            stroke=colour,
            stroke_width=width,
            stroke_linejoin="round",
        )

    def draw_scale(self, canvas: Canvas, at: Point) -> None:
        """Draw a bar of the frame's length, which ends at `at`."""
        length = self.frame.bar * self.scale
        ends = [(at[0] - length, at[1]), at]
        canvas.path([ends], closed=False, stroke="#16191f", stroke_width=3)
        canvas.text(
            (at[0] - length / 2, at[1] - 12),
            f"{self.frame.bar} km",
            anchor="middle",
            halo=HOME,
        )
