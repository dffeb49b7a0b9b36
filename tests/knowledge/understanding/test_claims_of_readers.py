"""A claim gets the article's word: yes, no, or its figure; and neither where it isn't settled."""

from __future__ import annotations

import pytest

from knowledge import Certainty, Kind, Knowledge, Verdict
from tests.knowledge.understanding.soundness import citations, ids

YES, NO = Verdict.YES, Verdict.NO


@pytest.mark.parametrize(
    ("claim", "verdict", "fact"),
    [
        ("Is Pokrovsk still Ukrainian?", YES, "pokrovsk-held"),
        ("Does Ukraine hold Pokrovsk?", YES, "pokrovsk-held"),
        ("Is it true that Ukraine still controls Pokrovsk?", YES, "pokrovsk-held"),
        ("Is it true that Russia controls Toretsk?", NO, "toretsk-held"),
        ("Did Ukraine lose Avdiivka?", YES, "avdiivka-fallen"),
        ("Does Russia hold Avdiivka?", YES, "avdiivka-fallen"),
        ("Does Russia control Luhansk?", YES, "luhansk-controlled"),
        ("Does Ukraine control Luhansk?", NO, "luhansk-controlled"),
        ("Чи захопила Росія Покровськ?", NO, "pokrovsk-held"),
        ("Hat Russland Pokrowsk erobert?", NO, "pokrovsk-held"),
    ],
)
def test_who_holds_a_place_is_settled(
    claim: str, verdict: Verdict, fact: str, knowledge: Knowledge
) -> None:
    answer = knowledge.ask(claim)
    assert (answer.verdict, ids(answer)) == (verdict, {fact})


@pytest.mark.parametrize(
    ("claim", "fact"),
    [
        ("toretsk is up in luhansk region right", "cities-in-donetsk"),
        ("Do Chasiv Yar and Toretsk both lie in the Kharkiv region?", "cities-in-donetsk"),
        (
            "Was Vovchansk the centre of the attack on the Donetsk region?",
            "vovchansk-center-of-attack",
        ),
    ],
)
def test_a_place_put_into_another_region_is_put_right(
    claim: str, fact: str, knowledge: Knowledge
) -> None:
    answer = knowledge.ask(claim)
    assert (answer.verdict, ids(answer)) == (NO, {fact})


@pytest.mark.parametrize(
    ("question", "fact"),
    [
        ("Varför har Ukraina inte mildrat sina krav?", "ukraine-softened-demands"),
        ("Warum hat Russland seine Forderungen abgeschwächt?", "russia-not-softened"),
        ("чому найбільше захопили саме навесні?", "most-taken-in-autumn"),
        ("отчего мирные жители не пострадали?", "civilians-killed-and-injured"),
        ("when did Russia take Pokrovsk in 2024?", "pokrovsk-held"),
    ],
)
def test_what_a_question_takes_for_granted_is_denied_whatever_it_asks(
    question: str, fact: str, knowledge: Knowledge
) -> None:
    answer = knowledge.ask(question)
    assert fact in ids(answer)
    assert answer.verdict is not YES


@pytest.mark.parametrize(
    "claim", ["Kreml?", "Pokrovsk am I right", "Donetsk, or?", "427,000 Ukrainians?", "4,168 men?"]
)
def test_a_name_or_figure_by_itself_claims_nothing(claim: str, knowledge: Knowledge) -> None:
    assert knowledge.ask(claim).verdict is None


@pytest.mark.parametrize(
    ("claim", "verdict", "figure"),
    [
        ("Did Russia lose 500,000 troops in 2024?", NO, "427,000"),
        ("Did Russia lose more than 400,000 troops in 2024?", YES, "427,000"),
        ("Did Russia lose fewer than 400,000 troops in 2024?", NO, "427,000"),
        ("370,000 Ukrainians were killed", NO, "43,000"),
        ("Were 50,000 Ukrainian soldiers killed?", NO, "43,000"),
        ("Were 400,000 Ukrainian soldiers wounded?", NO, "370,000"),
        ("Did Russia take 5,000 square kilometres in 2024?", NO, "4,168"),
        ("Did Russia take more than 4,000 square kilometers in 2024?", YES, "4,168"),
        ("Did Russia take less than 5000 square km in 2024?", YES, "4,168"),
    ],
)
def test_a_figure_is_met_with_the_articles(
    claim: str, verdict: Verdict, figure: str, knowledge: Knowledge
) -> None:
    answer = knowledge.ask(claim)
    assert answer.verdict == verdict
    assert any(figure in quote for quote in citations(answer, knowledge))


def test_a_year_and_a_number_of_years_are_no_figure_of_what_was_lost(
    knowledge: Knowledge,
) -> None:
    answer = knowledge.ask("Did Russia lose soldiers in 2024 and two years before?")
    assert answer.verdict is not NO


@pytest.mark.parametrize(
    "figure",
    [
        "427,000",
        "427000",
        "427 000",
        "427.000",
        "427\u202f000",
        "427k",
        "427 thousand",
        "４２７０００",
    ],
)
def test_the_articles_figure_is_no_contradiction_in_any_dress(
    figure: str, knowledge: Knowledge
) -> None:
    """How sure the article is of it stands with the fact: it's only claimed."""
    answer = knowledge.ask(f"Did Russia lose {figure} troops in 2024?")
    assert (ids(answer), answer.verdict) == ({"russia-lost-2024"}, YES)
    assert answer.facts[0].certainty is Certainty.CLAIMED


@pytest.mark.parametrize(
    "figure",
    [
        *("500,000", "500000", "500 000", "500.000", "500k", "500 thousand", "0.5 million"),
        # The article's figure ends in it.
        "27,000",
    ],
)
def test_another_figure_is_contradicted_in_any_dress(figure: str, knowledge: Knowledge) -> None:
    answer = knowledge.ask(f"Did Russia lose {figure} troops in 2024?")
    assert (ids(answer), answer.verdict) == ({"russia-lost-2024"}, NO)


@pytest.mark.parametrize(
    "question",
    [
        "Who holds Pokrovsk?",
        "Who holds Pokrovsk and Avdiivka?",
        "How many soldiers did Russia lose in 2024?",
        "Which towns did Russia take?",
        "Pokrovsk?",
        "What is the population of Pokrovsk?",
        "Did Russia take Mariupol?",
        "Did Russia lose 500 tanks?",
    ],
)
def test_where_nothing_is_settled_neither_yes_nor_no_is_said(
    question: str, knowledge: Knowledge
) -> None:
    assert knowledge.ask(question).verdict is None


@pytest.mark.parametrize(
    "claim",
    [
        "Is Pokrovsk Russian?",
        "True or false: Russia controls all of Donetsk",
        "Did Russia take any major cities?",
        "Does Russia control all four annexed regions?",
        "Did Russia soften its demands?",
        "Does Ukraine hold Avdiivka?",
    ],
)
def test_what_the_article_denies_is_never_confirmed(claim: str, knowledge: Knowledge) -> None:
    answer = knowledge.ask(claim)
    assert answer.verdict is not YES
    assert answer.kind in (Kind.ANSWERED, Kind.NOT_SAID)


@pytest.mark.parametrize(
    "claim",
    [
        "Is Pokrovsk Ukrainian?",
        "Does Russia hold Vuhledar?",
        "Did Trump win the election?",
        "Did Ukraine soften its demands?",
        "Does Russia control only Luhansk?",
    ],
)
def test_what_the_article_says_is_never_denied(claim: str, knowledge: Knowledge) -> None:
    assert knowledge.ask(claim).verdict is not NO
