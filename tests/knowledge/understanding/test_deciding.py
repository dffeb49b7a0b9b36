"""One reading of a question gets the facts that answer it, or the no that fits."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import numpy as np
import pytest

from knowledge.answer import Kind, Verdict
from knowledge.understanding.claim_features import claim_features
from knowledge.understanding.contrary_facts import ContraryFacts
from knowledge.understanding.deciding import Decider
from knowledge.understanding.decision import Decision
from knowledge.understanding.features import features_of, key_of
from knowledge.understanding.nearby import Nearby
from knowledge.understanding.neighbours import Neighbours
from knowledge.understanding.reading import Reading
from knowledge.understanding.standing import Standing
from knowledge.understanding.unanswered import Unanswered
from knowledge.understanding.unnamed import Unnamed
from knowledge.understanding.verdicts import Verdicts
from knowledge.understanding.weights import Weights
from tests.knowledge.understanding.small_world import FACTS, NAMES, SHIPS, lessons, read, telling
from tests.knowledge.understanding.small_world import HOLDER as OF_HOLDERS

HELD, LOST, LOST_NO = "relation|holder|ask", "relation|ships|ask", "relation|ships|no"
ELSEWHERE, TALK, CREWS = "elsewhere|any|ask", "smalltalk|greeting|ask", "unsaid|crews|ask"
LABELS = (ELSEWHERE, HELD, LOST, LOST_NO, TALK, CREWS)
SURE = 20
"""So strongly each feature of a question speaks for what it asks; others speak for nothing."""


def weights(speaks: Mapping[str, int], features: list[str]) -> Weights:
    row = [speaks.get(label, 0) for label in LABELS]
    matrix = np.array([row] * len(features), np.int8).reshape(-1, len(LABELS))
    return Weights.of(LABELS, features, matrix)


def left_open(reading: Reading) -> Weights:
    """Weights by which every fact leaves open what `reading` claims."""
    features = {f for fact in FACTS.values() for f in claim_features(reading, telling(fact))}
    return Weights.of(("open",), sorted(features), np.full((len(features), 1), 127, np.int8))


def decide(
    text: str,
    speaks: Mapping[str, int],
    *,
    unsure: bool = False,
    taught: str = "",
    talk: str = "",
    passages: Mapping[str, frozenset[str]] | None = None,
) -> Decision:
    """What `text` gets, whose features `speak` for labels so strongly.

    `unsure`: as a claim it's one that every fact leaves open.
    `taught` is the label that an editor wrote it down under, `talk` words that are small talk.
    """
    reading = read(text)
    learnt = weights(speaks, features_of(reading))
    known = replace(
        lessons(
            holders={"ekvik-held": "norland"},
            weights=learnt,
            neighbours=Neighbours.of((), learnt.features),
            spelling_weights=Weights.none(LABELS),
            verdict_weights=left_open(reading) if unsure else None,
        ),
        relations={"holder": replace(OF_HOLDERS, facts=("ekvik-held",)), "ships": SHIPS},
        near={"crews": ("ships-lost",)},
        taught={key_of(reading): taught} if taught else {},
        small_talk={talk: "thanks"} if talk else {},
    )
    quoted = {name: frozenset(fact.about) for name, fact in FACTS.items()}
    standing = Standing(known, FACTS, quoted)
    nearby = Nearby(known, FACTS, lambda asked: {})
    unnamed = Unnamed(NAMES, {"farholm": {"en": "Farholm"}})
    return Decider(
        known,
        FACTS,
        quoted,
        standing,
        Verdicts(known),
        Unanswered(known, FACTS, quoted, unnamed, nearby),
        ContraryFacts(known, standing),
        passages or {},
    ).decide(reading)


@pytest.mark.parametrize(
    ("text", "label", "fact"),
    [
        ("who holds Ekvik", HELD, "ekvik-held"),
        ("how many ships did Norland lose", LOST, "ships-lost"),
    ],
)
def test_what_is_surely_asked_and_told_is_answered(text: str, label: str, fact: str) -> None:
    decision = decide(text, {label: SURE})
    assert (decision.kind, decision.facts, decision.verdict) == (Kind.ANSWERED, (fact,), None)


@pytest.mark.parametrize(
    ("text", "speaks", "kind"),
    [
        ("how many ships did Norland lose", {ELSEWHERE: SURE}, Kind.OFF_TOPIC),
        ("how many crews", {CREWS: SURE}, Kind.NOT_SAID),
        ("who holds Farholm", {HELD: SURE}, Kind.NOT_NAMED),
        ("who holds Zanzibar", {ELSEWHERE: SURE}, Kind.NOT_NAMED),
        ("who", {HELD: SURE}, Kind.OFF_TOPIC),
        ("who holds Sandhavn", {HELD: SURE}, Kind.NOT_SAID),
    ],
)
def test_what_no_fact_tells_gets_the_no_that_fits(
    text: str, speaks: Mapping[str, int], kind: Kind
) -> None:
    decision = decide(text, speaks)
    assert (decision.kind, decision.facts) == (kind, ())


def test_a_place_that_nobody_knows_is_given_back_as_it_was_typed() -> None:
    assert decide("who holds Zanzibar", {ELSEWHERE: SURE}).unheard == "Zanzibar"
    assert decide("who holds Farholm", {HELD: SURE}).names == ("farholm",)


@pytest.mark.parametrize(
    ("text", "speaks", "talk", "kind"),
    [
        ("hi", {HELD: SURE}, "hi", "thanks"),
        ("hi", {TALK: SURE}, "", "greeting"),
        ("", {HELD: SURE}, "", "other"),
        ("hi Norland", {TALK: SURE}, "", None),
        ("hi Ekvik", {HELD: SURE}, "hi ekvik", None),
        ("4,200", {TALK: SURE}, "", None),
    ],
)
def test_small_talk_names_nothing(
    text: str, speaks: Mapping[str, int], talk: str, kind: str | None
) -> None:
    decision = decide(text, speaks, talk=talk)
    assert decision.small_talk == kind
    assert (decision.kind is Kind.SMALL_TALK) is (kind is not None)


def test_an_editors_word_settles_a_claim_that_the_weights_leave_open() -> None:
    claim, speaks = "did Norland hold ships", {LOST: SURE // 2, LOST_NO: SURE}
    assert decide(claim, speaks).verdict is None
    assert decide(claim, speaks, taught=LOST_NO).verdict is Verdict.NO


def test_of_two_readings_about_as_likely_both_are_told_as_what_may_be_meant() -> None:
    decision = decide("the Norland the", {HELD: SURE, LOST: SURE}, unsure=True)
    assert decision.facts == ("ekvik-held", "ships-lost")
    assert decision.means_several


@pytest.mark.parametrize(
    ("text", "speaks"),
    [
        ("the Norland the", {HELD: SURE, LOST: SURE - 1}),
        ("the Norland the", {HELD: SURE, LOST: SURE, CREWS: SURE}),
        ("the striped Norland", {HELD: SURE, LOST: SURE}),
    ],
    ids=["less likely", "what isn't said is as likely", "leaves a word open"],
)
def test_where_no_two_readings_alone_may_be_meant_nothing_unsure_is_told(
    text: str, speaks: Mapping[str, int]
) -> None:
    assert decide(text, speaks, unsure=True).facts == ()


def test_what_quotes_the_same_sentence_is_no_rival() -> None:
    passages = {"holder": frozenset({"ships"})}
    decision = decide("the Norland the", {HELD: SURE, LOST: SURE}, unsure=True, passages=passages)
    assert (decision.facts, decision.means_several) == (("ekvik-held",), False)


def test_the_notes_tell_what_was_ranked_and_how_sure_it_was() -> None:
    notes = decide("who holds Ekvik", {HELD: SURE}).notes
    assert notes[0].startswith("candidate: relation holder (ask) 20.00: kept")
    assert "fact: ekvik-held: kept" in notes
    assert any(note.startswith("sure: 20.00 of the 0.0") for note in notes)
