"""A follow-up is about what was told before, to this person in this chat, and nobody else."""

from __future__ import annotations

import pytest

from knowledge import Answer, Exchange, Kind, Knowledge, Verdict
from tests.knowledge.understanding.soundness import assert_sound, ids


def talk(knowledge: Knowledge, *turns: str) -> list[Answer]:
    """The answers of one conversation."""
    answers: list[Answer] = []
    for turn in turns:
        after = answers[-1].exchange if answers else None
        answers.append(knowledge.ask(turn, after=after))
        assert_sound(answers[-1], knowledge)
    return answers


@pytest.mark.parametrize(
    ("turns", "facts"),
    [
        (
            ("Who holds Pokrovsk?", "and Toretsk?", "and Avdiivka?"),
            ("pokrovsk-held", "toretsk-held", "avdiivka-fallen"),
        ),
        (
            ("How many troops did Russia lose in 2024?", "says who?", "how reliable is that?"),
            ("russia-lost-2024", "russian-losses-who-says", "russian-losses-caution"),
        ),
        (
            ("How many Ukrainian soldiers were killed?", "and wounded?"),
            ("ukrainian-killed", "ukrainian-wounded"),
        ),
        (
            ("Who allowed long-range weapons?", "when?", "why?", "against what?"),
            ("long-range-allowed", "long-range-when", "long-range-why", "long-range-targets"),
        ),
        (("Хто контролює Покровськ?", "а Торецьк?"), ("pokrovsk-held", "toretsk-held")),
        (("Кто контролирует Покровск?", "а Торецк?"), ("pokrovsk-held", "toretsk-held")),
        (("Vem kontrollerar Pokrovsk?", "och Toretsk?"), ("pokrovsk-held", "toretsk-held")),
        (("Wer kontrolliert Pokrowsk?", "und Torezk?"), ("pokrovsk-held", "toretsk-held")),
    ],
)
def test_a_thread_of_talk_is_followed(
    turns: tuple[str, ...], facts: tuple[str, ...], knowledge: Knowledge
) -> None:
    assert [ids(answer) for answer in talk(knowledge, *turns)] == [{fact} for fact in facts]


@pytest.mark.parametrize("asked", ["says who?", "а хто це каже?", "enligt vem?", "wer sagt das?"])
@pytest.mark.parametrize("before", ["who holds Pokrovsk?", "how many civilians were hurt?"])
def test_who_says_what_the_article_itself_says_isnt_said(
    before: str, asked: str, knowledge: Knowledge
) -> None:
    first, second = talk(knowledge, before, asked)
    assert (second.kind, second.own_word, second.near) == (Kind.NOT_SAID, True, first.facts)


@pytest.mark.parametrize("asked", ["why?", "чому?", "почему?", "varför?", "warum?"])
def test_a_bare_why_after_an_answer_is_no_small_talk(asked: str, knowledge: Knowledge) -> None:
    first, second = talk(knowledge, "how many troops did Russia lose?", asked)
    assert second.kind is Kind.NOT_SAID
    assert second.near == first.facts[:1]


def test_the_killed_alone_arent_told_where_killed_and_wounded_are_one(
    knowledge: Knowledge,
) -> None:
    first, second = talk(knowledge, "how many civilians were hurt or killed?", "and the killed?")
    assert (second.kind, second.near) == (Kind.NOT_SAID, first.facts)


@pytest.mark.parametrize(
    ("turns", "near"),
    [
        (("How many troops did Russia lose in 2024?", "and the year before?"), "russia-lost-2024"),
        (("How much land did Russia take in 2024?", "and in 2023?"), "territory-taken-2024"),
        (("Who holds Avdiivka?", "since when?"), "avdiivka-fallen"),
    ],
)
def test_what_isnt_said_isnt_said_after_an_answer_either(
    turns: tuple[str, ...], near: str, knowledge: Knowledge
) -> None:
    last = talk(knowledge, *turns)[-1]
    assert last.kind is Kind.NOT_SAID
    assert [fact.id for fact in last.near] == [near]


def test_a_place_that_isnt_named_isnt_named_after_an_answer_either(knowledge: Knowledge) -> None:
    last = talk(knowledge, "Who holds Pokrovsk?", "and Mariupol?")[-1]
    assert (last.kind, last.names) == (Kind.NOT_NAMED, ("Mariupol",))


