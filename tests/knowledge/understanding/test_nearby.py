"""What is shown beside "the article doesn't say that" is near to the question, or not shown."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

import pytest

from knowledge import Kind, Knowledge
from knowledge.understanding.candidates import Candidate
from knowledge.understanding.nearby import CLEARLY_NEARER, CLOSE, NEARER, Nearby, words_asked
from tests.knowledge.understanding.small_world import (
    EKVIK_HELD,
    FACTS,
    SANDHAVN_TAKEN,
    SHIPS_LOST,
    fact,
    lessons,
    read,
)

EKVIK_OLD = fact("ekvik-old", "Ekvik is the older port.", ("ekvik",))
WORLD = {**FACTS, EKVIK_OLD.id: EKVIK_OLD}
UNSAID = Candidate("unsaid", "asked", "ask", 1.0)
HOLDER = Candidate("relation", "holder", "ask", 1.0)


def near(
    text: str,
    best: Candidate = UNSAID,
    *,
    written: tuple[str, ...] = (),
    nearness: Mapping[str, float] | None = None,
) -> tuple[str, ...]:
    """What is near to `text`, of which editors wrote `written` and a search finds `nearness`."""
    learnt = replace(
        lessons(holders={EKVIK_HELD.id: "norland", SANDHAVN_TAKEN.id: "sudmark"}),
        near={UNSAID.id: written},
    )

    def nearest(words: Iterable[str]) -> Mapping[str, float]:
        assert nearness is not None, f"searched for {list(words)}, which costs time"
        return nearness

    return Nearby(learnt, WORLD, nearest).of(read(text), best)


def test_the_one_fact_that_editors_wrote_down_is_shown_without_a_search() -> None:
    assert near("how many sailors?", written=("ships-lost",)) == ("ships-lost",)


def test_of_several_the_first_is_shown_unless_another_is_clearly_nearer() -> None:
    written = ("ships-lost", "sandhavn-taken")
    for ahead, shown in ((CLEARLY_NEARER, "ships-lost"), (CLEARLY_NEARER + 1, "sandhavn-taken")):
        found = near("what is it?", written=written, nearness={"sandhavn-taken": ahead})
        assert found == (shown,)


def test_what_editors_wrote_of_the_place_goes_before_the_rest_of_it() -> None:
    written = ("ships-lost", "ekvik-old")
    assert near("who built Ekvik?", written=written) == ("ekvik-old",)
    assert near("who built Ekvik?", HOLDER) == ("ekvik-held",)


def test_a_named_place_goes_before_what_tells_nothing_of_it() -> None:
    found = near("how many sailors of Sandhavn?", written=("ships-lost",))
    assert found == ("sandhavn-taken",)


def test_of_the_facts_of_a_place_the_nearest_is_shown_else_the_first() -> None:
    assert near("how old is Ekvik?", nearness={"ekvik-old": NEARER + 1}) == ("ekvik-old",)
    assert near("how big is Ekvik?", nearness={"ekvik-old": NEARER}) == ("ekvik-held",)
    assert near("how big is Ekvik?", nearness={}) == ("ekvik-held",)


def test_what_shares_more_names_is_nearer() -> None:
    assert near("does Norland pay Ekvik?") == ("ekvik-held",)


def test_a_figure_that_a_quote_prints_is_as_good_as_a_name() -> None:
    question = "are there crews on the 4,200?"
    assert near(question, written=("ekvik-held", "ships-lost")) == ("ships-lost",)
    assert near(question, nearness={"ships-lost": NEARER}) == ("ships-lost",)
    assert near(question, nearness={"ships-lost": NEARER - 0.1}) == ()


def test_a_figure_in_which_another_ends_isnt_that_one() -> None:
    lost = fact("lost", "Norland lost 24,200 ships.", ("norland",))
    nearby = Nearby(lessons(), {lost.id: lost, EKVIK_OLD.id: EKVIK_OLD}, lambda words: {"lost": 3})
    assert nearby.of(read("are there crews on the 24,200?"), UNSAID) == ("lost",)
    assert nearby.of(read("are there crews on the 4,200?"), UNSAID) == ()


def test_it_goes_before_what_editors_wrote_of_something_else_if_its_clearly_nearer() -> None:
    for nearness, shown in ((CLEARLY_NEARER - 0.1, "ekvik-held"), (CLEARLY_NEARER, "ships-lost")):
        found = near(
            "are there crews on the 4,200?",
            written=("ekvik-held",),
            nearness={"ships-lost": nearness},
        )
        assert found == (shown,)


def test_where_nothing_is_named_or_written_only_a_close_fact_is_shown() -> None:
    assert near("how many vessels?", nearness={"ships-lost": CLOSE}) == ("ships-lost",)
    assert near("how many vessels?", nearness={"ships-lost": CLOSE - 0.1}) == ()
    assert near("how many vessels?", nearness={}) == ()


def test_that_it_is_about_a_side_makes_no_fact_close() -> None:
    faint = {"ships-lost": CLOSE - 0.1, "ekvik-held": CLOSE - 0.2}
    assert near("how many crews has Norland?", nearness=faint) == ()


def test_what_must_travel_with_a_fact_tells_of_what_it_tells() -> None:
    caution = fact("caution", "View it with caution.")
    claim = replace(SHIPS_LOST, companions=("caution",))
    world = {claim.id: claim, "caution": caution}
    learnt = replace(lessons(), near={UNSAID.id: ("caution",)})
    nearby = Nearby(learnt, world, lambda words: {claim.id: CLEARLY_NEARER})
    assert nearby.of(read("why doubt the 4,200?"), UNSAID) == ("caution",)


def test_a_fact_that_is_first_about_a_place_goes_before_one_that_only_names_it() -> None:
    attack = fact("attack", "Sudmark attacked Ekvik.", ("sudmark", "ekvik"))
    world = {attack.id: attack, EKVIK_OLD.id: EKVIK_OLD}
    found = Nearby(lessons(), world, lambda words: {}).of(read("how big is Ekvik?"), UNSAID)
    assert found == ("ekvik-old",)


def test_words_are_those_of_content_with_their_concepts() -> None:
    reading = read("how many vessels of Norland lost in 2031, of 4,200 Dinghies?")
    assert list(words_asked(reading)) == [
        *("vessel*", "ships", "lost", "lose", "dinghi*"),
        *("4,200", "2031"),
    ]


def test_nothing_is_searched_for_in_a_question_of_names_and_asking_words() -> None:
    assert list(words_asked(read("who is in Ekvik, and since when?"))) == []


@pytest.mark.parametrize(
    ("question", "shown"),
    [
        ("Who attacks Chasiv Yar?", "cities-under-attack"),
        ("Хто атакує Часів Яр?", "cities-under-attack"),
        ("Кто атакует Часов Яр?", "cities-under-attack"),
        ("Vem anfaller Tjasiv Jar?", "cities-under-attack"),
        ("Wer greift Tschassiw Jar an?", "cities-under-attack"),
        ("Which brigade defends Toretsk?", "toretsk-held"),
        ("Is Vuhledar an important railway hub?", "fallen-towns-important"),
        ("Was the Kremlin warned of the entry into Kursk?", "kursk-surprise"),
        ("how many north koreans are buried in kursk", "north-koreans-killed-and-injured"),
        ("Can the number of civilian victims be verified?", "civilians-killed-and-injured"),
        ("Чи законно бити далекобійними ракетами по Росії?", "long-range-targets"),
        ("Ist es legal, weitreichende Raketen gegen Russland einzusetzen?", "long-range-targets"),
    ],
)
def test_the_fact_that_tells_most_is_shown(
    question: str, shown: str, knowledge: Knowledge
) -> None:
    answer = knowledge.ask(question)
    assert answer.kind is Kind.NOT_SAID
    assert [fact.id for fact in answer.near] == [shown]


@pytest.mark.parametrize(
    "question",
    [
        "Who is winning the war?",
        "Do hackers take part in the war?",
        "ukraines population",
    ],
)
def test_none_is_shown_where_none_is_near(question: str, knowledge: Knowledge) -> None:
    answer = knowledge.ask(question)
    assert (answer.kind, answer.near) == (Kind.NOT_SAID, ())
