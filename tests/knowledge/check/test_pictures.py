"""The check refuses a picture that says or shows what the facts don't bear out."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.check import check_articles
from tests.knowledge.pictures.drawings import copy_of_real, islands_with_pictures, problems
from tests.knowledge.sources import GAZETTEER, spoil

SPOILT = {
    "an unknown fact": ('"pokrovsk-held"', '"pokrovsk-kept"', "there's no fact pokrovsk-kept"),
    "a fact of figures that has none": (
        '{fact = "ukrainian-killed", caption',
        '{fact = "no-major-cities", caption',
        "its statement has 0 figures",
    ),
    "an unknown topic": ('topic = "losses"', 'topic = "lost"', "the topic lost is unknown"),
    "an unknown name": ("labels = {kharkiv", "labels = {lviv", "its label lviv is a name of none"),
    "a place without coordinates": (
        "pokrovsk = {at = [37.17706, 48.28014], label = [36.2, 48.42]}\n",
        "",
        "the place pokrovsk has no coordinates. Add pokrovsk = {at",
    ),
    "a region without a shape": ("ua/Luhans'k", "ua/Lugansk", "the region luhansk has no shape"),
    "a fact without a mark": (
        'relation = "attack-stopped"',
        'relation = "attack"',
        "the legend has no mark for russians-stopped-at-vovchansk",
    ),
    "two facts at one place": (
        '"pokrovsk-held", ',
        '"pokrovsk-held", "pokrovsk-threatened", ',
        "two of its facts stand at pokrovsk",
    ),
    "a word that nothing holds": (
        '"Fallen into Russian hands"',
        '"Destroyed by Russian hands"',
        "holds “Destroyed”",
    ),
    "a name that nothing holds": ('"Russia controls it"', '"France controls it"', "“France”"),
    "a figure that nothing holds": (
        '"troops lost in 2024"',
        '"troops lost in 2025"',
        "holds “2025”",
    ),
    "a figure owned as ours": (
        '{text = "Places", own_words = ["places"]}',
        '{text = "60 places", own_words = ["places", "60"]}',
        "holds “60”",
    ),
    "an outcome that is another fact's": (
        '{fact = "ukrainian-killed", caption = "killed"}',
        '{fact = "ukrainian-killed", caption = "captured"}',
        "holds “captured”",
    ),
    "a negation that is nobody's": (
        '"Russia controls it"',
        '"Russia doesn\'t control it"',
        "holds “doesn't”",
    ),
    "a quote that isn't one": ("“lost” isn’t", "“casualties” isn’t", "holds “casualties”"),
    "a figure without its caution": (
        "“The figure should be viewed with great caution”",
        "“the autumn has been extremely bloody”",
        "it shows “427,000” without the caution",
    ),
    "an estimate without who estimates": (
        "continues, ISW estimates",
        "continues",
        "no caption of donetsk-two-more-years says that it's isw",
    ),
    "two sides in one chart": (
        'bars = [{fact = "ukrainian-killed", caption = "killed"}, ',
        'bars = [{fact = "russia-lost-2024", caption = "lost in 2024"}, ',
        "figures of different sides",
    ),
    "a figure without its period": (
        'caption = "troops lost in 2024"',
        'caption = "troops lost"',
        "the figure of russia-lost-2024 without “2024”",
    ),
    "no word that there is no period": (
        "The article gives no period for these figures",
        "The article says",
        "ukrainian-killed without “no period”",
    ),
    "a part that isn't the quote's": (
        'key = "more-than-half"',
        'key = "less-than-half"',
        "doesn't say less-than-half",
    ),
    "a square of no square kilometres": (
        'fact = "territory-taken-2024"',
        'fact = "ukrainian-killed"',
        "ukrainian-killed has no square kilometres",
    ),
    "a title that isn't translated": (
        'sv = "Vem som',
        'nb = "Vem som',
        "nothing for the language sv",
    ),
    "a title with another figure": (
        "Ryssland 2024",
        "Ryssland 2025",
        "its title in sv has other fig",
    ),
    "an unknown filling": (
        "{territory-taken-2024.figure}",
        "{territory-taken-2024.area}",
        "{territory-taken-2024.area} is unknown. Write",
    ),
    "a command that a topic has": (
        "[picture.map",
        "[picture.regions",
        "its id can't be a command",
    ),
}


@pytest.mark.parametrize("what", SPOILT)
def test_it_is_refused(what: str, tmp_path: Path) -> None:
    folder = copy_of_real(tmp_path)
    old, new, complaint = SPOILT[what]
    spoil(folder / "pictures.toml", old, new)
    told = problems(folder)
    assert any(complaint in problem for problem in told), told
    assert all(problem.startswith("articles/ukraine-2024/pictures.toml [") for problem in told)


def test_pictures_as_they_stand_are_borne_out(tmp_path: Path) -> None:
    assert problems(copy_of_real(tmp_path)) == []


def test_a_claim_without_who_claims_it_is_refused(tmp_path: Path) -> None:
    folder = copy_of_real(tmp_path)
    spoil(folder / "pictures.toml", "Losses: every figure is Ukraine’s claim", "Losses of Ukraine")
    assert problems(folder) == []
    spoil(folder / "pictures.toml", "soldiers, as Ukraine says", "soldiers")
    told = problems(folder)
    assert any("no caption of ukrainian-killed says that it's ukraine" in each for each in told)


def test_a_holder_that_the_legend_does_not_know_is_refused(tmp_path: Path) -> None:
    folder = copy_of_real(tmp_path)
    spoil(folder / "facts.toml", 'holder = "ukraine"', 'holder = "france"')
    assert any("holder france" in problem for problem in problems(folder))


def test_a_base_map_that_is_none_is_refused(tmp_path: Path) -> None:
    folder = copy_of_real(tmp_path)
    (folder / "basemap.json").write_text("[]")
    assert any("base map can't be read" in problem for problem in problems(folder))


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ('mark = "disc"', 'mark = "star"', "mark “star” is unknown. Write one of: disc"),
        ('kind = "map"', 'kind = "globe"', "kind “globe” is unknown"),
        ("at = [10.3, 60.2]", "at = [10.3]", "at isn't 2 number(s)"),
        ("[[picture.isles.legend]]", "[[picture.isles.ledger]]", "the key ledger is unknown"),
        ('basemap = "basemap.json"', 'basemap = "other.json"', "the file is missing"),
    ],
)
def test_an_entry_that_cannot_be_read_is_named(
    old: str, new: str, complaint: str, tmp_path: Path
) -> None:
    articles = islands_with_pictures(tmp_path)
    spoil(articles / "islands-2031" / "pictures.toml", old, new)
    (problem,) = check_articles(articles, GAZETTEER)
    assert complaint in str(problem)