@pytest.mark.parametrize(
    "asked",
    [
        "write me a poem",
        "how is the weather in lisbon",
        "who was the first man on the moon?",
        "Vad var den första filmen av Bergman?",
        "Wie viele Spieler hat eine Handballmannschaft?",
        "Как приготовить борщ с фасолью?",
        "Який рецепт вареників з вишнями?",
    ],
)
@pytest.mark.parametrize("before", ["who holds Pokrovsk?", "how many troops did Russia lose?"])
def test_another_subject_is_another_subject_after_an_answer_too(
    before: str, asked: str, knowledge: Knowledge
) -> None:
    assert talk(knowledge, before, asked)[1].kind is Kind.OFF_TOPIC


@pytest.mark.parametrize(
    "asked",
    [
        *("are you sure?", "can i trust that", "це точно?", "это точно?", "är det säkert?"),
        *("really?", "seriously?", "справді?", "точно?", "verkligen?", "wirklich?"),
    ],
)
def test_whether_it_is_sure_is_asked_of_who_says_it(asked: str, knowledge: Knowledge) -> None:
    first, second = talk(knowledge, "who holds Pokrovsk?", asked)
    assert (second.own_word, second.facts) == (True, first.facts)


@pytest.mark.parametrize("said", ["lol", "thanks", "дякую", "danke"])
def test_small_talk_stays_small_talk_after_an_answer(said: str, knowledge: Knowledge) -> None:
    assert talk(knowledge, "how many troops did Russia lose?", said)[1].kind is Kind.SMALL_TALK


@pytest.mark.parametrize(
    ("before", "asked", "fact"),
    [
        ("is the 427k figure reliable", "who is the ISW?", "isw-think-tank"),
        ("when did ukraine enter kursk?", "who holds Toretsk?", "toretsk-held"),
        ("how many troops did Russia lose?", "did Avdiivka fall?", "avdiivka-fallen"),
    ],
)
def test_what_names_something_else_stands_alone(
    before: str, asked: str, fact: str, knowledge: Knowledge
) -> None:
    assert ids(talk(knowledge, before, asked)[1]) == {fact}


def test_two_chats_dont_share_a_thread(knowledge: Knowledge) -> None:
    """They ask in turn, and each gets what its own talk was about."""
    first = knowledge.ask("How many troops did Russia lose in 2024?")
    second = knowledge.ask("How many Ukrainian soldiers were killed?")
    assert ids(knowledge.ask("says who?", after=first.exchange)) == {"russian-losses-who-says"}
    assert ids(knowledge.ask("says who?", after=second.exchange)) == {"ukrainian-losses-who-says"}
    assert ids(knowledge.ask("and wounded?", after=second.exchange)) == {"ukrainian-wounded"}


def test_nothing_is_kept_between_two_questions(knowledge: Knowledge) -> None:
    alone = knowledge.ask("and wounded?")
    talk(knowledge, "How many Ukrainian soldiers were killed?", "and wounded?")
    assert knowledge.ask("and wounded?") == alone


@pytest.mark.parametrize(
    ("question", "fact"),
    [
        ("How much land did Russia take in 2024?", "territory-taken-2024"),
        ("Who controls Avdiivka?", "avdiivka-fallen"),
        ("How many soldiers did Russia lose in 2024?", "russia-lost-2024"),
    ],
)
def test_a_question_of_its_own_is_none(question: str, fact: str, knowledge: Knowledge) -> None:
    for earlier in ("Who holds Pokrovsk?", "Who allowed long-range weapons?", "hello"):
        assert ids(talk(knowledge, earlier, question)[-1]) == {fact}


def test_a_thread_lasts_over_small_talk(knowledge: Knowledge) -> None:
    last = talk(knowledge, "How many Ukrainian soldiers were killed?", "thanks", "and wounded?")
    assert ids(last[-1]) == {"ukrainian-wounded"}


def test_the_fact_alone_is_enough_of_a_before(knowledge: Knowledge) -> None:
    """As after a restart, where a reply's source link is all that's left of the talk."""
    before = Exchange(facts=("russia-lost-2024",))
    assert ids(knowledge.ask("says who?", after=before)) == {"russian-losses-who-says"}


