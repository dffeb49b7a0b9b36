"""Places as the knowledge finds them, named by an article or by none."""

from __future__ import annotations

import pytest

from knowledge import Knowledge


@pytest.fixture(scope="module")
def knowledge(real: Knowledge) -> Knowledge:
    return real


@pytest.mark.parametrize("text", ["Kyiv", " kyiv ", "Київ", "Mariupol", "Маріуполь"])
def test_a_place_that_no_article_names_is_found(text: str, knowledge: Knowledge) -> None:
    found = knowledge.find_place(text, "en")
    assert found is not None
    assert not found.in_article
    assert found.usual["en"] in ("Kyiv", "Mariupol")


@pytest.mark.parametrize("text", ["Tjasiv Yar", "chasov yar", "Часів Яр"])
def test_a_place_is_found_by_any_of_its_spellings(text: str, knowledge: Knowledge) -> None:
    found = knowledge.find_place(text, "en")
    assert found is not None
    assert found.id == "chasiv-yar"


def test_what_is_no_place_is_none(knowledge: Knowledge) -> None:
    assert knowledge.find_place("xyzzy", "en") is None
