"""Draws who holds what: places and regions by the marks of their facts, with the legend."""

from __future__ import annotations

from knowledge.pictures.basemap import Window, base_map
from knowledge.pictures.canvas import (
    ABROAD,
    BORDER,
    DARK,
    GREY,
    HOME,
    INK,
    PALE,
    PAPER,
    RULE,
    STRONG,
    WATER,
    Canvas,
    Point,
)
from knowledge.pictures.captions import key_of, kind_of, shown, usual_name
from knowledge.pictures.lettering import BOLD, SMALLEST
from knowledge.pictures.page import MARGIN, WIDTH, Page
from knowledge.source import ArticleSource
from knowledge.source.pictures import FILLS, Key, PictureSource

HEIGHT = 1280
LEGEND = 384
"""Pixels that the legend is wide."""


def draw_holding(article: ArticleSource, picture: PictureSource) -> str:
    """Return the map as SVG. KeyError where what it needs isn't there: the check tells first."""
    page = Page(article, picture, HEIGHT)
    base = base_map(article.pictures.basemap)
    assert picture.frame is not None, "the check sees to it"
    window = Window(base, picture.frame, LEGEND, page.top, WIDTH - LEGEND, page.bottom - page.top)
    page.canvas.clip(window.x, window.y, window.width, window.height)
    page.canvas.rect(window.x, window.y, window.width, window.height, fill=WATER)
    window.draw_land(page.canvas, HOME, ABROAD, "#bdb9b0", "#d6d5cf")
    _draw_regions(page, window)
    window.draw_outline(page.canvas, BORDER, 4)
    _draw_names(page, window)
    _draw_places(page, window)
    window.draw_scale(page.canvas, (WIDTH - 36, page.bottom - 28))
    page.canvas.unclip()
    page.canvas.rect(0, page.top, LEGEND, page.bottom - page.top, fill=PAPER)
    page.canvas.rect(LEGEND - 2, page.top, 2, page.bottom - page.top, fill=RULE)
    _draw_locator(page, window, _draw_legend(page))
    page.draw_head_and_foot()
    return page.canvas.svg()


def _marked(page: Page, regions: bool) -> list[tuple[str, Key]]:
    """Each name that a fact marks, with its mark: the regions, or the places."""
    marked: list[tuple[str, Key]] = []
    for fact in shown(page.article, page.picture):
        kind = kind_of(page.article, fact.about[0])
        key = key_of(fact, kind, page.picture)
        if key is not None and (key.mark in FILLS) == regions:
            marked.append((fact.about[0], key))
    return marked


def _draw_regions(page: Page, window: Window) -> None:
    for name, key in _marked(page, regions=True):
        shape = page.article.pictures.places[name].shape
        assert shape is not None, "the check sees to it"
        page.canvas.path(
            window.rings(window.base.shape(shape)),
            fill=_fill(page.canvas, key),
            stroke=DARK[key.colour],
            stroke_width=2.4,
            stroke_linejoin="round",
        )


def _fill(canvas: Canvas, key: Key) -> str:
    return canvas.hatch(key.colour) if key.mark == "hatch" else PALE[key.colour]


def _draw_names(page: Page, window: Window) -> None:
    """Write the names of regions, the first word large, and of countries."""
    for name, key in _marked(page, regions=True):
        label = page.article.pictures.places[name].label
        assert label is not None, "the check sees to it"
        at, colour = window.on_sheet(label), DARK[key.colour]
        _draw_region_name(page, name, at, colour, PALE[key.colour])
    for name, label in page.picture.labels.items():
        if kind_of(page.article, name) == "country":
            draw_country_name(page, name, window.on_sheet(label))
        else:
            _draw_region_name(page, name, window.on_sheet(label), GREY, "")


def _draw_region_name(page: Page, name: str, at: Point, colour: str, halo: str) -> None:
    first, _, rest = usual_name(page.article, name, page.picture.id).partition(" ")
    canvas, middle = page.canvas, "middle"
    canvas.text(at, first.upper(), 30, BOLD, colour=colour, anchor=middle, spacing=1.5, halo=halo)
    if rest:
        below = at[0], at[1] + 34
        canvas.text(below, rest, SMALLEST, colour=colour, anchor=middle, halo=halo)


def draw_country_name(page: Page, name: str, at: Point) -> None:
    """Write a country's name, in the middle of it."""
    words = usual_name(page.article, name, page.picture.id).upper()
    page.canvas.text(at, words, 35, BOLD, colour=BORDER, anchor="middle", spacing=6)


