"""Who asks several things at once gets all of them, in one answer."""

from __future__ import annotations

import pytest

from knowledge import Exchange, Kind, Knowledge, Verdict
from tests.knowledge.understanding.soundness import ids


@pytest.mark.parametrize(
    ("question", "facts"),
    [
        ("Who holds Pokrovsk and Toretsk?", {"pokrovsk-held", "toretsk-held"}),
        ("Who holds Pokrovsk and Avdiivka?", {"pokrovsk-held", "avdiivka-fallen"}),
        (
            "Who holds Pokrovsk, Toretsk and Chasiv Yar?",
            {"pokrovsk-held", "toretsk-held", "chasiv-yar-held"},
        ),
        ("Хто тримає Покровськ і Торецьк?", {"pokrovsk-held", "toretsk-held"}),
        ("Кто держит Покровск и Торецк?", {"pokrovsk-held", "toretsk-held"}),
        ("Vem håller Pokrovsk och Toretsk?", {"pokrovsk-held", "toretsk-held"}),
        ("Wer hält Pokrowsk und Torezk?", {"pokrovsk-held", "toretsk-held"}),
    ],
)
def test_of_several_places_each_is_told(
    question: str, facts: set[str], knowledge: Knowledge
) -> None:
    assert ids(knowledge.ask(question)) == facts


def test_what_commas_and_an_and_part_is_each_told(knowledge: Knowledge) -> None:
    asked = "how much did russia take, how many troops did it lose and is that figure reliable?"
    expected = {"territory-taken-2024", "russia-lost-2024", "russian-losses-caution"}
    assert ids(knowledge.ask(asked)) == expected


@pytest.mark.parametrize(
    ("question", "facts", "rest", "names"),
    [
        ("Did Avdiivka fall, and when?", {"avdiivka-fallen"}, Kind.NOT_SAID, ()),
        ("Who holds Crimea? Who holds Pokrovsk?", {"pokrovsk-held"}, Kind.NOT_NAMED, ("Crimea",)),
        (
            "Who holds Toretsk and how many people live there?",
            {"toretsk-held"},
            Kind.NOT_SAID,
            (),
        ),
        (
            "How much land and how many towns did Russia take?",
            {"territory-taken-2024"},
            Kind.NOT_SAID,
            (),
        ),
        (
            "Who holds Avdiivka, Bakhmut and Toretsk, and how many tanks were lost there?",
            {"avdiivka-fallen", "toretsk-held"},
            Kind.NOT_SAID,
            ("Bakhmut",),
        ),
    ],
)
def test_the_part_that_is_not_said_is_told_to_be_so(
    question: str, facts: set[str], rest: Kind, names: tuple[str, ...], knowledge: Knowledge
) -> None:
    answer = knowledge.ask(question)
    assert (ids(answer), answer.rest, answer.names) == (facts, rest, names)


def test_of_places_some_unnamed_none_is_passed_over(knowledge: Knowledge) -> None:
    answer = knowledge.ask("Who controls Pokrovsk, Mariupol and Bakhmut?")
    assert ids(answer) == {"pokrovsk-held"}
    assert (answer.rest, answer.names) == (Kind.NOT_NAMED, ("Mariupol", "Bakhmut"))
    assert knowledge.ask("Did Russia take Pokrovsk and Mariupol?").verdict is None


def test_of_places_that_are_all_unnamed_each_is_told(knowledge: Knowledge) -> None:
    answer = knowledge.ask("Wer hält Mariupol und Bachmut?")
    assert (answer.kind, answer.names) == (Kind.NOT_NAMED, ("Mariupol", "Bachmut"))


@pytest.mark.parametrize(
    ("question", "fact"),
    [
        ("Who holds Pokrovsk and how many tanks did Russia lose?", "pokrovsk-held"),
        ("How many tanks and how many troops did Russia lose?", "russia-lost-2024"),
    ],
)
def test_of_two_questions_one_unsaid_the_other_is_answered(
    question: str, fact: str, knowledge: Knowledge
) -> None:
    answer = knowledge.ask(question)
    assert (ids(answer), answer.rest) == ({fact}, Kind.NOT_SAID)


