"""Yes and no are said where a quote settles it, and nowhere else."""

from __future__ import annotations

from typing import Any

import pytest

from knowledge import Knowledge
from knowledge.answer import Fact, Verdict
from knowledge.understanding.claim_features import claim_features
from knowledge.understanding.claims import signature
from knowledge.understanding.perceptron import Example, train
from knowledge.understanding.verdicts import (
    LEAST_ASKING_LEAD,
    LEAST_HOLDER_LEAD,
    LEAST_PREMISE_LEAD,
    Claim,
    Verdicts,
)
from tests.knowledge.understanding.small_world import (
    EKVIK_HELD,
    SANDHAVN_TAKEN,
    SHIPS_LOST,
    fact,
    lessons,
    read,
    telling,
)

HOLDERS = {"ekvik-held": "norland", "sandhavn-taken": "sudmark", "dunes-denied": "not sudmark"}
DENIED = fact("dunes-denied", "Sudmark doesn't hold the dunes.")
MORE_LOST = fact("more", "Norland lost 5,100 ships.", ("norland",))
SURE = 9.0
YES, NO = Verdict.YES, Verdict.NO


def said(
    text: str, form: str = "ask", lead: float | None = None, told: Fact = SHIPS_LOST, **known: Any
) -> Verdict | None:
    """What is said to `text`, which `told` answers, by lessons of what is `known`."""
    if lead is None:
        lead = 0.0 if form == "ask" else SURE
    return on([told], text, form, lead, **known)


def on(facts: list[Fact], text: str, form: str, lead: float, **known: Any) -> Verdict | None:
    """The same of several `facts`."""
    claim = Claim(read(text), form, lead, facts)
    return Verdicts(lessons(DENIED, MORE_LOST, **known)).on(claim)


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("did Norland lose 4,200 ships", None),  # that's for the words to tell
        ("did Norland lose 9,000 ships", NO),
        ("Norland lost forty thousand ships", NO),
        ("Norland lost more than 4,000 ships", YES),
        ("Norland lost more than 5,000 ships", NO),
        ("Norland lost more than 4,200 ships", None),
        ("Norland lost fewer than 5,000 ships", YES),
        ("Norland lost fewer than 4,000 ships", NO),
        ("Norland lost about 4,100 ships", None),
        ("Norland lost 4,000 ships", None),
        ("how many more than 5,000 ships did Norland lose", None),
        ("did Norland lose 9,000 ships and 8,000 vessels", None),
        ("did Norland lose ships in 1999", None),
        ("did Norland lose 12 ships", None),
        ("did Norland lose 9,000 acres of ships", None),
    ],
)
def test_a_figure_is_met_with_the_articles(text: str, verdict: Verdict | None) -> None:
    assert said(text, lead=0.0) == verdict


def test_where_facts_have_two_figures_none_is_compared() -> None:
    assert on([SHIPS_LOST, MORE_LOST], "did Norland lose 9,000 ships", "ask", 0.0) is None


@pytest.mark.parametrize(
    ("claimed", "facts", "verdict"),
    [
        ("norland", [EKVIK_HELD], YES),
        ("sudmark", [EKVIK_HELD], NO),
        ("sudmark", [SANDHAVN_TAKEN], YES),
        ("sudmark", [DENIED], NO),
        ("norland", [DENIED], None),
        ("norland", [SHIPS_LOST], None),
        ("norland", [EKVIK_HELD, SANDHAVN_TAKEN], None),
        ("sudmark", [SANDHAVN_TAKEN, SANDHAVN_TAKEN], YES),
    ],
)
def test_who_holds_a_place_settles_who_is_claimed_to(
    claimed: str, facts: list[Fact], verdict: Verdict | None
) -> None:
    assert on(facts, "true or false: they hold it", claimed, SURE, holders=HOLDERS) == verdict


def test_a_claim_that_may_be_another_gets_no_verdict() -> None:
    unsure = LEAST_HOLDER_LEAD - 0.01
    text = "true or false: they hold it"
    assert said(text, "norland", unsure, EKVIK_HELD, holders=HOLDERS) is None


def test_an_open_question_is_never_answered_yes() -> None:
    text = "when did Norland take it"
    assert said(text, "norland", told=EKVIK_HELD, holders=HOLDERS) is None
    assert said(text, "sudmark", told=EKVIK_HELD, holders=HOLDERS) is None, "it names the other"
    assert said("when did Sudmark take it", "sudmark", told=EKVIK_HELD, holders=HOLDERS) is NO


def test_what_an_open_question_takes_for_granted_may_be_denied() -> None:
    text = "when did Norland lose ships"
    assert said(text, "no") is NO
    assert said(text, "no", LEAST_PREMISE_LEAD - 0.01) is None
    assert said(text, "ask") is None


@pytest.mark.parametrize("kept", ["yes", "no"])
def test_a_claim_that_an_editor_wrote_down_has_their_verdict(kept: str) -> None:
    claims = {"ships-lost": {signature(read("did Norland lose ships")): kept}}
    same = "Did the Norland lose, still, ships?"
    assert said(same, "ask", claims=claims) == kept
    assert said(same, kept, claims=claims) == kept
    contrary = "no" if kept == "yes" else "yes"
    assert said(same, contrary, claims=claims) is None, "what was learnt differs"
    assert said("did Norland lose crews", "ask", claims=claims) is None


