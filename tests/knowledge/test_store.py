"""What comes out of knowledge.db is what the articles' files have."""

from __future__ import annotations

import hashlib
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest

from knowledge.answer import Certainty
from knowledge.build import build, write
from knowledge.contents import read_model
from knowledge.database import checksum_file, open_database
from knowledge.model import Line
from knowledge.source import Sources
from knowledge.store import Store
from tests.knowledge.sources import GAZETTEER, INVENTED, invented, no_training, real


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("store") / "knowledge.db"
    build(INVENTED, out, GAZETTEER, learn=no_training)
    return out


@pytest.fixture(scope="module")
def store(built: Path) -> Store:
    return Store.open(built)


def same_as(store: Store, sources: Sources) -> None:
    """See that every fact, name, topic and line came through."""
    filed = [(article, fact) for article in sources.articles for fact in article.facts]
    assert [fact.id for fact in store.facts()] == [fact.id for _, fact in filed]
    for article, source in filed:
        fact = store.fact(source.id)
        assert fact is not None
        assert (fact.article, fact.topic, fact.quote) == (article.id, source.topic, source.quote)
        assert (fact.speaker, fact.certainty) == (source.says, source.certainty)
        assert (fact.companions, fact.about) == (source.companions, source.about)
        assert fact.period == source.period
        assert dict(fact.statement) == {
            language: article.statement(source, language) for language in article.languages
        }
        line = next(line for line in article.lines if source.quote in line.text)
        assert fact.paragraph == line.paragraph
    for article in sources.articles:
        assert store.article(article.id).lines == article.lines
        for source_name in article.names:
            name = store.name(source_name.id)
            assert name is not None
            assert (name.kind, name.usual) == (source_name.kind, source_name.usual)
            assert name.in_article == source_name.in_article


def test_everything_of_the_invented_article_comes_through(store: Store) -> None:
    same_as(store, invented())


def test_everything_of_the_real_articles_comes_through(tmp_path: Path) -> None:
    # That they pass the check, and are drawn, is tested elsewhere.
    out = tmp_path / "knowledge.db"
    write(real(), no_training(real()), out)
    digest = hashlib.sha256(out.read_bytes()).hexdigest()
    checksum_file(out).write_text(f"{digest}  {out.name}\n", encoding="ascii")
    same_as(Store.open(out), real())


def test_a_fact_has_its_speaker_certainty_and_caution(store: Store) -> None:
    fact = store.fact("ships-lost")
    assert fact is not None
    assert (fact.speaker, fact.certainty) == ("sudmark", Certainty.CLAIMED)
    (caution,) = store.companions(fact)
    assert caution.id == "ships-caution"
    assert fact.statement["de"].startswith("Die Südmark behauptet")


def test_topics_stand_in_the_order_of_the_menu(store: Store) -> None:
    assert [topic.id for topic in store.topics()] == ["islands", "ships"]
    ships = store.topic("ships")
    assert ships is not None
    assert (ships.command, ships.title["de"]) == ("ships", "Schiffe")
    assert [fact.id for fact in ships.facts] == ["ships-lost", "ships-caution"]


def test_an_article_has_its_lines_and_its_words(store: Store) -> None:
    (article,) = store.articles()
    assert article.lines[1] == Line("Quiet nights", None)
    assert article.lines[2].paragraph == 2
    assert article.name["de"] == "ein erfundener Artikel über Inseln"
    assert article.known["en"] == ("It has four sentences.",)
    assert article.inferred["de"] == ("Er wurde für Tests erdacht.",)
    assert article.dating_short["en"] == "invented, on 2031"


def test_names_are_told_apart_by_whether_an_article_has_them(store: Store) -> None:
    assert [name.id for name in store.names()] == ["norland", "sudmark", "ekvik"]
    assert [name.id for name in store.gazetteer()] == ["farholm"]
    farholm = store.name("farholm")
    assert farholm is not None
    assert farholm.in_article == ()
    assert [place.id for place in store.places()] == ["ekvik"]


def test_who_holds_a_place_is_told_first(store: Store) -> None:
    assert [fact.id for fact in store.facts_about("ekvik")] == ["ekvik-held"]
    assert [fact.id for fact in store.facts_about("norland")] == [
        "islands-taken",
        "no-harbours",
        "ships-lost",
    ]
    assert store.relation("ekvik-held") == "holder"


def test_what_isnt_there_is_none(store: Store) -> None:
    assert store.fact("nothing") is None
    assert store.topic("nothing") is None
    assert store.name("nothing") is None
    assert store.facts_about("nothing") == ()
    with pytest.raises(KeyError):
        store.article("nothing")


def test_nobody_can_change_it(store: Store) -> None:
    fact = store.facts()[0]
    with pytest.raises(TypeError):
        fact.statement["en"] = "something else"  # type: ignore[index]


def test_threads_may_share_it(store: Store) -> None:
    with ThreadPoolExecutor(8) as pool:
        told = list(pool.map(lambda _: store.facts_about("ekvik"), range(200)))
    assert told == [store.facts_about("ekvik")] * 200


def test_languages_come_through(store: Store) -> None:
    assert store.languages == ("en", "de")


def test_what_was_learnt_comes_through(built: Path) -> None:
    connection, _ = open_database(built)
    with closing(connection):
        connection.row_factory = sqlite3.Row
        assert dict(read_model(connection)) == {"weights": b"\x00\x01"}