def _draw_places(page: Page, window: Window) -> None:
    spots = [
        (name, key, window.on_sheet(place.at))
        for name, key in _marked(page, regions=False)
        if (place := page.article.pictures.places[name]).at is not None
    ]
    labels: list[tuple[str, Point, str]] = []
    for name, _, (x, y) in spots:
        label = page.article.pictures.places[name].label
        if label is None:
            labels.append((name, (x + 22, y + 11), "start"))
            continue
        at = window.on_sheet(label)
        left = at[0] < x
        # A thin line leads from the name to its mark.
        end = (at[0] + (10 if left else -10), at[1])
        page.canvas.path([[end, (x, y)]], closed=False, stroke=PAPER, stroke_width=7)
        page.canvas.path([[end, (x, y)]], closed=False, stroke=INK, stroke_width=2.2)
        labels.append((name, (at[0], at[1] + 11), "end" if left else "start"))
    for _, key, at in spots:
        draw_mark(page.canvas, key, at)
    for name, at, anchor in labels:
        words = usual_name(page.article, name, page.picture.id)
        page.canvas.text(at, words, 35, BOLD, anchor=anchor, halo=PAPER)


def draw_mark(canvas: Canvas, key: Key, at: Point) -> None:
    """Draw a place's mark: shapes differ as well as colours."""
    colour = STRONG[key.colour]
    if key.mark == "square":
        canvas.rect(at[0] - 13, at[1] - 13, 26, 26, fill=colour, stroke=PAPER, stroke_width=3)
    elif key.mark == "ring":
        canvas.circle(at, 15, fill=PAPER)
        canvas.circle(at, 10.5, fill=PAPER, stroke=colour, stroke_width=6)
    else:
        canvas.circle(at, 14, fill=colour, stroke=PAPER, stroke_width=3)


def _draw_legend(page: Page) -> float:
    """Draw the marks that are used, each with what it means; return where they end."""
    y: float = page.top + 50
    for heading, fills in (("places", False), ("regions", True)):
        used = {id(key) for _, key in _marked(page, regions=fills)}
        keys = [key for key in page.picture.legend if id(key) in used]
        if not keys:
            continue
        if heading in page.picture.headings:
            words = page.words(page.picture.headings[heading]).upper()
            page.canvas.text((MARGIN, y), words, SMALLEST, BOLD, colour=GREY, spacing=2)
            y += 48
        for key in keys:
            if fills:
                page.canvas.rect(
                    MARGIN,
                    y - 25,
                    46,
                    32,
                    fill=_fill(page.canvas, key),
                    stroke=DARK[key.colour],
                    stroke_width=2,
                )
            else:
                draw_mark(page.canvas, key, (MARGIN + 23, y - 10))
            room = LEGEND - MARGIN - 62 - 22
            y = page.write((MARGIN + 62, y), page.words(key.caption), room, 30) + 9
        y += 20
    return y - 50


def _draw_locator(page: Page, window: Window, above: float) -> None:
    """Draw the whole country small, with the part that is shown, below what stands `above`."""
    layer = window.base.layers[0]
    outline = window.base.outline(layer)
    xs = [x for ring in outline for x, _ in ring]
    ys = [y for ring in outline for _, y in ring]
    scale = min(
        (LEGEND - 2 * MARGIN) / (max(xs) - min(xs)),
        (page.bottom - 24 - above - 24) / (max(ys) - min(ys)),
    )
    if scale <= 0:
        raise ValueError("the legend is too long")
    westmost, northmost = min(xs), max(ys)
    top = page.bottom - 24 - (northmost - min(ys)) * scale

    def place(point: Point) -> Point:
        return MARGIN + (point[0] - westmost) * scale, top + (northmost - point[1]) * scale

    page.canvas.path(
        [[place(point) for point in ring[::4]] for ring in outline],
        fill="#dedbd2",
        stroke="#a9a69d",
        stroke_width=1.5,
    )
    east, north = window.base.kilometres(window.frame.centre)
    across = window.width / window.scale
    left, upper = place((east - across / 2, north + window.frame.height / 2))
    page.canvas.rect(
        left,
        upper,
        across * scale,
        window.frame.height * scale,
        fill="none",
        stroke=INK,
        stroke_width=3,
    )
