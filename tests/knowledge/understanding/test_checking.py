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
    assert (answers[-1].kind is Kind.NOT_NAMED) is bool(names)


def test_the_claims_on_what_no_article_names_are_told_with_these_names(
    knowledge: Knowledge,
) -> None:
    *_, last = knowledge.check("Germany sent tanks to Ukraine and Avdiivka fell. Mariupol, too!")
    assert last.kind is Kind.NOT_NAMED
    assert last.names == ("Germany", "Mariupol")
    assert last.claims == ("Germany sent tanks to Ukraine", "Mariupol, too")


def test_a_single_claim_has_what_no_article_names_beside_what_one_says(
    knowledge: Knowledge,
) -> None:
    [answer] = knowledge.check("Ukraine holds Pokrovsk or Bakhmut")
    assert answer.names == ("Bakhmut",)


INCLUDING = [
    *("Russia took several major cities in 2024, including {} and {}.",),
    *("Several cities, such as {} and {}, fell to the Russians in 2024",),
    *("Росія захопила кілька великих міст у 2024 році, зокрема {} та {}",),
    *("Россия захватила несколько крупных городов, в том числе {} и {}",),
    *("Ryssland tog flera större städer 2024, däribland {} och {}",),
    *("Russland hat mehrere große Städte, darunter {} und {}, erobert",),
]


@pytest.mark.parametrize("text", INCLUDING)
def test_places_that_are_listed_as_such_are_each_claimed_of_beside_them_all(
    text: str, knowledge: Knowledge
) -> None:
    found = told(knowledge.check(text.format("Avdiivka", "Pokrovsk")))
    assert ("avdiivka-fallen", "yes") in found
    assert ("pokrovsk-held", "no") in found
    assert len(found) > 2 or text.startswith("Several")


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
    ("text", "claims"),
    [
        (
            "Russia took Avdiivka, Vuhledar and Pokrovsk",
            [("Russia took Avdiivka",), ("Russia took Vuhledar",), ("Russia took Pokrovsk",)],
        ),
        ("- «Pokrovsk» fell!!!\n- Trump won", [("«Pokrovsk» fell",), ("Trump won",)]),
        (
            "Trump won!\nRussia took 4,168 km² in 2024.",
            [("Trump won",), ("Russia took 4,168 km² in 2024",)],
        ),
        (
            "Pokrovsk - I'm sure - fell. Trump won",
            [("Pokrovsk - I'm sure - fell",), ("Trump won",)],
        ),
        (
            "Pokrovsk fell. Trump won. Yes, Pokrovsk fell!",
            [("Pokrovsk fell", "Yes, Pokrovsk fell"), ("Trump won",)],
        ),
        (
            "Pokrovsk fell. Well, Ukraine still holds Pokrovsk. Trump won.",
            [("Pokrovsk fell", "Well, Ukraine still holds Pokrovsk"), ("Trump won",)],
        ),
        ("Покровськ упав, а Авдіївка українська", [("Покровськ упав",), ("Авдіївка українська",)]),
    ],
)
def test_an_answer_has_the_words_of_the_claims_that_it_is_to(
    text: str, claims: list[tuple[str, ...]], knowledge: Knowledge
) -> None:
    assert [answer.claims for answer in knowledge.check(text)] == claims


def test_the_words_of_a_claim_name_call_and_open_nothing(knowledge: Knowledge) -> None:
    """In a group somebody would be called by them, or a link be spread."""
    text = "Pokrovsk fell, says @ben #war https://evil.example/x <b>!\nTrump won /start $USD"
    words = " ".join(word for answer in knowledge.check(text) for word in answer.claims)
    assert "Pokrovsk fell" in words
    assert not set("@#/<>$:.") & set(words)


