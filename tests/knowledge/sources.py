"""Where tests find articles: the real ones, and an invented one that is theirs to spoil."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

from knowledge.source import ArticleSource, FactSource, Sources, read_sources

REAL = Path(__file__).resolve().parents[2] / "articles"
INVENTED = Path(__file__).resolve().parent / "articles"
GAZETTEER = INVENTED / "gazetteer.toml"


@cache
def real() -> Sources:
    """The articles that the bot answers from, read once: nobody can change them."""
    return read_sources(REAL)


def on_the_war() -> ArticleSource:
    """The article on the war, whose facts tests name; others may stand beside it."""
    return next(article for article in real().articles if article.id == "ukraine-2024")


@cache
def invented() -> Sources:
    """The invented article and its gazetteer, read once as well."""
    return read_sources(INVENTED, GAZETTEER)


def copy_of_invented(folder: Path) -> Path:
    """Copy the invented articles under `folder`, to be spoilt, and return where they lie."""
    return Path(shutil.copytree(INVENTED, folder / "articles"))


def spoil(path: Path, old: str, new: str) -> None:
    """Replace `old`, which must be there, in a file."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def no_training(sources: Sources) -> Mapping[str, bytes]:
    """Stand in for the understanding's training, which these tests aren't about."""
    return {"weights": b"\x00\x01" * len(sources.articles)}


def with_fact(article: ArticleSource, fact: FactSource) -> ArticleSource:
    """Return `article` with `fact` in the place of the one with its id."""
    facts = tuple(fact if other.id == fact.id else other for other in article.facts)
    return replace(article, facts=facts)
