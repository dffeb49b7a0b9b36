"""What every picture has: its title above, and below where it's from."""

from __future__ import annotations

from knowledge.pictures.canvas import BAND, GREY, INK, PAPER, RULE, Canvas
from knowledge.pictures.captions import filled
from knowledge.pictures.lettering import BOLD, REGULAR, SMALLEST, width, wrapped
from knowledge.source import ArticleSource
from knowledge.source.pictures import Caption, PictureSource

WIDTH = 1280
MARGIN = 40
LEADING = 1.28
"""From one base line to the next, in heights of the letters."""


class Page:
    """A sheet with its title and source; `top` and `bottom` are what is left between them."""

    def __init__(self, article: ArticleSource, picture: PictureSource, height: int) -> None:
        self.article, self.picture = article, picture
        self.canvas = Canvas(WIDTH, height)
        self._title = picture.title[article.language]
        self.top = 174
        self._foot = [
            (line, colour)
            for words, colour in (
                (filled(picture.source, article, picture), INK),
                (picture.credit or "", GREY),
            )
            for line in wrapped(words, SMALLEST, WIDTH - 2 * MARGIN)
        ]
        self.bottom = height - 28 - 38 * len(self._foot)

    def words(self, caption: Caption) -> str:
        """Return a caption as it's drawn."""
        return filled(caption, self.article, self.picture)

    def write(
        self,
        at: tuple[float, float],
        words: str,
        room: float,
        size: float = SMALLEST,
        weight: int = REGULAR,
        *,
        colour: str = INK,
        halo: str = "",
    ) -> float:
        """Write words from a base line on, in lines within `room`; return the next base line."""
        x, y = at
        for line in wrapped(words, size, room, weight):
            self.canvas.text((x, y), line, size, weight, colour=colour, halo=halo)
            y += size * LEADING
        return y

    def draw_head_and_foot(self) -> None:
        """Draw the title, what it is, and the source; last, so that they lie on top."""
        canvas = self.canvas
        canvas.rect(0, 0, WIDTH, self.top, fill=PAPER)
        canvas.rect(0, 0, WIDTH, 10, fill=INK)
        size = 58
        while width(self._title, size, BOLD) > WIDTH - 2 * MARGIN:
            size -= 1
        canvas.text((MARGIN, 84), self._title, size, BOLD)
        canvas.text((MARGIN, 138), self.words(self.picture.subtitle), 33, colour=GREY)
        canvas.rect(0, self.top - 2, WIDTH, 2, fill=RULE)
        canvas.rect(0, self.bottom, WIDTH, canvas.height - self.bottom, fill=BAND)
        canvas.rect(0, self.bottom, WIDTH, 2, fill=RULE)
        for number, (line, colour) in enumerate(self._foot):
            canvas.text((MARGIN, self.bottom + 45 + 38 * number), line, colour=colour)