@pytest.mark.parametrize(
    ("question", "facts"),
    [
        ("who holds Luhansk and Donetsk?", {"luhansk-controlled", "ukraine-holds-in-donetsk"}),
        ("Russian and Ukrainian losses?", {"russia-lost-2024", "ukrainian-killed-and-wounded"}),
        (
            "how much land did Russia take, how many soldiers did it lose and who says so?",
            {"territory-taken-2024", "russia-lost-2024", "russian-losses-who-says"},
        ),
        (
            "Скільки землі захопила Росія і скільки солдатів втратила?",
            {"territory-taken-2024", "russia-lost-2024"},
        ),
        (
            "Сколько земли захватила Россия и сколько солдат потеряла?",
            {"territory-taken-2024", "russia-lost-2024"},
        ),
        (
            "Сколько солдат потеряла Россия и сколько земли захватила?",
            {"territory-taken-2024", "russia-lost-2024"},
        ),
        (
            "Hur mycket mark tog Ryssland och hur många soldater förlorade de?",
            {"territory-taken-2024", "russia-lost-2024"},
        ),
        (
            "Wie viel Land hat Russland erobert und wie viele Soldaten verloren?",
            {"territory-taken-2024", "russia-lost-2024"},
        ),
        (
            "who lets Ukraine fire long-range missiles into Russia, why, and at what?",
            {"long-range-allowed", "long-range-why", "long-range-targets"},
        ),
        (
            "Хто дозволив Україні бити далекобійними ракетами, чому і по чому?",
            {"long-range-allowed", "long-range-why", "long-range-targets"},
        ),
        (
            "who gave the green light, when, why and for which targets?",
            {"long-range-allowed", "long-range-when", "long-range-why", "long-range-targets"},
        ),
        (
            "Чи впала Авдіївка і хто тримає Покровськ?",
            {"avdiivka-fallen", "pokrovsk-held"},
        ),
    ],
)
def test_of_several_questions_each_is_answered(
    question: str, facts: set[str], knowledge: Knowledge
) -> None:
    answer = knowledge.ask(question)
    assert (ids(answer), answer.rest) == (facts, None)


@pytest.mark.parametrize(
    "question",
    [
        "did putin and trump call each other",
        "did Russia and Ukraine sign a ceasefire?",
        "what is the border between Russia and Ukraine?",
        "how many tanks and planes did Russia lose?",
        "how many refugees left Ukraine and Russia?",
        "how many people live in Pokrovsk and Toretsk?",
        "Apart from North Korea's involvement, what were the other reasons for the green light?",
    ],
)
def test_what_is_asked_once_is_not_asked_in_parts(question: str, knowledge: Knowledge) -> None:
    assert knowledge.ask(question).kind is Kind.NOT_SAID


def test_of_what_follows_a_question_without_asking_nothing_is_made(knowledge: Knowledge) -> None:
    answer = knowledge.ask("who holds Pokrovsk; SELECT * FROM facts WHERE 1=1; --")
    assert (ids(answer), answer.rest) == ({"pokrovsk-held"}, None)


def test_a_tag_behind_a_comma_asks_of_what_stands_before_it(knowledge: Knowledge) -> None:
    answer = knowledge.ask("Most of the conquests were made in spring, weren't they?")
    assert (ids(answer), answer.verdict) == ({"most-taken-in-autumn"}, Verdict.NO)


@pytest.mark.parametrize(
    "question",
    [
        "how many civilians were hurt and what about the energy grid?",
        "how many civilians were hurt, and the energy grid?",
        "Скільки цивільних постраждало, а що з енергетикою?",
        "Сколько мирных жителей пострадало, а как насчёт энергетики?",
        "Hur många civila skadades och hur är det med elnätet?",
        "Wie viele Zivilisten wurden verletzt, und was ist mit dem Stromnetz?",
        "civilians and energy",
    ],
)
def test_what_a_question_turns_to_is_answered_too(question: str, knowledge: Knowledge) -> None:
    expected = {"civilians-killed-and-injured", "energy-attacked", "millions-affected"}
    assert ids(knowledge.ask(question)) == expected


