"""Pictures, drawn from the facts when knowledge.db is built; later nothing of this is needed."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from knowledge.pictures.amount import draw_amount
from knowledge.pictures.captions import alternative
from knowledge.pictures.claimed import draw_claimed
from knowledge.pictures.holding import draw_holding
from knowledge.pictures.rendering import png_of
from knowledge.source import ArticleSource, EntryError, Sources
from knowledge.source.pictures import FILE, PictureSource

__all__ = ["LARGEST", "Drawn", "draw", "draw_all"]

LARGEST = 300_000
"""Bytes of a picture: a phone on a slow line has it in a second or two."""
_BY_KIND: Mapping[str, Callable[[ArticleSource, PictureSource], str]] = {
    "map": draw_holding,
    "area": draw_amount,
    "figures": draw_claimed,
}


@dataclass(frozen=True, slots=True)
class Drawn:
    """A picture as it's kept in knowledge.db."""

    source: PictureSource
    article: str
    """The article's id."""
    drawing: str
    """sha256 of the SVG, hex."""
    png: bytes
    digest: str
    """sha256 of `png`, hex."""
    alternative: Mapping[str, str]
    """What it shows, in the words of its facts, by language."""


def draw(article: ArticleSource, picture: PictureSource) -> str:
    """Return the picture as SVG.

    EntryError where its words find no room on it; what the check refuses may fail otherwise.
    ModuleNotFoundError where the fonts, or what measures them, aren't installed.
    """
    try:
        return _BY_KIND[picture.kind](article, picture)
    except ValueError as error:
        raise EntryError(
            f"articles/{article.id}/{FILE}",
            f"picture.{picture.id}",
            str(error),
            "Shorten the caption, or move the label.",
        ) from error


def draw_all(sources: Sources) -> tuple[Drawn, ...]:
    """Return every article's pictures. Errors as for `draw`, and EntryError for one too large."""
    return tuple(
        _drawn(article, picture)
        for article in sources.articles
        for picture in article.pictures.all
    )


def _drawn(article: ArticleSource, picture: PictureSource) -> Drawn:
    svg = draw(article, picture)
    png = png_of(svg)
    if len(png) > LARGEST:
        raise EntryError(
            f"articles/{article.id}/{FILE}",
            f"picture.{picture.id}",
            f"it has {len(png):,} bytes, over {LARGEST:,}",
            "Show less of the base map, or simplify its shapes.",
        )
    return Drawn(
        source=picture,
        article=article.id,
        drawing=hashlib.sha256(svg.encode()).hexdigest(),
        png=png,
        digest=hashlib.sha256(png).hexdigest(),
        alternative={
            language: alternative(article, picture, language) for language in article.languages
        },
    )
