"""Sources become rows: what articles share is there once, and what refers to a row finds it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from knowledge.rows import Row, rows_of
from knowledge.source import Sources
from tests.knowledge.sources import invented


def tables(sources: Sources) -> dict[str, list[Row]]:
    return dict(rows_of(sources))


@pytest.fixture
def two() -> Sources:
    """The article beside another that has its names and topics, put otherwise."""
    first = invented().articles[0]
    other_name = replace(first.names[0], in_article=("Norlandia",), usual={"sv": "Norrland"})
    topics = tuple(replace(topic, title=f"Other {topic.title}") for topic in first.topics)
    second = replace(
        first,
        id="second",
        facts=tuple(replace(fact, id=f"second-{fact.id}") for fact in first.facts),
        names=(other_name, *first.names[1:]),
        topics=topics,
        wordings=(),
        unsaid=first.unsaid,
    )
    return replace(invented(), articles=(first, second))


def test_a_name_that_articles_share_is_one_with_the_spellings_of_both(two: Sources) -> None:
    found = tables(two)
    assert [row["id"] for row in found["names"]] == ["norland", "sudmark", "ekvik", "farholm"]
    spelled = {row["text"] for row in found["name_spellings"] if row["name"] == "norland"}
    assert {"Norland", "Norlanders", "Norlandia"} <= spelled
    usual = {r["language"]: r["text"] for r in found["name_usual"] if r["name"] == "norland"}
    assert usual == {"en": "Norland", "de": "Norland", "sv": "Norrland"}


def test_of_a_topic_that_articles_share_the_first_ones_words_hold(two: Sources) -> None:
    found = tables(two)
    assert [row["id"] for row in found["topics"]] == ["islands", "ships"]
    english = {r["topic"]: r["title"] for r in found["topic_words"] if r["language"] == "en"}
    assert english == {"islands": "Islands", "ships": "Ships"}


def test_a_fact_rests_on_the_passage_of_its_own_article(two: Sources) -> None:
    """Though the other has the same words."""
    found = tables(two)
    passages = {row["id"]: row for row in found["passages"]}
    assert len(found["facts"]) == 10
    for fact in found["facts"]:
        passage = passages[fact["passage"]]
        assert (passage["article"], passage["kind"]) == (fact["article"], "paragraph")
        assert str(fact["quote"]) in str(passage["text"])


def test_a_sentence_is_a_part_of_its_paragraph_and_a_subhead_has_none() -> None:
    passages = {row["id"]: row for row in tables(invented())["passages"]}
    sentences = [row for row in passages.values() if row["kind"] == "sentence"]
    assert len(sentences) == 4
    for sentence in sentences:
        whole = passages[sentence["part_of"]]
        assert str(sentence["text"]) in str(whole["text"])
        assert sentence["paragraph"] == whole["paragraph"]
    [subhead] = (row for row in passages.values() if row["kind"] == "subhead")
    assert (subhead["text"], subhead["paragraph"]) == ("Quiet nights", None)


def test_a_wording_asks_for_a_fact_for_what_is_unsaid_or_only_talks(two: Sources) -> None:
    found = tables(two)
    for row in found["wordings"]:
        assert [row[of] is not None for of in ("fact", "unsaid", "talk")].count(True) == 1
    numbers = [row["id"] for row in found["unsaid"]]
    assert [row["article"] for row in found["unsaid"]] == ["islands-2031", "second"]
    assert {row["unsaid"] for row in found["wordings"]} - {None} == {numbers[0]}
    assert {row["unsaid"] for row in found["unsaid_near"]} == set(numbers)


def test_who_is_named_nowhere_is_no_name_of_an_article() -> None:
    named = {row["id"]: row["named"] for row in tables(invented())["names"]}
    assert named == {"norland": 1, "sudmark": 1, "ekvik": 1, "farholm": 0}
