"""Articles with pictures to be spoilt, and what is read off a drawing."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from xml.etree import ElementTree

from knowledge.check.pictures import prove_pictures
from knowledge.check.reading import NameBook
from knowledge.pictures import draw
from knowledge.pictures.rendering import png_of
from knowledge.source import ArticleSource, read_article
from tests.knowledge.sources import REAL, copy_of_invented, on_the_war

ISLANDS = Path(__file__).resolve().parent / "islands"
SVG = "{http://www.w3.org/2000/svg}"


def real_article() -> ArticleSource:
    """The article that the bot answers from and draws pictures of."""
    return on_the_war()


def copy_of_real(folder: Path) -> Path:
    """Copy the real article under `folder`, but for its wordings, and return where it lies."""
    ignored = shutil.ignore_patterns("questions*", "claims*")
    return Path(shutil.copytree(REAL / "ukraine-2024", folder / "ukraine-2024", ignore=ignored))


def islands_with_pictures(folder: Path) -> Path:
    """Copy the invented articles with their pictures under `folder`; return where they lie."""
    articles = copy_of_invented(folder)
    shutil.copytree(ISLANDS, articles / "islands-2031", dirs_exist_ok=True)
    return articles


def drawing(article: ArticleSource, picture_id: str) -> str:
    """The picture as SVG."""
    return draw(article, next(p for p in article.pictures.all if p.id == picture_id))


@cache
def real_drawing(picture_id: str) -> str:
    """The picture of the real article as SVG, drawn once."""
    return drawing(real_article(), picture_id)


@cache
def real_png(picture_id: str) -> bytes:
    """The same as PNG, rendered once."""
    return png_of(real_drawing(picture_id))


@dataclass(frozen=True, slots=True)
class Text:
    """A line that is written on a picture."""

    words: str
    size: float


def texts(svg: str) -> list[Text]:
    """Every line that is written on a picture."""
    return [
        Text(element.text or "", float(element.attrib["font-size"]))
        for element in ElementTree.fromstring(svg).iter(f"{SVG}text")
    ]


def shapes(svg: str, tag: str, **attributes: str) -> int:
    """How many shapes of the drawing have these attributes."""
    return sum(
        all(element.get(name) == value for name, value in attributes.items())
        for element in ElementTree.fromstring(svg).iter(f"{SVG}{tag}")
    )


def problems(folder: Path) -> list[str]:
    """What the check has against the pictures of the article in `folder`."""
    article = read_article(folder)
    return [str(problem) for problem in prove_pictures(article, NameBook.of(article.names, ()))]
