"""What no fact answers gets a no, or the choice of what may be meant, and never a guess."""

from __future__ import annotations

from dataclasses import replace

import pytest

from knowledge.answer import Kind
from knowledge.understanding.candidates import Candidate, Ranking
from knowledge.understanding.decision import Decision
from knowledge.understanding.nearby import Nearby
from knowledge.understanding.unanswered import (
    LEAST_LEAD_OF_SEVERAL,
    LEAST_SHARE_KNOWN,
    SUREST_LEAD_OF_SEVERAL,
    Unanswered,
)
from knowledge.understanding.unnamed import Unnamed
from tests.knowledge.understanding.small_world import FACTS, NAMES, lessons, read

NEAR = ("ekvik-held", "ships-lost")
WORLD = {name: replace(fact, question={"en": "…"}) for name, fact in FACTS.items()}
STENBY = {"farholm": {"en": "Stenby"}}


def unanswered(answer: str = "", near: tuple[str, ...] = NEAR) -> Unanswered:
    """Knows of one thing unsaid, with these facts `near`, how it's answered."""
    known = replace(lessons(), near={"asked": near}, answers={"asked": answer} if answer else {})
    quoted = {name: frozenset(fact.about) for name, fact in WORLD.items()}
    nearby = Nearby(known, WORLD, lambda words: {})
    return Unanswered(known, WORLD, quoted, Unnamed(NAMES, STENBY), nearby)


def decided(
    text: str,
    answer: str = "",
    *,
    lead: float = SUREST_LEAD_OF_SEVERAL,
    near: tuple[str, ...] = NEAR,
    known: float = 1.0,
    group: str = "unsaid",
) -> Decision:
    """What `text` gets, which leads the next reading by `lead`."""
    best = Candidate(group, "asked", "ask", 9.0)
    others = (Candidate("elsewhere", "any", "ask", 9.0 - lead),)
    ranking = Ranking((best, *others), known, {}, False, 0.0)
    return unanswered(answer, near).of(read(text), ranking)


def test_it_is_not_said_with_what_is_near_to_it() -> None:
    decision = decided("how many crews of Ekvik?")
    assert (decision.kind, decision.near) == (Kind.NOT_SAID, ("ekvik-held",))


@pytest.mark.parametrize(
    ("known", "kind"),
    [(LEAST_SHARE_KNOWN, Kind.NOT_SAID), (LEAST_SHARE_KNOWN - 0.01, Kind.OFF_TOPIC)],
)
def test_words_that_hardly_anybody_wrote_are_of_another_subject(known: float, kind: Kind) -> None:
    assert decided("how many zebras?", near=(), known=known).kind is kind
    assert decided("how many zebras of Ekvik?", near=(), known=known).kind is Kind.NOT_SAID


def test_what_is_asked_of_the_article_itself_is_so_marked() -> None:
    decision = decided("who says?", "sources")
    assert (decision.kind, decision.of_article) == (Kind.NOT_SAID, True)


def test_a_capital_that_is_meant_as_a_place_is_not_named() -> None:
    named, unnamed = decided("who holds Stenby?", "capital"), decided("who holds?", "capital")
    assert (named.kind, named.names) == (Kind.NOT_NAMED, ("farholm",))
    assert unnamed.names == ()


@pytest.mark.parametrize(
    ("answer", "near", "lead", "kind"),
    [
        ("which", NEAR, SUREST_LEAD_OF_SEVERAL, Kind.ANSWERED),
        ("which", NEAR, LEAST_LEAD_OF_SEVERAL, Kind.CLARIFY),
        ("which", tuple(FACTS), SUREST_LEAD_OF_SEVERAL, Kind.CLARIFY),
        ("all", tuple(FACTS), SUREST_LEAD_OF_SEVERAL, Kind.ANSWERED),
        ("all", NEAR, LEAST_LEAD_OF_SEVERAL - 0.1, Kind.NOT_SAID),
    ],
)
def test_two_facts_that_may_be_meant_are_told_and_of_more_one_asks_unless_all_are(
    answer: str, near: tuple[str, ...], lead: float, kind: Kind
) -> None:
    decision = decided("who is the Norland?", answer, near=near, lead=lead)
    assert decision.kind is kind
    assert decision.of_several is (kind is not Kind.NOT_SAID)


@pytest.mark.parametrize("text", ["who is Sandhavn?", "who is striped?", "who is 9,000?"])
def test_what_names_anything_else_may_mean_none_of_them(text: str) -> None:
    assert decided(text, "all").kind is Kind.NOT_SAID


@pytest.mark.parametrize(
    ("text", "kind", "facts", "near"),
    [
        ("Sandhavn?", Kind.ANSWERED, ("sandhavn-taken",), ()),
        ("Norland?", Kind.CLARIFY, (), ("ships-lost", "ekvik-held")),
    ],
)
def test_a_name_by_itself_gets_what_may_be_asked_of_it(
    text: str, kind: Kind, facts: tuple[str, ...], near: tuple[str, ...]
) -> None:
    """First what is first about it."""
    decision = unanswered().on_name(read(text))
    assert decision is not None
    assert (decision.kind, decision.facts, decision.near) == (kind, facts, near)


@pytest.mark.parametrize("text", ["Sandhavn ships?", "Ekvik Sandhavn?", "Port Ekvik?", "ships?"])
def test_of_a_name_with_a_word_or_without_a_fact_nothing_is_offered(text: str) -> None:
    assert unanswered().on_name(read(text)) is None