@pytest.mark.parametrize(
    "question",
    [
        "how many soldiers did Russia lose, and what about Ukraine?",
        "how many soldiers did Russia lose? And Ukraine?",
        "Скільки солдатів втратила Росія, а скільки Україна?",
        "Сколько солдат потеряла Россия, а Украина?",
        "Hur många soldater har Ryssland förlorat, och Ukraina?",
        "Wie viele Soldaten haben Russland und die Ukraine verloren?",
    ],
)
def test_of_two_sides_each_is_told(question: str, knowledge: Knowledge) -> None:
    assert ids(knowledge.ask(question)) == {"russia-lost-2024", "ukrainian-killed-and-wounded"}


@pytest.mark.parametrize(
    "question",
    [
        "when and why did the US allow long-range missiles?",
        "Коли і чому США дозволили далекобійну зброю?",
        "Когда и почему США разрешили дальнобойное оружие?",
        "När och varför tillät USA långdistansvapen?",
        "Wann und warum erlaubten die USA Langstreckenwaffen?",
    ],
)
def test_a_question_is_asked_in_each_way_that_it_asks(question: str, knowledge: Knowledge) -> None:
    assert ids(knowledge.ask(question)) == {"long-range-when", "long-range-why"}


@pytest.mark.parametrize(
    "question",
    [
        "what happened in Kursk and Vovchansk?",
        "Що сталося в Курську та Вовчанську?",
        "Что произошло в Курске и Волчанске?",
        "Vad hände i Kursk och Vovtjansk?",
        "Was ist in Kursk und Wowtschansk passiert?",
    ],
)
def test_an_answer_on_one_place_of_a_list_is_not_all(question: str, knowledge: Knowledge) -> None:
    assert ids(knowledge.ask(question)) == {"kursk-entered", "russians-stopped-at-vovchansk"}


@pytest.mark.parametrize(
    "question",
    [
        "Did Russia or Ukraine soften their demands?",
        "Hat Russland seine Forderungen abgeschwächt, und die Ukraine?",
        "Har Ryssland mildrat sina krav, och Ukraina?",
    ],
)
def test_a_yes_or_no_to_one_of_two_leaves_out_neither(question: str, knowledge: Knowledge) -> None:
    answer = knowledge.ask(question)
    assert ids(answer) == {"russia-not-softened", "ukraine-softened-demands"}
    assert answer.verdict is None


def test_of_places_some_unnamed_all_named_ones_are_told(knowledge: Knowledge) -> None:
    answer = knowledge.ask("Who controls Luhansk, Donetsk, Zaporizhzhia and Kherson?")
    assert ids(answer) == {"luhansk-controlled", "ukraine-holds-in-donetsk"}
    assert (answer.rest, answer.names) == (Kind.NOT_NAMED, ("Zaporizhzhia", "Kherson"))


def test_what_is_too_much_leaves_out_no_part(knowledge: Knowledge) -> None:
    answer = knowledge.ask("how many were killed and how many soldiers did Russia lose?")
    assert ids(answer) > {"ukrainian-killed", "russia-lost-2024"}
    assert answer.more


@pytest.mark.parametrize("question", ["peace talks and weapons?", "weapons and demands?"])
def test_where_parts_may_mean_several_facts_one_asks_which(
    question: str, knowledge: Knowledge
) -> None:
    answer = knowledge.ask(question)
    assert answer.kind is Kind.CLARIFY
    topics = {fact.topic for fact in answer.options}
    assert topics == {"weapons", "peace"}


@pytest.mark.parametrize(
    ("told", "question", "facts"),
    [
        ("pokrovsk-held", "Toretsk and Vuhledar?", {"toretsk-held", "vuhledar-fallen"}),
        ("long-range-allowed", "when and why?", {"long-range-when", "long-range-why"}),
        ("long-range-allowed", "коли і чому?", {"long-range-when", "long-range-why"}),
        ("long-range-allowed", "когда и почему?", {"long-range-when", "long-range-why"}),
        ("long-range-allowed", "när och varför?", {"long-range-when", "long-range-why"}),
        ("long-range-allowed", "wann und warum?", {"long-range-when", "long-range-why"}),
        (
            "russia-lost-2024",
            "and Ukraine and North Korea?",
            {"ukrainian-killed-and-wounded", "north-koreans-killed-and-injured"},
        ),
        (
            "russia-lost-2024",
            "who says so, and is it reliable?",
            {"russian-losses-who-says", "russian-losses-caution"},
        ),
    ],
)
def test_several_things_asked_after_an_answer_are_all_told(
    told: str, question: str, facts: set[str], knowledge: Knowledge
) -> None:
    assert ids(knowledge.ask(question, after=Exchange(facts=(told,)))) == facts