@pytest.mark.parametrize(
    "before", [Exchange(), Exchange("Who holds Pokrovsk?"), Exchange(facts=("no-such-fact",))]
)
def test_a_before_that_tells_nothing_does_no_harm(before: Exchange, knowledge: Knowledge) -> None:
    answer = knowledge.ask("Who holds Toretsk?", after=before)
    assert ids(answer) == {"toretsk-held"}
    assert_sound(knowledge.ask("and wounded?", after=before), knowledge)


@pytest.mark.parametrize(
    ("before", "asked", "verdict", "fact"),
    [
        ("who holds Pokrovsk?", "so it's russian?", Verdict.NO, "pokrovsk-held"),
        ("who holds Pokrovsk?", "so it's ukrainian?", Verdict.YES, "pokrovsk-held"),
        ("who holds Avdiivka?", "so it's Russian now?", Verdict.YES, "avdiivka-fallen"),
        ("Wer hält Pokrowsk?", "also ist es russisch?", Verdict.NO, "pokrovsk-held"),
        ("Хто тримає Покровськ?", "так він російський?", Verdict.NO, "pokrovsk-held"),
    ],
)
def test_a_check_of_what_was_told_gets_yes_or_no(
    before: str, asked: str, verdict: Verdict, fact: str, knowledge: Knowledge
) -> None:
    _, second = talk(knowledge, before, asked)
    assert (second.verdict, ids(second)) == (verdict, {fact})


@pytest.mark.parametrize(
    ("before", "asked"),
    [
        ("who holds Pokrovsk?", "how many Ukrainians were killed there?"),
        ("who holds Avdiivka?", "how many people died there?"),
        ("vem håller Pokrovsk?", "hur många dog där?"),
    ],
)
def test_figures_of_the_whole_war_are_none_of_the_place_told_of(
    before: str, asked: str, knowledge: Knowledge
) -> None:
    first, second = talk(knowledge, before, asked)
    assert (second.kind, second.facts) == (Kind.NOT_SAID, ())
    assert {fact.id for fact in second.near} & ids(first)


@pytest.mark.parametrize(
    ("asked", "told"),
    [("any in Pokrovsk?", False), ("in Kursk, right?", True), ("only in Toretsk?", False)],
)
def test_a_place_that_only_narrows_what_was_told_brings_no_fact_of_its_own(
    asked: str, told: bool, knowledge: Knowledge
) -> None:
    first, second = talk(knowledge, "how many North Koreans were killed?", asked)
    assert second.kind is (Kind.ANSWERED if told else Kind.NOT_SAID)
    assert (second.facts or second.near) == first.facts


@pytest.mark.parametrize(
    ("before", "asked"),
    [
        ("who holds Pokrovsk?", "could it fall soon?"),
        ("who holds Pokrovsk?", "will it fall?"),
        ("who holds Toretsk?", "wird es fallen?"),
        ("who holds Avdiivka?", "Will Pokrovsk fall?"),
    ],
)
def test_what_may_or_will_be_is_not_told_by_what_is(
    before: str, asked: str, knowledge: Knowledge
) -> None:
    _, second = talk(knowledge, before, asked)
    assert (second.kind, second.verdict) == (Kind.NOT_SAID, None)


@pytest.mark.parametrize(
    ("before", "asked"),
    [
        ("how many troops did Russia lose?", "quote please"),
        ("who holds Pokrovsk?", "which paragraph is that in?"),
        ("who holds Pokrovsk?", "does it literally say threatened?"),
        ("хто тримає Торецьк?", "а цитата?"),
        ("wer hält Pokrowsk?", "wie ist der Wortlaut?"),
    ],
)
def test_the_very_words_that_are_asked_for_are_shown(
    before: str, asked: str, knowledge: Knowledge
) -> None:
    first, second = talk(knowledge, before, asked)
    assert second.facts == first.facts


def test_words_that_it_doesnt_use_arent_said(knowledge: Knowledge) -> None:
    first, second = talk(knowledge, "who holds Pokrovsk?", "does it use the word besieged?")
    assert (second.kind, second.near) == (Kind.NOT_SAID, first.facts)


