"""Each claim of a message is held against the article by itself, and never judged wrongly."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from knowledge import Answer, Kind, Knowledge
from tests.knowledge.understanding.soundness import assert_sound

FILE = Path(__file__).resolve().parents[2] / "questions" / "claims.jsonl"
CLAIMS = [json.loads(line) for line in FILE.read_text(encoding="utf-8").splitlines()]
Told = list[tuple[str, str | None]]


def told(answers: tuple[Answer, ...]) -> Told:
    """Each fact shown, with its verdict."""
    return [(fact.id, answer.verdict) for answer in answers for fact in answer.facts]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Pokrovsk has fallen!!!", [("pokrovsk-held", "no")]),
        (
            "Ukraine holds Pokrovsk but Avdiivka has fallen",
            [("pokrovsk-held", "yes"), ("avdiivka-fallen", "yes")],
        ),
        (
            "Russia took Avdiivka, Vuhledar and Pokrovsk",
            [("avdiivka-fallen", "yes"), ("vuhledar-fallen", "yes"), ("pokrovsk-held", "no")],
        ),
        (
            "- Pokrovsk fell\n- lol\n- Trump won\n- who holds Toretsk?",
            [("pokrovsk-held", "no"), ("trump-won-election", "yes")],
        ),
        (
            "Росія захопила Авдіївку, Вугледар і Покровськ",
            [("avdiivka-fallen", "yes"), ("vuhledar-fallen", "yes"), ("pokrovsk-held", "no")],
        ),
        (
            "Покровск и Торецк российские, а Авдеевка украинская",
            [("pokrovsk-held", "no"), ("toretsk-held", "no"), ("avdiivka-fallen", "no")],
        ),
        (
            "Ryssland har tagit Avdijivka, men Pokrovsk är fortfarande ukrainskt",
            [("avdiivka-fallen", "yes"), ("pokrovsk-held", "yes")],
        ),
        (
            "Die Russen haben Awdijiwka, Wuhledar und Pokrowsk erobert",
            [("avdiivka-fallen", "yes"), ("vuhledar-fallen", "yes"), ("pokrovsk-held", "no")],
        ),
        ("Pokrovsk fell. Well, Ukraine still holds Pokrovsk.", [("pokrovsk-held", None)]),
        ("Pokrovsk fell. Yes, Pokrovsk fell!", [("pokrovsk-held", "no")]),
    ],
)
def test_a_message_gets_what_the_article_says_to_each_of_its_claims(
    text: str, expected: Told, knowledge: Knowledge
) -> None:
    assert told(knowledge.check(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected", "names"),
    [
        (
            "Ukraine controls Pokrovsk, Toretsk and Bakhmut",
            [("pokrovsk-held", "yes"), ("toretsk-held", "yes")],
            ("Bakhmut",),
        ),
        (
            "Bakhmut fell. Avdiivka fell. Mariupol fell, and Bakhmut too.",
            [("avdiivka-fallen", "yes")],
            ("Bakhmut", "Mariupol"),
        ),
        (
            "Avdiivka fell. Pokrovsk fell.",
            [("avdiivka-fallen", "yes"), ("pokrovsk-held", "no")],
            (),
        ),
    ],
)
def test_what_else_is_claimed_of_names_that_no_article_has_is_told_at_the_end(
    text: str, expected: Told, names: tuple[str, ...], knowledge: Knowledge
) -> None:
    answers = knowledge.check(text)
    assert told(answers) == expected
    assert [answer.names for answer in answers] == [()] * (len(answers) - 1) + [names]
    assert answers[-1].rest is (Kind.NOT_NAMED if names else None)


def test_a_word_that_bears_on_one_clause_leaves_the_others_apart(knowledge: Knowledge) -> None:
    answers = knowledge.check("Россия взяла Авдеевку и Покровск, но контролирует только Луганск")
    assert ("avdiivka-fallen", "yes") in told(answers)
    assert ("pokrovsk-held", "no") in told(answers)


def test_no_more_than_four_claims_are_told_those_with_a_verdict_first(
    knowledge: Knowledge,
) -> None:
    text = (
        "Russia lost 427,000 troops in 2024. Pokrovsk fell. Avdiivka fell. Vuhledar fell. "
        "Toretsk fell. Trump won."
    )
    answers = knowledge.check(text)
    assert [answer.verdict for answer in answers] == ["yes", "no", "yes", "yes"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("nice weather today, isn't life great", Kind.NOT_SAID),
        ("Mariupol is Russian and so is Kherson", Kind.NOT_NAMED),
        ("", Kind.NOT_SAID),
        ("😀", Kind.NOT_SAID),
        ("/ok", Kind.NOT_SAID),
    ],
)
def test_where_the_article_bears_on_nothing_one_answer_says_so(
    text: str, kind: Kind, knowledge: Knowledge
) -> None:
    [answer] = knowledge.check(text)
    assert (answer.kind, answer.facts, answer.verdict) == (kind, (), None)


@pytest.mark.parametrize(
    "text", ["Who holds Pokrovsk?", "lol. Did Pokrovsk fall?", "хто тримає Покровськ"]
)
def test_what_only_asks_is_no_claim(text: str, knowledge: Knowledge) -> None:
    assert knowledge.check(text) == ()


def test_a_message_is_answered_in_its_own_language(knowledge: Knowledge) -> None:
    answers = knowledge.check("Покровськ упав. Trump won.", language="de")
    assert [answer.language for answer in answers] == ["uk", "uk"]


def test_nothing_of_the_message_is_kept_for_a_follow_up(knowledge: Knowledge) -> None:
    for answer in knowledge.check("Pokrovsk fell. Trump won. I told you so."):
        assert answer.exchange.question == ""
        assert answer.exchange.facts == tuple(fact.id for fact in answer.facts)


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        *((text, True) for text in ("is that true?", "fact check please", "це правда?")),
        *((text, True) for text in ("это правда?", "stämmer det?", "stimmt das?", "Really true?")),
        *((text, False) for text in ("", "thanks", "who holds it?", "is Pokrovsk really lost?")),
    ],
)
def test_is_that_true_is_told_from_what_says_something(
    text: str, asks: bool, knowledge: Knowledge
) -> None:
    assert knowledge.asks_whether(text) is asks


@pytest.mark.parametrize("claim", CLAIMS, ids=lambda claim: claim["id"])
def test_no_claim_gets_a_wrong_verdict(claim: dict[str, Any], knowledge: Knowledge) -> None:
    """A verdict that the article doesn't bear out harms more than a hundred that are missing."""
    answers = knowledge.check(claim["question"]) or (knowledge.ask(claim["question"]),)
    for answer in answers:
        assert_sound(answer, knowledge)
    verdicts = {answer.verdict for answer in answers} - {None}
    assert verdicts <= ({claim["verdict"]} & {"yes", "no"})
    if claim["verdict"] == "none":
        assert told(answers) == []


def test_every_claim_of_the_set_says_what_the_article_has_on_it() -> None:
    assert len({claim["id"] for claim in CLAIMS}) == len(CLAIMS) >= 120
    for claim in CLAIMS:
        assert claim["verdict"] in ("yes", "no", "open", "none")
        assert bool(claim["gold"]) is (claim["verdict"] != "none")
