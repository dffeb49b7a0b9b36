"""Draws figures that somebody claims: each claim in a panel of its own, on a scale of its own."""

from __future__ import annotations

from knowledge.pictures.canvas import BAND, DARK, GREY, INK, PALE, PAPER, STRONG
from knowledge.pictures.captions import amount_of, fact_of, figure_of
from knowledge.pictures.lettering import BOLD, MEDIUM, width
from knowledge.pictures.page import MARGIN, WIDTH, Page
from knowledge.source import ArticleSource
from knowledge.source.pictures import Panel, PictureSource, Share

INSIDE = MARGIN + 38
ROOM = WIDTH - 2 * INSIDE
BAR = 80
GAP = 28
ENDS = {"half": (0.5, 0.5), "more-than-half": (0.5, 0.68), "less-than-half": (0.32, 0.5)}
"""Up to where a part goes for certain, and where its fading end is drawn: that isn't said."""


def draw_claimed(article: ArticleSource, picture: PictureSource) -> str:
    """Return the figures as SVG. EntryError where a fact has no figure."""
    # Drawn twice: the first time only tells where each panel and the whole end.
    ends = _lay_out(Page(article, picture, WIDTH), [])
    sketch = Page(article, picture, WIDTH)
    page = Page(article, picture, round(ends[-1] + sketch.canvas.height - sketch.bottom))
    _lay_out(page, ends)
    page.draw_head_and_foot()
    return page.canvas.svg()


def _lay_out(page: Page, ends: list[float]) -> list[float]:
    """Draw all between title and source; return where each panel, the notes and all end."""
    found: list[float] = []
    y: float = page.top + GAP
    for number, panel in enumerate(page.picture.panels):
        if ends:
            high = ends[number] - y
            page.canvas.rect(MARGIN, y, WIDTH - 2 * MARGIN, high, fill=BAND)
            page.canvas.rect(MARGIN, y, 10, high, fill=STRONG[panel.colour])
        found.append(_draw_panel(page, panel, y))
        y = found[-1] + GAP
    if page.picture.notes:
        if ends:
            page.canvas.rect(MARGIN, y, WIDTH - 2 * MARGIN, ends[-1] - GAP - y, fill=PALE["sand"])
        y += 54
        for caption in page.picture.notes:
            y = page.write((INSIDE, y), page.words(caption), ROOM, 33, MEDIUM)
        y -= 10
    return [*found, y + (GAP if page.picture.notes else 0)]


def _draw_panel(page: Page, panel: Panel, top: float) -> float:
    """Draw what is in a panel from `top` on and return where it ends."""
    y = page.write((INSIDE, top + 60), page.words(panel.heading), ROOM, 38, BOLD)
    if panel.share is None:
        y = _draw_bars(page, panel, y - 8)
    else:
        y = _draw_figure(page, panel, y + 64) + 56
    for caption in panel.notes:
        colour = DARK[panel.colour]
        y = page.write((INSIDE, y), page.words(caption), ROOM, 34, BOLD, colour=colour)
    return y - 10 if panel.share is None else _draw_share(page, panel.share, panel.colour, y - 8)


def _draw_figure(page: Page, panel: Panel, y: float) -> float:
    """Write the one figure large, and what it counts beside it."""
    (fact_id, caption) = panel.bars[0]
    figure = figure_of(page.article, fact_of(page.article, fact_id, caption.place))
    page.canvas.text((INSIDE - 4, y), figure, 100, BOLD, colour=DARK[panel.colour])
    beside = INSIDE + width(figure, 100, BOLD) + 22
    page.canvas.text((beside, y), page.words(caption), 42, MEDIUM)
    return y


def _draw_share(page: Page, share: Share, colour: str, y: float) -> float:
    """Draw the whole as a bar, and the part in it up to where the claim is sure."""
    sure, faded = ENDS[share.key]
    canvas = page.canvas
    canvas.rect(INSIDE, y, ROOM, BAR, fill=PAPER)
    canvas.rect(INSIDE, y, ROOM * faded, BAR, fill=canvas.hatch(colour))
    if faded > sure:
        # One pixel further, as a hatched line would be left at the end.
        fading = ROOM * (faded - sure) + 1
        canvas.rect(INSIDE + ROOM * sure, y, fading, BAR, fill=canvas.fading())
    canvas.rect(INSIDE, y, ROOM, BAR, fill="none", stroke=INK, stroke_width=2)
    half = INSIDE + ROOM / 2
    canvas.path([[(half, y - 9), (half, y + BAR + 9)]], closed=False, stroke=INK, stroke_width=3)
    words = page.words(share.part)
    canvas.text((INSIDE + 22, y + 53), words, 38, BOLD, colour=DARK[colour], halo=PAPER)
    _draw_brace(page, y + BAR + 22)
    canvas.text((half, y + BAR + 72), page.words(share.whole), 32, anchor="middle", halo=BAND)
    return y + BAR + 104


def _draw_brace(page: Page, y: float) -> None:
    """Draw a line with ends under the whole bar: all of this."""
    ends = [(INSIDE, y), (INSIDE, y + 16), (INSIDE + ROOM, y + 16), (INSIDE + ROOM, y)]
    page.canvas.path([ends], closed=False, fill="none", stroke=GREY, stroke_width=2)


def _draw_bars(page: Page, panel: Panel, y: float) -> float:
    """Draw a bar for each figure on one scale; return the base line of what follows."""
    figures = [
        (fact_of(page.article, fact_id, caption.place), page.words(caption))
        for fact_id, caption in panel.bars
    ]
    longest = max(amount_of(page.article, fact) for fact, _ in figures)
    canvas = page.canvas
    for number, (fact, words) in enumerate(figures):
        long = ROOM * amount_of(page.article, fact) / longest
        fill = canvas.hatch(panel.colour) if number else STRONG[panel.colour]
        canvas.rect(INSIDE, y, long, BAR, fill=fill, stroke=INK, stroke_width=2)
        figure = figure_of(page.article, fact)
        inside = long > ROOM / 2
        x = INSIDE + 22 if inside else INSIDE + long + 22
        halo = PAPER if inside else ""
        canvas.text((x, y + 57), figure, 50, BOLD, halo=halo)
        canvas.text((x + width(figure, 50, BOLD) + 16, y + 57), words, 40, MEDIUM, halo=halo)
        y += BAR + 20
    return y + 34
