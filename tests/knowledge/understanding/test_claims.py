"""What a question claims is told from how it asks."""

from __future__ import annotations

import pytest

from knowledge.understanding.claims import is_contrary, is_on_where_it_lies, is_open, signature
from knowledge.understanding.holders import Holder
from tests.knowledge.understanding.small_world import read


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("did Norland lose the ships", "ships Norland lose", True),
        ("did Norland lose ships", "did Sudmark lose ships", False),
        ("did Norland lose ships", "did Norland lose 12 ships", False),
        ("did Norland lose ships", "did Norland lose more than ships", False),
        ("did Norland lose 1,234,567 ships", "did Norland lose 1,234,568 ships", False),
        ("did Norland lose ships in spring", "did Norland lose ships in autumn", False),
    ],
)
def test_a_signature_has_what_carries_meaning(one: str, other: str, same: bool) -> None:
    assert (signature(read(one)) == signature(read(other))) is same


@pytest.mark.parametrize(
    ("text", "open_"),
    [
        ("who holds Ekvik", True),
        ("how many ships", True),
        ("in 2031 how many ships", True),
        ("is Ekvik held", False),
        ("Norland took Ekvik which Sudmark lost", False),
        ("true or false: Norland holds Ekvik", False),
    ],
)
def test_a_question_that_asks_who_or_when_is_open(text: str, open_: bool) -> None:
    assert is_open(read(text)) is open_


@pytest.mark.parametrize(
    ("form", "holder", "contrary"),
    [
        ("ask", "norland", False),
        ("yes", None, False),
        ("no", None, True),
        ("norland", "norland", False),
        ("sudmark", "norland", True),
        ("sudmark", "not sudmark", True),
        ("norland", "not sudmark", False),
        ("sudmark", None, False),
    ],
)
def test_a_question_is_contrary_where_the_fact_denies_it(
    form: str, holder: str | None, contrary: bool
) -> None:
    assert is_contrary(form, None if holder is None else Holder.of(holder)) is contrary


@pytest.mark.parametrize(
    ("text", "lies"),
    [
        ("is Ekvik in Norland?", True),
        ("Ekvik is in the Norland", True),
        ("is Ekvik held in Norland?", False),
        ("Ekvik is Norland", False),
        ("is Ekvik still Norland?", False),
    ],
)
def test_where_a_place_lies_is_not_who_holds_it(text: str, lies: bool) -> None:
    assert is_on_where_it_lies(read(text)) is lies
