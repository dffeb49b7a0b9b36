"""How sure a reading is: what speaks for it, and what speaks against it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from knowledge.understanding.surety import FARTHER_FROM_ELSEWHERE, FARTHEST, Evidence

PLAIN = Evidence(
    lead=3.0,
    lead_over_elsewhere=9.0,
    lead_by_letters=1.0,
    lead_of_open=0.0,
    share_of_unsaid=0.1,
    cost=0.3,
    anchored=True,
)


@pytest.mark.parametrize("lead", ["lead", "lead_over_elsewhere", "lead_by_letters"])
def test_the_more_it_leads_the_surer_it_is(lead: str) -> None:
    assert replace(PLAIN, **{lead: 2.0}).surety > replace(PLAIN, **{lead: 1.0}).surety


@pytest.mark.parametrize("doubt", ["lead_of_open", "share_of_unsaid", "cost"])
def test_what_is_open_or_like_the_unsaid_takes_from_it(doubt: str) -> None:
    assert replace(PLAIN, **{doubt: 1.0}).surety < PLAIN.surety


def test_without_a_name_or_figure_it_must_be_farther_from_other_subjects() -> None:
    near = replace(PLAIN, lead_over_elsewhere=2.0)
    loss = near.surety - replace(near, anchored=False).surety
    assert loss == pytest.approx(FARTHER_FROM_ELSEWHERE)
    far = replace(PLAIN, lead_over_elsewhere=PLAIN.lead + FARTHER_FROM_ELSEWHERE)
    assert far.surety == replace(far, anchored=False).surety


def test_a_lead_without_a_rival_counts_no_more_than_the_farthest() -> None:
    alone = replace(PLAIN, lead=float("inf"), lead_over_elsewhere=float("inf"))
    assert alone.surety == replace(PLAIN, lead=FARTHEST, lead_over_elsewhere=FARTHEST).surety


def test_what_speaks_for_it_can_be_told() -> None:
    assert "leads by 3.00, anchored" in str(PLAIN)
    assert "0.30 off for words left open" in str(PLAIN)