def test_claims_on_which_the_article_says_nothing_are_told_after_the_others(
    knowledge: Knowledge,
) -> None:
    text = (
        "Russia lost 1,000 tanks in December. Pokrovsk fell. Bakhmut fell. "
        "Inflation in Russia is 9.5 percent!"
    )
    answers = knowledge.check(text)
    assert [(answer.kind, answer.claims) for answer in answers] == [
        (Kind.ANSWERED, ("Pokrovsk fell",)),
        (Kind.NOT_SAID, ("Russia lost 1,000 tanks in December",)),
        (Kind.NOT_SAID, ("Inflation in Russia is 9.5 percent",)),
        (Kind.NOT_NAMED, ("Bakhmut fell",)),
    ]
    assert answers[-1].names == ("Bakhmut",)


def test_one_clause_of_which_the_article_says_nothing_is_told_too(knowledge: Knowledge) -> None:
    told_of, unsaid = knowledge.check("Pokrovsk fell, and Russia lost 1,000 tanks")
    assert (told_of.claims, told_of.verdict) == (("Pokrovsk fell",), "no")
    assert (unsaid.claims, unsaid.kind) == (("Russia lost 1,000 tanks",), Kind.NOT_SAID)


def test_of_several_claims_that_the_article_says_nothing_on_each_is_told(
    knowledge: Knowledge,
) -> None:
    answers = knowledge.check("Russia lost 1,000 tanks. Ukraine uses drones. Mariupol fell.")
    assert [answer.claims for answer in answers] == [
        ("Russia lost 1,000 tanks",),
        ("Ukraine uses drones",),
        ("Mariupol fell",),
    ]
    assert [answer.kind for answer in answers] == [Kind.NOT_SAID, Kind.NOT_SAID, Kind.NOT_NAMED]
    assert answers[-1].names == ("Mariupol",)


def test_of_several_claims_on_what_no_article_names_every_name_is_told(
    knowledge: Knowledge,
) -> None:
    [answer] = knowledge.check("Bakhmut fell. Mariupol fell.")
    assert (answer.kind, answer.names) == (Kind.NOT_NAMED, ("Bakhmut", "Mariupol"))


FOUR = "Pokrovsk fell. Avdiivka fell. Vuhledar fell. Toretsk fell. "


@pytest.mark.parametrize(
    ("text", "unchecked"),
    [
        (FOUR, False),
        (FOUR + "Trump won.", True),
        (FOUR + "Russia lost 1,000 tanks.", False),
        ("Russia lost {0}9 tanks. " * 5, True),
        ("So they say. " * 90 + "Pokrovsk fell.", True),
        ("Pokrovsk fell. " + "They say {0} words. " * 15, True),
        ("Pokrovsk fell. " * 70, True),
        ("Pokrovsk fell." + " " * 2000, False),
    ],
)
def test_the_last_answer_says_where_more_was_claimed_than_is_told(
    text: str, unchecked: bool, knowledge: Knowledge
) -> None:
    while "{0}" in text:
        text = text.replace("{0}", str(text.count("{0}") + 10), 1)
    answers = knowledge.check(text)
    assert [a.unchecked for a in answers] == [False] * (len(answers) - 1) + [unchecked]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (FOUR, ()),
        (FOUR + "Trump won!", ("Trump won",)),
        ("So they say. " * 90 + "Pokrovsk fell.", ("Pokrovsk fell",)),
    ],
)
def test_it_says_also_what_was_claimed_that_is_not_told(
    text: str, claims: tuple[str, ...], knowledge: Knowledge
) -> None:
    assert knowledge.check(text)[-1].unchecked_claims == claims


def test_a_sentence_that_is_read_in_part_is_not_checked(knowledge: Knowledge) -> None:
    """Its end might turn it round."""
    text = f"Trump won. {'and so it is, ' * 68}as we all say. Ukraine holds Pokrovsk no longer."
    assert text[:1000].endswith(". Ukraine holds Pokrovsk")
    assert told(knowledge.check(text)) == [("trump-won-election", "yes")]


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
