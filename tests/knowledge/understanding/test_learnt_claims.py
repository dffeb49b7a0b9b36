"""A figure that stands elsewhere in the article may be asked about of a fact that has none."""

from __future__ import annotations

import pytest

from knowledge.answer import Verdict
from knowledge.understanding.claim_features import claim_features
from knowledge.understanding.learnt_claims import learnt_of
from knowledge.understanding.perceptron import Example, train
from tests.knowledge.understanding.small_world import SHIPS_LOST, fact, lessons, read, telling

HELD = fact("vessels-held", "Norland held vessels.", ("norland",))
CLAIMED = (("did Norland hold vessels", "yes"), ("did Norland take vessels", "no"))


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        ("did Norland hold vessels", Verdict.YES),
        ("did Norland hold 4,200 vessels", Verdict.YES),
        ("did Norland take 4,200 vessels", Verdict.NO),
        ("did Norland hold 4,300 vessels", None),
        ("did Norland hold 4,200 or 2,100 vessels", None),
    ],
)
def test_a_figure_that_the_article_prints_stands_in_no_verdicts_way(
    claim: str, verdict: Verdict | None
) -> None:
    assert learnt(claim) is verdict


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        ("were 4,200 killed and 9,000 wounded", Verdict.YES),
        ("were 9,000 wounded and 4,200 killed", Verdict.YES),
        ("killed 4,200, wounded 9,000", Verdict.YES),
        ("were 4,200 wounded and 9,000 killed", None),
        ("were killed and wounded 4,200 and 9,000", None),
        ("were 4,200 and 9,000 killed", None),
    ],
)
def test_of_two_figures_it_must_be_clear_which_is_of_which(
    claim: str, verdict: Verdict | None
) -> None:
    fallen = fact("fallen", "4,200 were killed and 9,000 wounded.")
    said = ("killed", "wounded", "were 4,200 killed and 9,000 wounded", "4,200 and 9,000 killed")
    examples = [Example(tuple(claim_features(read(e), telling(fallen))), "yes") for e in said]
    examples.append(Example(tuple(claim_features(read("it held"), telling(fallen))), "no"))
    known = lessons(fallen, verdict_weights=train(examples * 8, short=True))
    assert learnt_of(read(claim), [telling(fallen)], known).verdict is verdict


def test_facts_that_differ_give_none() -> None:
    assert learnt("did Norland hold vessels", also=True) is None


def learnt(claim: str, *, also: bool = False) -> Verdict | None:
    tellings = [telling(HELD), *([telling(SHIPS_LOST)] if also else [])]
    examples = [
        Example(tuple(claim_features(read(text), telling(HELD))), label) for text, label in CLAIMED
    ]
    examples += [
        Example(tuple(claim_features(read(text), telling(SHIPS_LOST))), "open")
        for text, _ in CLAIMED
    ]
    known = lessons(HELD, verdict_weights=train(examples * 8, short=True))
    return learnt_of(read(claim), tellings, known).verdict
