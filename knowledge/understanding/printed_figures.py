"""Reads the figures that an article prints, and holds those of a question against them."""

from __future__ import annotations

from functools import lru_cache

from knowledge.understanding.numbers import Figure, figures_in
from knowledge.understanding.text import clean, tokens_of

ARTICLES_LANGUAGE = "en"
MOST_TEXTS = 4096
"""Only texts of the articles are read here, each of them again and again."""


@lru_cache(MOST_TEXTS)
def figures_printed(text: str) -> tuple[Figure, ...]:
    """Return the figures that `text`, an article's quote, statement or period, has in digits."""
    return tuple(figures_in(tokens_of(clean(text)), {}))


def prints(text: str, figure: Figure) -> bool:
    """Whether `text` has a figure of the same value in digits, a year where `figure` is one."""
    same = (figure.value, figure.year)
    return any((printed.value, printed.year) == same for printed in figures_printed(text))
