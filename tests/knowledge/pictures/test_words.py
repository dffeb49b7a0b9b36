"""Every word and figure on a picture is a fact's, a name's, or proven to be the picture's own."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator

import pytest

from knowledge.check.lexicon import lexicon_of, same_stem, tokens_of
from knowledge.pictures.captions import alternative
from knowledge.pictures.lettering import SMALLEST
from knowledge.source.pictures import PictureSource
from tests.knowledge.pictures.drawings import (
    real_article,
    real_drawing,
    texts,
)

PICTURES = [picture.id for picture in real_article().pictures.all]
SCALE = re.compile(r"\d+ km")


def own_words(table: object) -> Iterator[str]:
    """All that pictures.toml lists as its own words."""
    if isinstance(table, dict):
        for key, value in table.items():
            if key == "own_words":
                yield from value
            else:
                yield from own_words(value)
    elif isinstance(table, list):
        for entry in table:
            yield from own_words(entry)


@pytest.fixture(scope="module")
def content() -> dict[str, object]:
    path = real_article().folder / "pictures.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


def held(picture_id: str) -> str:
    """What the facts of the picture say, what travels with them, and how names are written."""
    article = real_article()
    picture = next(p for p in article.pictures.all if p.id == picture_id)
    shown = {fact.id: fact for fact in article.facts if fact.id in picture.facts}
    with_them = {each for fact in shown.values() for each in fact.companions}
    said = [
        text
        for fact in article.facts
        if fact.id in {*shown, *with_them}
        for text in (fact.statement, fact.quote)
    ]
    about = {name for fact in shown.values() for name in fact.about}
    names = [
        spelling
        for name in article.names
        if name.id in about
        for spelling in (name.usual["en"], *name.in_article)
    ]
    return " · ".join((*said, *names, article.words.dating_short))


@pytest.mark.parametrize("picture", PICTURES)
def test_every_word_and_figure_is_held(picture: str, content: dict[str, object]) -> None:
    lexicon = lexicon_of("en")
    known = {token.folded for token in tokens_of(held(picture))}
    figures = {word for word in known if word[0].isdigit()}
    ours = {token.folded for word in own_words(content) for token in tokens_of(word)}
    assert not any(word[0].isdigit() for word in ours)
    credits = content["credits"]
    assert isinstance(credits, dict)
    read = 0
    for text in texts(real_drawing(picture)):
        if text.words in credits.values() or SCALE.fullmatch(text.words):
            continue
        for token in tokens_of(text.words):
            read += 1
            if token.is_figure:
                assert token.folded in figures, f"{token.typed} in “{text.words}”"
            else:
                assert token.folded in ours | lexicon.glue or any(
                    same_stem(token.folded, word, lexicon.endings) for word in known
                ), f"{token.typed} in “{text.words}”"
    assert read > 30


@pytest.mark.parametrize("picture", PICTURES)
def test_nothing_is_too_small_for_a_phone(picture: str) -> None:
    svg = real_drawing(picture)
    assert 'width="1280"' in svg.partition(">")[0]
    assert min(text.size for text in texts(svg)) >= SMALLEST == 29


def test_the_map_says_what_it_is_not_and_whose_data_it_shows() -> None:
    said = " ".join(text.words for text in texts(real_drawing("map")))
    assert "undated article on 2024" in said
    assert "Not a front-line map." in said
    assert "GeoNames, CC BY 4.0" in said
    assert "Natural Earth" in said


def test_the_map_writes_no_place_that_the_facts_do_not_name() -> None:
    said = " ".join(text.words for text in texts(real_drawing("map"))).casefold()
    for name in ("zaporizhzhia", "kherson", "crimea"):
        assert name not in said


@pytest.mark.parametrize("picture", real_article().pictures.all, ids=PICTURES)
def test_what_it_shows_is_told_in_every_language_in_the_facts_own_words(
    picture: PictureSource,
) -> None:
    article = real_article()
    assert set(picture.title) == set(article.languages) == {"en", "uk", "ru", "sv", "de"}
    for language in article.languages:
        told = alternative(article, picture, language)
        for fact in article.facts:
            if fact.id in picture.facts:
                statement = article.statement(fact, language)
                assert statement
                told = told.replace(statement, "")
        assert told.strip() == ""


def test_the_russian_losses_stand_with_their_caution() -> None:
    article = real_article()
    (caution,) = (fact for fact in article.facts if fact.cautions)
    losses = next(p for p in article.pictures.all if p.id == "losses")
    for language in article.languages:
        told = alternative(article, losses, language)
        assert any(words in told for words in caution.caution_words[language])
    said = [text.words for text in texts(real_drawing("losses"))]
    assert "427,000" in said
    assert any("great caution" in words for words in said)
    assert any("no period" in words for words in said)
