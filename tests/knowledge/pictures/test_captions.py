"""A caption is filled from the facts themselves, and each is borne out by its own."""

from __future__ import annotations

from dataclasses import replace

import pytest

from knowledge.pictures.captions import (
    amount_of,
    captions_of,
    fact_of,
    figure_of,
    filled,
    key_of,
    unfilled,
    usual_name,
    words_of,
)
from knowledge.source import ArticleSource, EntryError, read_article
from knowledge.source.pictures import Caption, Key, PictureSource
from tests.knowledge.pictures.drawings import islands_with_pictures


@pytest.fixture(scope="module")
def islands(tmp_path_factory: pytest.TempPathFactory) -> ArticleSource:
    return read_article(islands_with_pictures(tmp_path_factory.mktemp("islands")) / "islands-2031")


@pytest.fixture
def isles(islands: ArticleSource) -> PictureSource:
    return islands.pictures.all[0]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("{ships-lost.figure} ships", "900 ships"),
        ("“{no-harbours.quote}”", "“no harbours were taken by them”"),
        ("{ekvik-held.statement}!", "Sudmark still controls Ekvik, which is threatened!"),
        ("{dating_short}", "invented, on 2031"),
        ("nothing {to fill}", "nothing {to fill}"),
    ],
)
def test_it_says_what_the_fact_or_the_article_says(
    islands: ArticleSource, isles: PictureSource, text: str, words: str
) -> None:
    caption = Caption("here", text)
    assert filled(caption, islands, isles) == words
    assert "900" not in unfilled(caption)


def test_names_that_the_article_spells_otherwise_are_listed(
    islands: ArticleSource, isles: PictureSource
) -> None:
    caption = Caption("here", "spelled {spellings}")
    assert filled(caption, islands, isles) == "spelled "
    names = tuple(replace(name, usual={"en": f"New {name.id}"}) for name in islands.names)
    other = replace(islands, names=names)
    both = replace(isles, facts=("ekvik-held", "no-harbours", "islands-taken"))
    assert filled(caption, other, both) == "spelled Norland and Ekvik"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("{ships-lost.size}", "{ships-lost.size} is unknown"),
        ("{no-fact.figure}", "there's no fact no-fact"),
        ("{ekvik-held.figure}", "its statement has 0 figures that are no years"),
    ],
)
def test_what_cannot_be_filled_is_an_error(
    islands: ArticleSource, isles: PictureSource, text: str, told: str
) -> None:
    with pytest.raises(EntryError) as caught:
        filled(Caption("here", text), islands, isles)
    assert told in str(caught.value)


def test_a_facts_figure_is_the_only_one_that_is_no_year(islands: ArticleSource) -> None:
    taken = fact_of(islands, "islands-taken", "here")
    assert (figure_of(islands, taken), amount_of(islands, taken)) == ("12", 12)
    large = replace(taken, statement="Norland took 4,168 islands in 2031.")
    assert (figure_of(islands, large), amount_of(islands, large)) == ("4,168", 4168)
    with pytest.raises(EntryError, match="has 2 figures"):
        figure_of(islands, replace(taken, statement="Norland took 12 of 20 islands."))


def test_a_mark_is_of_a_fact_by_its_holder_and_relation_and_of_a_region_by_its_fill(
    islands: ArticleSource, isles: PictureSource
) -> None:
    held = fact_of(islands, "ekvik-held", "here")
    ours, theirs = isles.legend
    plain = Key("plain", "sand", Caption("here", "x"), relation="holder")
    picture = replace(isles, legend=(theirs, plain, ours))
    assert key_of(held, "place", picture) is ours
    assert key_of(held, "region", picture) is plain
    assert key_of(replace(held, holder="norland"), "place", picture) is theirs
    assert key_of(replace(held, relation="lost"), "region", picture) is None


def test_each_caption_is_borne_out_by_the_facts_that_it_is_shown_with(
    islands: ArticleSource, isles: PictureSource
) -> None:
    """A mark that no fact has isn't shown."""
    borne_out = {caption.text: facts for caption, facts in captions_of(islands, isles)}
    assert borne_out["Sudmark still controls it"] == ("ekvik-held",)
    assert "Norland controls it" not in borne_out
    assert borne_out["Who controls Ekvik"] == isles.facts
    fleet = islands.pictures.all[1]
    told = {caption.text: facts for caption, facts in captions_of(islands, fleet)}
    assert told["{ships-caution.quote}"] == ("ships-caution",)
    assert told["ships lost in May"] == told["of the fleet"] == ("ships-lost",)


def test_all_that_a_picture_says_is_its_captions_and_its_bars_figures(
    islands: ArticleSource,
) -> None:
    said = words_of(islands, islands.pictures.all[1])
    assert "900" in said
    assert "The figure should be viewed with great caution." in said


def test_a_name_is_written_as_is_usual_in_the_articles_language(islands: ArticleSource) -> None:
    assert usual_name(islands, "ekvik", "here") == "Ekvik"
    with pytest.raises(EntryError, match="there's no name farholm"):
        usual_name(islands, "farholm", "here")
