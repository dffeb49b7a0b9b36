"""Whatever a map shows has its place on it, and its mark in the legend."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from knowledge.check.placing import prove_places
from knowledge.source import ArticleSource, read_article
from knowledge.source.pictures import PictureSource, Place
from tests.knowledge.check.islands import told
from tests.knowledge.pictures.drawings import islands_with_pictures, real_article

Spoilt = Callable[[ArticleSource, PictureSource], tuple[ArticleSource, PictureSource]]


@pytest.fixture(scope="module")
def islands(tmp_path_factory: pytest.TempPathFactory) -> ArticleSource:
    return read_article(islands_with_pictures(tmp_path_factory.mktemp("islands")) / "islands-2031")


def problems(article: ArticleSource, spoilt: Spoilt) -> str:
    isles = next(picture for picture in article.pictures.all if picture.kind == "map")
    return told(prove_places(*spoilt(article, isles)))


def with_places(article: ArticleSource, places: dict[str, Place]) -> ArticleSource:
    return replace(article, pictures=replace(article.pictures, places=places))


def test_a_map_on_which_all_is_placed_passes_and_figures_need_no_place(
    islands: ArticleSource,
) -> None:
    for picture in islands.pictures.all:
        assert told(prove_places(islands, picture)) == ""
        nowhere = with_places(islands, {})
        assert (told(prove_places(nowhere, picture)) == "") is (picture.kind == "figures")


@pytest.mark.parametrize(
    ("spoilt", "told_of"),
    [
        (lambda a, p: (with_places(a, {}), p), "the place ekvik has no coordinates"),
        (lambda a, p: (a, replace(p, frame=None)), "the map has no frame"),
        (lambda a, p: (a, replace(p, labels={"farholm": (1.0, 2.0)})), "its label farholm"),
        (lambda a, p: (a, replace(p, legend=p.legend[1:])), "no mark for ekvik-held"),
        (lambda a, p: (a, replace(p, facts=p.facts * 2)), "two of its facts stand at ekvik"),
        (lambda a, p: (a, replace(p, facts=("ships-caution",))), "is about no name of names.toml"),
        (lambda a, p: (a, replace(p, kind="area")), "no square is drawn"),
    ],
)
def test_what_a_map_lacks_is_told(islands: ArticleSource, spoilt: Spoilt, told_of: str) -> None:
    assert told_of in problems(islands, spoilt)


def test_a_base_map_that_is_none_is_the_one_problem(islands: ArticleSource) -> None:
    broken = replace(islands, pictures=replace(islands.pictures, basemap="[]", places={}))
    [problem] = prove_places(broken, broken.pictures.all[0])
    assert "the base map can't be read" in problem.what


def test_a_region_needs_a_shape_and_where_its_name_is_written() -> None:
    article = real_article()
    for lacking in (Place(label=(1.0, 2.0)), Place(shape="ua/Luhans'k"), Place(shape="ua/None")):
        spoilt = with_places(article, {**article.pictures.places, "luhansk": lacking})
        assert "the region luhansk has no shape" in problems(spoilt, lambda a, p: (a, p))
