"""How sure a ranking is: by how much its best reading leads, and how it's asked for."""

from __future__ import annotations

import math

import pytest

from knowledge.understanding.candidates import NEARLY, NEARLY_HELD, Candidate, Ranking
from knowledge.understanding.labels import parts_of


def ranking(*candidates: tuple[str, float], taught: bool = False, **like: float) -> Ranking:
    """A ranking of labels with their scores; `like` are shares by group."""
    found = [Candidate(*parts_of(label), score) for label, score in candidates]
    shares = {f"{group}|any|ask": share for group, share in like.items()}
    return Ranking(tuple(found), 1.0, shares, taught, 0.0)


ASKED = ranking(
    ("relation|holder|ask", 9.0),
    ("relation|holder|norland", 8.0),
    ("relation|ships|ask", 5.0),
    ("unsaid|crews|ask", 4.0),
)


def test_another_way_to_ask_for_the_same_is_no_rival() -> None:
    assert ASKED.lead() == 4.0
    assert ASKED.lead_over("relation") == 4.0
    assert ASKED.form_lead() == 1.0


def test_what_quotes_the_same_sentence_is_no_rival_either() -> None:
    assert ASKED.lead(siblings=("ships",)) == 5.0


def test_it_leads_what_it_has_not_by_any_measure() -> None:
    assert ASKED.lead_over("elsewhere") == math.inf
    assert ASKED.lead_over("unsaid", "elsewhere") == 5.0


@pytest.mark.parametrize(
    ("claim", "behind", "form"),
    [
        ("yes", NEARLY - 0.1, "yes"),
        ("yes", NEARLY, "ask"),
        ("norland", NEARLY_HELD - 0.1, "norland"),
        ("norland", NEARLY_HELD, "ask"),
    ],
)
def test_a_claim_that_is_nearly_as_likely_as_an_open_question_is_one(
    claim: str, behind: float, form: str
) -> None:
    asked = ranking(("relation|holder|ask", 9.0), (f"relation|holder|{claim}", 9.0 - behind))
    assert asked.claimed()[0] == form


def test_a_claim_leads_the_next_claim_and_not_the_open_question() -> None:
    claims = ranking(
        ("relation|ships|yes", 9.0), ("relation|ships|ask", 8.9), ("relation|ships|no", 6.0)
    )
    assert claims.claimed() == ("yes", 3.0)


def test_shares_are_summed_by_what_is_asked_for() -> None:
    found = ranking(("elsewhere|any|ask", 1.0), unsaid=0.25, elsewhere=0.5)
    assert (found.share_of("unsaid"), found.share_of("smalltalk")) == (0.25, 0)


def test_the_notes_say_of_each_reading_why_it_was_kept_or_dropped() -> None:
    lines = ASKED.notes()
    assert lines[0].endswith("kept, the likeliest")
    assert lines[1].endswith("the same, asked otherwise, 1.00 behind")
    assert lines[2].endswith("dropped, 4.00 behind")
    taught = ranking(("unsaid|crews|ask", 9.0), taught=True)
    assert taught.notes()[0].endswith("kept, an editor wrote it down so")


def test_a_form_leads_other_forms_of_the_same_and_no_other_fact() -> None:
    asked = ranking(
        ("relation|holder|ask", 9.0), ("relation|ships|ask", 8.5), ("relation|holder|norland", 6.0)
    )
    assert (asked.form_lead(), asked.lead()) == (3.0, 0.5)
    assert ranking(("relation|holder|ask", 9.0), ("relation|ships|ask", 8.5)).form_lead() == 9.0
