"""What holds of every answer, whatever was asked."""

from __future__ import annotations

from collections.abc import Iterable

from knowledge import Answer, Fact, Kind, Knowledge

MOST_CITATIONS = 4
SMALL_TALK = {
    *("greeting", "thanks", "farewell", "identity"),
    *("mood", "praise", "complaint", "other"),
}


def ids(answer: Answer) -> set[str]:
    """The ids of the facts that answer."""
    return {fact.id for fact in answer.facts}


def citations(answer: Answer, knowledge: Knowledge) -> set[str]:
    """Every quote that must be shown with the answer."""
    facts = [f for fact in answer.facts for f in (fact, *knowledge.companions(fact))]
    return {fact.quote for fact in facts}


def told(facts: Iterable[Fact], knowledge: Knowledge) -> set[str]:
    """The ids of `facts`, and of those that must be told with them."""
    return {each.id for fact in facts for each in (fact, *knowledge.companions(fact))}


def assert_sound(answer: Answer, knowledge: Knowledge) -> None:
    """See that the answer's kind and contents agree, and that it doesn't dump."""
    answered = answer.kind is Kind.ANSWERED
    assert answer.language in knowledge.languages
    assert bool(answer.facts) is answered
    assert answered or answer.verdict is None
    assert answered or not answer.more
    assert bool(answer.options) is (answer.kind is Kind.CLARIFY)
    assert bool(answer.names) is (Kind.NOT_NAMED in (answer.kind, answer.rest))
    assert (answer.small_talk in SMALL_TALK) is (answer.kind is Kind.SMALL_TALK)
    assert not ids(answer) & {fact.id for fact in answer.near}
    assert len(told(answer.facts, knowledge)) <= MOST_CITATIONS
    assert len(told(answer.near, knowledge)) <= MOST_CITATIONS
    for at, fact in enumerate(answer.near):
        assert not any(fact.id in before.companions for before in answer.near[:at])
    assert len(answer.options) <= MOST_CITATIONS
    for fact in (*answer.facts, *answer.near, *answer.options):
        assert knowledge.fact(fact.id) == fact
        told_in = knowledge.article(fact.article).name
        assert answer.language in fact.statement or answer.language not in told_in
