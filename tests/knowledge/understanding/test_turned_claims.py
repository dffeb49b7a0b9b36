"""What one side does to the other is false of the other."""

from __future__ import annotations

import pytest

from knowledge.understanding.reading import Reading
from knowledge.understanding.turned_claims import turned
from tests.knowledge.understanding.small_world import fact, read, telling

TAKEN = fact("taken", "Sudmark took ships of Norland.", ("sudmark", "norland"))
SAID = fact("said", "Sudmark lost ships.", ("sudmark", "norland"), speaker="norland")
AT_WAR = ("norland", "sudmark")


@pytest.mark.parametrize(
    ("claim", "other_way"),
    [
        ("did Sudmark take ships of Norland", "did Norland take ships of Sudmark"),
        ("Norland lost ships, Sudmark took ships", "Sudmark lost ships, Norland took ships"),
        ("is it Stenby that lost ships, not Sudmark", None),
        ("did Sudmark take ships", None),
        ("did Sudmark take Ekvik", None),
    ],
)
def test_a_claim_is_turned_by_who_stands_where(claim: str, other_way: str | None) -> None:
    found = turned(read(claim), telling(TAKEN), AT_WAR)
    assert (found and _names(found)) == (other_way and _names(read(other_way)))


def test_of_two_that_arent_at_war_the_same_may_be_true() -> None:
    claim = read("did Sudmark take ships of Norland")
    assert turned(claim, telling(TAKEN), ("norland",)) is None


def test_on_whose_word_a_fact_rests_is_turned_too() -> None:
    claim = read("Norland said Sudmark lost ships")
    found = turned(claim, telling(SAID), ())
    assert found is not None
    assert _names(found) == _names(read("Sudmark said Norland lost ships"))


def _names(reading: Reading) -> list[tuple[tuple[str, ...], list[str]]]:
    named = [mention.id for mention in reading.mentions]
    return [(item.symbols, named) for item in reading.items if item.kind == "name"]
