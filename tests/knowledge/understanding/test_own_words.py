"""A claim is told by the very span of the message that makes it, where there is one."""

from __future__ import annotations

import pytest

from knowledge.understanding.own_words import own_words

JOINTS = ("and", "but")


@pytest.mark.parametrize(
    ("claim", "text", "span"),
    [
        ("took 4,168 km 2", "They took 4,168 km2, all of it", "took 4,168 km2"),
        ("took 4,168 km 2", "They took 4,168 km² of it", "took 4,168 km²"),
        ("Ekvik fell", "- Ekvik – alas! – fell…", "Ekvik fell"),
        ("Ekvik alas fell", "- Ekvik – alas! – fell…", "Ekvik – alas! – fell"),
        ("holds only Ekvik ships", "holds only Ekvik and ships", "holds only Ekvik and ships"),
        ("took Sandhavn", "took Ekvik and Sandhavn", "took Sandhavn"),
        ("Ekvik fell", "«Ekvik» fell", "«Ekvik» fell"),
        ("Ekvik fell", 'he said "Ekvik fell"', '"Ekvik fell"'),
        ("Ekvik fell", '"Ekvik fell, they said"', "Ekvik fell"),
        ("fell in Ekvik", "fell in Ekvik’s port", "fell in Ekvik"),
        ("", "…", ""),
    ],
)
def test_it_is_the_span_to_the_character_and_else_the_words_together(
    claim: str, text: str, span: str
) -> None:
    assert own_words(claim, text, JOINTS) == span


@pytest.mark.parametrize(
    "text",
    [
        *("Ekvik @ben fell", "Ekvik #war fell", "Ekvik /start fell", "Ekvik $USD fell"),
        *("Ekvik fell.at", "Ekvik \u202efell"),
    ],
)
def test_what_would_call_or_open_something_is_not_given_back(text: str) -> None:
    claim = " ".join("".join(c if c.isalnum() else " " for c in text).split())
    assert own_words(claim, text, JOINTS) == claim


def test_a_part_of_a_word_is_no_span() -> None:
    assert own_words("Ekvik fell", "Ekvik fellowship, Ekvik: fell", ()) == "Ekvik: fell"
