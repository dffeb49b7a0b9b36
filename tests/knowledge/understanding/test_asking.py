"""Questions get the facts that they ask for, however they're typed, and all that they ask for."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from bot.question_sets import read_cases
from knowledge import Exchange, Kind, Knowledge, Verdict
from tests.knowledge.understanding.soundness import MOST_CITATIONS, assert_sound, citations, ids

SETS = sorted((Path(__file__).resolve().parents[2] / "questions").glob("*.jsonl"))


@pytest.mark.parametrize(
    ("question", "fact"),
    [
        ("Who holds Pokrovsk?", "pokrovsk-held"),
        ("Who controls Avdiivka?", "avdiivka-fallen"),
        ("Who controls Donetsk?", "ukraine-holds-in-donetsk"),
        ("How much land did Russia take in 2024?", "territory-taken-2024"),
        ("How many soldiers did Russia lose in 2024?", "russia-lost-2024"),
        ("How many Ukrainian soldiers were wounded?", "ukrainian-wounded"),
        ("Which towns did Russia take?", "localities-fallen"),
        ("Who allowed long-range weapons?", "long-range-allowed"),
        ("Why did the US allow long-range missiles?", "long-range-why"),
        ("When did Ukraine enter Kursk?", "kursk-when"),
        ("How long will it take Russia to take Donetsk?", "donetsk-two-more-years"),
        ("What is ISW?", "isw-think-tank"),
    ],
)
def test_a_question_is_answered_with_its_fact(
    question: str, fact: str, knowledge: Knowledge
) -> None:
    answer = knowledge.ask(question)
    assert (answer.kind, ids(answer)) == (Kind.ANSWERED, {fact})
    assert answer.exchange == Exchange(question, (fact,))


@pytest.mark.parametrize(
    ("question", "fact"),
    [
        ("Where does the support for the bloody autumn come from?", "autumn-supported"),
        ("two what, for donetsk?", "donetsk-two-more-years"),
        ("equal to which area", "territory-like-boden"),
        ("What is the death toll in Zelensky's army?", "ukrainian-killed"),
        ("Italian student, need number of dead Ukraine soldiers, thanks", "ukrainian-killed"),
        ("звідки раптом стільки балачок про мир?", "peace-talk-why"),
        ("тип захваченной местности", "mostly-fields-and-towns"),
    ],
)
def test_a_wording_that_is_stored_is_not_denied_for_a_word_or_name_of_its_own(
    question: str, fact: str, knowledge: Knowledge
) -> None:
    answer = knowledge.ask(question)
    assert (answer.kind, ids(answer)) == (Kind.ANSWERED, {fact})


@pytest.mark.parametrize(
    "question",
    ["Warum ist ISW eine Abteilung des Pentagons?", "Чому великі міста не встояли?"],
)
def test_what_is_stored_as_contradicted_is_said_otherwise(
    question: str, knowledge: Knowledge
) -> None:
    assert knowledge.ask(question).verdict is Verdict.NO


def test_killed_and_wounded_are_told_together(knowledge: Knowledge) -> None:
    answer = knowledge.ask("How many Ukrainian soldiers were killed and wounded?")
    (quote,) = citations(answer, knowledge)
    assert "43,000" in quote
    assert "370,000" in quote


@pytest.mark.parametrize(
    "question",
    [
        "who holds pokrovsk",
        "WHO HOLDS POKROVSK???",
        "who hlds pokrovks?",
        "who holds Pokrvsk",
        "who holds Pokrowsk",
        "who holds Pokrovsʹk?",
        "who holds роkrоvsk?",  # Cyrillic р and о
        "whо hоlds Pokrovsk?",  # Cyrillic о
        "who holds Pok\u200brov\u00adsk?",
        "\u202ewho holds Pokrovsk?\u202c",
        "ｗｈｏ ｈｏｌｄｓ Ｐｏｋｒｏｖｓｋ？",
        "who 🎉 holds 🇺🇦 Pokrovsk ❓",
        "<b>who holds Pokrovsk?</b>",
        "who holds Pokrovsk&#63;",
        "pokrovsk who holds it",
        "Покровськ",
    ],
)
def test_dress_and_typos_change_nothing(question: str, knowledge: Knowledge) -> None:
    assert ids(knowledge.ask(question)) == {"pokrovsk-held"}


@pytest.mark.parametrize(
    "question",
    [
        "who holds Tjasiv Yar",
        "who holds Chasov Yar",
        "who holds Chasiv Yar",
        "хто тримає Часів Яр",
        "кто держит Часов Яр",
        "wer hält Tschassiw Jar",
    ],
)
def test_a_place_is_known_by_all_its_spellings(question: str, knowledge: Knowledge) -> None:
    assert ids(knowledge.ask(question)) == {"chasiv-yar-held"}


def test_a_figure_travels_with_its_caution(knowledge: Knowledge) -> None:
    answer = knowledge.ask("How many soldiers did Russia lose in 2024?")
    quotes = citations(answer, knowledge)
    assert len(quotes) == 2
    assert any("great caution" in quote for quote in quotes)


@pytest.mark.parametrize("path", SETS, ids=lambda path: path.stem)
def test_every_answer_is_sound_whatever_is_asked(path: Path, knowledge: Knowledge) -> None:
    """Right or wrong: at most four citations, and nothing beside what its kind has."""
    for case in read_cases(path):
        answer = knowledge.ask(case.text)
        assert_sound(answer, knowledge)
        assert answer.exchange.question == case.text


@pytest.mark.parametrize(
    "question",
    [
        "Who holds Pokrovsk, Toretsk, Chasiv Yar, Avdiivka, Vuhledar, Vovchansk and Luhansk?",
        "Tell me everything about the war in Ukraine",
        "Russia Ukraine losses territory weapons peace civilians",
    ],
)
def test_who_asks_for_everything_gets_no_more_than_four_citations(
    question: str, knowledge: Knowledge
) -> None:
    assert_sound(knowledge.ask(question), knowledge)


def test_facts_that_share_a_quote_count_each_and_the_rest_has_its_command(
    knowledge: Knowledge,
) -> None:
    """What is told is what is cited."""
    asked = "who holds Pokrovsk, Toretsk, Chasiv Yar, Avdiivka, Vuhledar?"
    answer = knowledge.ask(asked)
    assert len(answer.facts) == MOST_CITATIONS > len(citations(answer, knowledge))
    assert answer.more == ("territory",)


def test_the_same_question_has_the_same_answer(knowledge: Knowledge) -> None:
    first = knowledge.ask("Who holds Pokrovsk?")
    knowledge.ask("How many soldiers did Russia lose in 2024?", after=first.exchange)
    assert knowledge.ask("Who holds Pokrovsk?") == first


def test_threads_may_ask_at_once(knowledge: Knowledge) -> None:
    questions = ["Who holds Pokrovsk?", "Хто тримає Торецьк?", "Wer hält Awdijiwka?"] * 20
    with ThreadPoolExecutor(8) as pool:
        told = list(pool.map(knowledge.ask, questions))
    assert told == [knowledge.ask(question) for question in questions]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Pokrovsk", "pokrovsk"),
        ("Покровську", "pokrovsk"),
        ("what of Torezk then", "toretsk"),
        ("luhansk region", "luhansk"),
    ],
)
def test_a_place_of_the_article_is_found_in_a_text(
    text: str, place: str, knowledge: Knowledge
) -> None:
    found = knowledge.find_place(text, "en")
    assert found == knowledge.name(place)


def test_a_place_that_no_article_names_is_found(knowledge: Knowledge) -> None:
    assert knowledge.find_place("mariupol", "en") == knowledge.name("mariupol")
    assert knowledge.find_place("маріуполь", "uk") == knowledge.name("mariupol")
    assert knowledge.find_place("the moon", "en") is None


def test_an_explanation_shows_reading_candidates_and_decision(knowledge: Knowledge) -> None:
    lines = knowledge.explain("Who holds Pokrovsk?").splitlines()
    assert lines[0] == "language: en"
    assert "@pokrovsk" in lines[1]
    assert any(line.startswith("candidate: relation holder") for line in lines)
    assert "decided: answered" in lines
    assert "fact: pokrovsk-held" in lines


@pytest.mark.parametrize(
    ("question", "language"),
    [("wer hält Торецк?", "de"), ("vem håller Торецьк?", "sv"), ("who holds Торецьк?", "en")],
)
def test_a_name_in_other_letters_leaves_the_language_that_of_the_words(
    question: str, language: str, knowledge: Knowledge
) -> None:
    answer = knowledge.ask(question)
    assert (ids(answer), answer.language) == ({"toretsk-held"}, language)


@pytest.mark.parametrize(
    ("text", "verdict", "denied"),
    [
        ("Ukraine has not lost Toretsk, has it?", "yes", True),
        ("Pokrovsk hasn't fallen yet, has it?", "yes", True),
        ("Avdiivka hasn't fallen, right?", "no", True),
        ("Ist Pokrowsk nicht gefallen?", "yes", True),
        ("Har Pokrovsk inte fallit?", "yes", True),
        ("Покровск не пал, так?", "yes", True),
        ("Покровськ не впав, чи не так?", "yes", True),
        ("Hasn't Pokrovsk fallen?", "no", False),
        ("did Avdiivka fall or not?", "yes", False),
        ("Awdijiwka ist gefallen, nicht wahr?", "yes", False),
        ("Is it a myth that Pokrovsk hasn't fallen?", "no", False),
        ("has Pokrovsk fallen?", "no", False),
    ],
)
def test_a_yes_or_no_says_whether_it_is_to_something_denied(
    text: str, verdict: str, denied: bool, knowledge: Knowledge
) -> None:
    answer = knowledge.ask(text)
    assert (answer.verdict, answer.denied) == (verdict, denied)


@pytest.mark.parametrize(
    ("text", "own_word"),
    [
        ("Did independent Russian sources confirm the 427,000?", False),
        ("who says that Avdiivka has fallen?", True),
        ("Have sources confirmed that Avdiivka fell?", True),
    ],
)
def test_whether_a_named_source_confirms_it_does_not_ask_who_says_so(
    text: str, own_word: bool, knowledge: Knowledge
) -> None:
    assert knowledge.ask(text).own_word is own_word


@pytest.mark.parametrize(
    ("question", "more"),
    [
        ("territory", ("territory",)),
        ("what does the article say about losses", ("losses",)),
        ("who holds Pokrovsk?", ()),
    ],
)
def test_one_word_of_a_subject_gets_the_command_that_has_the_rest(
    question: str, more: tuple[str, ...], knowledge: Knowledge
) -> None:
    assert knowledge.ask(question).more == more


def test_a_yes_to_whether_somebody_says_so_is_told_from_one_to_what_they_say(
    knowledge: Knowledge,
) -> None:
    asked = knowledge.ask("did Ukraine say that it lost 43,000 soldiers?")
    assert (asked.verdict, asked.of_saying) == (Verdict.YES, True)
    assert not knowledge.ask("did Russia lose 427,000 troops in 2024?").of_saying


@pytest.mark.parametrize("year", [2022, 2023, 2025])
def test_a_year_asked_of_the_article_is_none_of_its_facts(year: int, knowledge: Knowledge) -> None:
    answer = knowledge.ask(f"was the article written in {year}?")
    assert (answer.kind, answer.of_article) == (Kind.NOT_SAID, True)
