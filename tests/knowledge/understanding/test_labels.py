"""A learnt class stands for what is asked for, and for how."""

from __future__ import annotations

import pytest

from knowledge.understanding.labels import forms_of, parts_of

LABELS = (
    "relation|ekvik|ask",
    "unsaid|ekvik|ask",
    "relation|ships|ask",
    "relation|ekvik|no",
)


def test_all_ways_to_ask_for_the_same_thing_are_found_together() -> None:
    forms = forms_of(LABELS)
    assert forms["relation", "ekvik"] == {0, 3}
    assert forms["relation", "ships"] == {2}


def test_what_is_told_and_what_is_unsaid_are_apart_though_they_share_an_id() -> None:
    assert forms_of(LABELS)["unsaid", "ekvik"] == {1}


def test_a_side_of_two_words_is_one_form() -> None:
    assert parts_of("relation|holder|not sudmark") == ("relation", "holder", "not sudmark")


def test_a_label_that_lacks_its_form_is_none() -> None:
    with pytest.raises(ValueError, match="not enough values"):
        parts_of("relation|ekvik")