def test_what_is_left_out_has_its_own_topic_named(knowledge: Knowledge) -> None:
    answer = knowledge.ask(
        "How many soldiers did Russia lose, how many civilians were hurt, "
        "and who holds Pokrovsk and Toretsk?"
    )
    assert (answer.facts[0].topic, answer.more) == ("losses", ("territory",))


@pytest.mark.parametrize(
    ("question", "first", "more"),
    [
        (
            "who holds Pokrovsk? who holds Toretsk? who holds Avdiivka? how much land did russia "
            "take? how many soldiers did ukraine lose?",
            ("pokrovsk-held", "toretsk-held", "avdiivka-fallen", "territory-taken-2024"),
            ("losses",),
        ),
        (
            "Who holds Pokrovsk, Toretsk, Chasiv Yar, Avdiivka, Vuhledar, Vovchansk, Luhansk, "
            "Donetsk and Kharkiv?",
            ("pokrovsk-held", "toretsk-held", "chasiv-yar-held", "avdiivka-fallen"),
            ("territory", "regions"),
        ),
        (
            "who holds pokrovsk, who holds toretsk, what did putin say, did north korea fight, "
            "how many did russia lose?",
            ("pokrovsk-held", "toretsk-held", "putin-on-talks", "north-korea-involved"),
            ("losses",),
        ),
    ],
)
def test_of_more_than_fits_the_first_are_told_and_each_topic_of_the_rest_is_named(
    question: str, first: tuple[str, ...], more: tuple[str, ...], knowledge: Knowledge
) -> None:
    answer = knowledge.ask(question)
    assert (tuple(fact.id for fact in answer.facts), answer.more) == (first, more)


def test_who_says_so_asks_of_the_part_before_it_and_not_of_the_answer_before(
    knowledge: Knowledge,
) -> None:
    before = Exchange("who holds Toretsk?", ("toretsk-held",))
    question = "how much land did Russia take, how many soldiers did it lose and who says so?"
    assert ids(knowledge.ask(question, after=before)) == ids(knowledge.ask(question))


@pytest.mark.parametrize(
    "question",
    [
        "How many of the 427,000 were killed and how many wounded?",
        "Сколько из 427 тысяч — убитые, а сколько раненые?",
        "how many Russians were killed and how many wounded?",
    ],
)
def test_of_what_the_first_part_counts_the_second_does_too(
    question: str, knowledge: Knowledge
) -> None:
    assert knowledge.ask(question).kind is Kind.NOT_SAID


@pytest.mark.parametrize(
    "question",
    [
        "I'm writing from Germany for a school paper: is Toretsk still Ukrainian?",
        "for a NATO quiz night: who holds Toretsk?",
    ],
)
def test_what_is_said_of_who_asks_isnt_asked_of(question: str, knowledge: Knowledge) -> None:
    assert [fact.id for fact in knowledge.ask(question).facts] == ["toretsk-held"]


def test_of_many_sentences_on_something_else_none_is_taken_for_a_question(
    knowledge: Knowledge,
) -> None:
    said = "My card was declined at the store. What is the solution to this problem? I need milk."
    assert knowledge.ask(said).kind is Kind.OFF_TOPIC


def test_of_several_places_the_one_that_is_told_of_is_told(knowledge: Knowledge) -> None:
    answer = knowledge.ask("Who holds Pokrovsk and Kharkiv?")
    assert [fact.id for fact in answer.facts] == ["pokrovsk-held"]
    assert answer.rest is Kind.NOT_SAID


@pytest.mark.parametrize(
    "question",
    [
        "who holds avdiivka how much land did russia take how many ukrainians were killed",
        "1. Who holds Avdiivka? 2. How much land did Russia take? 3. How many Ukrainians fell?",
    ],
)
def test_a_list_without_marks_and_one_with_numbers_is_taken_apart(
    question: str, knowledge: Knowledge
) -> None:
    told = ids(knowledge.ask(question))
    assert told == {"avdiivka-fallen", "territory-taken-2024", "ukrainian-killed"}
