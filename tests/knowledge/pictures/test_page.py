"""Every picture has its title and source, which find room however long they are."""

from __future__ import annotations

from dataclasses import replace

import pytest

from knowledge.pictures.page import LEADING, WIDTH, Page
from knowledge.source import ArticleSource, read_article
from tests.knowledge.pictures.drawings import islands_with_pictures, texts


@pytest.fixture(scope="module")
def islands(tmp_path_factory: pytest.TempPathFactory) -> ArticleSource:
    return read_article(islands_with_pictures(tmp_path_factory.mktemp("islands")) / "islands-2031")


def page(article: ArticleSource, **changed: object) -> Page:
    return Page(article, replace(article.pictures.all[0], **changed), WIDTH)  # type: ignore[arg-type]


def test_title_subtitle_source_and_credit_stand_on_it(islands: ArticleSource) -> None:
    drawn = page(islands)
    drawn.draw_head_and_foot()
    assert [text.words for text in texts(drawn.canvas.svg())] == [
        "Who controls Ekvik",
        "invented, on 2031",
        "Source: the article",
        "Shapes: invented.",
    ]


def test_a_long_title_is_written_smaller_until_it_has_room(islands: ArticleSource) -> None:
    sizes = []
    for title in ("Who controls Ekvik", "Who controls Ekvik and all else " * 2):
        drawn = page(islands, title={"en": title.strip()})
        drawn.draw_head_and_foot()
        sizes.append(texts(drawn.canvas.svg())[0].size)
    assert sizes[1] < sizes[0] == 58


def test_a_long_credit_takes_its_room_from_the_picture(islands: ArticleSource) -> None:
    short, long = page(islands), page(islands, credit="Shapes of many people. " * 9)
    assert short.bottom - long.bottom >= 38
    assert short.top == long.top


def test_words_break_into_lines_and_what_follows_stands_below_them(
    islands: ArticleSource,
) -> None:
    drawn = page(islands)
    below = drawn.write((40, 300), "Sudmark still controls it", 200, 30)
    lines = [text.words for text in texts(drawn.canvas.svg())]
    assert len(lines) > 1
    assert " ".join(lines) == "Sudmark still controls it"
    assert below == pytest.approx(300 + len(lines) * 30 * LEADING)
