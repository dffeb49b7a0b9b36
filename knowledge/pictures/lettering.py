"""The letters of pictures: how wide words run, and where a line breaks."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

FAMILY = "Roboto"
REGULAR, MEDIUM, BOLD = 400, 500, 700
_FILES = {REGULAR: "Roboto-Regular", MEDIUM: "Roboto-Medium", BOLD: "Roboto-Bold"}
SMALLEST = 29
"""Pixels at a width of 1280: a phone's screen shows nothing smaller."""


def font_files() -> tuple[str, ...]:
    """Return where the fonts lie; ModuleNotFoundError where font-roboto isn't installed."""
    import font_roboto

    folder = Path(font_roboto.__file__).parent / "files"
    return tuple(str(folder / f"{name}.ttf") for name in _FILES.values())


@lru_cache(maxsize=3)
def _advances(weight: int) -> dict[int, float]:
    """How far each letter moves on, by its code, in ems."""
    from fontTools.ttLib import TTFont

    path = dict(zip(_FILES, font_files(), strict=True))[weight]
    with TTFont(path, lazy=True) as font:
        widths, em = font["hmtx"].metrics, font["head"].unitsPerEm
        return {code: widths[glyph][0] / em for code, glyph in font.getBestCmap().items()}


def width(text: str, size: float, weight: int = REGULAR, spacing: float = 0) -> float:
    """Return how wide `text` runs, in pixels; KeyError for a letter that the font lacks."""
    advances = _advances(weight)
    return sum(advances[ord(letter)] * size + spacing for letter in text)


def wrapped(text: str, size: float, room: float, weight: int = REGULAR) -> list[str]:
    """Return the lines that `text` breaks into, none wider than `room` but a single word."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width(longer, size, weight) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines
