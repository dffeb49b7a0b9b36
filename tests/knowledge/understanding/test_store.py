"""What understanding needs lies in knowledge.db part by part, and comes out as it was put in."""

from __future__ import annotations

import pytest

from knowledge.understanding.store import pack, unpack
from tests.knowledge.understanding.small_world import ENGLISH, GERMAN, NAMES, lessons

LANGUAGES = {"en": ENGLISH, "de": GERMAN}


def test_languages_names_and_lessons_come_out_as_they_were() -> None:
    parts = pack(LANGUAGES, NAMES, lessons())
    languages, names, learnt = unpack(parts)
    assert languages == LANGUAGES
    assert tuple(names) == NAMES
    assert learnt.to_bytes() == lessons().to_bytes()
    assert pack(languages, names, learnt) == parts


@pytest.mark.parametrize("part", pack(LANGUAGES, NAMES, lessons()))
def test_what_lacks_a_part_is_refused_and_not_taken_for_empty(part: str) -> None:
    parts = dict(pack(LANGUAGES, NAMES, lessons()))
    del parts[part]
    with pytest.raises(KeyError, match=part):
        unpack(parts)
