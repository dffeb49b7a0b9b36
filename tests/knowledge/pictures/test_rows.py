"""A drawn picture is kept with its words in each language and its facts in their order."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.pictures import Drawn
from knowledge.pictures.rows import rows_of_pictures
from knowledge.source import read_article
from tests.knowledge.pictures.drawings import islands_with_pictures


@pytest.fixture
def drawn(tmp_path: Path) -> tuple[Drawn, ...]:
    pictures = read_article(islands_with_pictures(tmp_path) / "islands-2031").pictures.all
    told = {"en": "What it shows.", "de": "Was es zeigt."}
    return tuple(
        Drawn(picture, "islands-2031", f"svg {at}", b"png", f"sha {at}", told)
        for at, picture in enumerate(pictures)
    )


def test_pictures_keep_their_order_and_both_their_digests(drawn: tuple[Drawn, ...]) -> None:
    tables = dict(rows_of_pictures(drawn))
    kept = [(r["id"], r["position"], r["topic"], r["drawing"]) for r in tables["pictures"]]
    assert kept == [("isles", 0, None, "svg 0"), ("fleet", 1, "ships", "svg 1")]
    assert [row["sha256"] for row in tables["pictures"]] == ["sha 0", "sha 1"]


def test_each_language_has_the_title_and_what_who_cannot_see_it_is_told(
    drawn: tuple[Drawn, ...],
) -> None:
    words = dict(rows_of_pictures(drawn))["picture_words"]
    german = [row for row in words if row["language"] == "de"]
    assert [(row["picture"], row["alternative"]) for row in german] == [
        ("isles", "Was es zeigt."),
        ("fleet", "Was es zeigt."),
    ]
    assert german[0]["title"] == "Wer Ekwik hält"


def test_facts_of_two_pictures_are_counted_apart(drawn: tuple[Drawn, ...]) -> None:
    facts = dict(rows_of_pictures(drawn))["picture_facts"]
    assert [(row["picture"], row["position"], row["fact"]) for row in facts] == [
        ("isles", 0, "ekvik-held"),
        ("fleet", 0, "ships-lost"),
    ]