@pytest.mark.parametrize(
    ("before", "asked", "verdict"),
    [
        ("how much land did russia take?", "less than 3,000?", Verdict.NO),
        ("how many Ukrainian soldiers were killed?", "more than 40,000?", Verdict.YES),
        ("how many Ukrainian soldiers were killed?", "so 43,000?", Verdict.YES),
        ("when did Russia invade?", "wasn't it in 2021?", Verdict.NO),
        ("when did Russia make most of its conquests?", "spring, wasn't it?", Verdict.NO),
        ("when did Russia make most of its conquests?", "in autumn, right?", Verdict.YES),
        ("when did Russia make most of its conquests?", "wasn't it in summer?", Verdict.NO),
    ],
)
def test_a_figure_or_a_time_is_held_against_what_was_told(
    before: str, asked: str, verdict: Verdict, knowledge: Knowledge
) -> None:
    first, second = talk(knowledge, before, asked)
    assert (second.verdict, second.facts[0].quote) == (verdict, first.facts[0].quote)


def test_of_other_losses_than_those_told_it_may_be_asked(knowledge: Knowledge) -> None:
    last = talk(knowledge, "how often do projectiles hit Ukraine?", "anybody hurt?")[-1]
    assert ids(last) == {"civilians-killed-and-injured"}


def test_and_in_winter_claims_nothing(knowledge: Knowledge) -> None:
    last = talk(knowledge, "when did Russia make most of its conquests?", "and in winter?")[-1]
    assert last.verdict is None


@pytest.mark.parametrize("asked", ["and Moscow?", "а москва?", "und Moskau?"])
def test_a_capital_is_its_side_unless_a_place_was_told(asked: str, knowledge: Knowledge) -> None:
    side = talk(knowledge, "has Ukraine softened its demands?", asked)[-1]
    place = talk(knowledge, "who holds Pokrovsk?", asked)[-1]
    assert ids(side) == {"russia-not-softened"}
    assert place.kind is Kind.NOT_NAMED


@pytest.mark.parametrize(
    "asked", ["was it in August?", "это было в августе?", "чи було це в серпні?"]
)
def test_the_month_of_something_else_denies_none(asked: str, knowledge: Knowledge) -> None:
    last = talk(knowledge, "when did Ukraine enter Kursk?", asked)[-1]
    assert last.verdict is None


@pytest.mark.parametrize("asked", ["ist es dort sicher?", "är det säkert där?"])
def test_whether_a_place_is_safe_is_no_doubt(asked: str, knowledge: Knowledge) -> None:
    assert not talk(knowledge, "who holds Pokrovsk?", asked)[-1].own_word


@pytest.mark.parametrize("asked", ["who says so?", "von wem stammt sie?"])
def test_of_a_caution_that_is_the_articles_own_the_figures_source_is_told(
    asked: str, knowledge: Knowledge
) -> None:
    first, second = talk(knowledge, "how reliable is the 427,000 figure?", asked)
    assert [fact.id for fact in first.facts] == ["russian-losses-caution"]
    assert [fact.id for fact in second.facts] == ["russian-losses-who-says"]


@pytest.mark.parametrize(
    ("before", "asked", "told"),
    [
        (
            "who holds Pokrovsk?",
            "and how many civilians were hurt?",
            "civilians-killed-and-injured",
        ),
        ("how much land did Russia take?", "а сколько украинцев погибло?", "ukrainian-killed"),
    ],
)
def test_what_asks_wholly_by_itself_needs_nothing_told_before(
    before: str, asked: str, told: str, knowledge: Knowledge
) -> None:
    _, second = talk(knowledge, before, asked)
    assert [fact.id for fact in second.facts] == [told]


def test_a_name_after_one_that_is_never_named_is_asked_the_same(knowledge: Knowledge) -> None:
    _, second = talk(knowledge, "Who holds Mariupol?", "and Toretsk?")
    assert [fact.id for fact in second.facts] == ["toretsk-held"]


@pytest.mark.parametrize(
    ("first", "asked"),
    [
        ("How much did Russia take?", "is that more than 2023?"),
        ("How much land did Russia take in 2024?", "in square miles?"),
        ("How many Ukrainian soldiers were killed?", "only soldiers?"),
    ],
)
def test_what_claims_nothing_of_the_fact_told_gets_no_yes_or_no(
    first: str, asked: str, knowledge: Knowledge
) -> None:
    assert talk(knowledge, first, asked)[1].verdict is None
