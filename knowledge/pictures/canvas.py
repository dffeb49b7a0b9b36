"""A sheet to draw on, which gives its shapes as SVG: the same calls, the same text."""

from __future__ import annotations

from collections.abc import Sequence
from xml.sax.saxutils import escape, quoteattr

from knowledge.pictures.lettering import FAMILY, REGULAR, SMALLEST, width

Point = tuple[float, float]

INK, GREY, BORDER = "#16191f", "#55606e", "#343c46"
PAPER, BAND, RULE = "#ffffff", "#f3f2ee", "#d3d1ca"
WATER, ABROAD, HOME = "#d6e4ee", "#e9e8e3", "#fdfcf9"
STRONG = {"blue": "#0072b2", "vermilion": "#d55e00", "sand": "#e6d9b0"}
"""Okabe and Ito's blue and vermilion: who can't see colours tells them apart."""
DARK = {"blue": "#00507f", "vermilion": "#8f3d00", "sand": "#5a4a05"}
PALE = {"blue": "#d4e6f3", "vermilion": "#fbdcc4", "sand": "#f5edd2"}
LINE = {"blue": "#7db4da", "vermilion": "#e59a63", "sand": "#b9a660"}


def number(value: float) -> str:
    """Return a coordinate with one decimal at the most: SVG needs no more, and bytes count."""
    text = f"{value:.1f}".removesuffix(".0")
    return "0" if text == "-0" else text


class Canvas:
    """Shapes on a sheet, measured in pixels from its upper left corner."""

    def __init__(self, wide: int, high: int) -> None:
        self.width, self.height = wide, high
        self._shapes: list[str] = []
        self._definitions: dict[str, str] = {}
        self._rooms: list[tuple[str, tuple[float, float, float, float]]] = []
        """What is written, and where: left, top, right, bottom."""

    def rect(self, x: float, y: float, width: float, height: float, **style: object) -> None:
        """Draw a rectangle."""
        self._add("rect", x=x, y=y, width=width, height=height, **style)

    def circle(self, at: Point, radius: float, **style: object) -> None:
        """Draw a circle."""
        self._add("circle", cx=at[0], cy=at[1], r=radius, **style)

    def path(self, rings: Sequence[Sequence[Point]], closed: bool = True, **style: object) -> None:
        """Draw lines from point to point."""
        self._add("path", d=outline(rings, closed), **style)

    def text(
        self,
        at: Point,
        words: str,
        size: float = SMALLEST,
        weight: int = REGULAR,
        *,
        colour: str = INK,
        anchor: str = "start",
        spacing: float = 0,
        halo: str = "",
    ) -> None:
        """Write a line; `at` is where its base line starts, ends or has its middle.

        ValueError where it's too small for a phone, over the edge, or over other words.
        """
        if size < SMALLEST:
            raise ValueError(f"“{words}” would be {size} px high, below {SMALLEST}")
        self._take_room(at, words, size, width(words, size, weight, spacing), anchor)
        style: dict[str, object] = {"fill": colour, "text_anchor": anchor}
        if spacing:
            style["letter_spacing"] = spacing
        if halo:
            style |= {"stroke": halo, "stroke_width": 7, "stroke_linejoin": "round"}
            style["paint_order"] = "stroke"
        self._shapes.append(
            f"<text{_attributes(x=at[0], y=at[1], font_size=size, font_weight=weight, **style)}>"
            f"{escape(words)}</text>"
        )

    def _take_room(self, at: Point, words: str, size: float, long: float, anchor: str) -> None:
        left = at[0] - {"start": 0, "middle": long / 2, "end": long}[anchor]
        # Of the letters' height some three quarters stand above the base line.
        room = (left, at[1] - 0.74 * size, left + long, at[1] + 0.2 * size)
        if room[0] < 0 or room[1] < 0 or room[2] > self.width or room[3] > self.height:
            raise ValueError(f"“{words}” runs over the edge")
        for other, taken in self._rooms:
            if (
                room[0] < taken[2]
                and taken[0] < room[2]
                and room[1] < taken[3]
                and taken[1] < room[3]
            ):
                raise ValueError(f"“{words}” is written over “{other}”")
        self._rooms.append((words, room))

    def hatch(self, colour: str) -> str:
        """Return a fill of slanted lines; each colour slants its own way."""
        turn = {"blue": -45, "vermilion": 45}.get(colour, 0)
        key = f"hatch-{colour}"
        self._definitions[key] = (
            f'<pattern id="{key}" width="14" height="14" patternUnits="userSpaceOnUse" '
            f'patternTransform="rotate({turn})"><rect width="14" height="14" '
            f'fill="{PALE[colour]}"/><rect width="4" height="14" fill="{LINE[colour]}"/></pattern>'
        )
        return f"url(#{key})"

    def fading(self) -> str:
        """Return a cover under which what is drawn fades away to the right."""
        key = "fading"
        self._definitions[key] = (
            f'<linearGradient id="{key}"><stop offset="0" stop-color="{PAPER}" stop-opacity="0"/>'
            f'<stop offset="1" stop-color="{PAPER}"/></linearGradient>'
        )
        return f"url(#{key})"

    def clip(self, x: float, y: float, width: float, height: float) -> None:
        """Keep what follows, until `unclip`, within a rectangle."""
        key = f"clip-{len(self._definitions)}"
        self._definitions[key] = (
            f'<clipPath id="{key}"><rect{_attributes(x=x, y=y, width=width, height=height)}/>'
            "</clipPath>"
        )
        self._shapes.append(f'<g clip-path="url(#{key})">')

    def unclip(self) -> None:
        """End what `clip` began."""
        self._shapes.append("</g>")

    def svg(self) -> str:
        """Return the sheet as an SVG document."""
        size = f'width="{self.width}" height="{self.height}"'
        return "\n".join(
            (
                f'<svg xmlns="http://www.w3.org/2000/svg" {size} font-family="{FAMILY}">',
                f"<defs>{''.join(self._definitions.values())}</defs>",
                f'<rect {size} fill="{PAPER}"/>',
                *self._shapes,
                "</svg>\n",
            )
        )

    def _add(self, shape: str, **attributes: object) -> None:
        self._shapes.append(f"<{shape}{_attributes(**attributes)}/>")


def outline(rings: Sequence[Sequence[Point]], closed: bool = True) -> str:
    """Return the rings as path data."""
    end = "Z" if closed else ""
    return "".join(
        "M" + "L".join(f"{number(x)} {number(y)}" for x, y in ring) + end for ring in rings
    )


def _attributes(**attributes: object) -> str:
    return "".join(
        f" {name.replace('_', '-')}="
        + quoteattr(number(value) if isinstance(value, float) else str(value))
        for name, value in attributes.items()
    )
