"""Places as the knowledge finds them, named by an article or by none."""

from __future__ import annotations

import pytest

from knowledge import Knowledge, Name, open_knowledge


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return open_knowledge()


@pytest.mark.parametrize("text", ["Kyiv", " kyiv ", "Київ", "Mariupol", "Маріуполь"])
def test_a_place_that_no_article_names_is_told_by_its_usual_name(
    text: str, knowledge: Knowledge
) -> None:
    assert knowledge.find_place(text, "en") in ("Kyiv", "Mariupol")


@pytest.mark.parametrize("text", ["Tjasiv Yar", "chasov yar", "Часів Яр"])
def test_a_place_is_found_by_any_of_its_spellings(text: str, knowledge: Knowledge) -> None:
    found = knowledge.find_place(text, "en")
    assert isinstance(found, Name)
    assert found.id == "chasiv-yar"


def test_what_is_no_place_is_none(knowledge: Knowledge) -> None:
    assert knowledge.find_place("xyzzy", "en") is None
