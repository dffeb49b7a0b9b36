"""Draws an area to scale beside the country it's of, and what is told of it."""

from __future__ import annotations

from math import sqrt

from knowledge.pictures.basemap import Window, base_map
from knowledge.pictures.canvas import ABROAD, BORDER, DARK, HOME, RULE, STRONG, WATER
from knowledge.pictures.captions import amount_of, fact_of
from knowledge.pictures.holding import draw_country_name
from knowledge.pictures.lettering import BOLD, MEDIUM, REGULAR, wrapped
from knowledge.pictures.page import LEADING, MARGIN, WIDTH, Page
from knowledge.source import ArticleSource
from knowledge.source.pictures import PictureSource

HEIGHT = 1280
NOTES = 150
"""Pixels that the notes below the map are high."""
ROOM = 320
"""Pixels that the words at the square are wide."""
LARGE = 44
"""Height of the words beside it."""


def draw_amount(article: ArticleSource, picture: PictureSource) -> str:
    """Return the map as SVG; the fact's figure is taken for square kilometres."""
    page = Page(article, picture, HEIGHT)
    assert picture.frame is not None, "the check sees to it"
    base = base_map(article.pictures.basemap)
    high = page.bottom - page.top - NOTES
    window = Window(base, picture.frame, 0, page.top, WIDTH, high)
    canvas = page.canvas
    canvas.clip(0, page.top, WIDTH, high)
    canvas.rect(0, page.top, WIDTH, high, fill=WATER)
    window.draw_land(canvas, HOME, ABROAD, "#d3d0c8", ABROAD)
    window.draw_outline(canvas, BORDER, 4)
    for name, label in picture.labels.items():
        draw_country_name(page, name, window.on_sheet(label))
    _draw_square(page, window)
    window.draw_scale(canvas, (WIDTH - MARGIN, page.top + high - 28))
    canvas.unclip()
    _draw_notes(page, page.top + high)
    page.draw_head_and_foot()
    return canvas.svg()


def _draw_square(page: Page, window: Window) -> None:
    square = page.picture.square
    assert square is not None, "the check sees to it"
    fact = fact_of(page.article, square.fact, page.picture.id)
    side = sqrt(amount_of(page.article, fact)) * window.scale
    x, y = window.on_sheet(square.at)
    page.canvas.rect(
        x - side / 2,
        y - side / 2,
        side,
        side,
        fill=page.canvas.hatch(square.colour),
        stroke=STRONG[square.colour],
        stroke_width=4,
    )
    beside, *below = (page.words(caption) for caption in square.notes)
    lines = wrapped(beside, LARGE, ROOM, BOLD)
    at = x + side / 2 + 20, y + 14 - (len(lines) - 1) * LARGE * LEADING / 2
    page.write(at, beside, ROOM, LARGE, BOLD, colour=DARK[square.colour], halo=ABROAD)
    y += max(side / 2, len(lines) * LARGE * LEADING / 2) + 50
    for words in below:
        y = page.write((x - side / 2, y), words, ROOM, 31, REGULAR, halo=ABROAD) + 6


def _draw_notes(page: Page, top: float) -> None:
    """Write the notes side by side."""
    notes = [page.words(caption) for caption in page.picture.notes]
    wide = (WIDTH - 2 * MARGIN) / max(1, len(notes))
    page.canvas.rect(0, top, WIDTH, 2, fill=RULE)
    for number, words in enumerate(notes):
        x = MARGIN + number * wide
        if number:
            page.canvas.rect(x - 24, top + 30, 2, NOTES - 60, fill=RULE)
        page.write((x, top + 64), words, wide - 48, 32, MEDIUM)