LEARNT = train(
    [
        Example(tuple(claim_features(read(text), telling(SHIPS_LOST))), verdict)
        for text, verdict in (
            *(("did Norland lose ships", "yes"), ("Norland lost vessels?", "yes")),
            *(("true or false: Norland lost ships", "yes"), ("did Norland lose a vessel", "yes")),
            *(("did Norland not lose ships", "no"), ("Norland lost not one vessel", "no")),
            *(("Norland held all ships?", "no"), ("did Norland hold the vessels", "no")),
            *(("did Norland take ships", "open"), ("did the crews of Norland lose", "open")),
            *(("did Norland take a vessel", "open"), ("Norland lost crews?", "open")),
        )
        * 8
    ],
    short=True,
)


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("did Norland really lose ships", YES),
        ("did Norland lose 4,200 ships", YES),
        ("did Norland lose 42 ships", None),
        ("Norland did not lose vessels, true or false", NO),
        ("did Norland hold ships", NO),
        ("Norland didn't lose ships, true or false", NO),
        ("didn't Norland lose ships?", YES),
        ("did Norland take vessels", None),
        ("did Norland lose ships in 1999", None),
        ("will Norland lose ships", None),
        ("Norland says Norland lost ships, true or false", None),
        ("ships Norland", None),
        ("who did not lose ships, Norland", None),
    ],
)
def test_a_claim_gets_what_was_learnt_of_claims_like_it(
    text: str, verdict: Verdict | None
) -> None:
    assert said(text, verdict_weights=LEARNT) == verdict


def test_a_denial_that_changes_nothing_gets_no_verdict() -> None:
    claims = (
        *(("did Norland hold ships", "no"), ("did Norland not hold ships", "no")),
        *(("did Norland lose ships", "yes"), ("did Norland not lose ships", "yes")),
    )
    examples = [Example(tuple(claim_features(read(c), telling(SHIPS_LOST))), v) for c, v in claims]
    unmoved = train(examples * 8, short=True)
    assert said("did Norland hold ships", verdict_weights=unmoved) is NO
    assert said("did Norland not hold ships", verdict_weights=unmoved) is None


def test_a_denial_that_makes_it_likelier_leaves_what_else_is_said() -> None:
    assert said("Norland lost not ships, it held them?", verdict_weights=LEARNT) is NO


def test_what_is_surely_asked_openly_gets_no_verdict_unless_its_words_settle_it() -> None:
    text = "true or false: Norland lost it"
    assert said("did Norland lose ships", "ask", LEAST_ASKING_LEAD, verdict_weights=LEARNT) is YES
    assert said(text, "ask", LEAST_ASKING_LEAD - 0.01, verdict_weights=LEARNT) is YES
    assert said(text, "ask", LEAST_ASKING_LEAD, verdict_weights=LEARNT) is None


def test_what_was_learnt_otherwise_of_the_question_as_a_whole_stands_against_it() -> None:
    assert said("did Norland lose ships", "no", verdict_weights=LEARNT) is None


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        ("did Ukraine take 4,168 square kilometers from Russia?", NO),
        ("did Russia take land from Ukraine in 2024?", YES),
        ("did the Russians stop the Ukrainians at Vovchansk?", NO),
        ("did ukraine say 43,000 killed and 370,000 wounded?", YES),
        ("Россия потеряла 427 тысяч, говорит Украина?", YES),
    ],
)
def test_who_did_it_to_whom_is_heeded(claim: str, verdict: Verdict, knowledge: Knowledge) -> None:
    assert knowledge.ask(claim).verdict is verdict


@pytest.mark.parametrize(
    "claim",
    [
        "was Avdiivka taken by the Ukrainians?",
        "is Pokrovsk in Ukraine?",
        "is Luhansk legally Russian?",
        "Ukraine captured Avdiivka from Russia",
        "Russia now controls Pokrovsk, not Ukraine",
        "Ukraine reports 43,000 wounded and 370,000 killed soldiers of its own",
        "Ryssland har tagit Pokrovsk, men Avdijivka är fortfarande ukrainskt",
    ],
)
def test_what_is_turned_round_is_never_borne_out(claim: str, knowledge: Knowledge) -> None:
    assert knowledge.ask(claim).verdict is not YES


@pytest.mark.parametrize(
    "doubting", ["is it certain that russia", "did russia definitely", "did russia really"]
)
def test_who_asks_if_a_claim_with_a_caution_is_certain_gets_no_yes(
    doubting: str, knowledge: Knowledge
) -> None:
    answer = knowledge.ask(f"{doubting} lost 427,000 troops?")
    assert answer.facts
    assert answer.verdict is not Verdict.YES


def test_a_claim_as_editors_wrote_it_down_gets_what_they_did(knowledge: Knowledge) -> None:
    assert knowledge.ask("were the russians stopped at vovchansk?").verdict is Verdict.YES
    assert knowledge.ask("have civilians been injured?").verdict is Verdict.YES
